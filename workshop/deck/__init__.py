"""A workshop as slides: outline (what is said) → fit (what goes where) → powerpoint (drawn)."""

from collections.abc import Iterable
from pathlib import Path

from workshop.boards import Rows
from workshop.records import Row

from .misfit import misfit
from .parts import PARTS


def make(rows: Rows, parts: Iterable[str] | None = None, template: str = "") -> bytes:
    """The workshop's deck as the bytes of a .pptx, from the rows that the desk may see.

    `parts` chooses among PARTS; a chosen part about which there is nothing to say is left out.
    `template`: the path of somebody else's, to draw on. Raises Refused("template_…").
    """
    # Here, for it takes a third of a second that no server start should wait.
    from . import fit, outline, powerpoint, surface

    drawn_on = surface.read(Path(template)) if template else surface.ours()
    deck = outline.outline(rows)
    slides = fit.slides(deck, parts, least=drawn_on.least)
    (own,) = rows["workshop"].values()
    return powerpoint.write(deck, slides, own["date"], parts, drawn_on)


def tried(
    rows: Rows, parts: Iterable[str] | None = None, template: str = ""
) -> tuple[bytes, list[Row] | None]:
    """The deck that `make` makes, and what of it comes out otherwise on the template than on our
    own (as `misfits` tells it); None on our own. Raises Refused("template_…")."""
    from . import surface, trial

    if not template:
        return make(rows, parts), None
    return trial.tried(rows, surface.read(Path(template)), parts)


def misfits(rows: Rows, template: bytes, said: Row) -> list[Row]:
    """What of a workshop's deck comes out otherwise on a template that was taken in."""
    from . import trial

    return trial.misfits(rows, template, said)


CARDS = range(11, 17)  # the placeholders of the synthesis slide; see layouts.py
USUAL = 16  # points of its type, where nothing smaller is needed


def fits(rows: Rows) -> dict[str, float]:
    """How the syntheses come out in a whole deck: on so many `slides`, in type of `size` points."""
    from . import cards, outline

    told = outline.outline({**rows, "note": {}})  # notes change nothing about it
    made = cards.synthesis(told, set(PARTS))
    bodies = [text for slide in made for place, text in slide.texts.items() if place in CARDS]
    return {
        "slides": len(made),
        "size": min((text.size or USUAL for text in bodies), default=USUAL),
    }


__all__ = ["PARTS", "fits", "make", "misfit", "misfits", "tried"]
