"""A workshop as slides: outline (what is said) → fit (what goes where) → powerpoint (drawn)."""

from workshop.boards import Rows

from . import fit, powerpoint
from .again.keys import keyed
from .outline import outline


def make(rows: Rows) -> bytes:
    """The workshop's deck as the bytes of a .pptx, from the rows that the desk may see."""
    deck = outline(rows)
    (own,) = rows["workshop"].values()
    return powerpoint.write(deck, keyed(fit.slides(deck), deck), own["date"])


__all__ = ["make"]
