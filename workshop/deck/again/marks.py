"""What a slide said when we exported it, in one line of its speaker notes.

`[hattupaja:white-2/5 title=PRINT 11=PRINT,PRINT:NOTE said=PRINT]`: the slide's key, then each text
slot with a fingerprint of every paragraph and, behind a colon, of the id of the note it shows.
Speaker notes are what every program keeps; fingerprints, so that no text travels in them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from workshop.deck.slide import Paragraph

SAID = "said"  # the slot of the speaker notes themselves
SOURCE = "source"  # of a hat's page: one fingerprint of what it was made from
LOOK = "look"  # of another slide: one fingerprint of what stands where; see looks.py
QUOTES = "quotes"  # what else says a note's words: names of bars, a title, lines of a table
COLUMNS = ("11", "12")  # the slots of a hat's page in which its notes stand
LONGEST = 60_000  # characters of a line that are looked at; a slide of 60 notes takes 1,500
PRINT = "[a-z2-7]{6}"
PAIRS = ["".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]  # base 32
PARAGRAPH = rf"{PRINT}(?::{PRINT}(?:@\d{{1,5}}-\d{{1,5}}/\d{{1,5}})?)?\+?"
KEY = r"[a-z][a-z0-9_]{0,30}[-+][0-9][0-9./_\-]{0,24}"
SLOT = rf"[a-z0-9]{{1,12}}=(?:{PARAGRAPH}(?:,{PARAGRAPH})*)?"
LINE = re.compile(rf"\[hattupaja:({KEY})((?: {SLOT})*)\]")
ANY = re.compile(r"\[hattupaja:[^\]]*\]")


@dataclass(frozen=True)
class Told:
    """A paragraph as it was exported."""

    print: str
    note: str = ""  # the fingerprint of the id of the note that it shows
    part: tuple[int, int, int] | None = None  # of the note's text: from, to, of so many letters
    stays: bool = False  # in speaker notes: told once, not said anew with every export

    def __str__(self) -> str:
        part = "@{}-{}/{}".format(*self.part) if self.part else ""
        return self.print + (f":{self.note}{part}" if self.note else "") + "+" * self.stays


@dataclass(frozen=True)
class Mark:
    """A slide as it was exported."""

    key: str
    slots: dict[str, tuple[Told, ...]] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[str, ...]:
        """The fingerprints of the notes on a hat's page, in order."""
        told = (one.note for one in self.pins)
        return tuple(dict.fromkeys(filter(None, told)))

    @property
    def pins(self) -> tuple[Told, ...]:
        """What was told of notes on a hat's page; of other slides nothing: they only quote."""
        return self.quoted if hat_of(self.key) else ()

    @property
    def quoted(self) -> tuple[Told, ...]:
        """What was told of notes on the slide itself."""
        slots = (told for slot, told in self.slots.items() if slot != SAID)
        return tuple(one for told in slots for one in told if one.note)

    def __str__(self) -> str:
        slots = "".join(f" {name}={','.join(map(str, all_))}" for name, all_ in self.slots.items())
        return f"[hattupaja:{self.key}{slots}]"


@lru_cache(maxsize=50_000)  # a note stands on up to three slides, and its id beside each
def print_of(text: str) -> str:
    """A text's fingerprint: 30 bits, whatever a program did to its spaces and line breaks."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    bits = int.from_bytes(hashlib.sha256(plain.encode()).digest()[:4]) >> 2
    return PAIRS[bits >> 20] + PAIRS[bits >> 10 & 1023] + PAIRS[bits & 1023]


def hat_of(key: str) -> str:
    """The hat whose page has this key; "" for other slides."""
    return "" if "/" not in key and "+" not in key else key.replace("+", "-").split("-")[0]


def part_of(key: str) -> str:
    """The part of the deck that the slide belongs to; see workshop.deck.parts."""
    return "notes" if hat_of(key) else key.replace("-", "_").split("_")[0]


def read(text: str) -> Mark | None:
    """The last mark in a slide's speaker notes."""
    lines = list(LINE.finditer(text[-LONGEST:]))
    if not lines:
        return None
    found = lines[-1]
    slots = {}
    for slot in found[2].split():
        name, _, told = slot.partition("=")
        slots[name] = tuple(_told(one) for one in filter(None, told.split(",")))
    return Mark(found[1], slots)


def without(text: str) -> str:
    """The text without any mark."""
    return ANY.sub("", text)


def _told(text: str) -> Told:
    stays = text.endswith("+")
    print_, _, note = text.rstrip("+").partition(":")
    note, _, part = note.partition("@")
    numbers = [int(one) for one in re.findall(r"\d+", part)]
    return Told(print_, note, (numbers[0], numbers[1], numbers[2]) if numbers else None, stays)


def parts(paragraphs: Iterable[Paragraph], done: dict[str, int], whole: dict[str, int]):
    """Told for each paragraph of a hat's page.

    `done` counts the letters of each note that came before; `whole` says how long each note is
    over all slides.
    """
    for one in paragraphs:
        text, id, part = one.text, one.id, None
        if id and len(text) < whole[id]:
            part = (done.get(id, 0), done.get(id, 0) + len(text), whole[id])
            done[id] = part[1]
        yield Told(print_of(one.whole), print_of(id) if id else "", part)
