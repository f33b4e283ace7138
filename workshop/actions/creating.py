"""A workshop begins: from a question alone, or from a document with notes in it."""

import secrets
from typing import Any

from sqlite_utils import Database

from workshop import formats, store
from workshop.audience import Audience
from workshop.records import Row

from .facilitating import new_round

CODES = range(100_000, 1_000_000)  # six digits: a phone's numeric keypad, and no words in them
TOKEN_BYTES = 5  # 40 bits in 8 characters that a QR code packs tightly


def create_workshop(db: Database, me: Audience, *, document: object) -> dict[str, Any]:
    """Make a workshop from a document and return its own row, and `warnings` of reading it.

    Rounds of boards that have notes are revealed: whoever holds the document has read them.
    """
    own, rows, warnings = formats.read(document)
    workshop = _workshop_row(db, own)
    store.create(db, workshop)
    written = {note["hat"] for note in rows["note"]}
    first: dict[str, str] = {}
    for plan in rows.pop("round"):
        row = new_round(f"round-{plan['position'] + 1:02}") | plan
        if row["hat"] in written and row["hat"] not in first:
            now = workshop["created"]
            row |= {"state": "revealed", "opened_at": now, "closed_at": now, "shown": 1}
        first.setdefault(row["hat"], row["id"])
        store.save(db, workshop["id"], "round", row)
    for kind, made in rows.items():
        for row in made:
            own_round = {"round": first[row["hat"]]} if kind == "note" else {}
            store.save(db, workshop["id"], kind, row | own_round)
    return workshop | {"warnings": warnings}


def _workshop_row(db: Database, own: Row) -> Row:
    return {
        "id": _free_code(db),
        "epoch": secrets.token_hex(8),
        "created": store.now(),
        "token": _token(),
        "scene": "lobby",
        "round": "",
        "template": "",
        **own,
    }


def _free_code(db: Database) -> str:
    taken = set(store.codes(db))
    while (code := str(secrets.choice(CODES))) in taken:
        pass
    return code


def _token() -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    return "".join(secrets.choice(letters) for _ in range(TOKEN_BYTES * 8 // 5))
