"""Somebody who works on an exported deck in a program for slides."""

import copy
import io

from pptx import Presentation
from pptx.util import Pt

from workshop.hats import BOARDS


class Facilitator:
    """An edited deck: the file, and what was done to it; opened once, saved when wanted."""

    def __init__(self, blob):
        self.blob = blob

    @property
    def blob(self):
        """The file as it is now."""
        if self._unsaved:
            out = io.BytesIO()
            self._opened.save(out)
            self._blob, self._unsaved = out.getvalue(), False
        return self._blob

    @blob.setter
    def blob(self, blob):
        self._blob, self._unsaved = blob, False
        self._opened = self._found = None

    def slides(self):
        """[(title, {idx: text})] of the deck."""
        return [(title, texts) for title, texts, *_ in self._read()]

    def _read(self):
        """The slides as (title, {idx: text}, paragraphs, layout), read once after each change."""
        if self._found is None:
            self._found = [_told(slide) for slide in self.opened().slides]
        return self._found

    def titles(self):
        return [title for title, _ in self.slides()]

    def paragraphs(self):
        """Every paragraph on slides."""
        return [line for _, _, lines, _ in self._read() for line in lines]

    def on_pages(self):
        """Every paragraph on the slides of the hats' notes."""
        return [line for *_, lines, layout in self._read() if layout in BOARDS for line in lines]

    def pages(self):
        """Of each slide, whether it is one of a hat's notes."""
        return [layout in BOARDS for *_, layout in self._read()]

    def everything(self):
        """All texts on slides, in one string."""
        return "\n".join(self.paragraphs())

    def spoken(self, n):
        """The speaker notes of the nth slide, without marks."""
        text = self.opened().slides[n].notes_slide.notes_text_frame.text
        return "\n".join(line for line in text.split("\n") if not line.startswith("[hattupaja:"))

    def opened(self):
        """The deck, to be read; see `change`."""
        if self._opened is None:
            self._opened = Presentation(io.BytesIO(self._blob))
        return self._opened

    def change(self, does):
        """Let `does(presentation)` work on the deck."""
        answer = does(self.opened())
        self._unsaved, self._found = True, None
        return answer

    def restructure(self, does):
        """The same, and open it anew: python-pptx would give names of parts a second time."""
        self.change(does)
        self.blob = self.blob

    def says(self, n, idx, text):
        """Write something else into a placeholder of the nth slide."""
        self.change(lambda deck: setattr(_place(deck, n, idx).text_frame, "text", text))

    def paragraph_says(self, n, idx, line, text):
        def does(deck):
            paragraph = _place(deck, n, idx).text_frame.paragraphs[line]
            was = paragraph.text
            paragraph.runs[0].text = text
            for run in paragraph.runs[1:]:
                run.text = ""
            return was

        return self.change(does)

    def loses_paragraph(self, n, idx, line):
        def does(deck):
            paragraph = _place(deck, n, idx).text_frame.paragraphs[line]
            was = paragraph.text
            paragraph._p.getparent().remove(paragraph._p)
            return was

        return self.change(does)

    def gains_paragraph(self, n, idx, text):
        def does(deck):
            _place(deck, n, idx).text_frame.add_paragraph().text = text

        self.change(does)

    def deletes(self, n):
        def does(deck):
            listed = deck.slides._sldIdLst
            gone = deck.slides[n].part
            deck.part.drop_rel(listed[n].rId)
            listed.remove(listed[n])
            for slide in deck.slides:
                _unlink(slide.part, gone)

        self.restructure(does)

    def copies(self, n):
        """A copy of the nth slide at the end, with its speaker notes and charts of its own."""

        def does(deck):
            was = deck.slides[n]
            slide = deck.slides.add_slide(was.slide_layout)
            slide.part._element = copy.deepcopy(was._element)
            for id, rel in was.part.rels.items():
                if rel.is_external or rel.reltype.endswith(("/slideLayout", "/notesSlide")):
                    continue
                to = _copied(rel._target) if rel.reltype.endswith("/chart") else rel._target
                new = slide.part.relate_to(to, rel.reltype)
                for one in slide.part._element.xpath(f".//*[@r:id='{id}']"):
                    one.set(_RID, new)
            again = deck.slides[len(deck.slides) - 1]
            again.notes_slide.notes_text_frame.text = was.notes_slide.notes_text_frame.text

        self.restructure(does)

    def moves(self, n, to):
        def does(deck):
            listed = deck.slides._sldIdLst
            one = listed[n]
            listed.remove(one)
            listed.insert(to, one)

        self.change(does)

    def adds(self, title, to, picture=None):
        """A slide of one's own; answers nothing."""

        def does(deck):
            layout = next(one for one in deck.slide_layouts if one.name == "white")
            slide = deck.slides.add_slide(layout)
            slide.shapes.title.text = title
            if picture:
                slide.shapes.add_picture(io.BytesIO(picture), Pt(100), Pt(100))

        self.restructure(does)
        self.moves(len(self.opened().slides) - 1, to)

    def writes_beside(self, n, text):
        """A text box of one's own on the nth slide."""

        def does(deck):
            box = deck.slides[n].shapes.add_textbox(Pt(700), Pt(20), Pt(200), Pt(30))
            box.text_frame.text = text

        self.change(does)

    def remembers(self, n, text):
        """A line of one's own in the speaker notes."""

        def does(deck):
            frame = deck.slides[n].notes_slide.notes_text_frame
            first = copy.deepcopy(frame.paragraphs[0]._p)
            frame.paragraphs[0]._p.addprevious(first)
            frame.paragraphs[0].text = text

        self.change(does)


_RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _copied(chart):
    """A chart's part once more, with its workbook."""
    name = chart.package.next_partname("/ppt/charts/chart%d.xml")
    made = type(chart).load(name, chart.content_type, chart.package, chart.blob)
    for id, rel in chart.rels.items():
        assert made.rels.get_or_add(rel.reltype, rel._target) == id
    return made


def _unlink(part, gone):
    """Links to a slide that is deleted go with it, as programs for slides do it."""
    for rid in [rid for rid, rel in part.rels.items() if rel._target is gone]:
        for link in part._element.xpath(f".//a:hlinkClick[@r:id='{rid}']"):
            link.getparent().remove(link)
        part.rels.pop(rid)


def _told(slide):
    texts, lines = {}, []
    for shape in slide.shapes:
        if not shape.has_text_frame:
            continue
        text = shape.text_frame.text
        lines += [line for line in text.replace("\v", " ").split("\n") if line.strip()]
        if shape.is_placeholder:
            texts[shape.placeholder_format.idx] = text
    return texts.get(0, ""), texts, lines, slide.slide_layout.name


def _place(deck, n, idx):
    return next(p for p in deck.slides[n].placeholders if p.placeholder_format.idx == idx)
