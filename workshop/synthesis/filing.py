"""Which theme a note may belong under, the best first; and notes that could name a theme."""

import math
from collections.abc import Mapping, Sequence

from .likeness import Likeness, Vector

NEAREST = 3  # filed notes that speak for a theme
SIZE = 0.02  # a theme that has many notes is a little likelier to get the next
Ranked = list[tuple[int, float]]


def ranked(
    texts: Sequence[str],
    filed: Sequence[int | None],
    names: Sequence[str],
    vectors: Mapping[str, Vector] | None = None,
) -> dict[int, Ranked]:
    """For every note without a theme, by position: all themes with their scores, best first.

    `filed` says for each text the position of its theme's name, None for none.
    """
    likeness = Likeness([*texts, *names], vectors)
    members = [[i for i, own in enumerate(filed) if own == theme] for theme in range(len(names))]
    loose = [i for i, own in enumerate(filed) if own is None]
    themes = range(len(texts), len(texts) + len(names))
    to_names = likeness.between(loose, themes)
    to_notes = [likeness.between(loose, own) if own else [] for own in members]
    found = {}
    for row, note in enumerate(loose):
        scores = [
            _score(to_names[row][theme], to_notes[theme][row] if members[theme] else [])
            for theme in range(len(names))
        ]
        found[note] = sorted(enumerate(scores), key=lambda scored: (-scored[1], scored[0]))
    return found


def _score(name: float, filed: Sequence[float]) -> float:
    if not filed:
        return 1.5 * name
    near = sorted(filed, reverse=True)[:NEAREST]
    mean = sum(near) / len(near)
    return max(mean, (mean + name) / 2) + name / 2 + SIZE * math.log1p(len(filed))


def surest(found: Mapping[int, Ranked]) -> list[int]:
    """The notes by how far their best theme is ahead of the next: rank counts, not the figure."""

    def ahead(note: int) -> float:
        scores = [score for _, score in found[note][:2]]
        return scores[0] - scores[-1] if len(scores) > 1 else scores[0]

    return sorted(found, key=lambda note: (-ahead(note), note))
