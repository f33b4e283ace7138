"""Files that come back: what other programs make of a deck, and what strangers put into one."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import attacks
import pytest
from accepted import faults
from facilitator import Facilitator
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt
from strangers import packed
from test_again import BLACK, TODAY, Hall, first_export, parts

from workshop import exporting
from workshop.deck.again.update import update
from workshop.rules import Refused

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)
ROOT = Path(__file__).parent.parent.parent
SLIDE, SLIDE_RELS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


@pytest.fixture(scope="module")
def exported():
    return first_export()


def with_inside(blob, shape="", rel="", **files):
    """The deck with a shape and a relationship more on its first slide, and parts of any name."""
    inside = parts(blob)
    slide, rels = inside[SLIDE].decode(), inside[SLIDE_RELS].decode()
    inside[SLIDE] = slide.replace("</p:spTree>", f"{shape}</p:spTree>").encode()
    inside[SLIDE_RELS] = rels.replace("</Relationships>", f"{rel}</Relationships>").encode()
    return packed(inside | files)


def rel(kind, target, outside=False):
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rId77" Type="{REL}/{kind}" Target="{target}"{mode}/>'


def link(id="rId77", action=""):
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="777" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:p><a:r><a:rPr>"
        f'<a:hlinkClick r:id="{id}" action="{action}"/></a:rPr><a:t>here</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="777" name="x" descr="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:{}="rId77"/></p:blipFill><p:spPr/></p:pic>'
)
OBJECT = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="777" name="x"/><p:cNvGraphicFramePr/>'
    '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
    "<a:graphic>"
    '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
    '<p:oleObj r:id="rId77" progId="Package"><p:embed/></p:oleObj></a:graphicData></a:graphic>'
    "</p:graphicFrame>"
)
STRANGE = {
    "a script in a link": (link(), rel("hyperlink", "javascript:steal()", True), {}, "links"),
    "a link to a share": (link(), rel("hyperlink", r"\\steal\x", True), {}, "links"),
    "a program": (link("", "ppaction://program?steal"), "", {}, "links"),
    "a picture on a server": (
        PICTURE.format("link"), rel("image", "http://steal/x.png", True), {}, "",
    ),
    "a page called a picture": (
        PICTURE.format("embed"),
        rel("image", "../media/x.png"),
        {"ppt/media/x.png": b"<script>steal()</script>"},
        "images",
    ),
    "an embedded file": (
        OBJECT,
        rel("oleObject", "../embeddings/x.bin"),
        {"ppt/embeddings/x.bin": b"steal"},
        "objects",
    ),
    "a sound": (
        link("", "ppaction://media"),
        rel("audio", "../media/steal.wav"),
        {"ppt/media/steal.wav": b"steal"},
        "links",
    ),
    "a slide that nobody sees": ("", "", {"ppt/slides/slide99.xml": b"<steal/>"}, ""),
    "macros": ("", "", {"ppt/vbaProject.bin": b"steal"}, ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def strange(exported):
    """(the deck made of one with all that is strange in it, its parts, the report)"""
    given = exported
    for n, (shape, relation, files, _) in enumerate(STRANGE.values(), 701):
        own = (
            text.replace("777", str(n)).replace("rId77", f"rId{n}") for text in (shape, relation)
        )
        given = with_inside(given, *own, **files)
    made, report = Hall().update(Facilitator(given))
    return made, parts(made.blob), report


def test_what_is_not_on_the_list_stays_behind(strange):
    _, inside, _ = strange
    assert b"steal" not in b"".join(inside.values())
    assert not any("steal" in name for name in inside)


def test_each_thing_that_stays_behind_is_counted(strange):
    codes = Counter(code for *_, code in STRANGE.values() if code)
    assert strange[2].left_out == codes + Counter(objects=1)  # the frame around the file, too


def test_what_is_left_is_sound(strange, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(strange[0].blob)
    assert faults(str(path)) == []


HARMLESS = {"a master without a layout"}  # to a template; a deck shows its slides


@pytest.mark.parametrize("what", sorted(attacks.REFUSED.keys() - HARMLESS))
def test_an_attack_is_refused_and_nothing_else_of_us_sees_it(what):
    with pytest.raises(Refused):
        update(Hall({"white": 1}).rows(), attacks.REFUSED[what][0](), TODAY)


def test_harmless_links_stay(exported):
    given = with_inside(exported, link(), rel("hyperlink", "https://library.example/a?b=c", True))
    made, report = Hall().update(Facilitator(given))
    assert b"https://library.example/a?b=c" in parts(made.blob)["ppt/slides/_rels/slide1.xml.rels"]
    assert report.left_out == {}


def test_pictures_tables_and_charts_of_ones_own_stay(exported, tmp_path):
    def does(deck):
        slide = deck.slides[2]
        slide.shapes.add_picture(io.BytesIO(PNG), Pt(10), Pt(10))._element.nvPicPr.cNvPr.set(
            "descr", "a picture"
        )
        table = slide.shapes.add_table(2, 2, Pt(10), Pt(90), Pt(200), Pt(80)).table
        table.cell(0, 0).text = "my table"
        data = CategoryChartData()
        data.categories = ["boats", '=HYPERLINK("http://evil")']
        data.add_series("loans", (3, 4))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(300), Pt(90), Pt(200), Pt(200), data)

    edited = Facilitator(exported)
    edited.change(does)
    hall = Hall()
    hall.hidden.add(hall.notes["white"][2]["id"])
    made, report = hall.update(edited)
    slide = made.opened().slides[2]
    assert [shape.shape_type.name for shape in slide.shapes][-3:] == ["PICTURE", "TABLE", "CHART"]
    assert slide.shapes[-3].image.blob == PNG
    assert slide.shapes[-2].table.cell(0, 0).text == "my table"
    chart = slide.shapes[-1].chart
    assert list(chart.plots[0].series[0].values) == [3, 4]
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"<v>4" in sheet
    assert 3 in [one["slide"] for one in report.updated]
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.blob)
    ours = [one for one in faults(str(path)) if "chart" not in str(one) and "NOALT" not in one]
    assert ours == []


def test_a_deck_that_was_updated_is_as_sound_as_a_new_one(exported, tmp_path):
    hall, edited = Hall(), Facilitator(exported)
    edited.adds("My own", 2)
    edited.deletes(4)
    edited.says(0, 0, "My title")
    for hat in ("white", "red", "yellow"):
        hall.post(hat)
    made, _ = hall.update(edited)
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.blob)
    assert faults(str(path)) == []


def test_the_same_edited_deck_gives_the_same_bytes(exported):
    edited = Facilitator(exported)
    edited.says(0, 0, "My title")
    assert Hall().update(edited)[0].blob == Hall().update(edited)[0].blob


def test_where_our_layouts_are_gone_new_slides_bring_their_own(exported, tmp_path):
    def forgets(deck):
        for layout in deck.slide_layouts:
            layout.name = "of another program"

    hall, edited = Hall(), Facilitator(exported)
    edited.change(forgets)
    hall.post("red")
    made, report = hall.update(edited)
    (added,) = report.added
    assert made.opened().slides[added["slide"] - 1].slide_layout.name == "red"
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.blob)
    assert faults(str(path)) == []


def test_the_command_prints_what_happened_and_refuses_in_a_line(exported, tmp_path):
    source, given, made = (tmp_path / name for name in ("a.json", "given.pptx", "made.pptx"))
    source.write_bytes(exporting.make(Hall().rows(), "json"))
    given.write_bytes(exported)

    def updated():
        command = [sys.executable, "-m", "workshop", "update", given, source, "-o", made]
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)

    done = updated()
    assert done.returncode == 0
    assert json.loads(done.stdout)["updated"] == []
    assert made.exists()
    given.write_bytes(b"no deck")
    done = updated()
    assert done.returncode == 2
    assert json.loads(done.stdout) == {"refused": "deck_type"}
    assert done.stderr.startswith("workshop: This is no PowerPoint deck")


@needs_office
def test_libreoffice_keeps_what_slides_are_known_by(exported, tmp_path):
    hall = Hall()
    given = tmp_path / "given.pptx"
    given.write_bytes(exported)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    command = ["soffice", "--headless", profile, "--convert-to", "pptx", "--outdir", out, given]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    saved = Facilitator((out / "given.pptx").read_bytes())
    _, report = hall.update(saved)
    assert (report.own, report.kept, report.updated, report.deleted) == ([], [], [], [])
    saved.says(0, 0, "A title of my own")
    new = hall.post("red")
    hidden = hall.notes["black"][0]
    hall.hidden.add(hidden["id"])
    hall.synthesis["red"] = "Red has moved on."
    made, report = hall.update(saved)
    assert {"Red hat: feelings", BLACK, "Synthesis"} <= {one["title"] for one in report.updated}
    said = made.paragraphs()
    assert said.count("Red has moved on.") == 1
    assert hall.note(new)["text"] in said
    assert any(hall.note(new)["text"] in line and "\t" in line for line in said)
    assert hidden["text"].encode() not in b"".join(parts(made.blob).values())
    assert report.conflicts == []
    assert [one["title"] for one in report.kept] == ["A title of my own"]


def test_where_a_program_has_forgotten_levels_words_look_as_their_like_did():
    """LibreOffice writes out how far each paragraph is set in, and leaves its level out; and every
    box says where it stands."""
    hall = Hall({"white": 12, "red": 12, "black": 12})
    given = Presentation(io.BytesIO(hall.export().blob))
    for shape in columns_of_appendix(given):
        shape.left, shape.top, shape.width, shape.height = Pt(40), Pt(90), Pt(400), Pt(400)
    for paragraph in appendix(given):
        look = paragraph._p.get_or_add_pPr()
        look.set("marL", "0" if is_hat(paragraph) else "300000")
        look.attrib.pop("lvl", None)
    saved = io.BytesIO()
    given.save(saved)
    for _ in range(5):
        hall.post("white")
    blob, _ = update(hall.rows(), saved.getvalue(), TODAY)
    found = appendix(Presentation(io.BytesIO(blob)))
    assert sum(map(is_hat, found)) > 2
    depths = {is_hat(one): one._p.get_or_add_pPr().get("marL") for one in found}
    assert depths == {True: "0", False: "300000"}


def columns_of_appendix(presentation):
    return [
        shape
        for slide in presentation.slides
        if slide.slide_layout.name == "appendix"
        for shape in slide.placeholders
        if shape.placeholder_format.idx in (11, 12)
    ]


def appendix(presentation):
    return [
        paragraph
        for shape in columns_of_appendix(presentation)
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text
    ]


def is_hat(paragraph):
    return " hat" in paragraph.text and not paragraph.text[0].isdigit()
