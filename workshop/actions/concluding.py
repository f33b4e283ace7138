"""What the room concludes: one synthesis per hat, resting on notes."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience
from workshop.records import Synthesis


def write_synthesis(
    db: Database, me: Audience, *, hat: object, text: object, notes: object
) -> None:
    """Write a board's synthesis, and which notes of that board it rests on."""
    rules.role(me.role, "desk")
    board = rules.board(hat)
    given = rules.ids(notes)
    there = {note["id"] for note in store.rows(db, me.workshop, "note", hat=board, gone=0)}
    if not there.issuperset(given):
        raise rules.Refused("not_found")
    synthesis: Synthesis = {
        "id": board,
        "hat": board,
        "text": rules.text(text),
        "notes": given,
    }
    if store.get(db, me.workshop, "synthesis", board) != synthesis:
        store.save(db, me.workshop, "synthesis", synthesis)
