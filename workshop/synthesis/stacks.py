"""Stacks of near-copies: the same thought in other letters. Offered, never made by themselves.

Two notes are near-copies when their letters (or, with vectors, their meanings) are close and no
word of the one stands where the other has an unrelated one: "customers do not care" is
no copy of "staff do not care", however many letters they share.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .text import KEPT, STOP, clean, pieces, words

ALIKE = 0.50  # Dice of 3- and 4-grams from which on letters are close
LENGTHS = (3, 4)
DENIALS = {
    *("ei", "en", "et", "emme", "ette", "eivät", "eikä", "ettei", "älä", "ilman"),
    *("inte", "ej", "utan", "aldrig", "ingen", "not", "no", "never", "without"),
}


def stacks(texts: Sequence[str]) -> list[list[int]]:
    """Positions of near-copies, two or more to a stack, none in two; the earliest stack first."""
    group = {i: [i] for i in range(len(texts))}
    for a, b in _pairs(texts):
        one, other = group[a], group[b]
        if one is not other and not any(differ(texts[i], texts[j]) for i in one for j in other):
            one += other
            group.update(dict.fromkeys(other, one))
    found = {id(stack): sorted(stack) for stack in group.values() if len(stack) > 1}
    return sorted(found.values())


def _pairs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs whose letters are close, the closest first."""
    sets = [letters(text) for text in texts]
    close = [(dice(sets[a], sets[b]), a, b) for a, b in _candidates(sets)]
    return [
        (a, b) for value, a, b in sorted(close, key=lambda c: (-c[0], *c[1:])) if value >= ALIKE
    ]


def _candidates(sets: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that can reach ALIKE: those that share one of their rarer n-grams."""
    having = defaultdict(int)
    for own in sets:
        for gram in own:
            having[gram] += 1
    index = defaultdict(list)
    for b, own in enumerate(sets):
        # Whoever is alike shares at least this many of our n-grams; so they share one of the rest.
        shared = int(len(own) * ALIKE / (2 - ALIKE))
        rare = sorted(own, key=lambda gram: (having[gram], gram))[: len(own) - shared + 1]
        met = {a for gram in rare for a in index[gram]}
        yield from ((a, b) for a in sorted(met))
        for gram in rare:
            index[gram].append(b)


@lru_cache(maxsize=KEPT)
def letters(text: str) -> frozenset[str]:
    """The n-grams of the words run together with single spaces; the text itself if it has none."""
    joined = " ".join(words(text))
    return (
        frozenset(piece for n in LENGTHS for piece in pieces(f" {joined} ", n))
        if joined
        else (frozenset([clean(text)]))
    )


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of n-grams that are common, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def differ(one: str, other: str) -> bool:
    """Whether a word of each is unrelated to all of the other's, or only one of them denies."""
    left, right = words(one), words(other)
    if bool(DENIALS.intersection(left)) != bool(DENIALS.intersection(right)):
        return True
    return bool(_strangers(left, right)) and bool(_strangers(right, left))


def _strangers(mine: Sequence[str], others: Sequence[str]) -> list[str]:
    joined = "".join(others)
    return [
        word
        for word in mine
        if word not in STOP
        and not any(related(word, other) for other in others)
        and not (len(word) > 4 and word[: max(4, round(len(word) * 0.6))] in joined)
    ]


@lru_cache(maxsize=4 * KEPT)
def related(one: str, other: str) -> bool:
    """Whether two words may be one: the same, inflected, or mistyped."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    short, long = sorted((len(one), len(other)))
    same = next((i for i in range(short) if one[i] != other[i]), short)
    if long <= 5 and same >= 2:
        return True
    if same >= 4 and (same >= 0.4 * long or same >= 0.6 * short):
        return True
    return _steps(one, other) <= (0 if long < 4 else 1 if long < 7 else 2)


def _steps(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap to get from one word to the other."""
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, mark in enumerate(other, 1):
            steps = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before = above
    return row[-1]
