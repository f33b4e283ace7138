"""Rows to a workshop document, the open JSON format that docs/document.md describes."""

from collections import Counter
from typing import Any

from workshop.boards import Rows, has_board, in_order, notes_of, prompt_of, themes_of
from workshop.hats import BOARDS
from workshop.records import Row

FORMAT = "hattupaja/1"
THEME = ("id", "name", "star", "votes")
OUTCOME = ("kind", "text", "owner", "due", "themes", "notes")


def document(rows: Rows) -> dict[str, Any]:
    """The workshop as a document, from the rows that the desk may see; hidden notes stay out."""
    (own,) = rows["workshop"].values()
    boards = {str(hat): _board(rows, hat) for hat in BOARDS if has_board(rows, hat)}
    outcomes = [_outcome(rows, row) for row in in_order(rows["outcome"])]
    whole = _said(own, ("title", "question", "language", "date", "organiser"))
    named = {"named": True} if own["named"] else {}
    sequence = {"sequence": [_planned(row) for row in in_order(rows["round"])]}
    extra = {"outcomes": outcomes} if outcomes else {}
    return {"format": FORMAT, **whole, **named, **sequence, "boards": boards, **extra}


def _board(rows: Rows, hat: str) -> dict[str, Any]:
    notes = notes_of(rows, hat)
    own = rows["board"].get(hat, {})
    names = ("id", "text", "theme", "stack", "star", "votes", "marks", "author")
    board: dict[str, Any] = {
        "prompt": prompt_of(rows, hat),
        **_said(own, ("lens",)),
        "notes": [_said(_yes(note), names) for note in _stacked(notes)],
    }
    if themes := [_said(_yes(theme), THEME) for theme in themes_of(rows, hat)]:
        board["themes"] = themes
    if synthesis := rows["synthesis"].get(hat):
        board["synthesis"] = _synthesis(rows, synthesis, {note["id"] for note in notes})
    return board


def _stacked(notes: list[Row]) -> list[Row]:
    """Each stack by the first of its notes that is shown; one note alone is no stack."""
    first: dict[str, str] = {}
    for note in notes:
        first.setdefault(note["stack"], note["id"])
    alone = {stack for stack, n in Counter(note["stack"] for note in notes).items() if n == 1}
    return [
        note
        | {"stack": first[note["stack"]] if note["stack"] and note["stack"] not in alone else ""}
        for note in notes
    ]


def _synthesis(rows: Rows, row: Row, shown: set[str]) -> dict[str, Any]:
    """Statements are told apart only where there are several."""
    statements = [
        _said(one | {"notes": _only(one["notes"], shown)}, ("text", "notes"))
        for one in row["statements"]
        if one["text"]
    ]
    remarks = [one for one in rows["agreement"].values() if one["hat"] == row["hat"]]
    said = row | {
        "notes": _only(row["notes"], shown),
        "statements": statements if len(statements) > 1 else [],
        "status": "" if row["status"] == "edited" else row["status"],
        "remarks": [_said(one, ("text", "state")) for one in map(_remark, remarks) if one],
    }
    return _said(said, ("text", "notes", "statements", "status", "agreeing", "remarks"))


def _remark(row: Row) -> Row:
    """What somebody missed; nothing of what the facilitator hid."""
    if row["state"] == "hidden":
        return {}
    return {"text": row["remark"], "state": row["state"]}


def _outcome(rows: Rows, row: Row) -> dict[str, Any]:
    notes = {id for id, note in rows["note"].items() if not note["hidden"]}
    rests_on = {
        "themes": _only(row["themes"], set(rows["theme"])),
        "notes": _only(row["notes"], notes),
    }
    return _said(row | rests_on, OUTCOME)


def _only(ids: list[str], shown: set[str]) -> list[str]:
    return [id for id in ids if id in shown]


def _yes(row: Row) -> Row:
    """The star as a yes or no, as documents have it."""
    return row | {"star": bool(row.get("star"))}


def _planned(round: Row) -> dict[str, Any]:
    planned = {"hat": round["hat"], "minutes": round["minutes"]}
    return planned | _said(round | {"at_once": bool(round["at_once"])}, ("prompt", "at_once"))


def _said(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    """Only what says something."""
    return {name: row[name] for name in names if row.get(name)}
