"""What did not fit: what a template's bringer is told is what happens on the slides."""

import json
import re
import subprocess
import sys
from functools import cache

import pytest
import strangers as of
from pptx import Presentation
from test_drawn_on import ROOT, dark, in_a_gradient, made_on, tight, usual, wide

from workshop.deck import misfit, template
from workshop.deck.foreign import child
from workshop.deck.foreign.names import a, p
from workshop.phrases import LANGUAGES


@cache
def tell(blob):
    _, said = child.take(blob, trial=True)
    return {one["code"]: one for one in said["misfits"]}


@pytest.fixture(scope="module")
def told():
    """What is said of a template that is taken in, once: {code: its figures}."""
    return tell


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The example on a template, once."""
    return cache(lambda blob: Presentation(made_on(blob, tmp_path_factory.mktemp("drawn"))))


def without(part, kind, blob=None):
    """A template one of whose sheets has no placeholder of a kind."""
    text = of.unpacked(blob or wide())[part].decode()
    changed, count = re.subn(rf'<p:sp>(?:(?!</p:sp>).)*type="{kind}".*?</p:sp>', "", text, flags=16)
    assert count
    return of.with_parts(blob or wide(), **{part: changed.encode()})


def test_nothing_is_said_of_our_own_template_in_other_colours(told):
    changed = of.edited(of.THEME, ("B3122A", "00AA00"), blob=template.FILE.read_bytes())
    assert told(changed) == {}


def test_the_smallest_text_of_each_kind_of_slide_is_told(told, drawn):
    listed = told(usual())["smaller"]["sizes"]
    sizes = {one["part"]: (one["size"], one["usual"]) for one in listed}
    slide = next(one for one in drawn(usual()).slides if one.slide_layout.name == "appendix")
    holders = [one for one in slide.placeholders if one.placeholder_format.idx in (11, 12)]
    drawn_in = {
        int(one.get("sz")) / 100 for shape in holders for one in shape._element.iter(a("rPr"))
    }
    assert sizes["appendix"][0] in drawn_in
    assert sizes["appendix"][1] == 11
    assert list(sizes.values()) == sorted(sizes.values())
    assert all(size < usual for size, usual in sizes.values())


def test_more_slides_than_usual_are_told(told, drawn):
    more = told(tight())["slides"]
    assert more["slides"] == len(drawn(tight()).slides) > more["usual"]
    assert "slides" not in told(wide())


def test_a_cover_of_theirs_has_no_hats_and_that_is_told(told, drawn):
    assert "cover_hats" in told(usual())
    cover = drawn(usual()).slides[0]
    assert cover.slide_layout.name == "Title Slide"
    assert not list(cover.slide_layout._element.iter(p("grpSp")))


def test_without_a_cover_of_theirs_it_is_ours_and_that_is_told(told, drawn):
    blob = without("ppt/slideLayouts/slideLayout1.xml", "subTitle")
    assert "own_cover" in told(blob)
    assert "cover_hats" not in told(blob)
    assert drawn(blob).slides[0].slide_layout.name == "title"


def in_font(name):
    theme = of.unpacked(wide())[of.THEME].decode().replace('"Calibri"', f'"{name}"')
    return of.with_parts(wide(), **{of.THEME: theme.encode()})


def test_a_panel_and_a_font_that_nobody_measured_are_told(told):
    assert "panel" in told(in_a_gradient())
    assert told(in_a_gradient())["unsure"]["what"] == ["date", "footer", "number"]
    assert not told(dark()).keys() & {"panel", "unsure"}
    assert told(in_font("Comic Papyrus"))["font"]["font"] == "Comic Papyrus"
    assert "font" not in told(wide())


def test_what_the_cover_lacks_is_told(told, drawn):
    blob = without("ppt/slideLayouts/slideLayout1.xml", "dt")
    assert told(blob)["missing"]["what"] == ["date"]
    kinds = {one.get("type") for one in drawn(blob).slides[0]._element.iter(p("ph"))}
    assert "dt" not in kinds
    assert "missing" not in told(wide())


def on_a_picture():
    """A template whose background is a picture."""
    fill = '<a:blipFill><a:blip r:embed="rIdX"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    master = of.unpacked(wide())[of.MASTER].decode()
    bg = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    changed = re.sub("<p:bg>.*?</p:bg>", bg, master, flags=re.DOTALL).encode()
    types = of.unpacked(wide())[of.TYPES].decode()
    if 'Extension="png"' not in types:
        png = '<Default Extension="png" ContentType="image/png"/>'
        types = types.replace("<Override", f"{png}<Override", 1)
    parts = {of.MASTER: changed, "ppt/media/image1.png": of.png(), of.TYPES: types.encode()}
    return of.with_parts(wide(), **parts, **of.related(of.MASTER, "image", "../media/image1.png"))


def test_on_a_picture_nobody_knows_what_can_be_read_and_that_is_told(told):
    found = told(on_a_picture())
    assert "panel" in found
    assert found["unsure"]["what"] == ["date", "footer", "number"]


def test_every_misfit_is_a_sentence_in_every_language(told):
    codes = {**told(in_a_gradient()), **told(usual())}
    for language in LANGUAGES:
        for one in codes.values():
            sentence = misfit(one, language)
            assert sentence.endswith(".")
            assert "{" not in sentence


def test_they_are_told_in_plain_words_beside_the_figures(tmp_path):
    brought = tmp_path / "brought.pptx"
    brought.write_bytes(in_a_gradient())
    done = template_command(brought, tmp_path)
    assert "a plain panel is behind the content" in done.stderr
    assert len(done.stderr.splitlines()) == len(json.loads(done.stdout)["misfits"])
    assert "misfits" not in json.loads(template_command(brought, tmp_path, "--no-trial").stdout)


def template_command(brought, folder, *more):
    words = ["template", str(brought), "-o", str(folder / "made.pptx"), *more]
    return subprocess.run(
        [sys.executable, "-m", "workshop", *words],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
