"""Stacks of near-copies: the same thought in other letters. Offered, never made by themselves.

Two notes are near-copies when their letters (or, with vectors, their meanings) are close and no
word of the one stands where the other has an unrelated one: "customers do not care" is
no copy of "staff do not care", however many letters they share.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from .likeness import Likeness
from .text import KEPT, STOP, clean, pieces, words

LETTERS = 0.40  # Dice of 3- and 4-grams from which on letters are close
MEANING = 0.58  # cosine, centred on the hat, from which on meanings are close
HINT = 0.20  # cosine of words below which letters are never close enough
SHORT = 16  # letters of a note that one slip of a thumb changes too much for n-grams
LENGTHS = (3, 4)
# What Finnish makes one within a word: hyöty, hyödyn; ilta, illan; kenkä, kengät.
FOLDS = {"d": "t", "tt": "t", "lt": "l", "ll": "l", "rt": "r", "rr": "r", "nt": "n", "nn": "n"}
FOLDS |= {"nk": "n", "ng": "n", "mp": "m", "mm": "m", "pp": "p", "kk": "k"}
DENIALS = {"ei", "en", "et", "emme", "ette", "eivät", "eikä", "ettei", "älä", "ilman"}
DENIALS |= {"inte", "ej", "utan", "aldrig", "ingen", "not", "no", "never", "without"}


def stacks(likeness: Likeness) -> list[list[int]]:
    """Positions of near-copies, two or more to a stack, none in two; the earliest stack first."""
    group = {i: [i] for i in range(len(likeness.texts))}
    for _, a, b in sorted(_pairs(likeness)):
        one, other = group[a], group[b]
        if one is not other and not any(_apart(likeness, i, j) for i in one for j in other):
            one += other
            group.update(dict.fromkeys(other, one))
    found = {id(stack): sorted(stack) for stack in group.values() if len(stack) > 1}
    return sorted(found.values())


def _pairs(likeness: Likeness) -> Iterator[tuple[float, int, int]]:
    """Pairs that are close, with how far they are from being the same."""
    texts, meaning = likeness.texts, likeness.meaning
    short = [0 < len(joined(text)) <= SHORT for text in texts]
    for a, row in enumerate(likeness.words):
        for b in range(a):
            hint, sense = row[b], meaning[a][b] if meaning else 0.0
            if hint >= HINT or sense >= MEANING or (short[a] and short[b] and hint > 0):
                near = dice(letters(texts[a]), letters(texts[b]))
                if near >= LETTERS or sense >= MEANING or mistyped(texts[a], texts[b]):
                    yield -max(near, sense), b, a


def _apart(likeness: Likeness, a: int, b: int) -> bool:
    close = bool(likeness.meaning) and likeness.meaning[a][b] >= MEANING
    return differ(likeness.texts[a], likeness.texts[b], close)


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


def joined(text: str) -> str:
    """The letters of the words without anything between them."""
    return "".join(words(text))


def differ(one: str, other: str, close: bool = False) -> bool:
    """Whether a word of each is unrelated to all of the other's, or only one of them denies.

    Where the meanings are known to be close, two letters are enough to relate words.
    """
    left, right = words(one), words(other)
    if _denies(left, right) or _denies(right, left):
        return True
    return bool(_strangers(left, right, close)) and bool(_strangers(right, left, close))


def _denies(mine: Sequence[str], others: Sequence[str]) -> bool:
    """Whether there is a denial here and none there, not even a mistyped one."""
    own = [word for word in mine if word in DENIALS]
    left = [word for word in others if word not in mine]
    return (
        bool(own)
        and DENIALS.isdisjoint(others)
        and not any(_steps(word, rest) <= 1 for word in own for rest in left)
    )


def _strangers(mine: Sequence[str], others: Sequence[str], close: bool) -> list[str]:
    run = "".join(others)
    return [
        word
        for word in mine
        if word not in STOP
        and word not in DENIALS
        and not any(related(word, other, close) for other in others)
        and not (len(word) > 4 and word[: max(4, round(len(word) * 0.6))] in run)
    ]


@lru_cache(maxsize=4 * KEPT)
def related(one: str, other: str, close: bool = False) -> bool:
    """Whether two words may be one: the same, inflected, or mistyped."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    short, long = sorted((len(one), len(other)))
    same = _beginning(_folded(one), _folded(other))
    if close or long <= 6:
        begun = same >= 2
    elif long <= 8:
        begun = same >= 3
    else:
        begun = same >= 4 and (same >= 0.4 * long or same >= 0.6 * short)
    return begun or mistyped(one, other)


@lru_cache(maxsize=KEPT)
def _folded(word: str) -> str:
    for pair, single in FOLDS.items():
        word = word.replace(pair, single)
    return word


def _beginning(one: str, other: str) -> int:
    short = min(len(one), len(other))
    return next((i for i in range(short) if one[i] != other[i]), short)


def mistyped(one: str, other: str) -> bool:
    """Whether a slip or two make the one text of the other."""
    a, b = joined(one), joined(other)
    long = max(len(a), len(b))
    slips = 0 if long < 3 else 1 if long < 7 else 2
    return abs(len(a) - len(b)) <= slips and _steps(a, b) <= slips


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
