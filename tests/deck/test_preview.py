"""A picture of every slide: what the deck says, without any other program, and safe to show."""

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import strangers as of
from pptx import Presentation

from workshop import deck as decks
from workshop import exporting
from workshop.deck.preview import pictures

EXAMPLE = json.loads((Path(__file__).parents[2] / "docs" / "example.json").read_text("utf-8"))
NASTY = '<script>alert(1)</script> & "quoted" <img src=x onerror=alert(1)>'


def deck(document, parts=()):
    rows, _ = exporting.rows_of_document(document)
    return exporting.make(rows, exporting.wanted("pptx", parts=parts))


def words(text):
    return set("".join(c if c.isalnum() else " " for c in text).split())


def test_every_slide_has_its_picture_with_its_title_and_all_its_words():
    blob = deck(EXAMPLE)
    slides = Presentation(io.BytesIO(blob)).slides
    drawn = pictures(blob)
    assert len(drawn) == len(slides)
    for slide, picture in zip(slides, drawn, strict=True):
        assert picture["title"] == slide.shapes.title.text
        shown = words(" ".join(ElementTree.fromstring(picture["svg"]).itertext()))
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert words(shape.text_frame.text) <= shown, slide.shapes.title.text


def test_charts_and_tables_are_drawn_with_their_numbers_and_rows():
    drawn = {one["title"]: one["svg"] for one in pictures(deck(EXAMPLE))}
    votes = next(svg for title, svg in drawn.items() if "58" in title)
    assert votes.count("<rect") > 2
    assert "Figures" in votes
    table = next(svg for title, svg in drawn.items() if title == "Decisions and actions")
    assert table.count("<tr") == 1 + len(EXAMPLE["outcomes"])


def test_a_chart_of_two_kinds_says_which_is_which():
    rows, _ = exporting.rows_of_document(EXAMPLE)
    for round in rows["round"].values():
        round["writers"] = 2
    drawn = json.loads(exporting.make(rows, exporting.wanted("preview")))
    written = next(one["svg"] for one in drawn["slides"] if "notes were written" in one["title"])
    assert ">Notes</text>" in written
    assert ">People who wrote</text>" in written


def test_peoples_text_stays_text_in_a_picture():
    board = {"notes": [{"text": NASTY}], "synthesis": {"text": NASTY}}
    document = {"question": NASTY, "title": NASTY, "boards": {"red": board}}
    for one in pictures(deck(document)):
        root = ElementTree.fromstring(one["svg"])
        tags = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
        assert not tags & {"script", "img", "iframe"}
        assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


def test_only_the_chosen_parts_are_pictured():
    rows, _ = exporting.rows_of_document(EXAMPLE)
    what = exporting.wanted("preview", parts=["cover", "map"])
    found = json.loads(exporting.make(rows, what))
    assert found["misfits"] is None
    assert [one["title"] for one in found["slides"]] == [
        "The library of tomorrow",
        "The question and the hats",
    ]


def test_a_preview_on_a_template_tells_what_of_this_workshop_did_not_fit(tmp_path):
    (tmp_path / "plain.pptx").write_bytes(of.plain())
    rows, _ = exporting.rows_of_document(EXAMPLE | {"title": "A long title for a footer " * 6})
    what = exporting.wanted("preview", parts=["map"], template=str(tmp_path / "plain.pptx"))
    found = json.loads(exporting.make(rows, what))
    assert len(found["slides"]) == 1
    cut = [one["parts"] for one in found["misfits"] if one["code"] == "cut"]
    assert cut == [[{"part": "feet", "n": 1}]]


def test_a_templates_drawing_without_a_size_of_its_own_is_drawn_in_its_place(tmp_path):
    line = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="a"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="127000" cy="127000"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:pathLst><a:path w="0" h="0"><a:moveTo>'
        '<a:pt x="0" y="0"/></a:moveTo><a:lnTo>'
        '<a:pt x="127000" y="63500"/></a:lnTo></a:path></a:pathLst></a:custGeom><a:solidFill>'
        '<a:srgbClr val="123456"/></a:solidFill></p:spPr></p:sp></p:spTree>'
    )
    path = tmp_path / "drawn.pptx"
    path.write_bytes(of.edited(of.MASTER, ("</p:spTree>", line)))
    rows, _ = exporting.rows_of_document(EXAMPLE)
    drawn = pictures(decks.make(rows, template=str(path)))
    assert any('d="M0.00 0.00 L10.00 5.00"' in one["svg"] for one in drawn)
