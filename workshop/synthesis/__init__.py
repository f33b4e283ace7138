"""Suggestions for the facilitator: pure functions over texts. They propose; people decide."""

from collections.abc import Mapping, Sequence
from typing import Any

from . import filing, naming
from .draft import draft
from .likeness import Likeness, Vector
from .order import order
from .stacks import stacks

__all__ = ["draft", "suggest"]

Row = Mapping[str, Any]


def suggest(
    notes: Sequence[Row], themes: Sequence[Row], vectors: Mapping[str, Vector] | None = None
) -> dict[str, Any]:
    """What may help with one board.

    Notes have `id`, `text` and `theme` (a theme's id, "" for none); themes `id` and `name`.
    `vectors`, text to numbers, adds meaning where all these texts have one. Returns ids:

    - order: all notes, alike ones side by side
    - stacks: near-copies, two or more to a stack
    - filing: for each note without a theme all themes, best first; the surest note first
    - sure: the surest third of those notes
    - names: up to three loose notes that could name a theme
    """
    ids = [note["id"] for note in notes]
    texts = [note["text"] for note in notes]
    place = {theme["id"]: position for position, theme in enumerate(themes)}
    filed = [place.get(note.get("theme")) for note in notes]
    loose = [position for position, own in enumerate(filed) if own is None]
    likeness = Likeness(texts, vectors, [theme["name"] for theme in themes])
    found = filing.ranked(likeness.notes, likeness.themes, filed) if themes else {}
    by_sureness = filing.surest(found)
    return {
        "order": [ids[i] for i in order(likeness.notes)],
        "stacks": [[ids[i] for i in stack] for stack in stacks(likeness)],
        "filing": {ids[i]: [themes[t]["id"] for t, _ in found[i]] for i in by_sureness},
        "sure": [ids[i] for i in by_sureness[: len(by_sureness) // 3]],
        "names": [ids[i] for i in naming.names(texts, loose, likeness.notes)],
    }
