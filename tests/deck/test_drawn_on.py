"""A deck drawn on an organisation's own template."""

import io
import json
import re
from functools import cache
from pathlib import Path

import pytest
import strangers as of
from accepted import faults
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from workshop import deck, exporting
from workshop.cli import main
from workshop.deck import template
from workshop.deck.foreign.names import a

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "example.json"
BODIES = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
HATS = [template.THEME[f"accent{n}"] for n in (1, 3, 4, 5)]
BLACK_ON_WHITE = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
WHITE_ON_BLACK = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'


@cache
def wide():
    """A usual template, 16:9."""
    presentation = Presentation()
    presentation.slide_width = Inches(13.333)
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        placed = [
            one for one in sheet.placeholders if one._element.find(f".//{a('xfrm')}") is not None
        ]
        for shape in placed:
            shape.left, shape.width = int(shape.left * 4 / 3), int(shape.width * 4 / 3)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@cache
def dark():
    """White on black, and Verdana."""
    blob = of.edited(of.MASTER, (BLACK_ON_WHITE, WHITE_ON_BLACK), blob=wide())
    theme = of.unpacked(blob)[of.THEME].decode()
    return of.with_parts(blob, **{of.THEME: theme.replace('"Calibri"', '"Verdana"').encode()})


@cache
def in_a_gradient():
    """A background behind which nobody knows what can be read."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{colour}"/></a:gs>'
        for at, colour in ((0, "FFFFFF"), (100_000, "102030"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    master = of.unpacked(wide())[of.MASTER].decode()
    bg = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    changed = re.sub("<p:bg>.*?</p:bg>", bg, master, flags=re.DOTALL)
    return of.with_parts(wide(), **{of.MASTER: changed.encode()})


@cache
def usual():
    """PowerPoint's first, 4:3."""
    return of.plain()


TEMPLATES = {"4:3": usual, "dark": dark, "in a gradient": in_a_gradient}


@pytest.fixture(scope="module", params=TEMPLATES)
def drawn(request, on):
    """The example on a template."""
    return on(TEMPLATES[request.param]())


@pytest.fixture(scope="module")
def on(tmp_path_factory):
    """Draws the example on a template, once."""
    return cache(lambda blob: made_on(blob, tmp_path_factory.mktemp("drawn")))


def made_on(blob, folder):
    brought, made = folder / "brought.pptx", folder / "made.pptx"
    brought.write_bytes(blob)
    assert main(["export", str(EXAMPLE), "-o", str(made), "--template", str(brought)]) == 0
    return made


def own():
    rows, _ = exporting.rows_of_document(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    return Presentation(io.BytesIO(deck.make(rows)))


def words(slide):
    """The texts of a slide but for its footer, which is cut to what the template has."""
    return sorted(
        paragraph.text
        for shape in slide.shapes
        if shape.has_text_frame and shape.name != "Footer"
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text
    )


def explicit(presentation, name):
    """The size of the first line of notes on a layout, in points."""
    layout = [one for one in presentation.slide_layouts if one.name == name][-1]
    holder = next(one for one in layout.placeholders if one.placeholder_format.idx == 11)
    return int(next(holder._element.iter(a("defRPr"))).get("sz")) / 100


def test_all_that_the_deck_says_is_on_it(drawn):
    theirs, ours = Presentation(drawn).slides, own().slides
    assert said_on(theirs) >= said_on(ours)


def said_on(slides):
    """All texts, but for what says how far one of several slides is, what goes on, and decisions
    beside the syntheses, which are told in short where there is less room: the table has them."""
    found = (re.sub(r" \d/\d$", "", text) for slide in slides for text in words(slide))
    return {text for text in found if not re.search("continued|^(Decision|Action): ", text)}


def test_the_file_has_no_faults(drawn):
    assert faults(str(drawn)) == []


def test_everything_stands_on_the_slide(drawn):
    presentation = Presentation(drawn)
    width, height = presentation.slide_width, presentation.slide_height
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= width
            assert shape.top + shape.height <= height


def test_the_hats_keep_their_colours(drawn):
    text = b"".join(part for name, part in of.unpacked(drawn.read_bytes()).items()
                    if name.startswith(("ppt/slideLayouts/", "ppt/slides/")))  # fmt: skip
    for colour in HATS:
        assert f'srgbClr val="{colour}"'.encode() in text


def test_the_cover_is_on_their_title_layout(drawn):
    presentation = Presentation(drawn)
    cover = presentation.slides[0]
    assert cover.slide_layout.name == "Title Slide"
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert cover.shapes.title.text == document["title"]


def test_text_gets_smaller_with_the_slide_and_with_a_wide_font(on):
    ours = explicit(own(), "red")
    small = explicit(Presentation(on(usual())), "red")
    full = explicit(Presentation(on(wide())), "red")
    broad = explicit(Presentation(on(dark())), "red")
    assert small < 0.8 * ours
    assert 0.85 * ours < full <= ours
    assert broad == pytest.approx(full / 1.2, rel=0.02)


def smallest(presentation, prefix):
    """The smallest explicit size of the words on a kind of slide, in points."""
    sizes = [
        int(run.get("sz")) / 100
        for slide in presentation.slides
        if slide.slide_layout.name.startswith(prefix)
        for shape in slide.placeholders
        if 11 <= shape.placeholder_format.idx <= 16
        for run in shape._element.iter(a("rPr"))
        if run.get("sz")
    ]
    return min(sizes)


@cache
def tight():
    """A template with room for content in the upper half alone."""
    presentation = Presentation(io.BytesIO(wide()))
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for shape in sheet.placeholders:
            if shape.placeholder_format.type in BODIES and shape.height > Inches(3):
                shape.height = int(shape.height * 0.45)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def test_rather_more_slides_than_letters_that_nobody_reads(on):
    presentation = Presentation(on(tight()))
    for kind in ("synthesis", "white", "red", "black", "yellow", "green"):
        assert smallest(presentation, kind) >= 11
    assert smallest(presentation, "appendix") >= 9
    titles = [slide.shapes.title.text for slide in presentation.slides]
    assert [one for one in titles if one.startswith("Synthesis")] == [
        "Synthesis 1/2",
        "Synthesis 2/2",
    ]
    assert said_on(presentation.slides) >= said_on(own().slides)


def test_only_where_it_cannot_be_read_otherwise_a_plain_panel_is_behind_it(on):
    known, unknown = (of.unpacked(on(one).read_bytes()) for one in (dark(), in_a_gradient()))
    assert not any(b'name="ground"' in part for part in known.values())
    assert sum(b'name="ground"' in part for part in unknown.values()) == len(template.LAYOUTS)


def test_the_same_template_gives_the_same_bytes(on, tmp_path):
    assert on(dark()).read_bytes() == made_on(dark(), tmp_path).read_bytes()


def test_our_own_template_in_other_colours_is_used_as_it_is(tmp_path):
    changed = of.edited(of.THEME, ("B3122A", "00AA00"), blob=template.FILE.read_bytes())
    made = made_on(changed, tmp_path)
    presentation = Presentation(made)
    assert [one.name for one in presentation.slide_layouts] == list(template.LAYOUTS)
    slides = "ppt/slides/slide3.xml"
    rows, _ = exporting.rows_of_document(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    assert of.unpacked(made.read_bytes())[slides] == of.unpacked(deck.make(rows))[slides]
    assert b"00AA00" in of.unpacked(made.read_bytes())[of.THEME]


def test_what_is_no_template_is_refused_in_one_line(tmp_path, capsys):
    brought, made = tmp_path / "brought.pptx", tmp_path / "made.pptx"
    for blob in (b"not a template", of.packed({"a.txt": b"a"})):
        brought.write_bytes(blob)
        words = ["export", str(EXAMPLE), "-o", str(made), "--template"]
        assert main([*words, str(brought)]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert not made.exists()
    assert main([*words, str(tmp_path / "nowhere.pptx")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_template_travels_to_the_process_that_makes_the_file():
    what = exporting.wanted("pptx", template="/some/where.pptx")
    words = exporting.command(Path("data"), "ABCD", Path("made.pptx"), what)
    assert words[words.index("--template") + 1] == "/some/where.pptx"
