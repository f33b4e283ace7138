"""What may be said, and when: every check of input is here, and raises Refused.

Each function takes what came from outside and returns the clean value.
"""

import re
import unicodedata
from datetime import date as Date
from typing import Any

from .hats import BOARDS, Hat
from .records import Row

NOTE_LENGTH = 2000
NAME_LENGTH = 40
LINE_LENGTH = 200  # titles, organisers, theme names
QUESTION_LENGTH = 500
TEXT_LENGTH = 4000  # a synthesis, an outcome
MARKS = ("crazy",)
SCENES = ("lobby", "round", "themes", "synthesis", "outcomes")
OUTCOMES = ("decision", "action")
HANDS = ("desk", "own", "all")
VOTED_ON = ("themes", "notes")
BUDGET = range(1, 21)  # votes that each participant has
REMARKS = ("open", "answered", "kept", "hidden")
STATUSES = ("draft", "edited", "checked")
STATEMENTS = 40  # of one synthesis, at the most
MINUTES = range(0, 241)  # 0: no clock
LATE_MS = 15_000  # a note may finish this long after its round was closed
FAR_FUTURE = 2**53  # the largest whole number that JavaScript counts exactly
ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Refused(Exception):
    """A rule said no. Carries a code (phrases `refused.CODE`) and the values its phrase needs."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def text(value: object, length: int = TEXT_LENGTH) -> str:
    """People's text over several lines, normalised and not longer than `length` characters."""
    if not isinstance(value, str):
        raise Refused("bad_text")
    if len(value) > 4 * length:  # do not spend time on normalising a flood
        raise Refused("too_long", limit=length)
    clean = normalised(value)
    if len(clean) > length:
        raise Refused("too_long", limit=length)
    return clean


def line(value: object, length: int = LINE_LENGTH) -> str:
    """Text on a single line."""
    return " ".join(text(value, length).split())


def needed(clean: str) -> str:
    """The same text; refused where nothing is left of it."""
    if not clean:
        raise Refused("empty")
    return clean


_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Controls, surrogates, non-characters, and what reorders or hides the text around it.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# All that normalising could change; what most people write has none of it.
_SUSPECT = re.compile("[^\t\n -~\xa0-\u02ff\u2010-\u2027\u20ac]|[ \t]\n|\n\n\n")
MARKS_IN_A_ROW = 3
FIRST_MARK = "\u0300"  # no character before it combines


def normalised(value: str) -> str:
    """Text safe for SQLite, JSON, XML, a terminal and the lines above and below it.

    Once is enough: normalised(normalised(x)) == normalised(x). Emoji joiners are kept.
    """
    if not _SUSPECT.search(value):
        return value.strip()
    clean = value.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    clean = _DROPPED.sub("", _NEWLINES.sub("\n", clean))
    clean = unicodedata.normalize("NFC", clean)
    clean = _without_towers(clean)
    clean = "\n".join(line.rstrip(" \t") for line in clean.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", clean).strip()


def _without_towers(value: str) -> str:
    """At most MARKS_IN_A_ROW combining marks on a letter: more would cover other people's lines."""
    if max(value, default="") < FIRST_MARK:
        return value
    kept, run = [], 0
    for character in value:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def id(value: object) -> str:
    """An id of the client's making."""
    if not (isinstance(value, str) and ID.fullmatch(value)):
        raise Refused("bad_id")
    return value


def new_id(value: object) -> str:
    """An id for a row that is to be made: long enough not to meet another by chance."""
    if len(clean := id(value)) < 8:
        raise Refused("bad_id")
    return clean


def ids(value: object) -> list[str]:
    """Ids without repeats, in the order given."""
    if not isinstance(value, list) or len(value) > 5000:
        raise Refused("bad_id")
    return list(dict.fromkeys(id(one) for one in value))


def hat(value: object) -> Hat:
    """Any of the six hats."""
    if value not in tuple(Hat):
        raise Refused("bad_hat")
    return Hat(str(value))


def board(value: object) -> Hat:
    """A hat that has a board: not the facilitator's."""
    if value not in BOARDS:
        raise Refused("bad_hat")
    return Hat(str(value))


def marks(value: object) -> list[str]:
    """The marks of a note; none for None."""
    given = [] if value is None else value
    if not isinstance(given, list) or any(mark not in MARKS for mark in given):
        raise Refused("bad_input")
    return [mark for mark in MARKS if mark in given]


def flag(value: object) -> int:
    """A yes or no."""
    if not isinstance(value, bool | int) or value not in (0, 1):
        raise Refused("bad_input")
    return int(value)


def number(value: object, allowed: range = range(FAR_FUTURE)) -> int:
    """A whole number within a range."""
    if isinstance(value, bool) or not isinstance(value, int) or value not in allowed:
        raise Refused("bad_number")
    return value


def whole(text: str, otherwise: int) -> int:
    """A whole number written in a form or an address; `otherwise` for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else otherwise


def one_of(value: object, allowed: tuple[str, ...]) -> str:
    """One of the words allowed."""
    if not isinstance(value, str) or value not in allowed:
        raise Refused("bad_input")
    return value


def date(value: object) -> str:
    """A day as YYYY-MM-DD, or "" for none."""
    if value == "":
        return ""
    try:
        return Date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise Refused("bad_date") from None


def language(value: object) -> str:
    """A language as two letters. Any will do: what we have no phrases for reads in English."""
    if not (isinstance(value, str) and re.fullmatch("[a-z]{2}", value)):
        raise Refused("bad_language")
    return value


def found(row: Row | None) -> Row:
    """The row; refused where there is none, or no longer."""
    if row is None or row.get("gone"):
        raise Refused("not_found")
    return row


def mine(note: Row, author: str) -> None:
    """Only its author touches a note's text."""
    if not author or note["author"] != author:
        raise Refused("not_yours")


def role(given: str, needed: str) -> None:
    """Only this role may do that."""
    if given != needed:
        raise Refused("not_allowed")


def writable(round: Row, begun: int, now: int) -> None:
    """A note belongs to a round if it was begun while that round was open.

    So a thought that was begun in time is never lost to a slow thumb or a bad network.
    """
    if round["state"] == "open" and begun <= now + LATE_MS:
        return
    opened, closed = round["opened_at"], round["closed_at"]
    if not opened or not opened <= begun <= closed + LATE_MS:
        raise Refused("round_closed")


def still_open(round: Row, now: int) -> None:
    """Notes are changed and withdrawn while their round is open, or was until just now."""
    if round["state"] != "open" and now > round["closed_at"] + LATE_MS:
        raise Refused("round_closed")
