"""A workshop as slides: outline (what is said) → fit (what goes where) → powerpoint (drawn)."""

from collections.abc import Iterable

from workshop.boards import Rows

from .parts import PARTS


def make(rows: Rows, parts: Iterable[str] | None = None) -> bytes:
    """The workshop's deck as the bytes of a .pptx, from the rows that the desk may see.

    `parts` chooses among PARTS; a chosen part about which there is nothing to say is left out.
    """
    # Here, for it takes a third of a second that no server start should wait.
    from . import fit, outline, powerpoint

    deck = outline.outline(rows)
    (own,) = rows["workshop"].values()
    return powerpoint.write(deck, fit.slides(deck, parts), own["date"])


__all__ = ["PARTS", "make"]
