"""All that touches SQLite. Functions take a Database first and return rows.

Every row carries the revision of its last change; `above` reads what changed since. A removed
row stays as a tombstone (gone = 1, its text emptied), so that every screen can learn of it.
"""

import json
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date as Date
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from .records import KINDS, Row

FILE = "hattupaja.db"
TIDY_TRIES, TIDY_PAUSE_S = 100, 0.02  # the longest reader takes a tenth of a second
LISTS = {"marks", "notes", "themes", "statements"}  # columns that hold a list, kept as JSON
COLUMNS = {kind: tuple(record.__annotations__) for kind, record in KINDS.items()}

migrations = Migrations("hattupaja")


@migrations()
def first_tables(db: Database) -> None:
    """Columns as they were at first; later migrations change them to what records.py says."""
    text, number = str, int
    tables = {
        "workshop": {
            "epoch": text, "created": number, "token": text, "title": text, "question": text,
            "language": text, "date": text, "organiser": text, "named": number, "scene": text,
            "round": text,
        },
        "round": {
            "hat": text, "position": number, "prompt": text, "minutes": number, "state": text,
            "at_once": number, "opened_at": number, "ends_at": number,
            "remaining": number, "closed_at": number, "shown": number,
            "gone": number,
        },
        "participant": {"name": text},
        "note": {
            "round": text, "hat": text, "number": number, "author": text, "text": text,
            "theme": text, "marks": text, "hidden": number, "shown": number, "gone": number,
        },
        "theme": {
            "hat": text, "name": text, "position": number, "votes": number, "gone": number,
        },
        "synthesis": {"hat": text, "text": text, "notes": text},
        "outcome": {
            "kind": text, "text": text, "owner": text, "due": text, "position": number,
            "gone": number,
        },
    }  # fmt: skip
    for kind, columns in tables.items():
        _create(db, kind, columns)
    db.table("note").create_index(["workshop", "round", "gone", "author"])
    db.table("workshop").create_index(["token"], unique=True)
    # Apart from the workshop's row, which would change with every note otherwise.
    db.table("revision").create({"workshop": str, "rev": int}, pk="workshop", strict=True)


@migrations()
def the_workbench(db: Database) -> None:
    """Boards, stars, votes, stacks, statements and agreements."""
    text, number = str, int
    tables = {
        "board": {
            "hat": text, "lens": text, "hands": text, "voting": text, "voted_on": text,
            "budget": number, "several": number,
        },
        "star": {"hat": text, "gone": number},
        "vote": {"hat": text, "author": text, "target": text, "votes": number, "gone": number},
        "agreement": {
            "hat": text, "author": text, "agrees": number, "remark": text, "state": text,
            "shown": number, "gone": number,
        },
    }  # fmt: skip
    for kind, columns in tables.items():
        _create(db, kind, columns)
    db.table("vote").create_index(["workshop", "hat", "author"])
    db.table("agreement").create_index(["workshop", "hat"])
    for kind, column, usual in (
        ("note", "stack", ""), ("note", "votes", 0),
        ("synthesis", "statements", "[]"), ("synthesis", "status", "edited"),
        ("synthesis", "checking", 0), ("outcome", "themes", "[]"), ("outcome", "notes", "[]"),
    ):  # fmt: skip
        db.table(kind).add_column(column, type(usual), not_null_default=usual)
    db.execute(
        "UPDATE synthesis SET statements ="
        " json_array(json_object('text', text, 'notes', json(notes))) WHERE text != ''"
    )


@migrations()
def a_template_of_ones_own(db: Database) -> None:
    """Which template a workshop's deck is drawn on."""
    db.table("workshop").add_column("template", str, not_null_default="")


def _create(db: Database, kind: str, columns: Mapping[str, type]) -> None:
    own = {"workshop": str, "id": str, "rev": int, **columns}
    db.table(kind).create(own, pk=("workshop", "id"), not_null=set(own), strict=True)
    db.table(kind).create_index(["workshop", "rev"])


def connect(path: Path | str, *, writing: bool = False) -> Database:
    """A connection that may be handed between threads, one at a time.

    Waits at most 0.1 s for a lock, so that a foreign program cannot stall the room.
    FULL: nothing acknowledged is lost, even when the power goes.
    """
    connection = sqlite3.connect(path, timeout=0.1, check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")  # withdrawn text is overwritten, not unlinked
    connection.execute(f"PRAGMA query_only = {0 if writing else 1}")
    return Database(connection)


def prepare(path: Path | str) -> None:
    """Make the tables, or bring older ones up to date."""
    db = connect(path, writing=True)
    migrations.apply(db)
    db.close()


def in_memory() -> Database:
    """An empty database of its own, for a document that is only passing through."""
    db = Database(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
    migrations.apply(db)
    return db


def now() -> int:
    """The server's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def today() -> str:
    """The day on the wall, as YYYY-MM-DD."""
    return Date.today().isoformat()


def new_id() -> str:
    """An id of the server's making, where no client made one."""
    return secrets.token_hex(10)


# --- writing -------------------------------------------------------------------------------


def save(db: Database, workshop: str, kind: str, row: Mapping[str, Any]) -> None:
    """Write a whole row, new or changed, at the next revision."""
    names = ("workshop", "rev", *COLUMNS[kind])
    values = [_kept(name, row[name]) for name in COLUMNS[kind]]
    places = ", ".join("?" * len(names))
    db.execute(
        f"INSERT OR REPLACE INTO {kind} ({', '.join(names)}) VALUES ({places})",
        [workshop, next_revision(db, workshop), *values],
    )


def create(db: Database, row: Mapping[str, Any]) -> None:
    """Write a new workshop's own row, at revision 1."""
    names = ("workshop", "rev", *COLUMNS["workshop"])
    places = ", ".join("?" * len(names))
    db.execute(
        f"INSERT INTO workshop ({', '.join(names)}) VALUES ({places})",
        [row["id"], 1, *(row[name] for name in COLUMNS["workshop"])],
    )
    db.execute("INSERT INTO revision (workshop, rev) VALUES (?, 1)", [row["id"]])


def change(db: Database, workshop: str, kind: str, where: Mapping[str, Any], **values: Any) -> None:
    """Set values in all rows that match, at one next revision; without values only restamp them."""
    sets = ["rev = ?", *(f"{name} = ?" for name in values)]
    tests = ["workshop = ?", *(f"{name} = ?" for name in where)]
    kept = [_kept(name, value) for name, value in values.items()]
    db.execute(
        f"UPDATE {kind} SET {', '.join(sets)} WHERE {' AND '.join(tests)}",
        [next_revision(db, workshop), *kept, workshop, *where.values()],
    )


def next_revision(db: Database, workshop: str) -> int:
    """Step the workshop's counter; read from the database, never from memory."""
    ((rev,),) = db.execute(
        "UPDATE revision SET rev = rev + 1 WHERE workshop = ? RETURNING rev", [workshop]
    ).fetchall()
    return rev


def _kept(name: str, value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if name in LISTS else value


def tidy(db: Database) -> None:
    """Empty the write-ahead log, so that what was forgotten is in no file any more.

    Waits for those who read; after TIDY_TRIES the next one to tidy, or the end, will do it.
    """
    for _ in range(TIDY_TRIES):
        ((busy, *_pages),) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not busy:
            return
        time.sleep(TIDY_PAUSE_S)


# --- reading -------------------------------------------------------------------------------


@contextmanager
def at_one_moment(db: Database) -> Iterator[None]:
    """What is read inside belongs together, whatever is written meanwhile."""
    db.execute("SAVEPOINT moment")
    try:
        yield
    finally:
        db.execute("RELEASE moment")


def revision(db: Database, workshop: str) -> int:
    """The workshop's revision; 0 where there is no such workshop."""
    found = db.execute("SELECT rev FROM revision WHERE workshop = ?", [workshop]).fetchone()
    return found[0] if found else 0


def workshop(db: Database, code: str) -> Row | None:
    """The workshop's own row."""
    return get(db, code, "workshop", code)


def code_of_token(db: Database, token: str) -> str | None:
    """The code of the workshop whose QR code carries this token."""
    found = db.execute("SELECT id FROM workshop WHERE token = ?", [token]).fetchone()
    return found[0] if found else None


def codes(db: Database) -> list[str]:
    """The codes of all workshops, the newest first."""
    return [code for (code,) in db.execute("SELECT id FROM workshop ORDER BY created DESC")]


def get(db: Database, workshop: str, kind: str, id: str) -> Row | None:
    """One row, tombstones too."""
    return next(iter(rows(db, workshop, kind, id=id)), None)


def rows(db: Database, workshop: str, kind: str, **where: Any) -> list[Row]:
    """All rows of a kind that match, in the order in which they were made."""
    tests = " AND ".join(["workshop = ?", *(f"{name} = ?" for name in where)])
    return _read(db, kind, tests, [workshop, *where.values()])


def above(db: Database, workshop: str, kind: str, since: int) -> list[Row]:
    """All rows of a kind that changed after revision `since`, tombstones too."""
    return _read(db, kind, "workshop = ? AND rev > ?", [workshop, since])


ORDER = {"note": "number", "round": "position", "theme": "position", "outcome": "position"}


def _read(db: Database, kind: str, tests: str, values: Iterable[Any]) -> list[Row]:
    columns = COLUMNS[kind]
    order = ORDER.get(kind, "id")
    query = f"SELECT {', '.join(columns)} FROM {kind} WHERE {tests} ORDER BY {order}, id"
    listed = [name for name in columns if name in LISTS]
    found = [dict(zip(columns, row, strict=True)) for row in db.execute(query, list(values))]
    for row in found:
        for name in listed:
            row[name] = json.loads(row[name])
    return found


def counts(db: Database, workshop: str) -> dict[str, tuple[int, int]]:
    """For each round id with notes: how many notes stand there, and how many people wrote them."""
    query = """
        SELECT round, count(*), count(DISTINCT nullif(author, '')) FROM note
        WHERE workshop = ? AND gone = 0 AND hidden = 0 GROUP BY round
    """
    return {round: (notes, writers) for round, notes, writers in db.execute(query, [workshop])}


def voters(db: Database, workshop: str) -> dict[str, int]:
    """For each hat that is voted on: how many people have given votes."""
    query = """
        SELECT hat, count(DISTINCT author) FROM vote
        WHERE workshop = ? AND gone = 0 AND votes > 0 GROUP BY hat
    """
    return dict(db.execute(query, [workshop]).fetchall())


def agreements(db: Database, workshop: str) -> dict[str, tuple[int, int]]:
    """For each hat that was checked: how many agree, and how many miss something."""
    query = """
        SELECT hat, sum(agrees), sum(1 - agrees) FROM agreement
        WHERE workshop = ? AND gone = 0 AND state != 'hidden' GROUP BY hat
    """
    return {hat: (yes, no) for hat, yes, no in db.execute(query, [workshop])}


def tallies(db: Database, workshop: str, hat: str) -> dict[str, int]:
    """For each theme or note of a hat that got votes: how many."""
    query = """
        SELECT target, sum(votes) FROM vote
        WHERE workshop = ? AND hat = ? AND gone = 0 GROUP BY target
    """
    return dict(db.execute(query, [workshop, hat]).fetchall())


def running(db: Database, workshop: str) -> bool:
    """Whether any clock of the workshop runs."""
    query = "SELECT 1 FROM round WHERE workshop = ? AND state = 'open' AND ends_at > 0"
    return db.execute(query, [workshop]).fetchone() is not None


def last(db: Database, workshop: str, kind: str, column: str) -> int:
    """The largest value of a number column, 0 where there are no rows."""
    query = f"SELECT coalesce(max({column}), 0) FROM {kind} WHERE workshop = ?"
    return db.execute(query, [workshop]).fetchone()[0]
