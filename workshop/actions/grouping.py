"""Themes: the facilitator names them, and files notes under them."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience
from workshop.records import Row, Theme


def name_theme(db: Database, me: Audience, *, id: object, hat: object, name: object) -> None:
    """Make a theme on a hat's board, bring back a dissolved one, or give one another name."""
    rules.role(me.role, "desk")
    clean = rules.needed(rules.line(name))
    board = rules.board(hat)
    old = store.get(db, me.workshop, "theme", rules.id(id))
    if old and old["hat"] != board:
        raise rules.Refused("bad_hat")
    if old and old["name"] == clean and not old["gone"]:
        return
    theme: Theme | Row = old or {
        "id": rules.new_id(id),
        "hat": board,
        "position": store.last(db, me.workshop, "theme", "position") + 1,
        "votes": 0,
    }
    store.save(db, me.workshop, "theme", {**theme, "name": clean, "gone": 0})


def file_notes(db: Database, me: Audience, *, notes: object, theme: object) -> None:
    """Put notes under a theme of their own board, or under none."""
    rules.role(me.role, "desk")
    under = _theme(db, me, theme) if theme else None
    for id in rules.ids(notes):
        note = rules.found(store.get(db, me.workshop, "note", id))
        if under and note["hat"] != under["hat"]:
            raise rules.Refused("bad_hat")
        _file(db, me, note, under["id"] if under else "")


def merge_themes(db: Database, me: Audience, *, id: object, into: object) -> None:
    """File everything of one theme under another of the same board, and dissolve the one."""
    rules.role(me.role, "desk")
    one, other = _theme(db, me, id), _theme(db, me, into)
    if one["hat"] != other["hat"] or one["id"] == other["id"]:
        raise rules.Refused("bad_input")
    _empty(db, me, one, other["id"])


def dissolve_theme(db: Database, me: Audience, *, id: object) -> None:
    """Take a theme away; its notes stay, under none."""
    rules.role(me.role, "desk")
    theme = store.get(db, me.workshop, "theme", rules.id(id))
    if theme and not theme["gone"]:
        _empty(db, me, theme, "")


def _theme(db: Database, me: Audience, id: object) -> Row:
    return rules.found(store.get(db, me.workshop, "theme", rules.id(id)))


def _file(db: Database, me: Audience, note: Row, theme: str) -> None:
    if note["theme"] != theme:
        store.save(db, me.workshop, "note", note | {"theme": theme})


def _empty(db: Database, me: Audience, theme: Row, into: str) -> None:
    for note in store.rows(db, me.workshop, "note", theme=theme["id"]):
        _file(db, me, note, into)
    store.save(db, me.workshop, "theme", theme | {"gone": 1})
