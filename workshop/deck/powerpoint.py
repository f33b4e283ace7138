"""Draws slides as a .pptx: the only file that knows python-pptx.

Slides, their notes, charts and tables are written as text and handed to the package as parts,
which is an order of magnitude faster than building them shape by shape; python-pptx keeps the
template, the relationships and the content types.
"""

import io
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from .again import stamp
from .again.keys import keyed
from .again.marks import Mark
from .chartxml import chart_xml, workbook
from .content import Deck
from .packing import packed
from .parts import names
from .slide import Chart, Slide
from .slidexml import footers_xml, notes_xml, slide_xml
from .surface import Surface, ours
from .template import HEAD

FIRST_ID = 256  # the lowest slide id that the format allows
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FALLBACK_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # where the workshop has none
LANGUAGES = {"fi": "fi-FI", "en": "en-US", "sv": "sv-SE", "da": "da-DK", "et": "et-EE"}


def write(
    deck: Deck,
    slides: list[Slide],
    day: str,
    parts: Iterable[str] | None = None,
    surface: Surface | None = None,
) -> bytes:
    """The deck's bytes; the same slides give the same bytes. `day` is YYYY-MM-DD or "".

    `parts` are those that were chosen, for a later export; each slide is marked for it.
    `surface`: what it is drawn on, our own template by itself.
    """
    surface = surface or ours()
    presentation = Presentation(io.BytesIO(surface.blob))
    slides = keyed(slides)
    marks = stamp.marks(slides, deck)
    pen = _Pen(presentation, deck, slides, surface)
    for slide, mark in zip(slides, marks, strict=True):
        pen.add(slide, mark)
    stamp.add_ledger(presentation.part.package, marks, names(parts))
    pen.add_sections(slides)
    _describe(presentation.core_properties, deck, day)
    return packed(presentation.part.package)


class _Pen:
    """Adds slides to a presentation."""

    def __init__(  # type: ignore[no-untyped-def]
        self, presentation, deck: Deck, slides: list[Slide], surface: Surface
    ) -> None:
        self.part = presentation.part
        self.deck = deck
        self.lang = LANGUAGES.get(deck.language, deck.language)
        self.surface = surface
        self.layouts = surface.layouts(presentation.slide_masters[0].slide_layouts)
        self.notes_master = presentation.notes_master.part
        self.footer = surface.footer(deck.title)
        self.ids: list[int] = []
        # All slides are there before the first is written, for links lead ahead too.
        self.parts = [
            self._part(f"/ppt/slides/slide{n}.xml", CT.PML_SLIDE) for n, _ in enumerate(slides, 1)
        ]
        self.places = {
            anchor: part
            for slide, part in zip(slides, self.parts, strict=True)
            for anchor in slide.anchors
        }
        self.charts = 0

    def add(self, slide: Slide, mark: Mark) -> None:
        n = len(self.ids) + 1
        part = self.parts[n - 1]
        part.rels._add_relationship(RT.SLIDE_LAYOUT, self.layouts[slide.layout].part)
        drawn = self.surface.chart(chart_xml(slide.chart, self.lang)) if slide.chart else ""
        chart = self._add_chart(part, slide.chart, drawn) if slide.chart else ""
        links: dict[str, str] = {}

        def rid(anchor: str) -> str:
            to = self.places.get(anchor)
            if to is None or to is part:
                return ""
            if to.partname not in links:
                links[to.partname] = part.rels._add_relationship(RT.SLIDE, to)
            return links[to.partname]

        footers = footers_xml(self.lang, self.deck.date, self.footer, n)
        xml = slide_xml(slide, self.lang, footers, rid, chart)
        xml = self.surface.slide(slide, xml, self.lang)
        part._blob = _bytes(xml)
        said = self._said(slide)
        self._add_notes(part, n, (*said, str(stamp.finished(mark, said, xml, drawn))))
        # Not relate_to, which first compares with every slide before.
        own = self.part.rels._add_relationship(RT.SLIDE, part)
        ids = self.part._element.get_or_add_sldIdLst()
        self.ids.append(FIRST_ID + len(self.ids))
        ids._add_sldId(rId=own, id=self.ids[-1])

    def _add_chart(self, slide: Part, chart: Chart, xml: str) -> str:
        """A chart with the workbook behind it; returns the id of the relationship to it."""
        self.charts += 1
        n = self.charts
        book = self._part(f"/ppt/embeddings/Microsoft_Excel_Sheet{n}.xlsx", CT.SML_SHEET)
        book._blob = workbook(chart.figures)
        drawn = self._part(f"/ppt/charts/chart{n}.xml", CT.DML_CHART)
        drawn._blob = _bytes(xml)
        drawn.rels._add_relationship(RT.PACKAGE, book)
        return slide.rels._add_relationship(RT.CHART, drawn)

    def _said(self, slide: Slide) -> tuple[str, ...]:
        """What the speaker notes say, without the slide's mark."""
        return (*([self._sources(slide)] if slide.ids else []), *slide.said)

    def _add_notes(self, slide: Part, n: int, said: tuple[str, ...]) -> None:
        notes = self._part(f"/ppt/notesSlides/notesSlide{n}.xml", CT.PML_NOTES_SLIDE)
        notes._blob = _bytes(notes_xml(said, self.lang))
        notes.rels._add_relationship(RT.NOTES_MASTER, self.notes_master)
        notes.rels._add_relationship(RT.SLIDE, slide)
        slide.rels._add_relationship(RT.NOTES_SLIDE, notes)

    def _sources(self, slide: Slide) -> str:
        """The notes on a slide, with their authors in a named workshop."""
        authors = self.deck.authors
        named = (f"{id} ({authors[id]})" if id in authors else id for id in slide.ids)
        return f"{self.deck.words['sources']}: {', '.join(named)}"

    def _part(self, name: str, kind: str) -> Part:
        return Part(PackURI(name), kind, self.part.package, b"")

    def add_sections(self, slides: list[Slide]) -> None:
        """PowerPoint's sections: one for each run of slides with the same section name."""
        runs: list[tuple[str, list[int]]] = []
        for slide, id in zip(slides, self.ids, strict=True):
            if not runs or runs[-1][0] != slide.section:
                runs.append((slide.section, []))
            runs[-1][1].append(id)
        ext = etree.SubElement(
            etree.SubElement(self.part._element, _p("extLst")), _p("ext"), uri=SECTIONS
        )
        listed = etree.SubElement(ext, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
        for n, (name, ids) in enumerate(runs):
            own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{n} {name}")).upper()
            section = etree.SubElement(
                listed, f"{{{P14}}}section", name=" ".join(name.split()), id=f"{{{own}}}"
            )
            inside = etree.SubElement(section, f"{{{P14}}}sldIdLst")
            for id in ids:
                etree.SubElement(inside, f"{{{P14}}}sldId", id=str(id))


def _bytes(xml: str) -> bytes:
    return (HEAD + xml).encode()


def _describe(properties, deck: Deck, day: str) -> None:  # type: ignore[no-untyped-def]
    made = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else FALLBACK_DATE
    properties.title = " ".join(deck.title.split())[:255]
    properties.subject = " ".join(deck.question.split())[:255]
    properties.author = properties.last_modified_by = " ".join(deck.organiser.split())[:255]
    properties.language = deck.language
    properties.keywords = ", ".join(name for _, name, _ in deck.hats)[:255]
    properties.identifier = deck.export
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1


def _p(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/presentationml/2006/main}}{name}"
