"""A slide, ready to be drawn: what stands where, already measured. No pptx here."""

from collections.abc import Iterable
from dataclasses import dataclass

from .content import Figures
from .layouts import Box
from .metrics import PITCH, ellipsised, height, spare_lines

TITLE, PROMPT, QUESTION, BACK = "title", 10, 30, 31  # where texts go: "title", or an idx
SMALLEST = 10  # points


@dataclass(frozen=True)
class Paragraph:
    """A paragraph at a level of its placeholder: bold lead, text, grey tail, link to a place."""

    text: str
    level: int = 1
    lead: str = ""
    tail: str = ""
    linked: str = ""  # words that lead to `link`
    link: str = ""  # the anchor of a slide
    size: float | None = None
    id: str = ""  # of the note that it shows

    @property
    def whole(self) -> str:
        """All its words as they stand on the slide."""
        told = f"{self.lead}{self.text.rstrip()}{self.tail}"
        return f"{told} {self.linked.strip()}".strip() if self.linked else told


@dataclass(frozen=True)
class Text:
    """What stands in a placeholder; size and box only where they differ from the layout's."""

    paragraphs: tuple[Paragraph, ...]
    size: float | None = None
    box: Box | None = None


@dataclass(frozen=True)
class Row:
    """A table's row: a text for each column, and its height in points."""

    cells: tuple[str, ...]
    tall: float


@dataclass(frozen=True)
class Table:
    """A table whose first row is its head; widths of columns and size of text in points."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    size: float
    about: str  # for those who do not see it


@dataclass(frozen=True)
class Chart:
    """Bars; all of them told in `about` for those who do not see them."""

    figures: Figures
    about: str
    most: int  # the end of the axis
    box: Box
    size: float  # of its names and values


@dataclass(frozen=True)
class Slide:
    """One slide. `part` and its number among those of the part are its identity, or its `key`."""

    layout: str
    section: str
    texts: dict[str | int, Text]
    part: str
    hats: tuple[tuple[str, float, float, float], ...] = ()  # hat, x, y, width
    cards: tuple[tuple[str, Box], ...] = ()  # hat, place
    table: Table | None = None
    chart: Chart | None = None
    ids: tuple[str, ...] = ()  # the notes on it
    said: tuple[str, ...] = ()  # for the speaker: where what it says comes from
    anchors: tuple[str, ...] = ()  # names under which links find it
    quotes: tuple[tuple[str, str], ...] = ()  # else where: a note's words, and the note's id
    key: str = ""  # what a later export finds it by; see again/keys.py


def fitting(text: str, box: Box, smallest: float = SMALLEST) -> Text:
    """A text in a box, smaller than the layout has it where it must be; cut with "…" at worst."""
    size = box.size
    while size > smallest and height(text, box.room, size, box.bold) > box.depth:
        size -= 1
    text = cut(text, box.room, box.depth, size, box.bold)
    return Text((Paragraph(text),), None if size == box.size else size)


def readable(sizes: Iterable[float], least: float) -> list[float]:
    """Of sizes, largest first, those that are not below `least`; it alone where all are."""
    return [size for size in sizes if size >= least] or [least]


def cut(text: str, room: float, depth: float, size: float, bold: bool = False) -> str:
    """The text, ending in "…" where it is too long even so."""
    if height(text, room, size, bold) <= depth:
        return text
    return ellipsised(text, room, size, bold, int(depth / (size * PITCH)) - spare_lines(text))


def one_line(text: str, box: Box) -> Text:
    """As much of the text as stands on one line of a box."""
    return Text((Paragraph(ellipsised(text, box.room, box.size, box.bold)),))
