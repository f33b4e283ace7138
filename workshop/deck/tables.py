"""The slides of decisions and actions: a native table, each cell measured."""

from . import layouts as at
from .columns import numbered
from .content import Deck, Outcome
from .metrics import PITCH, ellipsised, height, lines, spare_lines
from .slide import QUESTION, TITLE, Row, Slide, Table, fitting, one_line, readable

ROWS = 8  # of outcomes on a slide
# Points: kind, what, who, when, what it rests on; the last is left out where nothing is named.
WIDTHS = (96, 296, 112, 168, 200)
WITHOUT = (104, 448, 136, 184)
SIZES = (18, 16, 14, 12)
MOST_LINES = (2, 10, 4, 3, 6)  # of a cell; what is cut is whole in the speaker notes
HEADS = ("kind", "what", "who", "when", "rests_on")

Page = list[tuple[Outcome, Row]]


def outcomes(deck: Deck, least: float = 0) -> list[Slide]:
    """Decisions and actions on as few slides as they can be, at the largest size for that.

    None is below `least` points.
    """
    if not deck.outcomes:
        return []
    tried = [(_pages(deck, size), size) for size in readable(SIZES, least)]
    pages, size = min(tried, key=lambda one: (len(one[0]), -one[1]))
    return [_slide(deck, page, n, len(pages), size) for n, page in enumerate(pages, 1)]


def _pages(deck: Deck, size: float) -> list[Page]:
    rows = [(one, _row(one.cells, _widths(deck), size)) for one in deck.outcomes]
    room = at.BODY_H - _head(deck, size).tall
    full = _filled(rows, room, ROWS)
    even = _filled(rows, room, -(-len(rows) // len(full)))
    return even if len(even) == len(full) else full


def _filled(rows: Page, room: float, most: int) -> list[Page]:
    pages: list[Page] = []
    left = 0.0
    for one in rows:
        if not pages or one[1].tall > left or len(pages[-1]) == most:
            pages.append([])
            left = room
        pages[-1].append(one)
        left -= one[1].tall
    return pages


def _widths(deck: Deck) -> tuple[float, ...]:
    return WIDTHS if any(one.cells[-1] for one in deck.outcomes) else WITHOUT


def _row(
    cells: tuple[str, ...], widths: tuple[float, ...], size: float, *, bold: bool = False
) -> Row:
    """The cells as far as they are shown, and how tall the tallest is."""
    rooms = [width - 2 * at.CELL_X for width in widths]
    shown = [
        _cell(text, room, size, most, bold)
        for text, room, most in zip(cells, rooms, MOST_LINES, strict=False)
    ]
    needs = [
        sum(height(line, room, size, bold) for line in text.split("\n"))
        for text, room in zip(shown, rooms, strict=True)
    ]
    return Row(tuple(shown), max(*needs, size * PITCH) + 2 * at.CELL_Y)


def _cell(text: str, room: float, size: float, most: int, bold: bool) -> str:
    if len(lines(text, room, size, bold)) + spare_lines(text) <= most:
        return text
    return ellipsised(text, room, size, bold, most - spare_lines(text))


def _head(deck: Deck, size: float) -> Row:
    return _row(tuple(deck.words[name] for name in HEADS), _widths(deck), size, bold=True)


def _slide(deck: Deck, page: Page, n: int, of: int, size: float) -> Slide:
    title = numbered(deck.words["outcomes"], n, of)
    head = _head(deck, size)
    about = f"{deck.words['table']}: {', '.join(head.cells)}"
    table = Table((head, *(row for _, row in page)), _widths(deck), size, about)
    said = tuple(_source(one, deck) for one, _ in page)
    quotes = tuple(
        (line, id)
        for one, row in page
        for line, id in zip(row.cells[-1].split("\n"), one.quoted, strict=False)
        if id and len(row.cells) == len(WIDTHS)
    )
    return Slide(
        "outcomes",
        deck.words["summary"],
        {TITLE: fitting(title, at.HEAD), QUESTION: one_line(deck.question, at.ASKED)},
        "outcomes",
        table=table,
        said=said,
        quotes=quotes,
    )


def _source(one: Outcome, deck: Deck) -> str:
    """For the speaker: it in full, and the ids of the notes it rests on."""
    kind, text, *_ = one.cells
    return f"{kind}: {text} – {', '.join(one.notes) or deck.words['no_notes']}"
