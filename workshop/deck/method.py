"""How the deck came about: hats and minutes in order, numbers, the rule about names, versions."""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from workshop.boards import Rows, in_order, note_counts, notes_of, themes_of
from workshop.phrases import say
from workshop.records import Row

from .content import NOTE, THEME, Block, Board
from .figures import MINUTE_MS, took
from .naming import hat_name, is_named

PROJECT = Path(__file__).parent.parent.parent / "pyproject.toml"
# What differs between two readings of the same workshop document: codes, when it was read, and
# what the desk draws it on.
PASSING = {"token", "scene", "round", "opened_at", "ends_at", "remaining", "closed_at", "template"}


def method(rows: Rows, used: list[str], export: str, language: str) -> Board:
    """The last slide: true of every workshop, so it is always there."""
    blocks = [Block(THEME, say(language, "deck.steps"))]
    blocks += [Block(NOTE, _step(row, language)) for row in in_order(rows["round"])]
    blocks += [Block(THEME, say(language, "deck.numbers"))]
    blocks += [Block(NOTE, text) for text in _numbers(rows, used, language)]
    blocks += [Block(THEME, say(language, "deck.rules"))]
    blocks += [Block(NOTE, say(language, f"deck.rule.{rule}")) for rule in _rules(rows)]
    blocks += [Block(THEME, say(language, "deck.origin"))]
    made = say(language, "deck.made_with", version=version())
    blocks += [Block(NOTE, made), Block(NOTE, say(language, "deck.export", id=export))]
    return Board("blue", say(language, "deck.method"), "", tuple(blocks))


def _rules(rows: Rows) -> list[str]:
    """Only what is true of this workshop: of one that was brought in we do not know how it went."""
    rounds = rows["round"].values()
    rules = ["parallel"]
    if not any(took(row) for row in rounds):
        rules.append("brought")
    elif not any(row["at_once"] for row in rounds):
        rules.append("hidden")
    return [*rules, "named" if is_named(rows) else "anonymous", "hidden_out"]


def _step(round: Row, language: str) -> str:
    planned = say(language, "deck.minutes", n=round["minutes"]) if round["minutes"] else ""
    taken = f"{took(round) / MINUTE_MS:.0f}" if took(round) >= MINUTE_MS / 2 else ""
    real = say(language, "deck.took", n=int(taken)) if taken else ""
    return ", ".join(filter(None, (hat_name(round["hat"], language), planned, real)))


def _numbers(rows: Rows, used: list[str], language: str) -> list[str]:
    written = note_counts(rows)
    themes = sum(len(themes_of(rows, hat)) for hat in used)
    counts = {
        "participants": len(rows["participant"]),
        "notes": sum(written[hat] for hat in used),
        "theme_count": themes,
        "votes": sum(_votes(rows, hat) for hat in used),
        "outcome_count": len(rows["outcome"]),
    }
    return [say(language, f"deck.{word}", n=n) for word, n in counts.items() if n]


def _votes(rows: Rows, hat: str) -> int:
    themes = sum(theme["votes"] for theme in themes_of(rows, hat))
    return themes or sum(note["votes"] for note in notes_of(rows, hat))


def export_id(rows: Rows) -> str:
    """The first half of the SHA-256 of what the rows say: the same workshop, the same id."""
    said = {
        kind: [
            [id for id in found if kind != "workshop"],
            [_lasting(row) for row in found.values()],
        ]
        for kind, found in rows.items()
    }
    text = json.dumps(said, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _lasting(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in PASSING and key != "id"}


@cache
def version() -> str:
    """Ours, as the project's own file has it."""
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
