"""What other programs leave out or write twice, put right in a clean tree.

LibreOffice gives placeholders no number, so that every body would inherit the title's box, and
keeps the look of text in its samples, where no slide inherits it.
"""

import copy
import itertools

from lxml import etree

from .names import NS, a, p, whole

TITLES = ("title", "ctrTitle")
FIRST_OWN_IDX = 10
LEVELS = range(1, 10)
# The order in which the format wants a master's parts.
AFTER_TREE = ("clrMap", "sldLayoutIdLst", "hf", "txStyles")
COLOUR_MAP = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink", "folHlink": "folHlink",
}  # fmt: skip


def repair(master: etree._Element, layouts: list[etree._Element]) -> None:
    """Puts a master and its layouts right, in place."""
    bare = master.find(p("txStyles")) is None
    for sheet in (master, *layouts):
        _number_shapes(sheet)
        _number_placeholders(sheet)
        for shape in sheet.iter(p("sp")):
            _whole_text(shape)
            if bare and shape.find(".//p:ph", NS) is not None:
                _look_of_samples(shape)
    _name_layouts(layouts)
    _complete(master)
    for layout in layouts:
        if layout.find(p("clrMapOvr")) is None:
            override = etree.Element(p("clrMapOvr"))
            etree.SubElement(override, a("masterClrMapping"))
            layout.find(p("cSld")).addnext(override)


def _number_shapes(sheet: etree._Element) -> None:
    """Every shape has an id of its own, above 0, and a name."""
    seen: set[int] = set()
    shapes = list(sheet.iter(p("cNvPr")))
    taken = {whole(one.get("id")) for one in shapes}
    free = (n for n in itertools.count(2) if n not in taken)
    for one in shapes:
        id = whole(one.get("id"))
        if id <= 0 or id in seen:
            id = next(free)
        seen.add(id)
        one.set("id", str(id))
        one.set("name", one.get("name", ""))
    for tag in ("stCxn", "endCxn"):  # a connector's ends, which the numbers above may have moved
        for end in list(sheet.iter(a(tag))):
            end.getparent().remove(end)


def _number_placeholders(sheet: etree._Element) -> None:
    """Only the title has no number; every other placeholder has one of its own."""
    places = list(sheet.iter(p("ph")))
    titles = [one for one in places if one.get("type") in TITLES]
    for spare in titles[1:]:
        spare.set("type", "body")
    seen = {0}
    taken = {whole(one.get("idx")) for one in places}
    free = (n for n in itertools.count(FIRST_OWN_IDX) if n not in taken)
    for one in places:
        if one in titles[:1]:
            one.attrib.pop("idx", None)
            continue
        idx = whole(one.get("idx"))
        if idx <= 0 or idx in seen:
            idx = next(free)
        seen.add(idx)
        one.set("idx", str(idx))


def _whole_text(shape: etree._Element) -> None:
    """A text has its properties first and at least one paragraph."""
    text = shape.find(p("txBody"))
    if text is None:
        return
    if text.find(a("bodyPr")) is None:
        text.insert(0, etree.Element(a("bodyPr")))
    if text.find(a("p")) is None:
        etree.SubElement(text, a("p"))


def _look_of_samples(shape: etree._Element) -> None:
    """The look of a placeholder's sample paragraphs, as the look that slides inherit."""
    text = shape.find(p("txBody"))
    if text is None or len(
        text.find(a("lstStyle")) if text.find(a("lstStyle")) is not None else ()
    ):
        return
    levels: dict[int, etree._Element] = {}
    for paragraph in text.iter(a("p")):
        before = paragraph.find(a("pPr"))
        level = min(whole(before.get("lvl") if before is not None else "0"), 8) + 1
        levels.setdefault(max(level, 1), _level(paragraph, max(level, 1)))
    styles = text.find(a("lstStyle"))
    if styles is None:
        styles = etree.Element(a("lstStyle"))
        text.find(a("bodyPr")).addnext(styles)
    styles.extend(levels[n] for n in sorted(levels))


def _level(paragraph: etree._Element, level: int) -> etree._Element:
    """How a paragraph looks, as a level of a list of styles."""
    before = paragraph.find(a("pPr"))
    made = etree.Element(a(f"lvl{level}pPr"))
    if before is not None:
        made.attrib.update({k: v for k, v in before.attrib.items() if k != "lvl"})
        made.extend(copy.deepcopy(one) for one in before if one.tag != a("defRPr"))
    run = paragraph.find(f"{a('r')}/{a('rPr')}")
    run = paragraph.find(a("endParaRPr")) if run is None else run
    if run is not None:
        look = etree.SubElement(made, a("defRPr"))
        look.attrib.update({k: v for k, v in run.attrib.items() if k not in ("lang", "dirty")})
        look.extend(copy.deepcopy(one) for one in run)
    return made


def _name_layouts(layouts: list[etree._Element]) -> None:
    seen: set[str] = set()
    for n, layout in enumerate(layouts, 1):
        sheet = layout.find(p("cSld"))
        first = name = " ".join(sheet.get("name", "").split()) or f"Layout {n}"
        spare = itertools.count(2)
        while name in seen:
            name = f"{first} {next(spare)}"
        seen.add(name)
        sheet.set("name", name)


def _complete(master: etree._Element) -> None:
    """A colour map, and styles for text, in the order that the format wants."""
    if master.find(p("clrMap")) is None:
        etree.SubElement(master, p("clrMap"), COLOUR_MAP)
    if master.find(p("txStyles")) is None:
        styles = etree.SubElement(master, p("txStyles"))
        for name, size, font in (
            ("titleStyle", 3600, "+mj"), ("bodyStyle", 2000, "+mn"), ("otherStyle", 1800, "+mn"),
        ):  # fmt: skip
            _default_style(etree.SubElement(styles, p(name)), size, font)
    etree.SubElement(master, p("sldLayoutIdLst"))
    for name in AFTER_TREE:
        for one in master.findall(p(name)):
            master.append(one)


def _default_style(style: etree._Element, size: int, font: str) -> None:
    for n in LEVELS:
        level = etree.SubElement(style, a(f"lvl{n}pPr"))
        look = etree.SubElement(level, a("defRPr"), sz=str(size))
        fill = etree.SubElement(look, a("solidFill"))
        etree.SubElement(fill, a("schemeClr"), val="tx1")
        for script, ending in (("latin", "lt"), ("ea", "ea"), ("cs", "cs")):
            etree.SubElement(look, a(script), typeface=f"{font}-{ending}")
