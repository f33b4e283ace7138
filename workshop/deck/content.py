"""What a deck says, before anybody has measured it: plain values, in the order of the slides."""

from dataclasses import dataclass, field

THEME, NOTE, GOES_ON, PLAIN = 1, 2, 3, 4  # levels of text in columns; see layoutxml.py


@dataclass(frozen=True)
class Block:
    """A theme's name, a note, or a plain remark; `more` leads on where the text is cut."""

    level: int
    text: str
    id: str = ""  # the note's
    more: str = ""


@dataclass(frozen=True)
class Board:
    """Text that flows over columns and slides, however many it takes; a hat's, or blue's."""

    hat: str
    title: str
    prompt: str
    blocks: tuple[Block, ...]
    tight: bool = False  # themes are split over columns where that saves a slide


@dataclass(frozen=True)
class Statement:
    """A sentence, who says it ("Facts"), and the ids of the notes it rests on."""

    text: str
    lead: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """What a hat, or the whole workshop (blue), came to, or a theme with its notes."""

    hat: str
    heading: str
    lines: tuple[str, ...]
    small: str = ""
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()  # ids of the notes on it


@dataclass(frozen=True)
class Answer:
    """What the workshop came to, for those who read one slide: decisions, then reasons."""

    title: str  # "" for a neutral one
    decisions: tuple[Statement, ...]
    reasons: tuple[Statement, ...]


@dataclass(frozen=True)
class Outcome:
    """A decision or an action as a row of a table."""

    cells: tuple[str, ...]  # kind, what, who, when, what it rests on
    notes: tuple[str, ...]
    quoted: tuple[str, ...] = ()  # of each line of the last cell: the id of the note it quotes


@dataclass(frozen=True)
class Series:
    """One kind of figures of a chart."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Figures:
    """A chart of whole numbers: a title that says what they say, and the facts beside it."""

    hat: str  # "" where the bars are of several hats
    title: str
    facts: tuple[str, ...]
    names: tuple[str, ...]
    series: tuple[Series, ...]
    hats: tuple[str, ...] = ()  # of each bar, where they differ
    notes: tuple[str, ...] = ()  # of each bar the id, where they are notes


@dataclass(frozen=True)
class Entry:
    """A note in the appendix, verbatim; `about` is its theme and its votes."""

    id: str
    number: int
    text: str
    about: str


@dataclass(frozen=True)
class Deck:
    """Everything the deck says, in order; what there is nothing to say about is empty or None."""

    language: str
    code: str  # the workshop's code, or its date where it has none
    export: str  # an id of what the rows say
    title: str
    question: str
    date: str
    organiser: str
    hats: tuple[tuple[str, str, str], ...]  # hat, its name and word, its prompt
    answer: Answer | None
    cards: tuple[Card, ...]
    outcomes: tuple[Outcome, ...]
    participation: Figures | None
    votes: tuple[Figures, ...]
    themes: dict[str, tuple[Card, ...]]  # by hat
    boards: tuple[Board, ...]
    room: Board | None
    appendix: dict[str, tuple[Entry, ...]]  # by the name of the hat
    method: Board
    authors: dict[str, str]  # of notes by id, in a named workshop
    words: dict[str, str] = field(default_factory=dict)  # the deck's own, in its language
