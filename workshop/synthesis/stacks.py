"""Stacks of near-copies: the same thought in other letters. Offered, never made by themselves.

Two notes are near-copies when their letters (or, with vectors, their meanings) are close and no
word of the one stands where the other has an unrelated one: "customers do not care" is
no copy of "staff do not care", however many letters they share.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from .likeness import Likeness
from .text import KEPT, clean, pieces, words
from .variants import differ, matched, slip

LETTERS = 0.40  # Dice of 3- and 4-grams from which on letters are close
FAINT = 0.25  # the same where besides every word has its counterpart
MEANING = 0.58  # cosine, centred on the hat, from which on meanings are close
HINT = 0.20  # cosine of words below which letters are never close enough
SHORT = 16  # letters of a note that one slip of a thumb changes too much for n-grams
LENGTHS = (3, 4)


def stacks(likeness: Likeness) -> list[list[int]]:
    """Positions of near-copies, two or more to a stack, none in two; the earliest stack first."""
    texts = likeness.texts
    group = {i: [i] for i in range(len(texts))}
    for _, a, b in sorted(_pairs(likeness)):
        one, other = group[a], group[b]
        if one is not other and not any(differ(texts[i], texts[j]) for i in one for j in other):
            one += other
            group.update(dict.fromkeys(other, one))
    found = {id(stack): sorted(stack) for stack in group.values() if len(stack) > 1}
    return sorted(found.values())


def _pairs(likeness: Likeness) -> Iterator[tuple[float, int, int]]:
    """Pairs that are close, with how far they are from being the same."""
    texts, meaning = likeness.texts, likeness.meaning
    for a, row in enumerate(likeness.words):
        for b in range(a):
            sense = meaning[a][b] if meaning else 0.0
            if row[b] >= HINT or sense >= MEANING:
                near = dice(letters(texts[a]), letters(texts[b]))
                if (
                    near >= LETTERS
                    or sense >= MEANING
                    or (near >= FAINT and matched(texts[a], texts[b]))
                ):
                    yield -max(near, sense), b, a
    # Without words, such as an emoji, the text itself.
    runs = [(i, "".join(words(text)) or clean(text)) for i, text in enumerate(texts)]
    short = [(i, run) for i, run in runs if 0 < len(run) <= SHORT]
    yield from ((0.0, a, b) for (a, one), (b, other) in combinations(short, 2) if slip(one, other))


@lru_cache(maxsize=KEPT)
def letters(text: str) -> frozenset[str]:
    """The n-grams of the words with single spaces around them."""
    run = f" {' '.join(words(text))} "
    return frozenset(piece for size in LENGTHS for piece in pieces(run, size))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of n-grams that are common, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))
