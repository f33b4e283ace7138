"""One definition of each kind of row: for the table, the code and the wire.

Every row also has `workshop` (its code) and `rev` (the revision it last changed at) in the
table. Times are milliseconds since 1970 by the server's clock, 0 where there is none yet;
flags are 0 or 1, as SQLite keeps them.
"""

from typing import Any, NamedTuple, TypedDict

Row = dict[str, Any]


class Workshop(TypedDict):
    id: str  # the six-digit code
    epoch: str  # random; another epoch means starting from revision 0
    created: int
    token: str  # in the QR code: joins without the code, too long to guess
    title: str
    question: str
    language: str
    date: str  # YYYY-MM-DD
    organiser: str
    named: int  # 1: notes carry their author's name
    scene: str  # what the projector shows: lobby, round, themes, synthesis or outcomes
    round: str  # the round that is on, or was last; "" before the first
    template: str  # the id of the template that its deck is drawn on; "" for our own


class Round(TypedDict):
    id: str
    hat: str
    position: int
    prompt: str
    minutes: int
    state: str  # waiting, open, closed or revealed
    at_once: int  # 1: everybody sees the notes as they come
    opened_at: int
    ends_at: int  # 0 while the clock stands
    remaining: int  # milliseconds left when the clock was stopped
    closed_at: int
    shown: int  # 1 once its notes have been on the projector
    gone: int


class Participant(TypedDict):
    id: str
    name: str


class Board(TypedDict):
    id: str  # the hat
    hat: str
    lens: str  # what the notes are sorted by, in the facilitator's words
    hands: str  # who files notes under themes: desk, own (everyone their own) or all (everyone any)
    voting: str  # "" before, open or closed
    voted_on: str  # themes or notes
    budget: int  # votes that each participant has
    several: int  # 1: one may give several of them to the same


class Note(TypedDict):
    id: str
    round: str
    hat: str
    number: int  # running number in the workshop, in order of arrival
    author: str  # a participant's id; "" when forgotten or imported
    text: str
    theme: str  # a theme's id, or ""
    stack: str  # the id of the first note of its stack, or ""
    votes: int  # the tally; 0 while people vote
    marks: list[str]  # "crazy": wild on purpose
    hidden: int
    shown: int  # 1 once others than its author have seen it
    gone: int


class Theme(TypedDict):
    id: str
    hat: str
    name: str
    position: int
    votes: int  # the tally; 0 while people vote
    gone: int


class Star(TypedDict):
    id: str  # the starred theme's or note's
    hat: str
    gone: int


class Vote(TypedDict):
    id: str
    hat: str
    author: str  # the participant who gave it; "" when forgotten
    target: str  # the id of the theme or note
    votes: int
    gone: int


class Statement(TypedDict):
    text: str  # one sentence, or a few that belong together
    notes: list[str]  # ids of the notes it rests on; none: it is the facilitator's alone


class Synthesis(TypedDict):
    id: str  # the hat
    hat: str
    text: str  # all statements together
    notes: list[str]  # ids of all notes it rests on
    statements: list[Statement]
    status: str  # draft (a proposal as it came), edited, or checked with the room
    checking: int  # 1 while the room is asked whether this is what it means


class Agreement(TypedDict):
    id: str
    hat: str
    author: str  # a participant's id; "" when forgotten or imported
    agrees: int
    remark: str  # what is missing, where it does not agree
    state: str  # of the remark: open, answered, kept or hidden
    shown: int  # 1 once others than its author have seen the remark
    gone: int


class Outcome(TypedDict):
    id: str
    kind: str  # decision or action
    text: str
    owner: str
    due: str  # YYYY-MM-DD, or ""
    themes: list[str]  # ids of what it rests on
    notes: list[str]
    position: int
    gone: int


KINDS: dict[str, type] = {
    "workshop": Workshop,
    "round": Round,
    "participant": Participant,
    "board": Board,
    "theme": Theme,
    "note": Note,
    "star": Star,
    "vote": Vote,
    "synthesis": Synthesis,
    "agreement": Agreement,
    "outcome": Outcome,
}


class Seen(NamedTuple):
    """A row as one audience may see it; None where it may not, or no longer."""

    kind: str
    id: str
    row: Row | None


def by_kind(seen: list[Seen]) -> dict[str, dict[str, Row]]:
    """The rows of every kind by id, in the order given; kinds without rows are empty."""
    rows: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
    for kind, id, row in seen:
        if row is not None:
            rows[kind][id] = row
    return rows
