"""The slides of a deck in order, with their sections; and how a new one comes in."""

import uuid

from lxml import etree

from workshop.deck.foreign.names import R, a, p, whole

from .clean import P14, SECTIONS
from .parts import Part, main
from .slots import TITLE, slots

ID = f"{{{R}}}id"
FIRST, FIRST_MASTER = 256, 2147483648
SECTION = f"{{{P14}}}section"


class Shelf:
    """The slides of a deck."""

    def __init__(self, root: Part, sections: dict[int, str] | None = None) -> None:
        self.root, self.main = root, main(root)
        self.slides: list[Part] = []
        self.ids: dict[Part, int] = {}
        self.sections: dict[Part, str] = {}
        for one in self.main.tree.iter(p("sldId")):
            link = self.main.links.get(one.get(ID, ""))
            if link and link.kind == "slide" and link.to not in self.ids:
                id = whole(one.get("id"))
                self.slides.append(link.to)
                self.ids[link.to] = id
                if sections and id in sections:
                    self.sections[link.to] = sections[id]

    def insert(self, place: int, slide: Part, section: str) -> None:
        """Put a slide before the one at `place`."""
        self.slides.insert(place, slide)
        self.ids[slide] = max(self.ids.values(), default=FIRST - 1) + 1
        self.sections[slide] = section

    def drop(self, slide: Part) -> None:
        """Take a slide out."""
        self.slides.remove(slide)
        del self.ids[slide]

    def put_back(self, sectioned: bool) -> None:
        """Write the order into the presentation; nothing leads to what is not on the shelf."""
        self._list()
        self._unlink()
        self._number_masters()
        old = self.main.tree.find(p("extLst"))
        if old is not None:
            self.main.tree.remove(old)
        if sectioned:
            self._write_sections()

    def _list(self) -> None:
        main = self.main
        main.links = {id: link for id, link in main.links.items() if link.kind != "slide"}
        listed = main.tree.find(p("sldIdLst"))
        if listed is None:
            listed = etree.Element(p("sldIdLst"))
            main.tree.find(p("sldMasterIdLst")).addnext(listed)
        listed[:] = []
        for slide in self.slides:
            one = etree.SubElement(listed, p("sldId"), id=str(self.ids[slide]))
            one.set(ID, main.link("slide", slide))

    def _unlink(self) -> None:
        """Jumps to slides that are gone, which would carry them along."""
        for slide in self.slides:
            for part in (slide, *slide.of("notesSlide")):
                lost = {
                    id
                    for id, link in part.links.items()
                    if link.kind == "slide" and link.to not in self.ids
                }
                for one in list(part.tree.iter(a("hlinkClick"), a("hlinkMouseOver"))):
                    if one.get(ID) in lost:
                        one.getparent().remove(one)
                part.links = {id: link for id, link in part.links.items() if id not in lost}

    def _number_masters(self) -> None:
        """Ids of masters and layouts, each once in the whole deck."""
        number = FIRST_MASTER
        for one in self.main.tree.iter(p("sldMasterId")):
            one.set("id", str(number))
            number += 1
            master = self.main.links[one.get(ID)].to
            for layout in master.tree.iter(p("sldLayoutId")):
                layout.set("id", str(number))
                number += 1

    def _write_sections(self) -> None:
        runs: list[tuple[str, list[int]]] = []
        for slide in self.slides:
            name = self.sections.get(slide) or (runs[-1][0] if runs else "")
            if not runs or runs[-1][0] != name:
                runs.append((name, []))
            runs[-1][1].append(self.ids[slide])
        ext = etree.SubElement(
            etree.SubElement(self.main.tree, p("extLst")), p("ext"), uri=SECTIONS
        )
        listed = etree.SubElement(ext, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
        for n, (name, ids) in enumerate(runs):
            own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{n} {name}")).upper()
            section = etree.SubElement(
                listed, SECTION, name=" ".join(name.split()) or "–", id=f"{{{own}}}"
            )
            inside = etree.SubElement(section, f"{{{P14}}}sldIdLst")
            for id in ids:
                etree.SubElement(inside, f"{{{P14}}}sldId", id=str(id))


def sections_of(presentation: etree._Element) -> dict[int, str]:
    """The section's name of each slide, by the slide's id."""
    return {
        whole(one.get("id")): section.get("name", "")
        for section in presentation.iter(SECTION)
        for one in section.iter(f"{{{P14}}}sldId")
    }


def title(slide: Part) -> str:
    """What a slide is called."""
    named = [" ".join(slot.lines) for slot in slots(slide) if slot.name == TITLE]
    return " ".join(" ".join(named).split())
