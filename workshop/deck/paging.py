"""Flows a board's notes over columns and pages: nothing cut, nothing lost, evenly full."""

from dataclasses import dataclass, replace
from itertools import pairwise

from . import layouts as at
from .content import GOES_ON, NOTE, THEME, Block, Board
from .metrics import PITCH, ellipsised, height, line_count, lines, spare_lines

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
    columns = levelled(all_of_it, tall)
    if board.tight:
        columns = min(columns, flow(all_of_it, tall, whole=False), key=page_count)
    step = len(at.COLUMNS)
    return [columns[n : n + step] for n in range(0, len(columns), step)]


def page_count(columns: Columns) -> int:
    """How many slides so many columns take."""
    return -(-len(columns) // len(at.COLUMNS))


def levelled(pieces: list[Piece], tall: float, *, whole: bool = True) -> Columns:
    """Columns of at most `tall` on as few pages as can be, filled no higher than that needs.

    `whole` as for flow.
    """
    together = _together(pieces, tall if whole else 0)
    best = _filled(pieces, tall, together)
    if len(best) > 1 or sum(piece.level == THEME for piece in pieces) > 1:
        wanted = page_count(best) * len(at.COLUMNS)
        low = sum(piece.tall for piece in pieces) / wanted - at.THEME_GAP  # no lower one holds it
        high = float(tall)
        while high - low > 4:
            middle = (low + high) / 2
            tried = _filled(pieces, middle, together)
            if len(tried) <= wanted:
                high, best = middle, tried
            else:
                low = middle
    return [_mended(column) for column in best]


def pieces(
    board: Board, size: float, goes_on: str, *, tall: float = at.COLUMN_H, cut: bool = False
) -> list[Piece]:
    """What the board's slides say, measured at a size of its notes."""
    found: list[Piece] = []
    again = None
    most = _lines_in(tall, size)
    for block in board.blocks:
        if block.level == THEME:
            name, opening, counted = block.text.rpartition(" (")
            name = name or counted
            found.append(_theme(name, opening and f" ({counted}", size, NAME_LINES))
            again = _theme(name, f" {goes_on}", size, 1)
            most = _lines_in(tall - (found[-1].tall - found[-1].gap) - at.GAP, size)
            continue
        count = line_count(block.text, _room(block.level), size)
        needed = count + spare_lines(block.text)
        if cut and block.more and count > SHOWN:
            found.append(_shortened(block, size, again))
        elif needed <= most:
            tall_as = needed * size * PITCH + at.GAP
            found.append(Piece(block.level, block.text, block.id, tall_as, at.GAP, again))
        else:
            found += _parts(block, size, most, again)
    return found


def _shortened(block: Block, size: float, again: Piece | None) -> Piece:
    """A long note's beginning, with room for its link."""
    room = _room(NOTE)
    text = ellipsised(block.text, room, size, False, SHOWN, block.more)
    tall = height(text, room, size) + at.GAP
    return Piece(NOTE, text.removesuffix(block.more), block.id, tall, at.GAP, again, block.more)


def _theme(name: str, after: str, size: float, most: int) -> Piece:
    text = ellipsised(name, _room(THEME), size, True, most, after)
    tall = height(text, _room(THEME), size, bold=True) + at.THEME_GAP
    return Piece(THEME, text, "", tall, at.THEME_GAP)


def _lines_in(left: float, size: float) -> int:
    """How long a piece of a note may be, so that a column always holds it: `left` points of it, a
    whole one or what the name of a theme leaves."""
    return min(LONGEST, int(left / (size * PITCH)))


def _room(level: int) -> float:
    return at.COLUMN_W - (at.INDENT if level in (NOTE, GOES_ON) else 0)


def _parts(block: Block, size: float, most: int, again: Piece | None) -> list[Piece]:
    """A note in pieces of at most `most` lines; put together they are the note again."""
    room = _room(block.level)
    parts, count = [""], 0
    for n, paragraph in enumerate(block.text.split("\n")):
        if n:
            parts[-1] += "\n"
        for line in lines(paragraph, room, size):
            if count == most - 1:  # one to spare: a part may be unsure where the whole was not
                parts.append("")
                count = 0
            parts[-1] += line
            count += 1
    found: list[Piece] = []
    for text in filter(str.strip, parts):
        level = GOES_ON if found else block.level
        tall = height(text, _room(level), size) + at.GAP
        found.append(Piece(level, text, block.id, tall, at.GAP, again))
    return found


def flow(pieces: list[Piece], full: float, tall: float = 0, *, whole: bool = True) -> Columns:
    """Fill columns to `full`, or with one piece where even that is too tall; `tall` is the most
    that a column holds, where that is more.

    With `whole` a theme stays in one column where a whole column holds it; one that does not says
    its name again where it goes on.
    """
    together = _together(pieces, max(full, tall) if whole else 0)
    return [_mended(column) for column in _filled(pieces, full, together)]


Together = dict[int, tuple[int, float]]  # by the place of a theme's name: see _together


def _filled(pieces: list[Piece], full: float, together: Together) -> Columns:
    columns: Columns = []
    used = full
    whole_until = 0  # pieces before this one stay together
    for n, piece in enumerate(pieces):
        until, needed = together.get(n) or (whole_until, piece.tall)
        if n >= whole_until and (used + needed > full or not columns):
            columns.append([])
            used = -piece.gap
            if piece.again:
                columns[-1].append(piece.again)
                used = piece.again.tall - piece.again.gap
        whole_until = until
        columns[-1].append(piece)
        used += piece.tall
    return columns


def _together(pieces: list[Piece], tall: float) -> Together:
    """Where the pieces end that stay with each theme's name, and the room that they need: all its
    notes, or the first where all are more than a column holds."""
    themes = [n for n, piece in enumerate(pieces) if piece.level == THEME]
    found = {}
    for start, end in pairwise([*themes, len(pieces)]):
        needed = sum(piece.tall for piece in pieces[start:end])
        if needed - pieces[start].gap > tall:
            end = min(start + 2, end)
            needed = sum(piece.tall for piece in pieces[start:end])
        found[start] = (end, needed)
    return found


def _mended(column: list[Piece]) -> list[Piece]:
    """Parts of one note that met in a column become one paragraph again."""
    mended: list[Piece] = []
    for piece in column:
        if mended and piece.level == GOES_ON and mended[-1].id == piece.id:
            before = mended.pop()
            piece = replace(before, text=before.text + piece.text)
        mended.append(piece)
    return mended
