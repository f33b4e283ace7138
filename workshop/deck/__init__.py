"""A workshop as slides: outline (what is said) → fit (what goes where) → powerpoint (drawn)."""

from workshop.boards import Rows

from . import fit, powerpoint
from .outline import outline

CARDS = range(11, 17)  # the placeholders of the synthesis slide; see layouts.py
USUAL = 16  # points of its type, where nothing smaller is needed


def make(rows: Rows) -> bytes:
    """The workshop's deck as the bytes of a .pptx, from the rows that the desk may see."""
    deck = outline(rows)
    (own,) = rows["workshop"].values()
    return powerpoint.write(deck, fit.slides(deck), own["date"])


def fits(rows: Rows) -> dict[str, float]:
    """How the syntheses come out together: on so many `slides`, in type of this `size` (points)."""
    deck = outline({**rows, "note": {}})  # which notes there are changes nothing about it
    made = [slide for slide in fit.slides(deck) if slide.section == deck.words["synthesis"]]
    bodies = [text for slide in made for place, text in slide.texts.items() if place in CARDS]
    return {
        "slides": len(made),
        "size": min((text.size or USUAL for text in bodies), default=USUAL),
    }


__all__ = ["fits", "make"]
