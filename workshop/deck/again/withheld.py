"""What must not show: words of notes that were hidden or withdrawn since.

The words of a hidden note we have. Those of a withdrawn one nobody keeps: it is known by the
fingerprints of the lines that quoted it, and by its words where they still stand in the deck.
"""

import unicodedata
from dataclasses import dataclass

from lxml import etree

from .marks import print_of

TELLING = 12  # letters: shorter words are found alone, not within other text


@dataclass(frozen=True)
class Withheld:
    """Knows withheld words when it sees them."""

    notes: frozenset[str]  # fingerprints of the notes' ids
    prints: frozenset[str]  # of lines that quote them
    words: frozenset[str]  # the notes' own, plain
    name: str  # what stands in their place where something must
    instead: etree._Element  # the same as a paragraph
    chart: str  # what the words of our charts begin with, for those who do not see them

    def quotes(self, text: str) -> bool:
        """Whether a text is or holds withheld words."""
        if print_of(text) in self.prints:
            return True
        said = plain(text)
        return said in self.words or any(_holds(said, one) for one in self.words)

    def better(self, text: str) -> str:
        """A name as it is, or what stands in place of a withheld one."""
        said = plain(text)
        cut = said.removesuffix("…").rstrip()
        short = cut != said and len(cut) >= TELLING
        begun = short and any(one.startswith(cut) for one in self.words)
        return self.name if begun or self.quotes(text) else text


def plain(text: str) -> str:
    """A text as it is compared: whatever its spaces and its capitals."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _holds(said: str, words: str) -> bool:
    """Whether the words stand in a text, not as part of longer words."""
    if len(words) < TELLING:
        return False
    at = said.find(words)
    while at >= 0:
        around = said[at - 1 : at] + said[at + len(words) : at + len(words) + 1]
        if not any(map(str.isalnum, around)):
            return True
        at = said.find(words, at + 1)
    return False
