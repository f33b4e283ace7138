"""Slides of text that flows over two columns: a hat's notes, what the room added, the method."""

from . import layouts as at
from .content import Board, Deck
from .layouts import Box
from .metrics import PITCH, ellipsised
from .paging import Columns, flow, page_count, paged, pieces
from .slide import (
    BACK,
    PROMPT,
    QUESTION,
    SMALLEST,
    TITLE,
    Paragraph,
    Slide,
    Text,
    fitting,
    one_line,
)

SIZES = (20, 18, 16)  # of notes; one for the whole deck
ENOUGH = 24  # slides of notes that a room still looks through; the workshop of 2013 had 20


def note_size(deck: Deck, *, cut: bool) -> int:
    """The largest size at which all boards together take no more than ENOUGH slides."""
    for size in SIZES[:-1]:
        if _least(deck, size) > ENOUGH:
            continue
        columns = (flow(pieces(board, size, "", cut=cut), at.COLUMN_H) for board in deck.boards)
        if sum(map(page_count, columns)) <= ENOUGH:
            return size
    return SIZES[-1]


def _least(deck: Deck, size: float) -> float:
    """Fewer slides the notes cannot take, were all of them one line: measuring takes longer."""
    line = size * PITCH + at.GAP
    return sum(len(board.blocks) for board in deck.boards) * line / (at.COLUMN_H + at.GAP) / 2


def prompt_size(deck: Deck) -> float:
    """The same on every hat's slides: the smallest that one of them needs."""
    sizes = (fitting(board.prompt, at.PROMPT).size or at.PROMPT.size for board in deck.boards)
    return min(sizes, default=SMALLEST)


def notes(board: Board, deck: Deck, size: float, prompted: float, parts: set[str]) -> list[Slide]:
    """All notes of a hat, by theme; long ones cut where the appendix has them in full."""
    pages = paged(board, size, deck.words["goes_on"], cut="appendix" in parts)
    made = []
    for n, columns in enumerate(pages, 1):
        texts = hat_texts(board.hat, numbered(board.title, n, len(pages)), board.prompt, deck,
                          prompted, parts)  # fmt: skip
        texts |= _in_columns(columns, at.COLUMNS, size, alone=len(pages) == 1)
        made.append(Slide(board.hat, board.title, texts, f"notes-{board.hat}", ids=_ids(columns)))
    return made


def numbered(title: str, n: int, of: int) -> str:
    """A title that says which of several slides this is."""
    return title if of == 1 else f"{title} {n}/{of}"


def hat_texts(
    hat: str, title: str, prompt: str, deck: Deck, prompted: float, parts: set[str]
) -> dict[str | int, Text]:
    """What stands at the top of all slides of a hat: question, way back, title, prompt."""
    texts: dict[str | int, Text] = {
        TITLE: fitting(title, at.HAT_TITLE),
        QUESTION: one_line(deck.question, at.ASKED),
    }
    if "map" in parts:
        back = ellipsised(deck.words["all_hats"], at.BACK.w, at.BACK.size)
        texts[BACK] = Text((Paragraph("", linked=back, link="map"),))
    if prompt:
        fits = fitting(prompt, at.PROMPT)
        texts[PROMPT] = Text(fits.paragraphs, None if prompted == at.PROMPT.size else prompted)
    return texts


def told(board: Board, deck: Deck, layout: str, part: str, least: float = 0) -> list[Slide]:
    """A board of blue's: a head, and text in two taller columns."""
    size = max(at.COLUMNS[0].size, least)
    pages = paged(board, size, deck.words["goes_on"], tall=at.BODY_H)
    made = []
    for n, columns in enumerate(pages, 1):
        texts: dict[str | int, Text] = {
            TITLE: fitting(numbered(board.title, n, len(pages)), at.HEAD),
            QUESTION: one_line(deck.question, at.ASKED),
        }
        texts |= _in_columns(columns, at.TALL_COLUMNS, size, alone=len(pages) == 1)
        made.append(Slide(layout, deck.words[part], texts, part))
    return made


def _in_columns(
    columns: Columns, boxes: tuple[Box, ...], size: float, *, alone: bool
) -> dict[str | int, Text]:
    """The text of each column; so few notes that one column holds them get its whole width."""
    own = None if size == boxes[0].size else size
    wide = boxes[0]._replace(w=2 * at.COLUMN_W + 40) if alone and len(columns) == 1 else None
    return {
        11 + place: Text(
            tuple(
                Paragraph(
                    piece.text,
                    piece.level,
                    linked=piece.more,
                    link=piece.more and f"note:{piece.id}",
                    id=piece.id,
                )
                for piece in column
            ),
            own,
            wide,
        )
        for place, column in enumerate(columns)
    }


def _ids(columns: Columns) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.id for column in columns for p in column if p.id))
