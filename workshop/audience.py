"""Who may see what: the one file to read before trusting us with an anonymous note.

Every way out goes through `seen`: frame, catch-up, page, export, deck.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlite_utils import Database

from . import store
from .records import KINDS, Row, Seen

UNSEEN = {"epoch", "created", "gone", "shown"}  # columns that are for the server alone
ABSENT: Row = {"absent": True}  # never leaves this file: the row is not even mentioned


class Audience(NamedTuple):
    """Someone looking on: a role in a workshop, and for one participant who they are.

    A participant without an id stands for what all participants share.
    """

    workshop: str
    role: str  # desk, projector or participant
    id: str = ""


class Changes(NamedTuple):
    """What changed in a workshop after a revision, and what decides who may see it."""

    since: int
    rev: int
    epoch: str
    named: bool
    rounds: dict[str, Row]
    names: dict[str, str]
    rows: list[tuple[str, Row]]

    def by_person(self) -> dict[str, "Changes"]:
        """For each participant with rows of their own among these, only those rows."""
        rows: dict[str, list[tuple[str, Row]]] = {}
        for kind, row in self.rows:
            if kind in ("note", "participant"):
                rows.setdefault(row["author" if kind == "note" else "id"], []).append((kind, row))
        return {id: self._replace(since=self.rev, rows=own) for id, own in rows.items() if id}


def changes(db: Database, workshop: str, since: int = 0) -> Changes:
    """Everything above revision `since`, for `seen` to share out. Empty for no such workshop."""
    with store.at_one_moment(db):
        return _changes(db, workshop, since)


def _changes(db: Database, workshop: str, since: int) -> Changes:
    rev = store.revision(db, workshop)
    own = store.workshop(db, workshop) or {}
    counts = store.counts(db, workshop)
    rounds = {row["id"]: row for row in store.rows(db, workshop, "round")}
    for id, row in rounds.items():
        row["notes"], row["writers"] = counts.get(id, (0, 0))
    rows = [(kind, row) for kind in KINDS for row in store.above(db, workshop, kind, since)]
    named = bool(own.get("named"))
    people = store.rows(db, workshop, "participant") if named else []
    names = {row["id"]: row["name"] for row in people}
    return Changes(since, rev, own.get("epoch", ""), named, rounds, names, rows)


def seen(what: Changes, me: Audience) -> list[Seen]:
    """The rows as `me` may see them; None what it saw and may not now. Others are absent."""
    shown = (Seen(kind, row["id"], _shown(what, me, kind, row)) for kind, row in what.rows)
    unwanted = (ABSENT,) if what.since else (ABSENT, None)
    return [row for row in shown if not any(row.row is one for one in unwanted)]


def everything(db: Database, me: Audience) -> list[Seen]:
    """All that `me` may see now."""
    return seen(changes(db, me.workshop), me)


def open_to_all(round: Mapping[str, Any]) -> bool:
    """Whether a round's notes are for everybody: after its reveal, or at once if it says so."""
    return round["state"] == "revealed" or bool(round["at_once"] and round["state"] != "waiting")


def _shown(what: Changes, me: Audience, kind: str, row: Row) -> Row | None:
    match kind:
        case "workshop":
            return _without(row, UNSEEN)
        case "round":
            return None if row["gone"] else _without(what.rounds[row["id"]], UNSEEN)
        case "participant":
            return row if me.role == "desk" or me.id == row["id"] else ABSENT
        case "note":
            return _note(what, me, row)
        case "theme" | "synthesis":
            return _of_board(what, me, row)
        case "outcome":
            return None if row["gone"] else _without(row, UNSEEN)
    raise AssertionError(kind)  # a new kind must be decided here before it can be seen


def _note(what: Changes, me: Audience, row: Row) -> Row | None:
    mine = me.role == "participant" and bool(me.id) and row["author"] == me.id
    others = open_to_all(what.rounds[row["round"]]) and (not row["hidden"] or me.role == "desk")
    if row["gone"] or not (mine or others):
        return None if mine or row["shown"] else ABSENT
    note = _without(row, {*UNSEEN, "author"})
    if mine:
        note["mine"] = 1
    if what.named and what.names.get(row["author"]):
        note["author"] = what.names[row["author"]]
    return note


def _of_board(what: Changes, me: Audience, row: Row) -> Row | None:
    here = [round for round in what.rounds.values() if round["hat"] == row["hat"]]
    rounds = [round for round in here if not round["gone"]]
    if me.role == "desk" or any(open_to_all(round) for round in rounds):
        return None if row.get("gone") else _without(row, UNSEEN)
    return None if any(round["shown"] for round in here) else ABSENT


def _without(row: Row, names: Iterable[str]) -> Row:
    return {name: value for name, value in row.items() if name not in names}
