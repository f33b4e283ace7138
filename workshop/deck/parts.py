"""The parts of a deck, by name and in order; people choose among them."""

from collections.abc import Iterable

PARTS = (
    "cover",
    "answer",
    "synthesis",
    "outcomes",
    "participation",
    "votes",
    "map",
    "hats",
    "themes",
    "notes",
    "room",
    "appendix",
    "method",
)
TOGETHER = {"hats": {"themes", "notes"}}  # one name for several


def chosen(parts: Iterable[str] | None) -> set[str]:
    """The parts to make, each by its own name; all where nobody has chosen."""
    wanted = set(PARTS if parts is None else parts)
    return wanted.union(*(inside for name, inside in TOGETHER.items() if name in wanted))


def names(parts: Iterable[str] | None) -> tuple[str, ...]:
    """The chosen parts by their own names, in order."""
    wanted = chosen(parts)
    return tuple(name for name in PARTS if name in wanted and name not in TOGETHER)
