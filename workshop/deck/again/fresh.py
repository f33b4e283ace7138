"""Our slides as the workshop would have them now, with notes where they were first exported to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from workshop.boards import Rows
from workshop.deck import powerpoint, surface
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


def made_anew(rows: Rows, given: Given, today: str, templates: Iterable[Path]) -> Fresh:
    """Our slides as they should be now. Raises Refused: "deck_of_another", and "deck_template"
    where the template that the deck is drawn on is not among those at hand."""
    deck = outline(rows)
    gone = _gone(rows, deck, given)
    deck = _without(deck, given.lost)
    drawn_on = _drawn_on(given.template, templates)
    slides = planned(deck, given.pins, today, given.parts, drawn_on.least)
    (own,) = rows["workshop"].values()
    blob = powerpoint.write(deck, slides, own["date"], given.parts, drawn_on)
    shelf = Shelf(Reader(blob).known())
    parts = {slide.key: part for slide, part in zip(slides, shelf.slides, strict=True)}
    return Fresh(
        deck, slides, shelf, parts, {key: _mark_of(part) for key, part in parts.items()}, gone
    )


def _drawn_on(template: tuple[str, ...], templates: Iterable[Path]) -> surface.Surface:
    if not template:
        return surface.ours()
    for path in templates:
        if surface.fingerprint(path.read_bytes()) in template:
            return surface.read(path)
    raise Refused("deck_template")


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
