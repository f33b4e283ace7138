"""Draws slides as a .pptx: the only file that knows python-pptx.

Slides, their notes, charts and tables are written as text and handed to the package as parts,
which is an order of magnitude faster than building them shape by shape; python-pptx keeps the
template, the relationships and the content types.
"""

import io
import uuid
from collections.abc import Iterable, Iterator
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
from .slidexml import Rid, footers_xml, notes_xml, slide_xml
from .surface import Surface, ours
from .template import HEAD, REL

SLIDE, NOTES = "slides/slide{}.xml", "notesSlides/notesSlide{}.xml"
CHART, BOOK = "charts/chart{}.xml", "embeddings/Microsoft_Excel_Sheet{}.xlsx"
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
    main, package = presentation.part, presentation.part.package
    rels = Rels(1 + max(map(_number, main.rels)))
    _list(main, slides, [rels.to(RT.SLIDE, SLIDE.format(n)) for n, _ in enumerate(slides, 1)])
    stamp.add_ledger(package, marks, names(parts), surface.origin)
    _describe(presentation.core_properties, deck, day)
    pen = _Pen(presentation, deck, slides, surface)
    drawn = (sheet for one in zip(slides, marks, strict=True) for sheet in pen.draw(*one))
    return packed(package, {main.partname.membername: rels}, _kinds(slides), drawn)


def _kinds(slides: list[Slide]) -> dict[str, str]:
    """The content types of all that a pen draws."""
    charts = sum(slide.chart is not None for slide in slides)
    kinds = ((SLIDE, CT.PML_SLIDE), (NOTES, CT.PML_NOTES_SLIDE), (CHART, CT.DML_CHART),
             (BOOK, CT.SML_SHEET))  # fmt: skip
    return {
        f"ppt/{name.format(n)}": kind
        for name, kind in kinds
        for n in range(1, 1 + (charts if name in (CHART, BOOK) else len(slides)))
    }


class _Pen:
    """Draws slides for a presentation, one after the other."""

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
        self.slides = self.charts = 0

    def draw(self, slide: Slide, mark: Mark) -> Iterator[Sheet]:
        """The slide, its notes, its chart and the workbook behind that."""
        self.slides += 1
        n, rels = self.slides, Rels()
        rels.to(RT.SLIDE_LAYOUT, self.layouts[slide.layout])
        drawn, chart = "", ""
        if slide.chart:
            self.charts += 1
            drawn = self.surface.chart(chart_xml(slide.chart, self.lang))
            chart = rels.to(RT.CHART, f"../{CHART.format(self.charts)}")
            yield from self._chart(self.charts, slide.chart, drawn)
        xml = slide_xml(slide, self.lang, self._footers(n), self._rid(n, rels), chart)
        xml = self.surface.slide(slide, xml, self.lang)
        said = self._said(slide)
        yield self._notes(n, (*said, str(stamp.finished(mark, said, xml, drawn))))
        rels.to(RT.NOTES_SLIDE, f"../{NOTES.format(n)}")
        yield Sheet(f"ppt/{SLIDE.format(n)}", _bytes(xml), rels)

    def _footers(self, n: int) -> str:
        return footers_xml(self.lang, self.deck.date, self.footer, n)

    def _rid(self, n: int, rels: Rels) -> Rid:
        """How the nth slide leads to others: to each over one relationship."""
        links: dict[int, str] = {}

        def rid(anchor: str) -> str:
            to = self.places.get(anchor, n)
            if to != n and to not in links:
                links[to] = rels.to(RT.SLIDE, f"../{SLIDE.format(to)}")
            return links.get(to, "")

        return rid

    def _chart(self, n: int, chart: Chart, xml: str) -> Iterator[Sheet]:
        rels = Rels()
        rels.to(RT.PACKAGE, f"../{BOOK.format(n)}")
        yield Sheet(f"ppt/{BOOK.format(n)}", workbook(chart.figures))
        yield Sheet(f"ppt/{CHART.format(n)}", _bytes(xml), rels)

    def _notes(self, n: int, said: tuple[str, ...]) -> Sheet:
        rels = Rels()
        rels.to(RT.NOTES_MASTER, self.notes_master)
        rels.to(RT.SLIDE, f"../{SLIDE.format(n)}")
        return Sheet(f"ppt/{NOTES.format(n)}", _bytes(notes_xml(said, self.lang)), rels)

    def _said(self, slide: Slide) -> tuple[str, ...]:
        """What the speaker notes say, without the slide's mark."""
        return (*([self._sources(slide)] if slide.ids else []), *slide.said)

    def _sources(self, slide: Slide) -> str:
        """The notes on a slide, with their authors in a named workshop."""
        authors = self.deck.authors
        named = (f"{id} ({authors[id]})" if id in authors else id for id in slide.ids)
        return f"{self.deck.words['sources']}: {', '.join(named)}"


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
