"""Decides what goes on each slide, measured so that everything fits. No pptx here.

Nothing is shrunk by the program that shows the deck: sizes are chosen here, and what does not
fit on a slide goes on the next one.
"""

from dataclasses import dataclass, field, replace

from . import layouts as at
from .layouts import Box
from .metrics import PITCH, ellipsised, height, lines
from .outline import PLAIN, Block, Board, Card, Deck
from .paging import flow, page_count, paged, pieces

TITLE, QUESTION, PROMPT = "title", 30, 10  # where texts go: "title", or a placeholder's idx
SMALLEST = 10  # points


@dataclass(frozen=True)
class Paragraph:
    """A paragraph at a level of its placeholder."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """What stands in a placeholder; size and box only where they differ from the layout's."""

    paragraphs: tuple[Paragraph, ...]
    size: float | None = None
    box: Box | None = None


@dataclass(frozen=True)
class Slide:
    """A slide, ready to be drawn."""

    layout: str
    section: str
    texts: dict[str | int, Text]
    hats: tuple[tuple[str, float, float, float], ...] = ()  # hat, x, y, width
    cards: tuple[tuple[str, Box], ...] = ()  # hat, place
    ids: tuple[str, ...] = field(default=())  # the notes on it


def slides(deck: Deck) -> list[Slide]:
    """All slides of the deck, in order."""
    made = [_cover(deck), _question(deck)]
    size = note_size(deck)
    for board in deck.boards:
        made += _board(board, deck, size)
    if deck.cards:
        made += _synthesis(deck)
    return made


def _said(text: str, box: Box, smallest: float = SMALLEST) -> Text:
    """A text in a box, smaller than the layout has it where it must be; cut with "…" at worst."""
    size = box.size
    while size > smallest and height(text, box.room, size, box.bold) > box.depth:
        size -= 1
    if height(text, box.room, size, box.bold) > box.depth:
        shown = lines(text, box.room, size, box.bold)[: int(box.depth / (size * PITCH))]
        text = "".join(shown).rstrip()[:-1] + "…"
    return Text((Paragraph(text),), None if size == box.size else size)


def _cover(deck: Deck) -> Slide:
    texts: dict[str | int, Text] = {TITLE: _said(deck.title, at.TITLE)}
    if deck.question != deck.title:
        texts[1] = _said(deck.question, at.TITLE_QUESTION)
    if facts := " · ".join(filter(None, (deck.organiser, deck.date))):
        texts[10] = _said(facts, at.TITLE_FACTS)
    return Slide("title", deck.title, texts)


def _question(deck: Deck) -> Slide:
    texts: dict[str | int, Text] = {
        TITLE: _said(deck.words["hats"], at.QUESTION_TITLE),
        10: _said(deck.question, at.QUESTION),
    }
    hats = []
    size = min((_row_size(prompt) for _, _, prompt in deck.hats), default=at.ROW_SIZE)
    for n, (hat, name, prompt) in enumerate(deck.hats):
        paragraphs = (Paragraph(name, 1), *([Paragraph(prompt, 2)] if prompt else []))
        texts[11 + n] = Text(paragraphs, None if size == at.ROW_SIZE else size)
        hats.append((hat, at.MARGIN, at.ROW_Y + n * at.ROW_STEP + 4, 70))
    return Slide("question", deck.title, texts, tuple(hats))


def _row_size(prompt: str) -> float:
    size = at.ROW_SIZE
    while size > SMALLEST and height(prompt, at.ROW_W, size) + size * PITCH > at.ROW_H:
        size -= 1
    return size


# --- a hat's slides --------------------------------------------------------------------------

SIZES = (20, 18, 16)  # of notes; one for the whole deck
ENOUGH = 24  # slides of notes that a room still looks through; the workshop of 2013 had 20


def note_size(deck: Deck) -> int:
    """The largest size at which all boards together take no more than ENOUGH slides."""
    for size in SIZES[:-1]:
        columns = (flow(pieces(board, size, ""), at.COLUMN_H) for board in deck.boards)
        if sum(map(page_count, columns)) <= ENOUGH:
            return size
    return SIZES[-1]


def _board(board: Board, deck: Deck, size: float) -> list[Slide]:
    pages = paged(board, size, deck.words["goes_on"])
    made = []
    for n, columns in enumerate(pages, 1):
        title = board.title if len(pages) == 1 else f"{board.title} {n}/{len(pages)}"
        texts: dict[str | int, Text] = {
            TITLE: _said(title, at.HAT_TITLE),
            QUESTION: Text((Paragraph(ellipsised(deck.question, at.ASKED.w, at.ASKED.size)),)),
        }
        if board.prompt:
            texts[PROMPT] = _said(board.prompt, at.PROMPT)
        own = None if size == at.COLUMNS[0].size else size
        for place, column in enumerate(columns):
            texts[11 + place] = Text(tuple(Paragraph(p.text, p.level) for p in column), own)
        ids = dict.fromkeys(piece.id for column in columns for piece in column if piece.id)
        made.append(Slide(board.hat, board.title, texts, ids=tuple(ids)))
    return made


# --- synthesis -------------------------------------------------------------------------------


def _synthesis(deck: Deck) -> list[Slide]:
    """One slide with all cards at one size; a slide or more for each hat where they do not fit."""
    boxes = at.cards(len(deck.cards))
    sizes = range(int(boxes[0].size), SMALLEST - 1, -1)
    title = deck.words["synthesis"]
    for size in sizes:
        if all(_card_fits(c, b, size) for c, b in zip(deck.cards, boxes, strict=True)):
            return [_synthesis_slide(deck, title, boxes, size)]
    made: list[Slide] = []
    for card in deck.cards:
        made += _long_card(card, deck)
    return made


def _card_fits(card: Card, box: Box, size: float) -> bool:
    tall = height(card.heading, box.room, size, bold=True)
    tall += sum(height(line, box.room, size) for line in card.lines)
    return tall <= box.depth - HEAD_ROOM


HEAD_ROOM = 2  # the hat sits on the card's edge; its text begins a little lower


def _synthesis_slide(deck: Deck, title: str, boxes: list[Box], size: float) -> Slide:
    texts: dict[str | int, Text] = {
        TITLE: Text((Paragraph(title),)),
        10: _said(deck.question, at.SYNTHESIS_QUESTION),
    }
    usual = boxes == at.cards(6)[: len(boxes)]
    hats = []
    for n, (card, box) in enumerate(zip(deck.cards, boxes, strict=True)):
        inside = (Paragraph(card.heading, 1), *(Paragraph(line, 2) for line in card.lines))
        place = None if usual else box
        texts[11 + n] = Text(inside, None if size == box.size else size, place)
        hats.append((card.hat, box.x + box.w - 60, box.y - 26, 46.0))
    cards = tuple((card.hat, box) for card, box in zip(deck.cards, boxes, strict=True))
    return Slide("synthesis", title, texts, tuple(hats), cards)


def _long_card(card: Card, deck: Deck) -> list[Slide]:
    """A synthesis too long for a card: on its hat's own slides, in full."""
    title = f"{deck.words['synthesis']}: {card.heading}"
    blocks = tuple(Block(PLAIN, line) for line in card.lines)
    made = _board(Board(card.hat, title, "", blocks), deck, SIZES[-1])
    return [replace(slide, section=deck.words["synthesis"]) for slide in made]
