"""How the deck names hats, days, themes, notes and minutes, in the workshop's language."""

from datetime import date as Date

from workshop.boards import Rows, in_order
from workshop.hats import BOARDS
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import normalised


def day(date: str, language: str) -> str:
    """A day as people write it; "" for none."""
    if not date:
        return ""
    d = Date.fromisoformat(date)
    month = say(language, f"deck.month.{d.month}")
    return say(language, "deck.date", day=d.day, month=month, year=d.year)


def hat_name(hat: str, language: str) -> str:
    """A hat and its word: "White hat: facts"."""
    return f"{say(language, f'hat.{hat}.name')}: {say(language, f'hat.{hat}.word').lower()}"


def hats_in_order(rows: Rows) -> list[str]:
    """The hats with boards as the sequence has them, then any others that have something."""
    planned = [round["hat"] for round in in_order(rows["round"])]
    return [hat for hat in dict.fromkeys([*planned, *BOARDS]) if hat in BOARDS]


def counted(notes: int, votes: int, language: str) -> str:
    """ "12 notes, 3 votes"; no word about votes where there are none."""
    said = [say(language, "deck.notes", n=notes)]
    return ", ".join(said + ([say(language, "deck.votes", n=votes)] if votes else []))


def note_text(note: Row, language: str, *, named: bool) -> str:
    """A note's words, its marks, and its author in a named workshop."""
    marks = [f" ({say(language, f'mark.{mark}')})" for mark in note["marks"]]
    author = f" – {note['author']}" if named and note.get("author") else ""
    return normalised("".join([note["text"], *marks, author]))


def is_named(rows: Rows) -> bool:
    return any(own["named"] for own in rows["workshop"].values())


def text_of(rows: Rows, hat: str) -> str:
    """A hat's synthesis; "" where nobody wrote one."""
    return normalised(rows["synthesis"].get(hat, {"text": ""})["text"])
