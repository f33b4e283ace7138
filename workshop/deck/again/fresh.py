"""Our slides as the workshop would have them now, with notes where they were first exported to."""

from dataclasses import dataclass, replace

from workshop.boards import Rows
from workshop.deck import powerpoint
from workshop.deck.content import Deck
from workshop.deck.outline import outline
from workshop.deck.slide import Slide
from workshop.rules import Refused

from . import marks, spoken
from .given import Given
from .marks import Mark, print_of
from .parts import Part, Reader
from .plan import planned
from .shelf import Shelf


@dataclass
class Fresh:
    """A deck made anew to take slides and words from."""

    deck: Deck
    slides: list[Slide]
    shelf: Shelf
    parts: dict[str, Part]  # the slides by key
    marks: dict[str, Mark]
    gone: set[str]  # fingerprints of notes that must not show


def made_anew(rows: Rows, given: Given, today: str) -> Fresh:
    """Our slides as they should be now. Raises Refused("deck_of_another")."""
    deck = outline(rows)
    gone = _gone(rows, deck, given)
    deck = _without(deck, given.lost)
    slides = planned(deck, given.pins, today, given.parts)
    (own,) = rows["workshop"].values()
    shelf = Shelf(Reader(powerpoint.write(deck, slides, own["date"], given.parts)).known())
    parts = {slide.key: part for slide, part in zip(slides, shelf.slides, strict=True)}
    return Fresh(
        deck, slides, shelf, parts, {key: _mark_of(part) for key, part in parts.items()}, gone
    )


def _gone(rows: Rows, deck: Deck, given: Given) -> set[str]:
    """The notes of the given deck that are withdrawn or hidden."""
    written = {print_of(id) for id in rows["note"]}
    if given.known and written and not given.known & written:
        raise Refused("deck_of_another")
    boards = [*deck.boards, *([deck.room] if deck.room else [])]
    visible = {print_of(block.id) for board in boards for block in board.blocks if block.id}
    return given.known - visible


def _without(deck: Deck, lost: set[str]) -> Deck:
    """The deck without notes that somebody took off it."""
    boards = [
        replace(board, blocks=tuple(one for one in board.blocks if print_of(one.id) not in lost))
        for board in deck.boards
    ]
    return replace(deck, boards=tuple(board for board in boards if board.blocks))


def _mark_of(slide: Part) -> Mark:
    found = marks.read(spoken.text(slide))
    assert found is not None
    return found
