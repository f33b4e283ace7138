"""Draws slides as a .pptx: the only file that knows python-pptx.

Slides and their notes are written as text and handed to the package as parts, which is an order
of magnitude faster than building them shape by shape; python-pptx keeps the template, the
relationships and the content types.
"""

import io
import unicodedata
import uuid
import zipfile
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from . import layouts as at
from .again import stamp
from .again.marks import Mark
from .drawing import card_xml, hat_xml, xfrm
from .fit import QUESTION, Paragraph, Slide, Text
from .layoutxml import EDGES, PANELS
from .metrics import ellipsised
from .outline import Deck
from .template import FILE, FIXED, HEAD, LAYOUTS, NS, TREE

FIRST_ID = 256  # the lowest slide id that the format allows
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FALLBACK_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # where the workshop has none
LANGUAGES = {"fi": "fi-FI", "en": "en-US", "sv": "sv-SE", "da": "da-DK", "et": "et-EE"}
PLACES = {"title": {"title": "ctrTitle", 1: "subTitle"}}


def write(deck: Deck, slides: list[Slide], day: str) -> bytes:
    """The deck's bytes; the same slides give the same bytes. `day` is YYYY-MM-DD or ""."""
    presentation = Presentation(str(FILE))
    pen = _Pen(presentation, deck)
    marks = stamp.marks(slides, [pen.said(slide) for slide in slides])
    for slide, mark in zip(slides, marks, strict=True):
        pen.add(slide, mark)
    stamp.add_ledger(presentation.part.package, marks)
    pen.add_sections(slides)
    _describe(presentation.core_properties, deck, day)
    out = io.BytesIO()
    presentation.save(out)
    return _undated(out.getvalue())


class _Pen:
    """Adds slides to a presentation."""

    def __init__(self, presentation, deck: Deck) -> None:  # type: ignore[no-untyped-def]
        self.part = presentation.part
        self.deck = deck
        self.lang = LANGUAGES.get(deck.language, deck.language)
        masters = presentation.slide_masters[0].slide_layouts
        self.layouts = dict(zip(LAYOUTS, (layout.part for layout in masters), strict=True))
        self.notes_master = presentation.notes_master.part
        self.ids: list[int] = []
        self.footer = ellipsised(deck.title, at.FOOTER.w, at.FOOTER.size)

    def add(self, slide: Slide, mark: Mark) -> None:
        n = len(self.ids) + 1
        xml = self._slide_xml(slide)
        part = self._part(f"/ppt/slides/slide{n}.xml", CT.PML_SLIDE, xml)
        part.relate_to(self.layouts[slide.layout], RT.SLIDE_LAYOUT)
        self._add_notes(
            part, n, "\n".join(filter(None, (self.said(slide), str(stamp.looked(mark, xml)))))
        )
        # Not relate_to, which first compares with every slide before.
        rid = self.part.rels._add_relationship(RT.SLIDE, part)
        ids = self.part._element.get_or_add_sldIdLst()
        self.ids.append(FIRST_ID + len(self.ids))
        ids._add_sldId(rId=rid, id=self.ids[-1])

    def said(self, slide: Slide) -> str:
        """What the speaker notes say, without the slide's mark."""
        return f"{self.deck.words['sources']}: {', '.join(slide.ids)}" if slide.ids else ""

    def _add_notes(self, slide: Part, n: int, said: str) -> None:
        xml = _notes_xml(said, self.lang)
        notes = self._part(f"/ppt/notesSlides/notesSlide{n}.xml", CT.PML_NOTES_SLIDE, xml)
        notes.relate_to(self.notes_master, RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        slide.relate_to(notes, RT.NOTES_SLIDE)

    def _part(self, name: str, kind: str, xml: str) -> Part:
        return Part(PackURI(name), kind, self.part.package, (HEAD + xml).encode())

    def _slide_xml(self, slide: Slide) -> str:
        drawn = [card_xml(40 + n, f"card {hat}", box, "lt1", EDGES.get(hat, PANELS[hat]))
                 for n, (hat, box) in enumerate(slide.cards)]  # fmt: skip
        drawn += [hat_xml(hat, 100 + 10 * n, *place) for n, (hat, *place) in enumerate(slide.hats)]
        title = self._placeholder(2, slide.layout, "title", slide.texts["title"])
        others = [
            self._placeholder(3 + n, slide.layout, place, text)
            for n, (place, text) in enumerate(self._in_reading_order(slide))
        ]
        inside = title + "".join(drawn) + "".join(others) + self._footers()
        return (
            f"<p:sld {NS}><p:cSld><p:spTree>{TREE}{inside}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    def _in_reading_order(self, slide: Slide) -> list[tuple[int, Text]]:
        """As they stand on the slide: a hat's question is above its prompt."""
        places = [(place, text) for place, text in slide.texts.items() if isinstance(place, int)]
        return sorted(places, key=lambda one: (one[0] != QUESTION, one[0]))

    def _placeholder(self, id: int, layout: str, place: str | int, text: Text) -> str:
        kind = PLACES.get(layout, {}).get(place, "title" if place == "title" else "body")
        idx = "" if place == "title" else f' idx="{place}"'
        own = xfrm(text.box) if text.box else ""
        paragraphs = "".join(self._paragraph(one, text.size) for one in text.paragraphs)
        return _sp(id, f"{kind} {place}", f'type="{kind}"{idx}', own, paragraphs)

    def _paragraph(self, paragraph: Paragraph, size: float | None) -> str:
        look = f'<a:rPr lang="{self.lang}"' + (f' sz="{round(size * 100)}"' if size else "") + "/>"
        runs = f"<a:br>{look}</a:br>".join(
            f"<a:r>{look}<a:t>{escape(line)}</a:t></a:r>" if line else ""
            for line in paragraph.text.rstrip().split("\n")
        )
        level = paragraph.level - 1
        attributes = f' lvl="{level}"' if level else ""
        if _right_to_left(paragraph.text):
            attributes += ' algn="r" rtl="1"'
        return f"<a:p><a:pPr{attributes}/>{runs}</a:p>" if attributes else f"<a:p>{runs}</a:p>"

    def _footers(self) -> str:
        """Date, footer and number, last in reading order. The workshop's, never a template's."""
        look = f'<a:rPr lang="{self.lang}"'
        # LibreOffice forgets the layout's font in a footer unless the theme's is named here.
        themed = f'{look}><a:latin typeface="+mn-lt"/></a:rPr>'
        date = f"<a:p><a:r>{themed}<a:t>{escape(self.deck.date)}</a:t></a:r></a:p>"
        footer = f"<a:p><a:r>{themed}<a:t>{escape(self.footer)}</a:t></a:r></a:p>"
        number = (
            '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f"{themed}<a:t>{len(self.ids) + 1}</a:t></a:fld></a:p>"
        )
        return (
            (_sp(90, "Date", 'type="dt" idx="20"', "", date) if self.deck.date else "")
            + _sp(91, "Footer", 'type="ftr" idx="21"', "", footer)
            + _sp(92, "Number", 'type="sldNum" idx="22"', "", number)
        )

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


def _sp(id: int, name: str, place: str, own: str, paragraphs: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{own}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _notes_xml(text: str, lang: str) -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
    )
    said = "".join(
        f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{escape(line)}</a:t></a:r></a:p>'
        for line in text.split("\n")
    )
    body = _sp(3, "Notes", 'type="body" sz="quarter" idx="3"', "", said)
    return (
        f"<p:notes {NS}><p:cSld><p:spTree>{TREE}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((one for one in directions if one in ("L", "R", "AL")), "L")
    return first != "L"


def _describe(properties, deck: Deck, day: str) -> None:  # type: ignore[no-untyped-def]
    made = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else FALLBACK_DATE
    properties.title = " ".join(deck.title.split())[:255]
    properties.subject = " ".join(deck.question.split())[:255]
    properties.author = properties.last_modified_by = " ".join(deck.organiser.split())[:255]
    properties.language = deck.language
    properties.keywords = ", ".join(name for _, name, _ in deck.hats)[:255]
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1


def _undated(blob: bytes) -> bytes:
    """The same package with one fixed date on every entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, FIXED), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _p(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/presentationml/2006/main}}{name}"
