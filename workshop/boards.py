"""Questions about the boards of a workshop, put to rows that somebody may see."""

from collections import Counter
from operator import itemgetter

from .records import Board, Row

Rows = dict[str, dict[str, Row]]


def untouched(hat: str) -> Board:
    """A board as it is before the facilitator has set anything on it."""
    return {
        "id": hat,
        "hat": hat,
        "lens": "",
        "hands": "desk",
        "voting": "",
        "voted_on": "themes",
        "budget": 3,
        "several": 0,
    }


def notes_of(rows: Rows, hat: str) -> list[Row]:
    """A board's notes in order of arrival, without hidden ones; `star` 1 where it has one."""
    mine = [note for note in rows["note"].values() if note["hat"] == hat and not note["hidden"]]
    return [_starred(rows, note) for note in sorted(mine, key=itemgetter("number"))]


def note_counts(rows: Rows) -> Counter[str]:
    """How many notes each board has, without hidden ones; 0 for one that has none."""
    return Counter(note["hat"] for note in rows["note"].values() if not note["hidden"])


def themes_of(rows: Rows, hat: str) -> list[Row]:
    """A board's themes in order; `star` 1 where it has one."""
    themes = in_order({id: row for id, row in rows["theme"].items() if row["hat"] == hat})
    return [_starred(rows, theme) for theme in themes]


def _starred(rows: Rows, row: Row) -> Row:
    return row | {"star": 1} if row["id"] in rows["star"] else row


def in_order(rows: dict[str, Row]) -> list[Row]:
    """Rounds, themes or outcomes by position."""
    return sorted(rows.values(), key=lambda row: (row["position"], row["id"]))


def prompt_of(rows: Rows, hat: str) -> str:
    """What a board asks: the prompt of its first round that has one."""
    asked = (row["prompt"] for row in in_order(rows["round"]) if row["hat"] == hat)
    return next(filter(None, asked), "")


def has_board(rows: Rows, hat: str) -> bool:
    """Whether the workshop has this board: a round, or anything written on it."""
    kinds = ("round", "note", "theme", "synthesis")
    return any(row["hat"] == hat for kind in kinds for row in rows[kind].values())
