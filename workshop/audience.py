"""Who may see what: the one file to read before trusting us with an anonymous note.

Every way out goes through `seen`: frame, catch-up, page, export, deck.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlite_utils import Database

from . import store
from .records import KINDS, Row, Seen

UNSEEN = {"epoch", "created", "gone", "shown"}  # columns that are for the server alone
OWNED = {"participant": "id", "note": "author", "vote": "author", "agreement": "author"}  # by whom
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
    voters: dict[str, int]  # by hat
    agreements: dict[str, tuple[int, int]]  # by hat: who agrees, who misses something
    checking: set[str]  # hats
    rows: list[tuple[str, Row]]

    def by_person(self) -> dict[str, "Changes"]:
        """For each participant with rows of their own among these, only those rows."""
        rows: dict[str, list[tuple[str, Row]]] = {}
        for kind, row in self.rows:
            if kind in OWNED:
                rows.setdefault(row[OWNED[kind]], []).append((kind, row))
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
    changed = {kind for kind, _ in rows}
    asked = changed & {"synthesis", "agreement"}
    syntheses = store.rows(db, workshop, "synthesis", checking=1) if asked else []
    return Changes(
        since,
        rev,
        epoch=own.get("epoch", ""),
        named=named,
        rounds=rounds,
        names={row["id"]: row["name"] for row in people},
        voters=store.voters(db, workshop) if "board" in changed else {},
        agreements=store.agreements(db, workshop) if asked else {},
        checking={row["hat"] for row in syntheses},
        rows=rows,
    )


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
            return _without(row, UNSEEN if me.role == "desk" else {*UNSEEN, "template"})
        case "round":
            return None if row["gone"] else _without(what.rounds[row["id"]], UNSEEN)
        case "participant":
            return row if me.role == "desk" or me.id == row["id"] else ABSENT
        case "note":
            return _note(what, me, row)
        case "star":  # the facilitator's alone: they would steer votes
            return ABSENT if me.role != "desk" else None if row["gone"] else _without(row, UNSEEN)
        case "vote":
            return _vote(me, row)
        case "agreement":
            return _agreement(what, me, row)
        case "board" | "theme" | "synthesis":
            return _of_board(what, me, row)
        case "outcome":
            return None if row["gone"] else _without(row, UNSEEN)
    raise AssertionError(kind)  # a new kind must be decided here before it can be seen


def _note(what: Changes, me: Audience, row: Row) -> Row | None:
    others = open_to_all(what.rounds[row["round"]]) and (not row["hidden"] or me.role == "desk")
    return _signed(what, me, row, others)


def _vote(me: Audience, row: Row) -> Row | None:
    """A vote is its giver's alone; of a forgotten one nobody can say any more whose it was."""
    if row["gone"] and not row["author"]:
        return None
    if not _mine(me, row):
        return ABSENT
    return None if row["gone"] else _without(row, {*UNSEEN, "author"})


def _agreement(what: Changes, me: Audience, row: Row) -> Row | None:
    """What is missing: for the desk at once, for all when the check has ended and until the remark
    is answered. That somebody agrees is only counted."""
    said = bool(row["remark"]) and (
        me.role == "desk"
        or (
            row["state"] in ("open", "kept")
            and row["hat"] not in what.checking
            and _open_board(what, row["hat"])
        )
    )
    return _signed(what, me, row, said)


def _signed(what: Changes, me: Audience, row: Row, others: bool) -> Row | None:
    """A row for its author and, where `others` says so, for `me` too; signed if signing is on."""
    mine = _mine(me, row)
    if row["gone"] or not (mine or others):
        return None if mine or row["shown"] else ABSENT
    shown = _without(row, {*UNSEEN, "author"})
    if mine:
        shown["mine"] = 1
    if what.named and what.names.get(row["author"]):
        shown["author"] = what.names[row["author"]]
    return shown


def _mine(me: Audience, row: Row) -> bool:
    return me.role == "participant" and bool(me.id) and row["author"] == me.id


def _of_board(what: Changes, me: Audience, row: Row) -> Row | None:
    if me.role == "desk" or _open_board(what, row["hat"]):
        shown = _without(row, UNSEEN) | _counted(what, me, row)
        return None if row.get("gone") else shown
    here = (round for round in what.rounds.values() if round["hat"] == row["hat"])
    return None if any(round["shown"] for round in here) else ABSENT


def _open_board(what: Changes, hat: str) -> bool:
    rounds = (round for round in what.rounds.values() if round["hat"] == hat)
    return any(open_to_all(round) for round in rounds if not round["gone"])


def _counted(what: Changes, me: Audience, row: Row) -> Row:
    """What a board's or a synthesis's row says about people; never who they are.

    While a synthesis is being checked the room only hears how many have answered.
    """
    if "voting" in row:
        return {"voters": what.voters.get(row["hat"], 0)}
    if "checking" not in row:
        return {}
    agreeing, missing = what.agreements.get(row["hat"], (0, 0))
    answered = {"answered": agreeing + missing}
    if row["checking"] and me.role != "desk":
        return answered
    return answered | {"agreeing": agreeing, "missing": missing}


def _without(row: Row, names: Iterable[str]) -> Row:
    return {name: value for name, value in row.items() if name not in names}
