"""The texts of a slide, each in its slot: placeholders by number, others by order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from workshop.deck.foreign.names import a, p

FOOTERS = ("dt", "ftr", "sldNum", "hdr")
TITLES = ("title", "ctrTitle")
TITLE = "title"


@dataclass
class Slot:
    """A shape with text, or a table."""

    name: str  # "title", a placeholder's idx, "s1" for the first other shape, "t1" for a table
    element: etree._Element
    placeholder: bool

    @property
    def paragraphs(self) -> list[etree._Element]:
        """The paragraphs that say something."""
        return [one for one in self.element.iter(a("p")) if text_of(one)]

    @property
    def text(self) -> str:
        """What the slot says, a line for each paragraph."""
        return "\n".join(map(text_of, self.paragraphs))


def slots(slide: etree._Element) -> list[Slot]:
    """The slots of a slide in reading order, without footers."""
    found: list[Slot] = []
    counts = {"s": 0, "t": 0}
    for element, kind in _shapes(slide):
        place = element.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
        if place is not None and place.get("type") in FOOTERS:
            continue
        if place is not None:
            found.append(Slot(_name(place), element, True))
        else:
            counts[kind] += 1
            found.append(Slot(f"{kind}{counts[kind]}", element, False))
    return found


def _shapes(slide: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in slide.iter(p("sp"), p("graphicFrame")):
        if element.tag == p("graphicFrame"):
            if element.find(f".//{a('tbl')}") is not None:
                yield element, "t"
        elif element.find(p("txBody")) is not None:
            yield element, "s"


def _name(place: etree._Element) -> str:
    if place.get("type") in TITLES:
        return TITLE
    idx = place.get("idx", "0")
    return idx if idx.isdigit() and len(idx) < 11 and idx != "0" else ""


def text_of(paragraph: etree._Element) -> str:
    """A paragraph's text on one line, with single spaces."""
    words = []
    for one in paragraph.iter(a("t"), a("br")):
        words.append(" " if one.tag == a("br") else one.text or "")
    return " ".join("".join(words).split())
