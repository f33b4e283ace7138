"""Which theme a note may belong under, the best first."""

from collections.abc import Mapping, Sequence

from .likeness import Rows

NEAREST = 5  # filed notes that speak for a theme
DOUBT = 1  # notes that say nothing are thought to be there too: one alone speaks at half strength
Ranked = list[tuple[int, float]]


def ranked(notes: Rows, themes: Rows, filed: Sequence[int | None]) -> dict[int, Ranked]:
    """For every note without a theme: all themes with their scores, best first, by position.

    `notes` and `themes` are the notes' likeness to each other and to the themes' names; `filed`
    says which theme each note is under, None for none.
    """
    count = len(themes[0]) if themes else 0
    members = [[i for i, own in enumerate(filed) if own == theme] for theme in range(count)]
    found = {}
    for note, own in enumerate(filed):
        if own is None:
            scored = [
                (theme, _score(themes[note][theme], [notes[note][i] for i in members[theme]]))
                for theme in range(count)
            ]
            found[note] = sorted(scored, key=lambda one: (-one[1], one[0]))
    return found


def _score(name: float, filed: Sequence[float]) -> float:
    """What the theme's name and the notes nearest under it say; a name typed says the most."""
    near = sorted(filed, reverse=True)[:NEAREST]
    mean = sum(near) / (len(near) + DOUBT)
    return max(mean, (mean + name) / 2) + name


def surest(found: Mapping[int, Ranked]) -> list[int]:
    """The notes by how far their best theme is ahead of the next: rank counts, not the figure."""

    def ahead(note: int) -> float:
        scores = [score for _, score in found[note][:2]]
        return scores[0] - scores[-1] if len(scores) > 1 else scores[0]

    return sorted(found, key=lambda note: (-ahead(note), note))
