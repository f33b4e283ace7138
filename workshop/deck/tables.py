"""The slides of decisions and actions: a native table, each cell measured."""

from . import layouts as at
from .columns import numbered
from .content import Deck, Outcome
from .metrics import CLOSE, PITCH, ellipsised, height, line_count, spare_lines, width
from .slide import QUESTION, TITLE, Row, Slide, Table, fitting, one_line, readable

ROWS = 8  # of outcomes on a slide
WHO, RESTS_ON = 116, 200  # points; the last is left out where nothing is named
SIZES = (18, 16, 14, 12)
MOST_LINES = (2, 10, 4, 3, 7)  # of a cell; what is cut is whole in the speaker notes
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
    rows = [(one, _row(one.cells, _widths(deck, size), size)) for one in deck.outcomes]
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


def _widths(deck: Deck, size: float) -> tuple[float, ...]:
    """Of kind, what, who, when, and what it rests on: kinds and days stand on one line each, and
    what is to be done has what is left."""
    kind, when = (
        max(width(text, size, bold=True) for text in (deck.words[head], *cells)) / CLOSE
        + 2 * at.CELL_X
        for head, cells in (
            ("kind", (one.cells[0] for one in deck.outcomes)),
            ("when", (one.cells[3] for one in deck.outcomes)),
        )
    )
    rests_on = [RESTS_ON] if any(one.cells[-1] for one in deck.outcomes) else []
    return (kind, at.TABLE.w - sum((kind, WHO, when, *rests_on)), WHO, when, *rests_on)


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
    """As many of its lines as there is room for, each whole but for the last."""
    if line_count(text, room, size, bold) + spare_lines(text) <= most:
        return text
    left, shown = most - spare_lines(text), []
    waiting = text.split("\n")
    while waiting and left > 0:
        line = waiting.pop(0)
        count = min(left, line_count(line, room, size, bold))
        shown.append(ellipsised(line, room, size, bold, count))
        left -= count
    if waiting and not shown[-1].endswith("…"):
        shown[-1] = ellipsised(f"{shown[-1]} …", room, size, bold, count)
    return "\n".join(shown)


def _head(deck: Deck, size: float) -> Row:
    return _row(tuple(deck.words[name] for name in HEADS), _widths(deck, size), size, bold=True)


def _slide(deck: Deck, page: Page, n: int, of: int, size: float) -> Slide:
    title = numbered(deck.words["outcomes"], n, of)
    head = _head(deck, size)
    about = f"{deck.words['table']}: {', '.join(head.cells)}"
    table = Table((head, *(row for _, row in page)), _widths(deck, size), size, about)
    said = tuple(_source(one, deck) for one, _ in page)
    quotes = tuple(
        (line, id)
        for one, row in page
        for line, id in zip(row.cells[-1].split("\n"), one.quoted, strict=False)
        if id and len(row.cells) == len(HEADS)
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
