"""Short notes from the middle of a loose area: what a theme could be called, in people's words."""

from collections.abc import Sequence

from .likeness import Rows
from .text import words

PROPOSALS = 3
LONGEST = 60  # characters of a name that reads at a glance


def names(texts: Sequence[str], loose: Sequence[int], likeness: Rows) -> list[int]:
    """Positions of up to PROPOSALS loose notes, each speaking for others that none before does.

    `likeness` is every text's to every other.
    """
    fit = [i for i in loose if len(words(texts[i])) >= 2 and len(texts[i].strip()) <= LONGEST]
    spoken_for = dict.fromkeys(loose, 0.0)
    chosen: list[int] = []
    while fit and len(chosen) < PROPOSALS:

        def gain(i: int) -> float:
            return sum(max(0.0, likeness[i][j] - known) for j, known in spoken_for.items())

        best = max(fit, key=lambda i: (gain(i), -len(texts[i]), -i))
        fit.remove(best)
        chosen.append(best)
        for j in loose:
            spoken_for[j] = max(spoken_for[j], likeness[best][j])
    return chosen


def central(positions: Sequence[int], likeness: Rows) -> list[int]:
    """The positions, those that are most like all the others first."""
    return sorted(positions, key=lambda i: (-sum(likeness[i][j] for j in positions), i))
