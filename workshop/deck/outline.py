"""Decides what the deck says: which slides, with which words. No sizes and no pptx here."""

from dataclasses import dataclass, field
from datetime import date as Date
from functools import partial

from workshop.boards import Rows, has_board, in_order, notes_of, prompt_of, themes_of
from workshop.hats import BOARDS
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import normalised

THEME, NOTE, GOES_ON, PLAIN = 1, 2, 3, 4  # levels of text on a hat's slides; see template.py


@dataclass(frozen=True)
class Block:
    """A theme's name, a note, or a plain remark."""

    level: int
    text: str
    id: str = ""  # the note's


@dataclass(frozen=True)
class Board:
    """A hat's slides, however many it takes."""

    hat: str
    title: str
    prompt: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Card:
    """What a hat, or the whole workshop (blue), came to."""

    hat: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """Everything the deck says, in order."""

    language: str
    title: str
    question: str
    date: str
    organiser: str
    hats: tuple[tuple[str, str, str], ...]  # hat, its name and word, its prompt
    boards: tuple[Board, ...]
    cards: tuple[Card, ...]
    words: dict[str, str] = field(default_factory=dict)  # the deck's own, in its language


def outline(rows: Rows) -> Deck:
    """The deck of a workshop, from the rows that the desk may see."""
    (own,) = rows["workshop"].values()
    language = own["language"]
    used = [hat for hat in _order(rows) if has_board(rows, hat)]
    words = ("hats", "synthesis", "goes_on", "sources")
    return Deck(
        language=language,
        title=normalised(own["title"] or own["question"]),
        question=normalised(own["question"]),
        date=day(own["date"], language),
        organiser=normalised(own["organiser"]),
        hats=tuple((hat, _name(hat, language), normalised(prompt_of(rows, hat))) for hat in used),
        boards=tuple(filter(None, (_board(rows, hat, language) for hat in used))),
        cards=tuple(_cards(rows, [hat for hat in used if _was_on(rows, hat)], language)),
        words={word: say(language, f"deck.{word}") for word in words},
    )


def day(date: str, language: str) -> str:
    """A day as people write it; "" for none."""
    if not date:
        return ""
    d = Date.fromisoformat(date)
    month = say(language, f"deck.month.{d.month}")
    return say(language, "deck.date", day=d.day, month=month, year=d.year)


def _order(rows: Rows) -> list[str]:
    """The hats with boards as the sequence has them, then any others that have something."""
    planned = [round["hat"] for round in in_order(rows["round"])]
    return [hat for hat in dict.fromkeys([*planned, *BOARDS]) if hat in BOARDS]


def _name(hat: str, language: str) -> str:
    say_it = partial(say, language)
    return f"{say_it(f'hat.{hat}.name')}: {say_it(f'hat.{hat}.word').lower()}"


def _board(rows: Rows, hat: str, language: str) -> Board | None:
    """None for a hat that was never on and has nothing."""
    blocks = [*_themed(rows, hat, language), *_remarks(rows, hat, language)]
    if not blocks:
        return None
    return Board(hat, _name(hat, language), normalised(prompt_of(rows, hat)), tuple(blocks))


def _themed(rows: Rows, hat: str, language: str) -> list[Block]:
    notes, themes = notes_of(rows, hat), themes_of(rows, hat)
    named = any(own["named"] for own in rows["workshop"].values())
    known = {theme["id"] for theme in themes}
    blocks = []
    for theme in [*themes, None]:
        under = (note for note in notes if note["theme"] == (theme["id"] if theme else ""))
        lost = (note for note in notes if not theme and note["theme"] not in {"", *known})
        inside = [*under, *lost]
        if inside and themes:
            blocks.append(Block(THEME, _theme_name(theme, len(inside), language)))
        blocks += [Block(NOTE, _note(note, language, named), note["id"]) for note in inside]
    return blocks


def _theme_name(theme: Row | None, count: int, language: str) -> str:
    name = normalised(theme["name"]) if theme else say(language, "table.unthemed")
    votes = theme["votes"] if theme else 0
    counted = [say(language, "deck.notes", n=count)]
    counted += [say(language, "deck.votes", n=votes)] if votes else []
    return f"{name} ({', '.join(counted)})"


def _note(note: Row, language: str, named: bool) -> str:
    marks = [f" ({say(language, f'mark.{mark}')})" for mark in note["marks"]]
    author = f" – {note['author']}" if named and note.get("author") else ""
    return normalised("".join([note["text"], *marks, author]))


def _remarks(rows: Rows, hat: str, language: str) -> list[Block]:
    """What must be said honestly: notes that wait for their reveal, or that nobody wrote."""
    rounds = [row for row in rows["round"].values() if row["hat"] == hat]
    closed = [row for row in rounds if row["state"] in ("open", "closed") and not row["at_once"]]
    waiting = sum(row["notes"] for row in closed)
    if waiting:
        return [Block(PLAIN, say(language, "deck.waiting", n=waiting))]
    if notes_of(rows, hat) or not any(row["opened_at"] for row in rounds):
        return []
    hidden = any(note["hat"] == hat for note in rows["note"].values())
    word = "all_hidden" if hidden else "nobody_wrote"
    return [Block(PLAIN, say(language, f"deck.{word}"))]


def _cards(rows: Rows, used: list[str], language: str) -> list[Card]:
    cards = [Card(hat, _name(hat, language), (_said(rows, hat, language),)) for hat in used]
    if outcomes := [_outcome(row, language) for row in in_order(rows["outcome"])]:
        cards.append(Card("blue", say(language, "table.outcomes"), tuple(outcomes)))
    return cards


def _said(rows: Rows, hat: str, language: str) -> str:
    """A hat's synthesis; where nobody wrote one, the names of its themes speak for it."""
    if text := normalised(_text(rows, hat)):
        return text
    names = ", ".join(normalised(theme["name"]) for theme in themes_of(rows, hat))
    return (
        say(language, "deck.themes", names=names) if names else say(language, "deck.no_synthesis")
    )


def _was_on(rows: Rows, hat: str) -> bool:
    opened = any(row["hat"] == hat and row["opened_at"] for row in rows["round"].values())
    return opened or bool(_text(rows, hat))


def _text(rows: Rows, hat: str) -> str:
    return rows["synthesis"].get(hat, {"text": ""})["text"]


def _outcome(row: Row, language: str) -> str:
    who = ", ".join(filter(None, (row["owner"], day(row["due"], language))))
    kind = say(language, f"deck.{row['kind']}")
    return normalised(f"{kind}: {row['text']}" + (f" ({who})" if who else ""))
