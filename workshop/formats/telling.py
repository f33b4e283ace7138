"""A workshop told as it is read: hat by hat, theme by theme, near-copies together.

What Markdown and the results page have in common; people's texts are as they wrote them.
"""

from collections.abc import Iterable
from typing import Any

from workshop.boards import Rows, has_board, in_order, notes_of, prompt_of, themes_of
from workshop.hats import BOARDS
from workshop.phrases import day
from workshop.records import Row

Told = dict[str, Any]


def boards(rows: Rows) -> list[Told]:
    """The hats that have something to tell, in the order they were on."""
    planned = [round["hat"] for round in in_order(rows["round"])]
    hats = [hat for hat in dict.fromkeys([*planned, *BOARDS]) if hat in BOARDS]
    told = [_board(rows, str(hat)) for hat in hats if has_board(rows, hat)]
    return [one for one in told if one["on"]]


def _board(rows: Rows, hat: str) -> Told:
    notes = notes_of(rows, hat)
    board = rows["board"].get(hat, {})
    rounds = [row for row in rows["round"].values() if row["hat"] == hat]
    synthesis = _synthesis(rows, hat)
    groups = _groups(notes, themes_of(rows, hat))
    return {
        "hat": hat,
        "prompt": prompt_of(rows, hat),
        "lens": board.get("lens", ""),
        "voters": board.get("voters", 0) if board.get("voting") == "closed" else 0,
        "notes": len(notes),
        "waiting": sum(row["notes"] for row in rounds if _waits(row)),
        "themed": any(group["theme"] for group in groups),
        "groups": groups,
        "synthesis": synthesis,
        "on": bool(notes or synthesis or groups or any(row["opened_at"] for row in rounds)),
    }


def _waits(round: Row) -> bool:
    """Whether a round's notes are written and not yet for everybody."""
    return round["state"] in ("open", "closed") and not round["at_once"]


def _groups(notes: list[Row], themes: list[Row]) -> list[Told]:
    """Themes with their notes, those with the most votes first; then what has no theme."""
    known = {theme["id"] for theme in themes}
    groups = []
    for theme in sorted(themes, key=lambda row: -row["votes"]):
        inside = [note for note in notes if note["theme"] == theme["id"]]
        groups.append(_group(theme, inside))
    left = [note for note in notes if note["theme"] not in known]
    return [*groups, *([_group(None, left)] if left else [])]


def _group(theme: Row | None, notes: list[Row]) -> Told:
    theme = theme or {"name": "", "votes": 0}
    return {
        "theme": theme["name"],
        "votes": theme["votes"],
        "star": theme.get("star", 0),
        "notes": len(notes),
        "piles": sorted(piles(notes), key=lambda pile: -pile["votes"]),
    }


def piles(notes: Iterable[Row]) -> list[Told]:
    """Near-copies together: the note that names the stack first, then the others as they came."""
    stacks: dict[str, list[Row]] = {}
    for note in notes:
        stacks.setdefault(note["stack"] or note["id"], []).append(note)
    for id, stack in stacks.items():
        stack.sort(key=lambda note: note["id"] != id)
    return [
        {
            "first": stack[0],
            "others": stack[1:],
            "count": len(stack),
            "votes": sum(note["votes"] for note in stack),
        }
        for stack in stacks.values()
    ]


def _synthesis(rows: Rows, hat: str) -> Told | None:
    """None where nobody has written one."""
    row = rows["synthesis"].get(hat)
    if not row or not row["text"]:
        return None
    said = [one["text"] for one in row["statements"] if one["text"]]
    remarks = [one for one in rows["agreement"].values() if one["hat"] == hat and one["remark"]]
    return {
        "statements": said or [row["text"]],
        "status": row["status"],
        # What the room said of an earlier text is not said of this one.
        "answered": row["answered"] if "agreeing" in row and row["status"] == "checked" else 0,
        "agreeing": row.get("agreeing", 0),
        "kept": [one["remark"] for one in remarks if one["state"] == "kept"],
        "open": [one["remark"] for one in remarks if one["state"] == "open"],
    }


def outcomes(rows: Rows, language: str) -> list[Told]:
    """Decisions and actions in order; each with who, until when, and the themes it rests on."""
    return [
        {
            "kind": row["kind"],
            "text": row["text"],
            "owner": row["owner"],
            "due": day(language, row["due"]),
            "themes": [rows["theme"][id] for id in row["themes"] if id in rows["theme"]],
        }
        for row in in_order(rows["outcome"])
    ]
