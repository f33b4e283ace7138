"""What a slide says, slot by slot: placeholders by number, all else by order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from workshop.deck.foreign.names import a, p

from . import charts, pouring, texts
from .marks import print_of
from .parts import Link, Part
from .texts import text_of
from .withheld import Withheld

FOOTERS = ("dt", "ftr", "sldNum", "hdr")
TITLES = ("title", "ctrTitle")
TITLE = "title"
TABLE, CHART = "t1", "c1"  # ours, where a slide has one


@dataclass
class Slot:
    """A shape with text."""

    name: str  # "title", a placeholder's idx, "s1" for the first other shape
    element: etree._Element
    placeholder: bool

    @property
    def paragraphs(self) -> list[etree._Element]:
        """The paragraphs that say something."""
        return [one for one in self.element.iter(a("p")) if text_of(one)]

    @property
    def prints(self) -> list[str]:
        """The fingerprints of what it says."""
        return [print_of(text_of(one)) for one in self.paragraphs]

    @property
    def lines(self) -> list[str]:
        """What the slot says, for a person."""
        return [text_of(one) for one in self.paragraphs]

    @property
    def words(self) -> list[str]:
        """All that may quote a note."""
        return [text_of(one) for one in self.paragraphs]

    def quoting(self, notes: dict[str, set[str]]) -> list[tuple[str, tuple[str, ...]]]:
        """Its lines, each with the notes that it quotes; `notes`: by the fingerprint of a text."""
        return [(line, tuple(sorted(notes.get(print_of(line), ())))) for line in self.lines if line]

    def takes(self, ours: "Slot | None") -> bool:
        """Whether it can say what ours says, and still look as they made it look."""
        return True

    def say(self, ours: "Slot | None") -> None:
        """Say what ours says."""
        texts.replace(self.element, ours.paragraphs if ours else [])


class Table(Slot):
    """A table."""

    @property
    def lines(self) -> list[str]:
        return [" | ".join(row) for row in self._rows]

    @property
    def _rows(self) -> list[list[str]]:
        rows = ([text_of(one) for one in row.iter(a("p"))] for row in self.element.iter(a("tr")))
        return [[text for text in row if text] for row in rows]

    def quoting(self, notes: dict[str, set[str]]) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for row in filter(None, self._rows):
            of_row = {note for text in row for note in notes.get(print_of(text), ())}
            found.append((" | ".join(row), tuple(sorted(of_row))))
        return found

    def say(self, ours: Slot | None) -> None:
        """Hold the rows of ours."""
        (old,) = self.element.iter(a("tbl"))
        for new in ours.element.iter(a("tbl")) if ours else ():
            old.getparent().replace(old, new)


@dataclass
class Chart(Slot):
    """A chart, known by its figures."""

    link: Link

    @property
    def tree(self) -> etree._Element:
        """The chart itself."""
        assert self.link.to is not None
        return self.link.to.tree

    @property
    def prints(self) -> list[str]:
        return [charts.figures_of(self.tree)]

    @property
    def lines(self) -> list[str]:
        """What it shows, as those hear it who do not see it."""
        return [self._about.get("descr", "")]

    @property
    def _about(self) -> etree._Element:
        return next(self.element.iter(p("cNvPr")))

    @property
    def words(self) -> list[str]:
        return [
            *self.lines,
            *(n for one in pouring.series_of(self.tree) for n in pouring.names_of(one)),
        ]

    def formatted(self, ours: Slot | None) -> bool:
        """Whether they gave it other colours, or other kinds of bars."""
        return isinstance(ours, Chart) and pouring.formatted(self.tree, ours.tree)

    def takes(self, ours: Slot | None) -> bool:
        return not self.formatted(ours) or pouring.alike(self.tree, ours.tree)  # type: ignore[union-attr]

    def say(self, ours: Slot | None) -> None:
        """Show the figures of ours; afterwards ours is a chart of theirs too."""
        if not isinstance(ours, Chart):
            return
        if pouring.alike(self.tree, ours.tree):
            pouring.pour(self.link.to, ours.link.to)
            ours.link.to = self.link.to
        else:
            self.link.to = charts.copied(ours.link.to)
        about, fresh = self.lines[0], ours.lines[0]
        in_their_words = about and _kind_of(about) != _kind_of(fresh)
        for one in (self, ours):
            one._about.set("descr", about if in_their_words else fresh)

    def withhold(self, withheld: Withheld) -> bool:
        """Take the names of notes that must not show off the bars; returns whether any was."""
        assert self.link.to is not None
        found = charts.renamed(self.link.to, withheld.better)
        about = self.lines[0]
        if _kind_of(about) == withheld.chart and (found or withheld.quotes(about)):
            self._about.set("descr", f"{withheld.chart}. {charts.told(self.tree)}")
        return found


def _kind_of(about: str) -> str:
    """What the words for those who do not see it begin with: "Chart"."""
    return about.partition(".")[0]


def slots(slide: Part) -> list[Slot]:
    """The slots of a slide in reading order, without footers."""
    found: list[Slot] = []
    counts = {"s": 0, "t": 0}
    for element, kind in _shapes(slide.tree):
        place = element.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
        if place is not None and place.get("type") in FOOTERS:
            continue
        if place is not None:
            found.append(Slot(_name(place), element, True))
        else:
            counts[kind] += 1
            made = Table if kind == "t" else Slot
            found.append(made(f"{kind}{counts[kind]}", element, False))
    shown = enumerate(charts.links_of(slide), 1)
    return [*found, *(Chart(f"c{n}", frame, False, link) for n, (frame, link) in shown)]


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
