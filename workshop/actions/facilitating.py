"""The facilitator's own hat: what is asked, which hat is on, how much time is left."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience, open_to_all
from workshop.hats import Hat
from workshop.records import Round, Row

MINUTE = 60_000  # milliseconds


def edit_workshop(db: Database, me: Audience, **given: object) -> None:
    """Change what the workshop is called or asks; `named` only before the first note."""
    rules.role(me.role, "desk")
    clean = {name: _CHECKS[name](value) for name, value in _known(given).items()}
    own = rules.found(store.workshop(db, me.workshop))
    news = {name: value for name, value in clean.items() if value != own[name]}
    if "named" in news and _somebody_has_written(db, me):
        raise rules.Refused("already_written")
    if news:
        store.change(db, me.workshop, "workshop", {"id": me.workshop}, **news)


def _somebody_has_written(db: Database, me: Audience) -> bool:
    """Notes or remarks: what was written without a name never gets one."""
    return any(store.rows(db, me.workshop, kind) for kind in ("note", "agreement"))


_CHECKS = {
    "title": rules.line,
    "question": lambda value: rules.needed(rules.line(value, rules.QUESTION_LENGTH)),
    "date": rules.date,
    "organiser": rules.line,
    "language": rules.language,
    "named": rules.flag,
    "template": lambda value: rules.id(value) if value != "" else "",
}


def _known(given: dict[str, object]) -> dict[str, object]:
    if not given.keys() <= _CHECKS.keys():
        raise rules.Refused("bad_input")
    return given


def put_round(
    db: Database,
    me: Audience,
    *,
    id: object,
    hat: object,
    prompt: object,
    minutes: object,
    position: object,
    at_once: object = 0,
) -> None:
    """Add a round to the sequence, or change one; its hat only while it has no notes."""
    rules.role(me.role, "desk")
    plan = {
        "hat": rules.hat(hat),
        "prompt": rules.line(prompt, rules.QUESTION_LENGTH),
        "minutes": rules.number(minutes, rules.MINUTES),
        "position": rules.number(position, range(1000)),
        "at_once": rules.flag(at_once),
    }
    old = store.get(db, me.workshop, "round", rules.id(id))
    if old and all(old[name] == value for name, value in plan.items()):
        return
    if old and old["hat"] != plan["hat"]:
        _check_unwritten(db, me, old)
    row = old or new_round(rules.new_id(id))
    _save(db, me, row, row | plan)
    if row["hat"] != plan["hat"]:
        _tell_board_anew(db, me, row["hat"])
        _tell_board_anew(db, me, plan["hat"])


def new_round(id: str) -> Round:
    """A round that nobody has opened yet."""
    return {
        "id": id,
        "hat": Hat.BLUE,
        "position": 0,
        "prompt": "",
        "minutes": 0,
        "state": "waiting",
        "at_once": 0,
        "opened_at": 0,
        "ends_at": 0,
        "remaining": 0,
        "closed_at": 0,
        "shown": 0,
        "gone": 0,
    }


def remove_round(db: Database, me: Audience, *, id: object) -> None:
    """Take a round out of the sequence; never one that has notes."""
    rules.role(me.role, "desk")
    row = store.get(db, me.workshop, "round", rules.id(id))
    if row and not row["gone"]:
        _check_unwritten(db, me, row)
        store.save(db, me.workshop, "round", row | {"state": "closed", "ends_at": 0, "gone": 1})
        _tell_board_anew(db, me, row["hat"])


def _check_unwritten(db: Database, me: Audience, round: Row) -> None:
    if store.rows(db, me.workshop, "note", round=round["id"], gone=0):
        raise rules.Refused("round_has_notes")


def open_round(db: Database, me: Audience, *, id: object, minutes: object = None) -> None:
    """Put a hat on, for the first time or again; the hat that was on comes off, still hidden.

    Opening a round that was revealed hides its notes again, so that new ones stay independent.
    """
    rules.role(me.role, "desk")
    row = _round(db, me, id)
    length = row["minutes"] if minutes is None else rules.number(minutes, rules.MINUTES)
    if row["state"] != "open":
        for other in store.rows(db, me.workshop, "round", state="open"):
            _save(db, me, other, _closed(other, "closed"))
        now = store.now()
        opened = {
            "state": "open",
            "opened_at": row["opened_at"] or now,
            "ends_at": now + length * MINUTE if length else 0,
            "remaining": 0,
            "closed_at": 0,
        }
        _save(db, me, row, row | opened)
    _stand_at(db, me, round=row["id"], scene="round")


def close_round(db: Database, me: Audience, *, id: object) -> None:
    """The hat comes off: nobody writes any more. What was hidden stays hidden."""
    rules.role(me.role, "desk")
    row = _round(db, me, id)
    if row["state"] == "open":
        _save(db, me, row, _closed(row, "closed"))


def reveal_round(db: Database, me: Audience, *, id: object) -> None:
    """Show the round's notes to everybody, and close it if it is open."""
    rules.role(me.role, "desk")
    row = _round(db, me, id)
    if row["state"] in ("open", "closed"):
        _save(db, me, row, _closed(row, "revealed"))
    elif row["state"] == "waiting":
        raise rules.Refused("not_opened")
    _stand_at(db, me, round=row["id"], scene="round")


def set_clock(
    db: Database, me: Audience, *, id: object, ends_at: object = None, remaining: object = None
) -> None:
    """Let the clock of an open round run to a time, or stop it with so much left."""
    rules.role(me.role, "desk")
    row = _round(db, me, id)
    if (ends_at is None) == (remaining is None):
        raise rules.Refused("bad_input")
    clock = {
        "ends_at": 0 if ends_at is None else rules.number(ends_at),
        "remaining": 0 if remaining is None else rules.number(remaining),
    }
    if row["state"] != "open":
        raise rules.Refused("round_closed")
    if any(row[name] != value for name, value in clock.items()):
        store.save(db, me.workshop, "round", row | clock)


def show(db: Database, me: Audience, *, scene: object, round: object = None) -> None:
    """Choose what the projector shows, and, while no hat is on, which round the room looks at."""
    rules.role(me.role, "desk")
    where = {"scene": rules.one_of(scene, rules.SCENES)}
    if round is not None:
        row = _round(db, me, round)
        if any(on["id"] != row["id"] for on in store.rows(db, me.workshop, "round", state="open")):
            raise rules.Refused("round_open")
        where["round"] = row["id"]
    _stand_at(db, me, **where)


def hide_note(db: Database, me: Audience, *, id: object, hidden: object) -> None:
    """Take a note away from every screen and every export, or bring it back."""
    rules.role(me.role, "desk")
    note = rules.found(store.get(db, me.workshop, "note", rules.id(id)))
    if note["hidden"] != rules.flag(hidden):
        store.save(db, me.workshop, "note", note | {"hidden": rules.flag(hidden)})
        store.change(db, me.workshop, "round", {"id": note["round"]})


def forget_authors(db: Database, me: Audience) -> None:
    """Cut the link between people and what they wrote, voted and agreed to, for good.

    Tallies stand; a vote that is open, or opened again, starts anew, and so does a check.
    """
    rules.role(me.role, "desk")
    for synthesis in store.rows(db, me.workshop, "synthesis", checking=1):
        agreed = {"hat": synthesis["hat"], "agrees": 1, "gone": 0}
        store.change(db, me.workshop, "agreement", agreed, gone=1)
    for kind, forgotten in (
        ("note", {"shown": 1}),  # shown: phones hear of it
        ("agreement", {"shown": 1}),
        ("vote", {"target": "", "votes": 0, "gone": 1}),
    ):
        if any(row["author"] for row in store.rows(db, me.workshop, kind)):
            store.change(db, me.workshop, kind, {}, author="", **forgotten)
            for counting in ("round", "board", "synthesis"):
                store.change(db, me.workshop, counting, {})


def stop_clocks(db: Database, me: Audience, *, at: int) -> None:
    """After a restart: a clock that ran stands at what was left when the server was last alive.

    One that had run out then stays run out.
    """
    for row in store.rows(db, me.workshop, "round", state="open"):
        left = min(row["ends_at"] - at, max(row["minutes"], 1) * MINUTE)
        if row["ends_at"] and left > 0:
            store.save(db, me.workshop, "round", row | {"ends_at": 0, "remaining": left})


def _round(db: Database, me: Audience, id: object) -> Row:
    return rules.found(store.get(db, me.workshop, "round", rules.id(id)))


def _closed(row: Row, state: str) -> Row:
    """Revealing keeps the time of the closing: late notes are measured against it."""
    closed_at = store.now() if row["state"] == "open" else row["closed_at"]
    return row | {"state": state, "ends_at": 0, "remaining": 0, "closed_at": closed_at}


def _save(db: Database, me: Audience, old: Row | Round, round: Row | Round) -> None:
    """Save a round; where it was shown or hidden by this, restamp all that goes with it."""
    shown = {"shown": 1} if open_to_all(round) else {}
    store.save(db, me.workshop, "round", {**round, **shown})
    if open_to_all(old) == open_to_all(round):
        return
    store.change(db, me.workshop, "note", {"round": round["id"]}, **shown)
    _tell_board_anew(db, me, round["hat"])


def _tell_board_anew(db: Database, me: Audience, hat: str) -> None:
    """Restamp what is seen once any round of a hat is."""
    for kind in ("board", "theme", "synthesis", "agreement"):
        store.change(db, me.workshop, kind, {"hat": hat})


def _stand_at(db: Database, me: Audience, **where: str) -> None:
    own = rules.found(store.workshop(db, me.workshop))
    if any(own[name] != value for name, value in where.items()):
        store.change(db, me.workshop, "workshop", {"id": me.workshop}, **where)
