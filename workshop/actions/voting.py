"""Votes: the room weighs themes or notes. Nobody sees a count before the facilitator closes."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience, open_to_all
from workshop.records import Row, Vote

from .grouping import board_of, save_board

KIND = {"themes": "theme", "notes": "note"}


def open_voting(
    db: Database,
    me: Audience,
    *,
    hat: object,
    voted_on: object,
    budget: object,
    several: object = 0,
) -> None:
    """Let the room vote on a board's themes or notes, each with a budget of votes.

    Opening again under the same terms undoes a closing; under others all votes are taken back.
    """
    rules.role(me.role, "desk")
    old = board_of(db, me, hat)
    terms = {
        "voted_on": rules.one_of(voted_on, rules.VOTED_ON),
        "budget": rules.number(budget, rules.BUDGET),
        "several": rules.flag(several),
    }
    if not store.rows(db, me.workshop, KIND[terms["voted_on"]], hat=old["hat"], gone=0):
        raise rules.Refused("nothing_to_vote_on")
    if any(old[name] != value for name, value in terms.items()):
        _take_back(db, me, old["hat"])
    if old["voting"] != "open":
        _count(db, me, old["hat"], {})
    save_board(db, me, old, old | terms | {"voting": "open"})


def close_voting(db: Database, me: Audience, *, hat: object) -> None:
    """Nobody votes any more, and everybody sees the counts."""
    rules.role(me.role, "desk")
    board = board_of(db, me, hat)
    if board["voting"] == "open":
        _count(db, me, board["hat"], store.tallies(db, me.workshop, board["hat"]))
        save_board(db, me, board, board | {"voting": "closed"})


def cancel_voting(db: Database, me: Audience, *, hat: object) -> None:
    """Take all votes of a board back, as if nobody had been asked."""
    rules.role(me.role, "desk")
    board = board_of(db, me, hat)
    if board["voting"]:
        _take_back(db, me, board["hat"])
        _count(db, me, board["hat"], {})
        save_board(db, me, board, board | {"voting": ""})


def set_votes(db: Database, me: Audience, *, target: object, votes: object) -> None:
    """Let a theme or note have so many of one's votes; 0 takes them back."""
    rules.role(me.role, "participant")
    id, given = rules.id(target), rules.number(votes, range(rules.BUDGET.stop))
    old = next(iter(store.rows(db, me.workshop, "vote", author=me.id, target=id, gone=0)), None)
    if old and not given:  # also from a note that has been hidden since
        _check_open(board_of(db, me, old["hat"]))
        return _give(db, me, old, 0)
    row, board = _voted_on(db, me, id)
    if given > (board["budget"] if board["several"] else 1):
        raise rules.Refused("one_vote_each")
    mine = store.rows(db, me.workshop, "vote", author=me.id, hat=row["hat"], gone=0)
    if sum(vote["votes"] for vote in mine if vote["target"] != id) + given > board["budget"]:
        raise rules.Refused("no_votes_left")
    vote: Vote = {
        "id": store.new_id(),
        "hat": row["hat"],
        "author": me.id,
        "target": id,
        "votes": 0,
        "gone": 0,
    }
    return _give(db, me, old or vote, given)


def _check_open(board: Row) -> None:
    if board["voting"] != "open":
        raise rules.Refused("voting_closed")


def _voted_on(db: Database, me: Audience, id: str) -> tuple[Row, Row]:
    """The theme or note, and its board. Raises Refused where one cannot vote on it now."""
    for voted_on, kind in KIND.items():
        if row := _row(db, me, kind, id):
            board = board_of(db, me, row["hat"])
            if (board["voting"], board["voted_on"]) == ("open", voted_on):
                return row, board
    raise rules.Refused("voting_closed")


def _row(db: Database, me: Audience, kind: str, id: str) -> Row | None:
    """A theme or note that a participant can see, or None."""
    row = store.get(db, me.workshop, kind, id)
    if row is None or row["gone"] or row.get("hidden"):
        return None
    rounds = store.rows(db, me.workshop, "round", hat=row["hat"], gone=0)
    seen_in = [one for one in rounds if row.get("round") in (None, one["id"])]
    return row if any(open_to_all(one) for one in seen_in) else None


def _give(db: Database, me: Audience, vote: Row | Vote, given: int) -> None:
    if vote["votes"] != given:
        store.save(db, me.workshop, "vote", {**vote, "votes": given})
        # How many have voted is in the board's row.
        store.change(db, me.workshop, "board", {"id": vote["hat"]})


def _take_back(db: Database, me: Audience, hat: str) -> None:
    forgotten = {"author": "", "target": "", "votes": 0, "gone": 1}
    store.change(db, me.workshop, "vote", {"hat": hat, "gone": 0}, **forgotten)


def _count(db: Database, me: Audience, hat: str, tallies: dict[str, int]) -> None:
    """Write the tallies on what was voted on: all of them, nothing for the others."""
    for kind in KIND.values():
        for row in store.rows(db, me.workshop, kind, hat=hat):
            votes = tallies.get(row["id"], 0)
            if row["votes"] != votes:
                store.save(db, me.workshop, kind, row | {"votes": votes})
