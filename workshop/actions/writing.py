"""Notes: one thought each, by one author, under the hat it was begun under."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience, open_to_all
from workshop.records import Note, Row


def post_note(
    db: Database,
    me: Audience,
    *,
    id: object,
    round: object,
    text: object,
    marks: object = None,
    begun: object = None,
) -> None:
    """Put a note on the board. Sent twice under one id, it is still one note."""
    rules.role(me.role, "participant")
    clean = rules.needed(rules.text(text, rules.NOTE_LENGTH))
    if old := store.get(db, me.workshop, "note", rules.new_id(id)):
        if old["author"] or old["text"] != clean:  # else sent again after authors were forgotten
            rules.mine(old, me.id)
        return
    now = store.now()
    on = rules.found(store.get(db, me.workshop, "round", rules.id(round)))
    note: Note = {
        "id": rules.new_id(id),
        "round": on["id"],
        "hat": rules.board(on["hat"]),
        "number": store.last(db, me.workshop, "note", "number") + 1,
        "author": me.id,
        "text": clean,
        "theme": "",
        "stack": "",
        "votes": 0,
        "marks": rules.marks(marks),
        "hidden": 0,
        "shown": int(open_to_all(on)),
        "gone": 0,
    }
    if store.get(db, me.workshop, "theme", note["id"]):
        raise rules.Refused("bad_id")  # an outcome, or a vote, could not tell them apart
    rules.writable(on, now if begun is None else rules.number(begun), now)
    store.save(db, me.workshop, "note", note)
    _recount(db, me, note)


def edit_note(
    db: Database, me: Audience, *, id: object, text: object, marks: object = None
) -> None:
    """Change the text of one's own note while its round is open."""
    note = _my_note(db, me, id)
    clean = rules.needed(rules.text(text, rules.NOTE_LENGTH))
    kept = note["marks"] if marks is None else rules.marks(marks)
    if (clean, kept) != (note["text"], note["marks"]):
        _check_open(db, me, note)
        store.save(db, me.workshop, "note", note | {"text": clean, "marks": kept})


def withdraw_note(db: Database, me: Audience, *, id: object) -> None:
    """Take back one's own note while its round is open; nothing of its text is kept."""
    note = store.get(db, me.workshop, "note", rules.id(id))
    if note and note["gone"]:
        return
    note = _my_note(db, me, id)
    _check_open(db, me, note)
    store.save(db, me.workshop, "note", note | {"text": "", "gone": 1})
    _recount(db, me, note)


def _my_note(db: Database, me: Audience, id: object) -> Row:
    note = rules.found(store.get(db, me.workshop, "note", rules.id(id)))
    rules.mine(note, me.id)
    return note


def _check_open(db: Database, me: Audience, note: Row) -> None:
    on = rules.found(store.get(db, me.workshop, "round", note["round"]))
    rules.still_open(on, store.now())


def _recount(db: Database, me: Audience, note: Note | Row) -> None:
    """The round's counts are part of its row: stamp it, so that every screen hears them."""
    store.change(db, me.workshop, "round", {"id": note["round"]})
