"""Puts new text where text of ours stood, in the look that it has there now."""

from copy import deepcopy

from lxml import etree

from workshop.deck.foreign.names import R, a, p

from .parts import Part

ID = f"{{{R}}}id"
OURS = "ours-"  # what the ids of links begin with that lead from our slide; see relink


def text_of(paragraph: etree._Element) -> str:
    """A paragraph's text on one line, with single spaces."""
    words = []
    for one in paragraph.iter(a("t"), a("br")):
        words.append(" " if one.tag == a("br") else one.text or "")
    return " ".join("".join(words).split())


def replace(shape: etree._Element, ours: list[etree._Element]) -> None:
    """The shape says what our paragraphs say; each looks as theirs of the same level did."""
    body = shape.find(p("txBody"))
    old = body.findall(a("p"))
    models = _models(old, ours)
    made = [like(*both) for both in zip(models, ours, strict=True)] or [etree.Element(a("p"))]
    for one in old:
        body.remove(one)
    body.extend(made)


def retold(theirs: etree._Element, ours: etree._Element) -> etree._Element:
    """One paragraph says what ours says; returns the one that does."""
    made = like(theirs, ours)
    theirs.getparent().replace(theirs, made)
    return made


def after(theirs: etree._Element, ours: etree._Element) -> etree._Element:
    """Our paragraph below one of theirs, and like it; returns it."""
    made = like(theirs, ours)
    theirs.addnext(made)
    return made


def remove(paragraph: etree._Element) -> None:
    """Take a paragraph out; the last of its text stays, empty, as the format wants one."""
    above = paragraph.getparent()
    if len(above.findall(a("p"))) > 1:
        above.remove(paragraph)
    else:
        above.replace(paragraph, etree.Element(a("p")))


def paragraph(text: str, lang: str) -> etree._Element:
    """A plain paragraph."""
    made = etree.Element(a("p"))
    run = etree.SubElement(made, a("r"))
    etree.SubElement(run, a("rPr"), lang=lang)
    etree.SubElement(run, a("t")).text = text
    return made


def _models(old: list[etree._Element], ours: list[etree._Element]) -> list[etree._Element | None]:
    """The paragraph of theirs that each of ours is to look like: the first of its level. Where a
    program has forgotten the levels and written out how far each is set in, that tells them; where
    it has not, it is the one in its place."""
    spoken = [one for one in old if text_of(one)]
    if not spoken:
        return [None] * len(ours)
    by_level, by_depth = ({of(one): one for one in reversed(spoken)} for of in (_level, _depth))
    if len(by_level) > 1:
        return [by_level.get(_level(one), spoken[0]) for one in ours]
    if len(by_depth) > 1:
        depths = [one for _, one in sorted(by_depth.items())]
        levels = sorted({_level(one) for one in ours})
        return [depths[min(levels.index(_level(one)), len(depths) - 1)] for one in ours]
    return [spoken[min(n, len(spoken) - 1)] for n in range(len(ours))]


def _level(one: etree._Element) -> str:
    look = one.find(a("pPr"))
    return "0" if look is None else look.get("lvl", "0")


def _depth(one: etree._Element) -> int:
    """How far a paragraph says that it is set in."""
    look = one.find(a("pPr"))
    said = "" if look is None else look.get("marL", "")
    return int(said) if said.isdigit() else 0


def _is_written_out(look: etree._Element) -> bool:
    """Whether it says itself how far it is set in, and has no level for that."""
    return look.get("marL") is not None and look.get("lvl") is None


def like(model: etree._Element | None, ours: etree._Element) -> etree._Element:
    """Our words in the look of a paragraph of theirs, at our level and no larger than ours."""
    made = etree.Element(a("p"))
    look, own = None if model is None else model.find(a("pPr")), ours.find(a("pPr"))
    if look is not None and (_level(model) == _level(ours) or _is_written_out(look)):
        made.append(_directed(deepcopy(look), own))
    elif own is not None:
        made.append(deepcopy(own))
    letters = [] if model is None else list(model.iter(a("rPr")))
    for n, one in enumerate(ours.iterchildren(a("r"), a("br"))):
        run = etree.SubElement(made, one.tag)
        like = letters[min(n, len(letters) - 1)] if letters else None
        run.append(_letters(like, one.find(a("rPr"))))
        if one.tag == a("r"):
            etree.SubElement(run, a("t")).text = one.findtext(a("t"))
    return made


def _directed(look: etree._Element, own: etree._Element | None) -> etree._Element:
    for name in ("rtl", "algn"):
        if own is not None and own.get(name):
            look.set(name, own.get(name))
        elif look.get("rtl") == "1" or name == "rtl":
            look.attrib.pop(name, None)
    return look


def _letters(theirs: etree._Element | None, ours: etree._Element | None) -> etree._Element:
    made = etree.Element(a("rPr")) if theirs is None else deepcopy(theirs)
    for link in made.findall(a("hlinkClick")) + made.findall(a("hlinkMouseOver")):
        made.remove(link)
    if ours is not None and ours.get("lang"):
        made.set("lang", ours.get("lang"))
    if ours is not None and ours.get("sz"):
        made.set("sz", str(min(int(ours.get("sz")), int(made.get("sz") or ours.get("sz")))))
    for link in [] if ours is None else ours.findall(a("hlinkClick")):
        leads = etree.SubElement(made, a("hlinkClick"), link.attrib)
        leads.set(ID, OURS + link.get(ID, ""))
    return made


def relink(slide: Part, ours: Part) -> None:
    """Links that came with our words lead where ours do."""
    for one in list(slide.tree.iter(a("hlinkClick"))):
        id = one.get(ID, "")
        if not id.startswith(OURS):
            continue
        link = ours.links.get(id.removeprefix(OURS))
        if link is not None and link.to is not None:
            one.set(ID, slide.link(link.kind, link.to))
        else:
            one.getparent().remove(one)
