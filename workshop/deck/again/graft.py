"""A slide of a new export moves into a deck: with the deck's own layout where it still has it."""

from lxml import etree

from workshop.deck.foreign.names import R, p

from .parts import Part
from .shelf import Shelf


class Graft:
    """Moves slides of one deck into another."""

    def __init__(self, into: Shelf, source: Shelf) -> None:
        self.into, self.source = into, source
        self._layouts = {
            _name(layout): layout
            for master in into.main.of("slideMaster")
            for layout in master.of("slideLayout")
        }
        self._masters: set[Part] = set()

    def adapt(self, slide: Part, same: dict[Part, Part]) -> Part:
        """The slide, leading to parts of the other deck; `same` says which slide is which."""
        for link in slide.links.values():
            if link.kind == "slideLayout":
                link.to = self._layout(link.to)
            elif link.kind == "slide" and link.to in same:
                link.to = same[link.to]
            elif link.kind == "notesSlide":
                self._adapt_notes(link.to, slide)
        return slide

    def _layout(self, ours: Part) -> Part:
        there = self._layouts.get(_name(ours))
        if there is not None and _places(ours) <= _places(there):
            return there
        master = ours.of("slideMaster")[0]
        if master not in self._masters:
            self._masters.add(master)
            listed = self.into.main.tree.find(p("sldMasterIdLst"))
            one = etree.SubElement(listed, p("sldMasterId"))
            one.set(f"{{{R}}}id", self.into.main.link("slideMaster", master))
        return ours

    def _adapt_notes(self, notes: Part, slide: Part) -> None:
        masters = self.into.main.of("notesMaster")
        for link in notes.links.values():
            if link.kind == "notesMaster" and masters:
                link.to = masters[0]
            elif link.kind == "notesMaster":
                self._add_notes_master(link.to)
            elif link.kind == "slide":
                link.to = slide

    def _add_notes_master(self, master: Part) -> None:
        tree = self.into.main.tree
        listed = etree.Element(p("notesMasterIdLst"))
        one = etree.SubElement(listed, p("notesMasterId"))
        one.set(f"{{{R}}}id", self.into.main.link("notesMaster", master))
        tree.find(p("sldMasterIdLst")).addnext(listed)


def _name(layout: Part) -> str:
    sheet = layout.tree.find(p("cSld"))
    return "" if sheet is None else sheet.get("name", "")


def _places(layout: Part) -> set[str]:
    return {place.get("idx", "0") for place in layout.tree.iter(p("ph"))}
