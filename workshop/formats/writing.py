"""Rows to a workshop document, the open JSON format that docs/document.md describes."""

from typing import Any

from workshop.boards import Rows, has_board, in_order, notes_of, prompt_of, themes_of
from workshop.hats import BOARDS
from workshop.records import Row

FORMAT = "hattupaja/1"


def document(rows: Rows) -> dict[str, Any]:
    """The workshop as a document, from the rows that the desk may see; hidden notes stay out."""
    (own,) = rows["workshop"].values()
    boards = {str(hat): _board(rows, hat) for hat in BOARDS if has_board(rows, hat)}
    outcomes = [_said(row, ("kind", "text", "owner", "due")) for row in rows["outcome"].values()]
    whole = _said(own, ("title", "question", "language", "date", "organiser"))
    named = {"named": True} if own["named"] else {}
    sequence = {"sequence": [_planned(row) for row in in_order(rows["round"])]}
    extra = {"outcomes": outcomes} if outcomes else {}
    return {"format": FORMAT, **whole, **named, **sequence, "boards": boards, **extra}


def _board(rows: Rows, hat: str) -> dict[str, Any]:
    notes = notes_of(rows, hat)
    board: dict[str, Any] = {
        "prompt": prompt_of(rows, hat),
        "notes": [_said(note, ("id", "text", "theme", "marks", "author")) for note in notes],
    }
    if themes := [_said(theme, ("id", "name", "votes")) for theme in themes_of(rows, hat)]:
        board["themes"] = themes
    if synthesis := rows["synthesis"].get(hat):
        shown = {note["id"] for note in notes}
        rests_on = [id for id in synthesis["notes"] if id in shown]
        board["synthesis"] = _said(
            {"text": synthesis["text"], "notes": rests_on}, ("text", "notes")
        )
    return board


def _planned(round: Row) -> dict[str, Any]:
    planned = {"hat": round["hat"], "minutes": round["minutes"]}
    return planned | _said(round | {"at_once": bool(round["at_once"])}, ("prompt", "at_once"))


def _said(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    """Only what says something."""
    return {name: row[name] for name in names if row.get(name)}
