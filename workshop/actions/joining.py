"""Coming in: no account, a name only for those who want one."""

import secrets

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience
from workshop.records import Participant


def join(db: Database, me: Audience, *, name: object = "") -> Participant:
    """Make a new participant and return their row."""
    who: Participant = {
        "id": secrets.token_hex(8),
        "name": rules.line(name, rules.NAME_LENGTH),
    }
    store.save(db, me.workshop, "participant", who)
    return who


def rename_me(db: Database, me: Audience, *, name: object) -> None:
    """Take another name, or none. Only where notes show it are they told anew: in an anonymous
    workshop that would tell whose they are."""
    rules.role(me.role, "participant")
    who = rules.found(store.get(db, me.workshop, "participant", me.id))
    clean = rules.line(name, rules.NAME_LENGTH)
    if clean != who["name"]:
        store.save(db, me.workshop, "participant", who | {"name": clean})
        if rules.found(store.workshop(db, me.workshop))["named"]:
            for kind in ("note", "agreement"):
                store.change(db, me.workshop, kind, {"author": me.id})
