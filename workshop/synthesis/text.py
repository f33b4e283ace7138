"""A note's text as what it can be compared by: clean letters, words and character n-grams."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

COMPARED = 400  # characters of a text that count; four of five notes have fewer than 80
LENGTHS = (3, 4, 5)  # characters of an n-gram
KEPT = 8192  # texts whose n-grams are remembered between calls: several full workshops

# Words that say nothing by themselves. Notes of three languages meet on a board.
STOP = frozenset((Path(__file__).parent / "stop.txt").read_text(encoding="utf-8").split())


def clean(text: str) -> str:
    """The text in small letters and one spelling, without what ends a sentence."""
    spelled = unicodedata.normalize("NFKC", text).lower()
    return " ".join(spelled.split()).rstrip(" !.?…")


@lru_cache(maxsize=KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of the part that counts, as they follow each other."""
    return tuple(re.findall(r"\w+(?:['’]\w+)*", clean(text[:COMPARED])))


def content(text: str) -> tuple[str, ...]:
    """The words without those that say nothing; all of them where nothing else is left."""
    found = words(text)
    return tuple(word for word in found if word not in STOP) or found


@lru_cache(maxsize=KEPT)
def grams(text: str) -> Mapping[str, int]:
    """How often each n-gram stands within the text's words, their edges counting as a space."""
    return Counter(
        piece for word in content(text) for size in LENGTHS for piece in pieces(f" {word} ", size)
    )


def pieces(text: str, size: int) -> list[str]:
    """All runs of `size` characters; the whole text where it is shorter."""
    return [text[start : start + size] for start in range(max(1, len(text) - size + 1))]
