"""Themes and stacks: the facilitator names them; notes are filed by the desk or by many hands."""

from sqlite_utils import Database

from workshop import rules, store
from workshop.audience import Audience, open_to_all
from workshop.boards import untouched
from workshop.records import Row, Star, Theme


def set_board(
    db: Database, me: Audience, *, hat: object, lens: object = None, hands: object = None
) -> None:
    """Say what a board's notes are sorted by, and who files them: desk, own or all."""
    rules.role(me.role, "desk")
    board = board_of(db, me, hat)
    news = {
        "lens": board["lens"] if lens is None else rules.line(lens),
        "hands": board["hands"] if hands is None else rules.one_of(hands, rules.HANDS),
    }
    save_board(db, me, board, board | news)


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
    if store.get(db, me.workshop, "note", rules.id(id)):
        raise rules.Refused("bad_id")  # an outcome, or a vote, could not tell them apart
    theme: Theme | Row = old or {
        "id": rules.new_id(id),
        "hat": board,
        "position": store.last(db, me.workshop, "theme", "position") + 1,
        "votes": 0,
    }
    store.save(db, me.workshop, "theme", {**theme, "name": clean, "gone": 0})


def file_notes(db: Database, me: Audience, *, notes: object, theme: object) -> None:
    """Put notes under a theme of their own board, or under none.

    Participants may where the board asks for their hands: their own notes, or everybody's.
    """
    under = _theme(db, me, theme) if theme else None
    for id in rules.ids(notes):
        note = rules.found(store.get(db, me.workshop, "note", id))
        _check_hand(db, me, note)
        if under and note["hat"] != under["hat"]:
            raise rules.Refused("bad_hat")
        _file(db, me, note, under["id"] if under else "")


def stack_notes(db: Database, me: Audience, *, notes: object, stack: object) -> None:
    """Lay notes of one board on a stack, named by its first note's id; or ("") take them off.

    Every note stays a note of its author.
    """
    rules.role(me.role, "desk")
    first = rules.found(store.get(db, me.workshop, "note", rules.id(stack))) if stack else None
    for id in rules.ids(notes):
        note = rules.found(store.get(db, me.workshop, "note", id))
        if first and note["hat"] != first["hat"]:
            raise rules.Refused("bad_hat")
        if note["stack"] != (first["id"] if first else ""):
            store.save(db, me.workshop, "note", note | {"stack": first["id"] if first else ""})


def set_star(db: Database, me: Audience, *, kind: object, id: object, star: object) -> None:
    """Star a theme or a note for the synthesis, or take its star away."""
    rules.role(me.role, "desk")
    kept = rules.one_of(kind, ("theme", "note"))
    row = rules.found(store.get(db, me.workshop, kept, rules.id(id)))
    # A row of its own: if the note's changed, every phone would hear that something about it did.
    old = store.get(db, me.workshop, "star", row["id"])
    mark: Star = {"id": row["id"], "hat": row["hat"], "gone": 1 - rules.flag(star)}
    if mark != (old or mark | {"gone": 1}):
        store.save(db, me.workshop, "star", mark)


def merge_themes(db: Database, me: Audience, *, id: object, into: object) -> None:
    """File everything of one theme under another of the same board, and dissolve the one."""
    rules.role(me.role, "desk")
    gone = store.get(db, me.workshop, "theme", rules.id(id))
    if gone and gone["gone"]:
        return
    one, other = _theme(db, me, id), _theme(db, me, into)
    if one["hat"] != other["hat"] or one["id"] == other["id"]:
        raise rules.Refused("bad_input")
    _check_not_voted_on(db, me, one)
    _empty(db, me, one, other["id"])


def dissolve_theme(db: Database, me: Audience, *, id: object) -> None:
    """Take a theme away; its notes stay, under none."""
    rules.role(me.role, "desk")
    theme = store.get(db, me.workshop, "theme", rules.id(id))
    if theme and not theme["gone"]:
        _check_not_voted_on(db, me, theme)
        _empty(db, me, theme, "")


def board_of(db: Database, me: Audience, hat: object) -> Row:
    """The board's row; as it is before anybody touched it where there is none yet."""
    clean = rules.board(hat)
    return store.get(db, me.workshop, "board", clean) or dict(untouched(clean))


def save_board(db: Database, me: Audience, old: Row, board: Row) -> None:
    """Save a board if anything of it is new."""
    if board != old:
        store.save(db, me.workshop, "board", board)


def _theme(db: Database, me: Audience, id: object) -> Row:
    return rules.found(store.get(db, me.workshop, "theme", rules.id(id)))


def _check_hand(db: Database, me: Audience, note: Row) -> None:
    """Whether this hand may file this note."""
    if me.role == "desk":
        return
    rules.role(me.role, "participant")
    hands = board_of(db, me, note["hat"])["hands"]
    on = rules.found(store.get(db, me.workshop, "round", note["round"]))
    if hands == "desk" or not open_to_all(on) or note["hidden"]:
        raise rules.Refused("not_allowed")
    if hands == "own":
        rules.mine(note, me.id)


def _check_not_voted_on(db: Database, me: Audience, theme: Row) -> None:
    """Votes were given to themes as they were: they are not regrouped under people's hands."""
    board = board_of(db, me, theme["hat"])
    if board["voting"] and board["voted_on"] == "themes":
        raise rules.Refused("voted_on")


def _file(db: Database, me: Audience, note: Row, theme: str) -> None:
    if note["theme"] != theme:
        store.save(db, me.workshop, "note", note | {"theme": theme})


def _empty(db: Database, me: Audience, theme: Row, into: str) -> None:
    for note in store.rows(db, me.workshop, "note", theme=theme["id"]):
        _file(db, me, note, into)
    store.save(db, me.workshop, "theme", theme | {"gone": 1})
