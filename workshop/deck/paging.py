"""Flows a board's notes over columns and pages: nothing cut, nothing lost, evenly full."""

from dataclasses import dataclass, replace

from . import layouts as at
from .metrics import height, lines, spare_lines
from .outline import GOES_ON, NOTE, THEME, Board

LONGEST = 10  # lines of a note in one piece; a longer one may go on in the next column


@dataclass(frozen=True)
class Piece:
    """A paragraph of a column: a theme's name, a note, or a part of a long one."""

    level: int
    text: str
    id: str
    tall: float  # points, with the gap above it
    gap: float
    again: "Piece | None" = None  # the name of its theme, for a column that goes on with it


Columns = list[list[Piece]]


def paged(board: Board, size: float, goes_on: str) -> list[Columns]:
    """The board's pages: each one or two columns, all about equally full."""
    all_of_it = pieces(board, size, goes_on)
    columns = _levelled(all_of_it, flow(all_of_it, at.COLUMN_H))
    step = len(at.COLUMNS)
    return [columns[n : n + step] for n in range(0, len(columns), step)]


def page_count(columns: Columns) -> int:
    """How many slides so many columns take."""
    return -(-len(columns) // len(at.COLUMNS))


def _levelled(pieces: list[Piece], full: Columns) -> Columns:
    """The lowest filling that still needs no more pages than the full one."""
    if len(full) == 1:
        return full
    wanted = page_count(full) * len(at.COLUMNS)
    low, high, best = 0.0, float(at.COLUMN_H), full
    while high - low > 4:
        middle = (low + high) / 2
        tried = flow(pieces, middle)
        if len(tried) <= wanted:
            high, best = middle, tried
        else:
            low = middle
    return best


def pieces(board: Board, size: float, goes_on: str) -> list[Piece]:
    """What the board's slides say, measured at a size of its notes."""
    found: list[Piece] = []
    again = None
    for block in board.blocks:
        if block.level == THEME:
            found.append(_theme(block.text, size))
            again = _theme(f"{block.text.rsplit(' (', 1)[0]} {goes_on}", size)
            continue
        for n, text in enumerate(_parts(block.text, _room(block.level), size)):
            level = block.level if n == 0 else GOES_ON
            tall = height(text, _room(level), size) + at.GAP
            found.append(Piece(level, text, block.id, tall, at.GAP, again))
    return found


def _theme(name: str, size: float) -> Piece:
    tall = height(name, _room(THEME), size, bold=True) + at.THEME_GAP
    return Piece(THEME, name, "", tall, at.THEME_GAP)


def _room(level: int) -> float:
    return at.COLUMN_W - (at.INDENT if level in (NOTE, GOES_ON) else 0)


def _parts(text: str, room: float, size: float) -> list[str]:
    """A note in pieces of at most LONGEST lines; put together they are the note again."""
    if len(lines(text, room, size)) + spare_lines(text) <= LONGEST:
        return [text]
    parts, count = [""], 0
    for n, paragraph in enumerate(text.split("\n")):
        if n:
            parts[-1] += "\n"
        for line in lines(paragraph, room, size):
            if count == LONGEST - 1:  # one to spare: a part may be unsure where the whole was not
                parts.append("")
                count = 0
            parts[-1] += line
            count += 1
    return [part for part in parts if part.strip()]


def flow(pieces: list[Piece], full: float) -> Columns:
    """Fill columns to `full`, or with one piece where even that is too tall. A theme's name stays
    with its first note, and is said again at the top of a column that goes on with it."""
    columns: Columns = []
    used = full
    for n, piece in enumerate(pieces):
        follower = pieces[n + 1].tall if piece.level == THEME and n + 1 < len(pieces) else 0
        alone = columns and all(other.level == THEME for other in columns[-1])
        if used + piece.tall + follower > full and not alone:
            columns.append([])
            used = -piece.gap
            if piece.again:
                columns[-1].append(piece.again)
                used = piece.again.tall - piece.again.gap
        columns[-1].append(piece)
        used += piece.tall
    return [_mended(column) for column in columns]


def _mended(column: list[Piece]) -> list[Piece]:
    """Parts of one note that met in a column become one paragraph again."""
    mended: list[Piece] = []
    for piece in column:
        if mended and piece.level == GOES_ON and mended[-1].id == piece.id:
            before = mended.pop()
            piece = replace(before, text=before.text + piece.text)
        mended.append(piece)
    return mended
