"""A name for every slide that the next export finds it by."""

from collections import Counter
from dataclasses import replace

from workshop.deck.fit import Slide
from workshop.deck.outline import Deck

from . import stamp
from .marks import hat_of
from .pages import pinned, source


def keyed(slides: list[Slide], deck: Deck) -> list[Slide]:
    """The slides with their keys: a hat's pages as HAT-PAGE/PAGES, others as LAYOUT-NUMBER.

    Slides that have a key keep it.
    """
    hats = {board.title for board in deck.boards}
    pages = Counter(slide.layout for slide in slides if slide.section in hats)
    on, others, found = Counter[str](), Counter[str](), []
    for slide in slides:
        layout = slide.layout
        if slide.section in hats:
            on[layout] += 1
            key = f"{layout}-{on[layout]}/{pages[layout]}"
        else:
            name = f"{layout}_text" if layout in pages else layout
            others[name] += 1
            key = f"{name}-{others[name]}"
        found.append(slide if slide.key else replace(slide, key=key))
    return _sourced(found, deck)


def _sourced(slides: list[Slide], deck: Deck) -> list[Slide]:
    """The slides with fingerprints of what the hats' pages were made from."""
    marks = stamp.marks(slides, [""] * len(slides))
    prints: dict[str, str] = {}
    for board in deck.boards:
        pins = {mark.key: mark.pins for mark in marks if hat_of(mark.key) == board.hat}
        pages, _ = pinned(board, pins, deck.words["goes_on"])
        prints |= {key: source(blocks) for key, blocks in pages.items()}
    return [
        slide if slide.source else replace(slide, source=prints.get(slide.key, ""))
        for slide in slides
    ]
