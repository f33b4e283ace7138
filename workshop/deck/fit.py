"""Decides what goes on each slide, measured so that everything fits. No pptx here.

Nothing is shrunk by the program that shows the deck: sizes are chosen here, and what does not
fit on a slide goes on the next one.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from . import appendix, cards, columns, numbers, tables
from . import layouts as at
from .content import Board, Deck, Statement
from .metrics import PITCH, height
from .parts import chosen
from .slide import (
    QUESTION,
    SMALLEST,
    TITLE,
    Paragraph,
    Slide,
    Text,
    cut,
    fitting,
    one_line,
    readable,
)

Notes = Callable[[Board, Deck, float, float, set[str]], list[Slide]]  # as columns.notes


def slides(
    deck: Deck, parts: Iterable[str] | None = None, notes: Notes = columns.notes, least: float = 0
) -> list[Slide]:
    """All slides of the deck, in order, or those of the parts that were chosen.

    `notes` makes the slides of a hat's notes. Rather more slides than letters below `least` points.
    """
    wanted = chosen(parts)
    made = _cover(deck) if "cover" in wanted else []
    for part, make in (
        ("answer", partial(_answer, least=least)),
        ("synthesis", partial(cards.synthesis, parts=wanted, least=least)),
        ("outcomes", partial(tables.outcomes, least=least)),
        ("participation", numbers.participation),
        ("votes", numbers.votes),
    ):
        made += make(deck) if part in wanted else []
    made += _map(deck, wanted, least) if "map" in wanted else []
    made += _hats(deck, wanted, notes, least)
    if deck.room and "room" in wanted:
        made += columns.told(deck.room, deck, "room", "room", least)
    made += appendix.appendix(deck, least) if "appendix" in wanted else []
    made += columns.told(deck.method, deck, "method", "method", least) if "method" in wanted else []
    return _told_apart(made or _cover(deck))


def _told_apart(slides: list[Slide]) -> list[Slide]:
    """The slides, each with a title of its own."""
    titles: Counter[str] = Counter()
    found = []
    for slide in slides:
        title = slide.texts[TITLE].paragraphs[0].text
        titles[title] += 1
        if titles[title] > 1:
            said = replace(slide.texts[TITLE].paragraphs[0], text=f"{title} ({titles[title]})")
            texts = slide.texts | {TITLE: replace(slide.texts[TITLE], paragraphs=(said,))}
            slide = replace(slide, texts=texts)
        found.append(slide)
    return found


def _cover(deck: Deck) -> list[Slide]:
    texts: dict[str | int, Text] = {TITLE: fitting(deck.title, at.TITLE)}
    if deck.question != deck.title:
        texts[1] = fitting(deck.question, at.TITLE_QUESTION)
    if facts := " · ".join(filter(None, (deck.organiser, deck.date))):
        texts[10] = fitting(facts, at.TITLE_FACTS)
    return [Slide("title", deck.words["summary"], texts, "cover")]


# --- the answer first ------------------------------------------------------------------------

ANSWER_SIZES = (24, 22, 20, 18, 16)


def _answer(deck: Deck, least: float) -> list[Slide]:
    """Decisions, then as many reasons as there is room for; the first decision is the title
    where it stands there on two lines."""
    if not (answer := deck.answer):
        return []
    as_title = bool(answer.title) and _is_short(answer.title)
    title = answer.title if as_title else deck.words["answer"]
    left = answer.decisions[1:] if as_title else answer.decisions
    size, told = _largest(left, answer.reasons, readable(ANSWER_SIZES, least))
    shown = (*(answer.decisions[:1] if as_title else ()), *told)
    texts: dict[str | int, Text] = {
        TITLE: fitting(title, at.HEAD),
        QUESTION: one_line(deck.question, at.ASKED),
    }
    if told:
        said = tuple(_answered(one) for one in told)
        texts[11] = Text(said, None if size == at.BODY.size else size)
    sources = tuple(
        f"{one.text} – {', '.join(one.notes) or deck.words['no_notes']}" for one in shown
    )
    return [Slide("answer", deck.words["summary"], texts, "answer", said=sources)]


def _is_short(title: str) -> bool:
    return height(title, at.HEAD.room, at.HEAD.size, bold=True) <= at.HEAD.depth


def _answered(one: Statement) -> Paragraph:
    return Paragraph(one.text, 2 if one.lead else 1, lead=f"{one.lead}: " if one.lead else "")


def _largest(
    decisions: tuple[Statement, ...], reasons: tuple[Statement, ...], sizes: list[float]
) -> tuple[float, list[Statement]]:
    """The largest size at which all fits; at the smallest as much as fits, decisions first."""
    told = [*decisions, *reasons]
    for size in sizes:
        if sum(_tall(one, size) for one in told) <= at.BODY_H:
            return size, told
    size, left, kept = sizes[-1], float(at.BODY_H), []
    for one in told:
        room = at.BODY.room - at.ANSWER_INDENT
        short = replace(one, text=cut(one.text, room, 3 * size * PITCH, size))
        if _tall(short, size) <= left:
            kept.append(one if short.text == one.text else short)
            left -= _tall(short, size)
    return size, kept


def _tall(one: Statement, size: float) -> float:
    lead = f"{one.lead}: " if one.lead else ""
    room = at.BODY.room - at.ANSWER_INDENT
    return height(lead + one.text, room, size, bold=True) + at.ANSWER_GAP


# --- the hats --------------------------------------------------------------------------------


def _map(deck: Deck, parts: set[str], least: float) -> list[Slide]:
    """What was asked, and the hats, each leading to its own slides."""
    texts: dict[str | int, Text] = {
        TITLE: fitting(deck.words["hats"], at.QUESTION_TITLE),
        10: fitting(deck.question, at.QUESTION),
    }
    hats = []
    told = {board.hat for board in deck.boards} if {"themes", "notes"} & parts else set()
    size = min((_row_size(prompt, least) for _, _, prompt in deck.hats), default=at.ROW_SIZE)
    for n, (hat, name, prompt) in enumerate(deck.hats):
        prompt = cut(prompt, at.ROW_W, at.ROW_H - size * PITCH, size)
        named = Paragraph("", 1, linked=name, link=f"hat:{hat}" if hat in told else "")
        paragraphs = (named, *([Paragraph(prompt, 2)] if prompt else []))
        texts[11 + n] = Text(paragraphs, None if size == at.ROW_SIZE else size)
        hats.append((hat, at.MARGIN, at.ROW_Y + n * at.ROW_STEP + 4, 70))
    return [Slide("question", deck.words["summary"], texts, "map", tuple(hats), anchors=("map",))]


def _row_size(prompt: str, least: float) -> float:
    size = max(at.ROW_SIZE, math.ceil(least))
    while size > SMALLEST and height(prompt, at.ROW_W, size) + size * PITCH > at.ROW_H:
        size -= 1
    return size


def _hats(deck: Deck, parts: set[str], notes: Notes, least: float) -> list[Slide]:
    """For each hat its themes and then all its notes; links lead to the first of them."""
    made = []
    prompted = columns.prompt_size(deck)
    size = columns.note_size(deck, cut="appendix" in parts) if "notes" in parts else 0
    size = max(size, least)
    for board in deck.boards:
        own = cards.themes(board, deck, prompted, parts, least) if "themes" in parts else []
        own += notes(board, deck, size, prompted, parts) if "notes" in parts else []
        if own:
            own[0] = replace(own[0], anchors=(f"hat:{board.hat}",))
        made += own
    return made
