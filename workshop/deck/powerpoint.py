"""Draws slides as a .pptx: the only file that knows python-pptx.

Slides, their notes, charts and tables are written as text and handed to the package as parts,
which is an order of magnitude faster than building them shape by shape; python-pptx keeps the
template, the relationships and the content types.
"""

import io
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from .again import stamp
from .again.keys import keyed
from .again.marks import Mark
from .chartxml import chart_xml, workbook
from .content import Deck
from .packing import Rels, Sheet, packed
from .parts import names
from .slide import Chart, Slide
from .slidexml import footers_xml, notes_xml, slide_xml
from .surface import Surface, ours
from .template import HEAD, REL

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
    for n, (slide, mark) in enumerate(zip(slides, marks, strict=True), 1):
        pen.add(n, slide, mark)
    package = presentation.part.package
    stamp.add_ledger(package, marks, names(parts))
    _list(presentation.part, slides, pen.ids)
    _describe(presentation.core_properties, deck, day)
    return packed(package, pen.sheets, {presentation.part.partname.membername: pen.rels})


class _Pen:
    """Draws slides for a presentation."""

    def __init__(  # type: ignore[no-untyped-def]
        self, presentation, deck: Deck, slides: list[Slide], surface: Surface
    ) -> None:
        self.deck = deck
        self.lang = LANGUAGES.get(deck.language, deck.language)
        self.surface = surface
        self.layouts = {
            name: layout.part.partname.relative_ref("/ppt/slides")
            for name, layout in surface.layouts(presentation.slide_masters[0].slide_layouts).items()
        }
        self.notes_master = presentation.notes_master.part.partname.relative_ref("/ppt/notesSlides")
        self.footer = surface.footer(deck.title)
        # All places are known before the first slide is drawn, for links lead ahead too.
        self.places = {anchor: n for n, slide in enumerate(slides, 1) for anchor in slide.anchors}
        self.sheets: list[Sheet] = []
        self.rels = Rels(1 + max(map(_number, presentation.part.rels)))  # of the presentation
        self.ids: list[str] = []  # of the relationships to the slides
        self.charts = 0

    def add(self, n: int, slide: Slide, mark: Mark) -> None:
        rels = Rels()
        rels.to(RT.SLIDE_LAYOUT, self.layouts[slide.layout])
        drawn = self.surface.chart(chart_xml(slide.chart, self.lang)) if slide.chart else ""
        chart = self._add_chart(rels, slide.chart, drawn) if slide.chart else ""
        links: dict[int, str] = {}

        def rid(anchor: str) -> str:
            to = self.places.get(anchor, n)
            if to == n:
                return ""
            if to not in links:
                links[to] = rels.to(RT.SLIDE, f"slide{to}.xml")
            return links[to]

        footers = footers_xml(self.lang, self.deck.date, self.footer, n)
        xml = slide_xml(slide, self.lang, footers, rid, chart)
        xml = self.surface.slide(slide, xml, self.lang)
        said = self._said(slide)
        self._add_notes(rels, n, (*said, str(stamp.finished(mark, said, xml, drawn))))
        self._add(f"ppt/slides/slide{n}.xml", CT.PML_SLIDE, _bytes(xml), rels)
        self.ids.append(self.rels.to(RT.SLIDE, f"slides/slide{n}.xml"))

    def _add_chart(self, slide: Rels, chart: Chart, xml: str) -> str:
        """A chart with the workbook behind it; returns the id of the relationship to it."""
        self.charts += 1
        n, rels = self.charts, Rels()
        book = f"embeddings/Microsoft_Excel_Sheet{n}.xlsx"
        rels.to(RT.PACKAGE, f"../{book}")
        self._add(f"ppt/{book}", CT.SML_SHEET, workbook(chart.figures))
        self._add(f"ppt/charts/chart{n}.xml", CT.DML_CHART, _bytes(xml), rels)
        return slide.to(RT.CHART, f"../charts/chart{n}.xml")

    def _said(self, slide: Slide) -> tuple[str, ...]:
        """What the speaker notes say, without the slide's mark."""
        return (*([self._sources(slide)] if slide.ids else []), *slide.said)

    def _add_notes(self, slide: Rels, n: int, said: tuple[str, ...]) -> None:
        rels = Rels()
        rels.to(RT.NOTES_MASTER, self.notes_master)
        rels.to(RT.SLIDE, f"../slides/slide{n}.xml")
        name = f"notesSlides/notesSlide{n}.xml"
        self._add(f"ppt/{name}", CT.PML_NOTES_SLIDE, _bytes(notes_xml(said, self.lang)), rels)
        slide.to(RT.NOTES_SLIDE, f"../{name}")

    def _sources(self, slide: Slide) -> str:
        """The notes on a slide, with their authors in a named workshop."""
        authors = self.deck.authors
        named = (f"{id} ({authors[id]})" if id in authors else id for id in slide.ids)
        return f"{self.deck.words['sources']}: {', '.join(named)}"

    def _add(self, name: str, kind: str, blob: bytes, rels: Rels | None = None) -> None:
        self.sheets.append(Sheet(name, kind, blob, rels))


def _number(rid: str) -> int:
    return int(rid.removeprefix("rId")) if rid.removeprefix("rId").isdigit() else 0


def _list(part, slides: list[Slide], rids: list[str]) -> None:  # type: ignore[no-untyped-def]
    """The slides in order, and PowerPoint's sections: one for each run of slides with the same
    section name."""
    listed = part._element.get_or_add_sldIdLst()
    ext = etree.SubElement(etree.SubElement(part._element, _p("extLst")), _p("ext"), uri=SECTIONS)
    sections = etree.SubElement(ext, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    ids = dict(zip(rids, range(FIRST_ID, FIRST_ID + len(rids)), strict=True))
    together = groupby(zip(slides, ids.items(), strict=True), lambda pair: pair[0].section)
    for n, (name, run) in enumerate(together):
        own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{n} {name}")).upper()
        section = etree.SubElement(
            sections, f"{{{P14}}}section", name=" ".join(name.split()), id=f"{{{own}}}"
        )
        inside = etree.SubElement(section, f"{{{P14}}}sldIdLst")
        for _, (rid, id) in run:
            etree.SubElement(listed, _p("sldId"), {"id": str(id), f"{{{REL}}}id": rid})
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
