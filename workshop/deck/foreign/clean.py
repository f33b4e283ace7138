"""A tree rebuilt from an allow-list: what is not known to be harmless does not come along."""

from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from .names import ADEC, EMBED, KEPT, LEFT_OUT, MC, NS, SILENT, A, P, a, p

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
Take = Callable[[str], str]  # a relationship's id → our name for its image, or ""


def cleaned(element: etree._Element, take: Take, removed: Counter[str]) -> etree._Element:
    """A new tree with nothing in it but what is on the list.

    A picture's `r:embed` holds our name for its image until the sheet is written. What was left out
    is counted in `removed`.
    """
    made = etree.Element(element.tag, nsmap=NS)
    _fill(made, element, take, removed)
    _without_lost_images(made)
    return made


def _fill(made: etree._Element, given: etree._Element, take: Take, removed: Counter[str]) -> None:
    for name, value in given.attrib.items():
        if not name.startswith("{"):
            made.set(name, value)
    if given.tag == a("blip"):
        made.set(EMBED, take(given.get(EMBED, "")))
    if given.tag == a("t"):
        made.text = given.text
    for child in children(given):
        if child.tag in KEPT:
            _fill(etree.SubElement(made, child.tag), child, take, removed)
        else:
            _count(child, removed)
    if is_decorative(given):
        mark_decorative(made)


def children(given: etree._Element) -> Iterator[etree._Element]:
    """The children, and in place of alternatives what every program understands."""
    for child in given:
        if child.tag != f"{{{MC}}}AlternateContent":
            yield child
            continue
        fallback = child.find(f"{{{MC}}}Fallback")
        if fallback is not None:
            yield from fallback


def _count(child: etree._Element, removed: Counter[str]) -> None:
    name = etree.QName(child)
    if name.localname in SILENT:
        return
    ours = name.namespace in (A, P)
    removed[LEFT_OUT.get(name.localname, "unknown") if ours else "extensions"] += 1


def is_decorative(given: etree._Element) -> bool:
    """Whether it is the name of a shape that is decoration."""
    mark = f".//{{{ADEC}}}decorative[@val='1']"
    return given.tag == p("cNvPr") and given.find(mark) is not None


def mark_decorative(made: etree._Element) -> None:
    """The one extension worth keeping: a screen reader skips what is decoration."""
    extension = etree.SubElement(etree.SubElement(made, a("extLst")), a("ext"), uri=DECORATIVE)
    etree.SubElement(extension, f"{{{ADEC}}}decorative", nsmap={"adec": ADEC}, val="1")


def _without_lost_images(made: etree._Element) -> None:
    """Where an image was left out, what showed it goes too, or becomes plain."""
    for blip in [one for one in made.iter(a("blip")) if not one.get(EMBED)]:
        holder = next(blip.iterancestors(p("pic"), a("buBlip"), a("blipFill")), blip)
        if holder.tag == p("pic"):
            holder.getparent().remove(holder)
        elif holder.tag == a("buBlip"):
            holder.getparent().replace(holder, etree.Element(a("buChar"), char="•"))
        else:
            holder.getparent().replace(holder, plain(holder.getparent()))


def plain(above: etree._Element) -> etree._Element:
    """A fill without an image: the theme's lists and backgrounds need one that fills."""
    if above.tag not in (a("fillStyleLst"), a("bgFillStyleLst"), p("bgPr")):
        return etree.Element(a("noFill"))
    made = etree.Element(a("solidFill"))
    etree.SubElement(made, a("schemeClr"), val="bg1" if above.tag == p("bgPr") else "phClr")
    return made
