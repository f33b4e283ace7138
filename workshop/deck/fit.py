"""Decides what goes on each slide, measured so that everything fits. No pptx here.

Nothing is shrunk by the program that shows the deck: sizes are chosen here, and what does not
fit on a slide goes on the next one.
"""

from dataclasses import dataclass, field, replace

from . import layouts as at
from .layouts import Box
from .metrics import PITCH, ellipsised, height, spare_lines
from .outline import PLAIN, Block, Board, Card, Deck
from .paging import flow, page_count, paged, pieces

TITLE, QUESTION, PROMPT = "title", 30, 10  # where texts go: "title", or a placeholder's idx
SMALLEST = 10  # points


@dataclass(frozen=True)
class Paragraph:
    """A paragraph at a level of its placeholder."""

    text: str
    level: int = 1
    id: str = ""  # the note's


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
    key: str = ""  # what the next export finds it by; see again/keys.py
    source: str = ""  # a fingerprint of what the page of a hat was made from


def slides(deck: Deck, size: float = 0) -> list[Slide]:
    """All slides of the deck, in order; notes in this size, or in the largest that is good."""
    made = [_cover(deck), _question(deck)]
    size, prompt_size = (
        size or note_size(deck),
        min(map(_prompt_size, deck.boards), default=SMALLEST),
    )
    for board in deck.boards:
        made += _board(board, deck, size, prompt_size)
    if deck.cards:
        made += _synthesis(deck)
    return made


def _said(text: str, box: Box, smallest: float = SMALLEST) -> Text:
    """A text in a box, smaller than the layout has it where it must be; cut with "…" at worst."""
    size = box.size
    while size > smallest and height(text, box.room, size, box.bold) > box.depth:
        size -= 1
    text = _cut(text, box.room, box.depth, size, box.bold)
    return Text((Paragraph(text),), None if size == box.size else size)


def _cut(text: str, room: float, depth: float, size: float, bold: bool = False) -> str:
    """The text, ending in "…" where it is too long even so."""
    if height(text, room, size, bold) <= depth:
        return text
    return ellipsised(text, room, size, bold, int(depth / (size * PITCH)) - spare_lines(text))


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
        prompt = _cut(prompt, at.ROW_W, at.ROW_H - size * PITCH, size)
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

WIDE = at.COLUMNS[0]._replace(w=2 * at.COLUMN_W + 40)  # for so few notes that one column holds all
SIZES = (20, 18, 16)  # of notes; one for the whole deck
ENOUGH = 24  # slides of notes that a room still looks through; the workshop of 2013 had 20


def note_size(deck: Deck) -> int:
    """The largest size at which all boards together take no more than ENOUGH slides."""
    for size in SIZES[:-1]:
        columns = (flow(pieces(board, size, ""), at.COLUMN_H) for board in deck.boards)
        if sum(map(page_count, columns)) <= ENOUGH:
            return size
    return SIZES[-1]


def _prompt_size(board: Board) -> float:
    """The same on every hat's slides, so each says how small its own would have to be."""
    return _said(board.prompt, at.PROMPT).size or at.PROMPT.size


def _board(board: Board, deck: Deck, size: float, prompt_size: float) -> list[Slide]:
    pages = paged(board, size, deck.words["goes_on"])
    made = []
    for n, columns in enumerate(pages, 1):
        title = board.title if len(pages) == 1 else f"{board.title} {n}/{len(pages)}"
        texts: dict[str | int, Text] = {
            TITLE: _said(title, at.HAT_TITLE),
            QUESTION: Text((Paragraph(ellipsised(deck.question, at.ASKED.w, at.ASKED.size)),)),
        }
        if board.prompt:
            smaller = None if prompt_size == at.PROMPT.size else prompt_size
            texts[PROMPT] = replace(_said(board.prompt, at.PROMPT), size=smaller)
        own = None if size == at.COLUMNS[0].size else size
        wide = WIDE if len(pages) == len(columns) == 1 else None
        for place, column in enumerate(columns):
            texts[11 + place] = Text(
                tuple(Paragraph(p.text, p.level, p.id) for p in column), own, wide
            )
        ids = dict.fromkeys(piece.id for column in columns for piece in column if piece.id)
        made.append(Slide(board.hat, board.title, texts, ids=tuple(ids)))
    return made


# --- synthesis -------------------------------------------------------------------------------

CARD_SIZES = range(20, SMALLEST - 1, -1)  # of all cards alike, the largest that fits
HEAD_ROOM = 2  # the hat sits on the card's edge; its text begins a little lower


def _synthesis(deck: Deck) -> list[Slide]:
    """One slide with all cards at one size; two where that would be smaller than SMALLEST, and
    each hat's own slides for what is longer still."""
    title, first = deck.words["synthesis"], at.ROWS[len(deck.cards)][0]
    halves = [deck.cards[:first], deck.cards[first:]]
    for parts in ([deck.cards], [half for half in halves if half]):
        titles = [title] if len(parts) == 1 else [f"{title} {n}/{len(parts)}" for n in (1, 2)]
        for size in CARD_SIZES:
            boxes = [_boxes(part, size) for part in parts]
            if all(boxes):
                rows = zip(titles, parts, boxes, strict=True)
                return [_synthesis_slide(deck, *row, size) for row in rows]
    return [slide for card in deck.cards for slide in _long_card(card, deck)]


def _boxes(cards: tuple[Card, ...], size: float) -> list[Box]:
    """Where the cards go: in rows equally tall if they fit, else each as tall as it must be.

    Empty where they do not fit on a slide.
    """
    count = len(cards)
    equal = at.row_height(count)
    boxes = at.cards(count)
    needs: dict[float, float] = {}  # of each row, by its place
    for card, box in zip(cards, boxes, strict=True):
        needs[box.y] = max(needs.get(box.y, 0), _card_height(card, box, size))
    if max(needs.values()) <= equal:
        return boxes
    left = equal * len(needs) - sum(needs.values())
    return at.cards(count, tuple(need + left / len(needs) for need in needs.values())) * (left >= 0)


def _card_height(card: Card, box: Box, size: float) -> float:
    tall = height(card.heading, box.room, size, bold=True)
    tall += sum(height(line, box.room, size) for line in card.lines)
    return tall + HEAD_ROOM + 2 * box.inset


def _synthesis_slide(
    deck: Deck, title: str, cards: tuple[Card, ...], boxes: list[Box], size: float
) -> Slide:
    texts: dict[str | int, Text] = {
        TITLE: Text((Paragraph(title),)),
        10: _said(deck.question, at.SYNTHESIS_QUESTION),
    }
    usual = boxes == at.cards(6)[: len(boxes)]
    hats = []
    for n, (card, box) in enumerate(zip(cards, boxes, strict=True)):
        inside = (Paragraph(card.heading, 1), *(Paragraph(line, 2) for line in card.lines))
        place = None if usual else box
        texts[11 + n] = Text(inside, None if size == box.size else size, place)
        hats.append((card.hat, box.x + box.w - 60, box.y - 26, 46.0))
    places = tuple((card.hat, box) for card, box in zip(cards, boxes, strict=True))
    return Slide("synthesis", deck.words["synthesis"], texts, tuple(hats), places)


def _long_card(card: Card, deck: Deck) -> list[Slide]:
    """A synthesis too long for a card: on its hat's own slides, in full."""
    title = f"{deck.words['synthesis']}: {card.heading}"
    blocks = tuple(Block(PLAIN, line) for line in card.lines)
    made = _board(Board(card.hat, title, "", blocks), deck, SIZES[-1], at.PROMPT.size)
    return [replace(slide, section=deck.words["synthesis"]) for slide in made]
