"""What the room concludes: a synthesis per hat, the room's word on it, decisions and actions."""

from typing import Any

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience
from workshop.records import Agreement, Outcome, Row, Statement, Synthesis


def write_synthesis(
    db: Database,
    me: Audience,
    *,
    hat: object,
    text: object = None,
    notes: object = None,
    statements: object = None,
    draft: object = 0,
) -> None:
    """Write a board's synthesis: statements, each with the notes it rests on; or one text with all.

    `draft`: it is a proposal as it came. Another text is a new question to the room: those who
    agreed are asked again; what was missed stays until it is settled.
    """
    rules.role(me.role, "desk")
    board = rules.board(hat)
    said = _statements([{"text": text, "notes": notes}] if statements is None else statements)
    said = _without_gone(db, me, board, said)
    old = _synthesis(db, me, board)
    row = synthesis_of(board, said) | {"status": old["status"]}
    if old["checking"] and not row["text"]:  # nothing is left to ask about
        store.change(db, me.workshop, "agreement", {"hat": board})
    row["checking"] = old["checking"] if row["text"] else 0
    if row["text"] != old["text"]:
        row["status"] = "draft" if rules.flag(draft) else "edited"
        gone = {"hat": board, "agrees": 1, "gone": 0}
        store.change(db, me.workshop, "agreement", gone, gone=1)
    if row != old:
        store.save(db, me.workshop, "synthesis", row)


def _without_gone(
    db: Database, me: Audience, hat: str, statements: list[Statement]
) -> list[Statement]:
    """Without links to notes that were withdrawn meanwhile. Refused for notes that never were."""
    rows = {note["id"]: note for note in store.rows(db, me.workshop, "note", hat=hat)}
    if not rows.keys() >= {id for one in statements for id in one["notes"]}:
        raise rules.Refused("not_found")
    return [
        {"text": one["text"], "notes": [id for id in one["notes"] if not rows[id]["gone"]]}
        for one in statements
    ]


def synthesis_of(hat: str, statements: list[Statement]) -> Synthesis:
    """The row of a synthesis that says this."""
    return {
        "id": hat,
        "hat": hat,
        "text": rules.text(" ".join(one["text"] for one in statements if one["text"])),
        "notes": list(dict.fromkeys(id for one in statements for id in one["notes"])),
        "statements": statements,
        "status": "edited",
        "checking": 0,
    }


def _statements(given: Any) -> list[Statement]:
    if not isinstance(given, list) or len(given) > rules.STATEMENTS:
        raise rules.Refused("bad_input")
    return [statement(one) for one in given]


def statement(given: object) -> Statement:
    """A statement, clean. Raises Refused."""
    if not isinstance(given, dict) or given.keys() - {"text", "notes"}:
        raise rules.Refused("bad_input")
    return {"text": rules.text(given.get("text")), "notes": rules.ids(given.get("notes"))}


def _synthesis(db: Database, me: Audience, hat: str) -> Row:
    """The row as it is; of nothing, where nobody wrote it yet."""
    return store.get(db, me.workshop, "synthesis", hat) or dict(synthesis_of(hat, []))


def check_synthesis(db: Database, me: Audience, *, hat: object, checking: object) -> None:
    """Ask the room whether a synthesis is what it means, or end the asking.

    When it ends, what is missing becomes visible to all, and the synthesis counts as checked.
    """
    rules.role(me.role, "desk")
    old = rules.found(store.get(db, me.workshop, "synthesis", rules.board(hat)))
    if not old["text"]:
        raise rules.Refused("empty")
    if old["checking"] == rules.flag(checking):
        return
    row = old | {"checking": rules.flag(checking)}
    if old["checking"]:
        answered = store.rows(db, me.workshop, "agreement", hat=old["hat"], gone=0)
        row["status"] = "checked" if answered else old["status"]
        store.change(db, me.workshop, "agreement", {"hat": old["hat"]}, shown=1)
    else:  # asked anew: nobody's word from before can be told from a second one
        nobodys = {"hat": old["hat"], "author": "", "agrees": 1, "gone": 0}
        store.change(db, me.workshop, "agreement", nobodys, gone=1)
        store.change(db, me.workshop, "agreement", {"hat": old["hat"]})
    store.save(db, me.workshop, "synthesis", row)


def agree(
    db: Database,
    me: Audience,
    *,
    hat: object,
    agrees: object,
    remark: object = "",
    text: object = None,
) -> None:
    """Say of a synthesis "this is us", or what is missing. Saying something else replaces it.

    `text` is what was answered: a yes to another text than there is now does not count.
    """
    rules.role(me.role, "participant")
    synthesis = rules.found(store.get(db, me.workshop, "synthesis", rules.board(hat)))
    yes = rules.flag(agrees)
    said = "" if yes else rules.needed(rules.text(remark, rules.NOTE_LENGTH))
    mine = store.rows(db, me.workshop, "agreement", hat=synthesis["hat"], author=me.id, gone=0)
    old = next(iter(mine), None)
    if old and (old["agrees"], old["remark"]) == (yes, said):
        return
    if not synthesis["checking"]:
        raise rules.Refused("not_checking")
    if yes and text is not None and rules.text(text) != synthesis["text"]:
        raise rules.Refused("text_changed")
    row: Agreement | Row = old or {
        "id": store.new_id(),
        "hat": synthesis["hat"],
        "author": me.id,
        "gone": 0,
    }
    shown = int(bool(said) or (old or {}).get("shown", 0))  # the desk reads a remark at once
    news = {"agrees": yes, "remark": said, "state": "" if yes else "open", "shown": shown}
    store.save(db, me.workshop, "agreement", {**row, **news})
    _recount(db, me, synthesis["hat"])


def settle_remark(db: Database, me: Audience, *, id: object, state: object) -> None:
    """Say of what is missing that it is answered, kept as it stands, hidden, or open again."""
    rules.role(me.role, "desk")
    row = rules.found(store.get(db, me.workshop, "agreement", rules.id(id)))
    news = rules.one_of(state, rules.REMARKS)
    if not row["remark"]:
        raise rules.Refused("not_found")
    if row["state"] != news:
        store.save(db, me.workshop, "agreement", row | {"state": news, "shown": 1})
        _recount(db, me, row["hat"])


def _recount(db: Database, me: Audience, hat: str) -> None:
    """The counts are part of the synthesis's row: stamp it, so that every screen hears them."""
    store.change(db, me.workshop, "synthesis", {"id": hat})


def put_outcome(
    db: Database,
    me: Audience,
    *,
    id: object,
    kind: object,
    text: object,
    owner: object = "",
    due: object = "",
    themes: object = None,
    notes: object = None,
) -> None:
    """Write down a decision, or an action with who does it by when, and what it rests on."""
    rules.role(me.role, "desk")
    old = store.get(db, me.workshop, "outcome", rules.id(id))
    row: Outcome = {
        "id": rules.id(id) if old else rules.new_id(id),
        "kind": rules.one_of(kind, rules.OUTCOMES),
        "text": rules.needed(rules.text(text)),
        "owner": rules.line(owner),
        "due": rules.date(due),
        "themes": _known(db, me, "theme", themes),
        "notes": _known(db, me, "note", notes),
        "position": old["position"] if old else _next_position(db, me),
        "gone": 0,
    }
    if row != old:
        store.save(db, me.workshop, "outcome", row)


def remove_outcome(db: Database, me: Audience, *, id: object) -> None:
    """Take a decision or an action back."""
    rules.role(me.role, "desk")
    row = store.get(db, me.workshop, "outcome", rules.id(id))
    if row and not row["gone"]:
        store.save(db, me.workshop, "outcome", row | {"gone": 1})


def _known(db: Database, me: Audience, kind: str, given: object) -> list[str]:
    """Ids of rows that are there, and not hidden. Raises Refused."""
    ids = rules.ids([] if given is None else given)
    for id in ids:
        if rules.found(store.get(db, me.workshop, kind, id)).get("hidden"):
            raise rules.Refused("not_found")
    return ids


def _next_position(db: Database, me: Audience) -> int:
    return store.last(db, me.workshop, "outcome", "position") + 1
