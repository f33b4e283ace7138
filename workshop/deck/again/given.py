"""The deck that somebody edited: its slides, and what we told of it when we exported it."""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from workshop.rules import Refused

from . import ledger, marks, shelf, spoken
from .marks import Mark, Told, part_of
from .pages import Pins
from .parts import Part, Reader, main
from .shelf import Shelf


@dataclass
class Given:
    """A deck of ours that came back."""

    root: Part
    removed: Counter[str]  # what was left out of the file
    shelf: Shelf
    sectioned: bool
    marks: dict[Part, Mark]  # of its slides; those without are theirs
    pages: ledger.Pages  # all that ever went out
    parts: tuple[str, ...]  # those that were chosen
    template: tuple[str, ...]  # fingerprints of the one that it is drawn on; () for our own
    lost: set[str]  # fingerprints of withdrawn notes that they had taken off
    others: list[tuple[str, str]]  # properties of the document that are not ours

    @property
    def there(self) -> dict[str, Part]:
        """The slides by key; of copies the first."""
        return {mark.key: slide for slide, mark in reversed(self.marks.items())}

    @property
    def pins(self) -> Pins:
        """Which notes belong on which page: as marked, or as listed where the page is gone."""
        listed = {key: tuple(Told("", note) for note in notes) for key, notes in self.pages.items()}
        return listed | {mark.key: mark.pins for mark in reversed(self.marks.values())}

    @property
    def known(self) -> set[str]:
        """Fingerprints of all notes that it was ever made with."""
        found = {told.note for all_ in self.pins.values() for told in all_}
        return found | {told.note for mark in self.marks.values() for told in mark.quoted}

    def write_ledger(self, pages: ledger.Pages, chosen: tuple[str, ...]) -> None:
        """List every page that ever went out, as far as its notes are known. `pages` are those
        of now."""
        listed, there = dict(pages), self.there
        for key, notes in self.pages.items():
            if key not in there:  # deleted by them: its notes stay out for good
                listed[key] = tuple(dict.fromkeys((*notes, *listed.get(key, ()))))
        if self.lost:
            listed[ledger.TAKEN_OFF] = tuple(sorted(self.lost))
        text = ledger.written(ledger.Ledger(listed, chosen, self.template, self.others))
        found = self.root.of("custom-properties")
        if not found:
            found = [Part("custom-properties")]
            self.root.link("custom-properties", found[0])
        found[0].tree = etree.fromstring(text)


def taken_in(blob: bytes) -> Given:
    """The deck in a file. Raises Refused: "template_…" for one that is not taken in,
    "deck_unmarked" for one that is no export of ours."""
    reader = Reader(blob)
    sections = shelf.sections_of(main(reader.root).tree)
    root = reader.taken()
    slides = Shelf(root, sections)
    marked = {
        slide: mark
        for slide in slides.slides
        if (mark := marks.read(spoken.text(slide))) is not None
    }
    if not marked:
        raise Refused("deck_unmarked")
    found = root.of("custom-properties")
    known = ledger.read(found[0].tree) if found else ledger.Ledger()
    lost = set(known.pages.pop(ledger.TAKEN_OFF, ()))
    keys = [*known.pages, *(mark.key for mark in marked.values())]
    parts = known.chosen or tuple(dict.fromkeys(part_of(key) for key in keys))
    return Given(
        root=root,
        removed=reader.removed,
        shelf=slides,
        sectioned=bool(sections),
        marks=marked,
        pages=known.pages,
        parts=parts,
        template=known.template,
        lost=lost,
        others=known.others,
    )
