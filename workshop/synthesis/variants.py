"""Whether two notes are the same in other letters: no word of the one is foreign to the other."""

from collections.abc import Sequence
from functools import lru_cache

from .text import KEPT, STOP, words

# What Finnish makes one within a word: hyöty, hyödyn; ilta, illan; lapsi, lasten; uusi, uudet.
FOLDS = {"ps": "s", "s": "t", "d": "t", "tt": "t", "lt": "l", "ll": "l", "rt": "r", "rr": "r"}
FOLDS |= {"nt": "n", "nn": "n", "nk": "n", "ng": "n", "mp": "m", "mm": "m", "pp": "p", "kk": "k"}
DENIALS = {"ei", "en", "et", "emme", "ette", "eivät", "eikä", "ettei", "älä", "ilman"}
DENIALS |= {"inte", "ej", "utan", "aldrig", "ingen", "not", "no", "never", "without"}


def differ(one: str, other: str) -> bool:
    """Whether a word of each is unrelated to all of the other's, or only one of them denies."""
    left, right = words(one), words(other)
    if _denies(left, right) or _denies(right, left):
        return True
    return bool(_strangers(left, right)) and bool(_strangers(right, left))


def matched(one: str, other: str) -> bool:
    """Whether every word of each is related to one of the other's."""
    left, right = words(one), words(other)
    return not _strangers(left, right) and not _strangers(right, left)


def _denies(mine: Sequence[str], others: Sequence[str]) -> bool:
    """Whether there is a denial here and none there, not even a mistyped one."""
    own = [word for word in mine if word in DENIALS]
    left = [word for word in others if word not in mine]
    return (
        bool(own)
        and DENIALS.isdisjoint(others)
        and not any(_steps(word, rest) <= 1 for word in own for rest in left)
    )


def _strangers(mine: Sequence[str], others: Sequence[str]) -> list[str]:
    run = "".join(others)
    return [
        word
        for word in mine
        if word not in STOP
        and word not in DENIALS
        and not any(related(word, other) for other in others)
        and not (len(word) > 4 and word[: max(4, round(len(word) * 0.6))] in run)
    ]


@lru_cache(maxsize=4 * KEPT)
def related(one: str, other: str) -> bool:
    """Whether two words may be one: the same, inflected, or mistyped."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    a, b = _folded(one), _folded(other)
    short, long = sorted((len(a), len(b)))
    same = next((i for i in range(short) if a[i] != b[i]), short)
    if long <= 6:
        begun = same >= 2
    elif long <= 8:
        begun = same >= 3
    else:
        begun = same >= 4 and (same >= 0.4 * long or same >= 0.6 * short)
    return begun or slip(one, other)


@lru_cache(maxsize=KEPT)
def _folded(word: str) -> str:
    for pair, single in FOLDS.items():
        word = word.replace(pair, single)
    return word


def slip(one: str, other: str) -> bool:
    """Whether a slip of the thumb, or two in a longer word, make the one of the other."""
    long = max(len(one), len(other))
    slips = 0 if long < 3 else 1 if long < 7 else 2
    if abs(len(one) - len(other)) > slips or len(set(one) ^ set(other)) > 2 * slips:
        return False
    return _steps(one, other) <= slips


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
