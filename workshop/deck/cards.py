"""Slides of cards: the synthesis, and a hat's themes with their weightiest notes."""

from dataclasses import replace
from functools import partial

from workshop.phrases import say

from . import layouts as at
from .columns import SIZES, hat_texts, notes, numbered
from .content import PLAIN, Block, Board, Card, Deck
from .layouts import Box
from .metrics import ellipsised, height
from .slide import SMALLEST, TITLE, Paragraph, Slide, Text, fitting, readable

CARD_SIZES = range(20, SMALLEST - 1, -1)  # of all cards alike, the largest that fits
COMFORTABLE = range(20, 13, -1)  # with all outcomes in full; else they are told in short
BRIEF, BRIEF_W = 3, 420  # outcomes told in short, and how wide each may be in points
HEAD_ROOM = 2  # the hat sits on the card's edge; its text begins a little lower
SMALL = 12  # points, of what stands in small at the end of a card; never more than its text


def synthesis(deck: Deck, parts: set[str], least: float = 0) -> list[Slide]:
    """One slide with all cards at one size; two where that would be smaller than SMALLEST, and
    each hat's own slides for what is longer still. No letters below `least` points: two cards a
    slide come before that.

    Outcomes that have a table of their own are told in short.
    """
    if not deck.cards:
        return []
    brief = tuple(_brief(card, deck) if "outcomes" in parts else card for card in deck.cards)
    title = deck.words["synthesis"]
    for slides, sizes in (
        ([deck.cards], COMFORTABLE),
        ([brief], CARD_SIZES),
        (_halves(deck.cards) if least else [], CARD_SIZES),
        (_halves(brief), CARD_SIZES),
        (_pairs(deck.cards) if least else [], CARD_SIZES),
    ):
        for size in readable(sizes, least):
            boxes = [_boxes(cards, size, least) for cards in slides]
            if boxes and all(boxes):
                title_of = partial(numbered, title, of=len(slides))
                return [
                    _synthesis_slide(deck, title_of(n), cards, places, size, least)
                    for n, (cards, places) in enumerate(zip(slides, boxes, strict=True), 1)
                ]
    return [slide for card in brief for slide in _long_card(card, deck, least)]


def _halves(cards: tuple[Card, ...]) -> list[tuple[Card, ...]]:
    first = at.ROWS[len(cards)][0]
    return [half for half in (cards[:first], cards[first:]) if half]


def _pairs(cards: tuple[Card, ...]) -> list[tuple[Card, ...]]:
    return [cards[n : n + 2] for n in range(0, len(cards), 2)]


def _brief(card: Card, deck: Deck) -> Card:
    """The first outcomes, each in a few words, and how many there are besides."""
    if card.hat != "blue":
        return card
    lines = [
        ellipsised(line, BRIEF_W, at.cards(6)[0].size, False, 1) for line in card.lines[:BRIEF]
    ]
    left = len(card.lines) - len(lines)
    more = [say(deck.language, "deck.more_of_it", n=left)] if left else []
    return replace(card, lines=(*lines, *more))


def _boxes(cards: tuple[Card, ...], size: float, least: float) -> list[Box]:
    """Where the cards go: in rows equally tall if they fit, else each as tall as it must be.

    Empty where they do not fit on a slide.
    """
    count = len(cards)
    equal = at.row_height(count)
    boxes = at.cards(count)
    needs: dict[float, float] = {}  # of each row, by its place
    for card, box in zip(cards, boxes, strict=True):
        needs[box.y] = max(needs.get(box.y, 0), _card_height(card, box, size, least))
    if max(needs.values()) <= equal:
        return boxes
    left = equal * len(needs) - sum(needs.values())
    return at.cards(count, tuple(need + left / len(needs) for need in needs.values())) * (left >= 0)


def _card_height(card: Card, box: Box, size: float, least: float) -> float:
    tall = height(card.heading, box.room, size, bold=True)
    tall += sum(height(line, box.room, size) for line in card.lines)
    tall += height(card.small, box.room, _small(size, least)) if card.small else 0
    return tall + HEAD_ROOM + 2 * box.inset


def _small(size: float, least: float) -> float:
    return max(min(size, SMALL), least)


def _synthesis_slide(
    deck: Deck, title: str, cards: tuple[Card, ...], boxes: list[Box], size: float, least: float
) -> Slide:
    texts: dict[str | int, Text] = {
        TITLE: Text((Paragraph(title),)),
        10: fitting(deck.question, at.SYNTHESIS_QUESTION),
    }
    usual = boxes == at.cards(6)[: len(boxes)]
    hats = []
    for n, (card, box) in enumerate(zip(cards, boxes, strict=True)):
        inside = [Paragraph(card.heading, 1), *(Paragraph(line, 2) for line in card.lines)]
        inside += [Paragraph(card.small, 3, size=_small(size, least))] if card.small else []
        place = None if usual else box
        texts[11 + n] = Text(tuple(inside), None if size == box.size else size, place)
        hats.append((card.hat, box.x + box.w - 60, box.y - 26, 46.0))
    places = tuple((card.hat, box) for card, box in zip(cards, boxes, strict=True))
    said = tuple(line for card in cards for line in _sources(card, deck))
    return Slide(
        "synthesis", deck.words["summary"], texts, "synthesis", tuple(hats), places, said=said
    )


def _sources(card: Card, deck: Deck) -> list[str]:
    """For the speaker: each statement and the ids of its notes."""
    return [
        f"{card.heading}: {one.text} – {', '.join(one.notes) or deck.words['no_notes']}"
        for one in card.statements
    ]


def _long_card(card: Card, deck: Deck, least: float) -> list[Slide]:
    """A synthesis too long for a card: on its hat's own slides, in full."""
    title = f"{deck.words['synthesis']}: {card.heading}"
    blocks = tuple(Block(PLAIN, line) for line in (*card.lines, card.small) if line)
    board = Board(card.hat, title, "", blocks)
    made = notes(board, deck, max(SIZES[-1], least), at.PROMPT.size, set())
    said, where = tuple(_sources(card, deck)), deck.words["summary"]
    return [replace(one, section=where, part=f"synthesis-{card.hat}", said=said) for one in made]


# --- themes ----------------------------------------------------------------------------------

THEMES_A_SLIDE, LARGE_A_SLIDE, LARGE = 6, 3, 14  # three where letters must be above 14 points
THEME_SIZES = (20, 18, 16, 15, 14, 13, 12)
NOTE_LINES = 3  # of a note on a theme's card; all of it is among the hat's notes
IN_FULL, LARGE_ENOUGH = 12, 16  # lines of a note that is shown whole, where that is as large


def themes(
    board: Board, deck: Deck, prompted: float, parts: set[str], least: float = 0
) -> list[Slide]:
    """The hat's themes as cards, at most six a slide and evenly many; none below `least` points."""
    sizes = readable(THEME_SIZES, least)
    cards = deck.themes.get(board.hat, ())
    most = THEMES_A_SLIDE if least <= LARGE else LARGE_A_SLIDE
    count = -(-len(cards) // most)
    made = []
    for n in range(count):
        here = cards[n * len(cards) // count : (n + 1) * len(cards) // count]
        title = f"{board.title} – {deck.words['themed']}"
        texts = hat_texts(
            board.hat, numbered(title, n + 1, count), board.prompt, deck, prompted, parts
        )
        boxes = at.theme_cards(len(here))
        size, inside = _largest(here, boxes, sizes)
        tallest = max(map(_tall, inside, boxes, [size] * len(here)))
        boxes = at.theme_cards(len(here), tallest + 2 * at.CARD_INSET)
        for place, (paragraphs, box) in enumerate(zip(inside, boxes, strict=True)):
            texts[11 + place] = Text(paragraphs, None if size == box.size else size, box)
        ids = tuple(id for card in here for id in card.notes)
        places = tuple((board.hat, box) for box in boxes)
        made.append(
            Slide(f"{board.hat} themes", board.title, texts, f"themes-{board.hat}", (), places,
                  ids=ids)
        )  # fmt: skip
    return made


def _largest(
    cards: tuple[Card, ...], boxes: list[Box], sizes: list[float]
) -> tuple[float, list[tuple[Paragraph, ...]]]:
    """The largest size from LARGE_ENOUGH up at which all is told in full; else the largest at which
    nothing is cut further than to NOTE_LINES; else with as many lines of each note as there is
    room for."""
    whole = [size for size in sizes if size >= LARGE_ENOUGH]
    for most, tried in ((IN_FULL, whole), *((n, sizes) for n in range(NOTE_LINES, 0, -1))):
        for size in tried:
            inside = [_theme(card, box, size, most) for card, box in zip(cards, boxes, strict=True)]
            if all(inside):
                return size, inside
    size = sizes[-1]
    return size, [_heading_only(card, box, size) for card, box in zip(cards, boxes, strict=True)]


def _theme(card: Card, box: Box, size: float, most: int) -> tuple[Paragraph, ...]:
    """The card's text, each note on at most so many lines; empty where it does not fit."""
    name, _, counted = card.heading.rpartition(" (")
    heading = ellipsised(name, box.room, size, True, 2, f" ({counted}")
    shown = [ellipsised(line, box.room - at.INDENT, size, False, most) for line in card.lines]
    inside = (
        Paragraph(heading, 1),
        *(Paragraph(text, 2, id=id) for text, id in zip(shown, card.notes, strict=False)),
    )
    return inside if _tall(inside, box, size) <= box.depth else ()


def _tall(inside: tuple[Paragraph, ...], box: Box, size: float) -> float:
    """How tall a theme's name and its notes stand."""
    heading, *notes = (paragraph.text for paragraph in inside)
    room = box.room - at.INDENT
    tall = height(heading, box.room, size, bold=True)
    return tall + sum(height(text, room, size) + at.GAP for text in notes)


def _heading_only(card: Card, box: Box, size: float) -> tuple[Paragraph, ...]:
    return tuple(_theme(replace(card, lines=()), box, size, 1))
