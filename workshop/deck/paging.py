"""Flows a board's notes over columns and pages: nothing cut, nothing lost, evenly full."""

from dataclasses import dataclass, replace

from . import layouts as at
from .content import GOES_ON, NOTE, THEME, Block, Board
from .metrics import PITCH, ellipsised, height, lines, spare_lines

LONGEST = 12  # lines of a note in one piece; a longer one may go on in the next column
SHOWN = 4  # lines of a note that stands in full in the appendix
NAME_LINES = 6  # of a theme: 200 letters at the largest size, so that only odd ones are cut


@dataclass(frozen=True)
class Piece:
    """A paragraph of a column: a theme's name, a note, or a part of a long one."""

    level: int
    text: str
    id: str
    tall: float  # points, with the gap above it
    gap: float
    again: "Piece | None" = None  # the name of its theme, for a column that goes on with it
    more: str = ""  # where the rest of a text that was cut is


Columns = list[list[Piece]]


def paged(
    board: Board, size: float, goes_on: str, *, tall: float = at.COLUMN_H, cut: bool = False
) -> list[Columns]:
    """The board's pages: each one or two columns, all about equally full and at most `tall`.

    With `cut`, long notes end in "…" and lead on to where they stand in full.
    """
    all_of_it = pieces(board, size, goes_on, tall=tall, cut=cut)
    columns = _levelled(all_of_it, flow(all_of_it, tall), tall)
    if board.tight:
        columns = min(columns, flow(all_of_it, tall, whole=False), key=page_count)
    step = len(at.COLUMNS)
    return [columns[n : n + step] for n in range(0, len(columns), step)]


def page_count(columns: Columns) -> int:
    """How many slides so many columns take."""
    return -(-len(columns) // len(at.COLUMNS))


def _levelled(pieces: list[Piece], full: Columns, tall: float) -> Columns:
    """The lowest filling that still needs no more pages than the full one."""
    if len(full) == 1 and sum(piece.level == THEME for piece in pieces) < 2:
        return full
    wanted = page_count(full) * len(at.COLUMNS)
    low, high, best = 0.0, float(tall), full
    while high - low > 4:
        middle = (low + high) / 2
        tried = flow(pieces, middle, tall)
        if len(tried) <= wanted:
            high, best = middle, tried
        else:
            low = middle
    return best


def pieces(
    board: Board, size: float, goes_on: str, *, tall: float = at.COLUMN_H, cut: bool = False
) -> list[Piece]:
    """What the board's slides say, measured at a size of its notes."""
    found: list[Piece] = []
    again = None
    most = LONGEST
    for block in board.blocks:
        if block.level == THEME:
            name, opening, counted = block.text.rpartition(" (")
            name = name or counted
            found.append(_theme(name, opening and f" ({counted}", size, NAME_LINES))
            again = _theme(name, f" {goes_on}", size, 1)
            most = _lines_under(found[-1], size, tall)
            continue
        if cut and block.more and (short := _shortened(block, size)):
            tall_as = height(f"{short}{block.more}", _room(NOTE), size) + at.GAP
            found.append(Piece(NOTE, short, block.id, tall_as, at.GAP, again, block.more))
            continue
        for n, text in enumerate(_parts(block.text, _room(block.level), size, most)):
            level = block.level if n == 0 else GOES_ON
            needed = height(text, _room(level), size) + at.GAP
            found.append(Piece(level, text, block.id, needed, at.GAP, again))
    return found


def _shortened(block: Block, size: float) -> str:
    """A long note's beginning, with room for its link; "" for one that is not long."""
    room = _room(block.level)
    if len(lines(block.text, room, size)) <= SHOWN:
        return ""
    text = ellipsised(block.text, room, size, False, SHOWN, block.more)
    return text.removesuffix(block.more)


def _theme(name: str, after: str, size: float, most: int) -> Piece:
    text = ellipsised(name, _room(THEME), size, True, most, after)
    tall = height(text, _room(THEME), size, bold=True) + at.THEME_GAP
    return Piece(THEME, text, "", tall, at.THEME_GAP)


def _lines_under(theme: Piece, size: float, tall: float) -> int:
    """How long a piece of a note may be, so that a column always holds it and its theme's name."""
    left = tall - (theme.tall - theme.gap) - at.GAP
    return min(LONGEST, int(left / (size * PITCH)))


def _room(level: int) -> float:
    return at.COLUMN_W - (at.INDENT if level in (NOTE, GOES_ON) else 0)


def _parts(text: str, room: float, size: float, most: int) -> list[str]:
    """A note in pieces of at most `most` lines; put together they are the note again."""
    if len(lines(text, room, size)) + spare_lines(text) <= most:
        return [text]
    parts, count = [""], 0
    for n, paragraph in enumerate(text.split("\n")):
        if n:
            parts[-1] += "\n"
        for line in lines(paragraph, room, size):
            if count == most - 1:  # one to spare: a part may be unsure where the whole was not
                parts.append("")
                count = 0
            parts[-1] += line
            count += 1
    return [part for part in parts if part.strip()]


def flow(pieces: list[Piece], full: float, tall: float = 0, *, whole: bool = True) -> Columns:
    """Fill columns to `full`, or with one piece where even that is too tall; `tall` is the most
    that a column holds, where that is more.

    With `whole` a theme stays in one column where a whole column holds it; one that does not says
    its name again where it goes on.
    """
    columns: Columns = []
    used, tall = full, max(full, tall) if whole else 0
    whole_until = 0  # pieces before this one stay together
    for n, piece in enumerate(pieces):
        needed = _needed(pieces, n, tall)
        if n >= whole_until and (used + needed > full or not columns):
            columns.append([])
            used = -piece.gap
            if piece.again:
                columns[-1].append(piece.again)
                used = piece.again.tall - piece.again.gap
        if piece.level == THEME:
            whole_until = n + _together(pieces, n, tall)
        columns[-1].append(piece)
        used += piece.tall
    return [_mended(column) for column in columns]


def _needed(pieces: list[Piece], n: int, tall: float) -> float:
    """The room that the nth piece needs: a theme's name needs its notes with it."""
    if pieces[n].level != THEME:
        return pieces[n].tall
    return sum(piece.tall for piece in pieces[n : n + _together(pieces, n, tall)])


def _together(pieces: list[Piece], n: int, tall: float) -> int:
    """How many pieces stay with a theme's name: all its notes, or the first where all are more
    than a column holds."""
    end = n + 1
    while end < len(pieces) and pieces[end].level != THEME:
        end += 1
    needed = sum(piece.tall for piece in pieces[n:end]) - pieces[n].gap
    return end - n if needed <= tall else min(2, end - n)


def _mended(column: list[Piece]) -> list[Piece]:
    """Parts of one note that met in a column become one paragraph again."""
    mended: list[Piece] = []
    for piece in column:
        if mended and piece.level == GOES_ON and mended[-1].id == piece.id:
            before = mended.pop()
            piece = replace(before, text=before.text + piece.text)
        mended.append(piece)
    return mended
