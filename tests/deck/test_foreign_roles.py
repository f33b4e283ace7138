"""A template that a facilitator brings: what its layouts serve for."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
import strangers as of
from accepted import checked
from pptx import Presentation
from pptx.util import Inches

from workshop.deck import template
from workshop.deck.foreign.colours import contrast

OTPS = Path("/usr/lib/libreoffice/share/template/common/presnt")
needs_office = pytest.mark.skipif(
    not (Path("/usr/bin/soffice").exists() and OTPS.exists()), reason="LibreOffice is not here"
)
FEW = ("Beehive", "DNA", "Midnightblue", "Progress", "Vintage")  # one of each difficulty


def test_a_usual_template_serves_for_everything_by_its_types(tmp_path):
    taken = checked(of.plain(), tmp_path)
    served = {name: (role.layout_name, role.by) for name, role in taken.roles.items()}
    assert served == {
        "title": ("Title Slide", "type"),
        "content": ("Title and Content", "type"),
        "two_columns": ("Two Content", "type"),
        "title_only": ("Title Only", "type"),
    }
    content = taken.roles["content"]
    assert (content.title.idx, content.body.idx) == (0, 1)
    assert (content.date.idx, content.footer.idx, content.number.idx) == (10, 11, 12)
    assert (content.title.size, content.body.size) == (44, 32)
    assert (content.body.x, content.body.y) == (36, 126)  # the master's: the layout says nothing
    assert content.body.font == "Calibri"
    assert (content.body.colour, content.body.behind) == ("000000", "FFFFFF")
    assert content.missing == ()
    assert (content.body.before, content.body.left, content.body.pitch) == (6.4, 27, 1)


def test_our_own_template_in_other_colours_is_known_by_its_names(tmp_path):
    own = template.FILE.read_bytes()
    changed = of.edited(of.THEME, ("B3122A", "00AA00"), blob=own)
    taken = checked(changed, tmp_path)
    assert tuple(taken.roles) == template.LAYOUTS
    assert {role.by for role in taken.roles.values()} == {"name"}
    red = taken.roles["red"]
    assert (red.body.idx, red.second.idx) == (11, 12)
    assert {one.idx for one in red.others} == {10, 30, 31}
    assert (red.title.colour, red.title.behind) == ("FFFFFF", "")  # on the rounded panel
    layout = "ppt/slideLayouts/slideLayout1.xml"
    decorative = [of.unpacked(one)[layout].count(b"decorative") for one in (own, taken.blob)]
    assert decorative[0] == decorative[1] > 5


def test_layouts_without_types_are_known_by_what_stands_on_them(tmp_path):
    parts = of.unpacked(of.plain())
    for name in [name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")]:
        parts[name] = re.sub(rb'(<p:sldLayout [^>]*?) type="\w+"', rb"\1", parts[name])
    taken = checked(of.packed(parts), tmp_path)
    assert {role.by for role in taken.roles.values()} == {"geometry"}
    assert taken.roles["two_columns"].layout_name == "Two Content"


def test_a_template_with_nothing_but_a_blank_layout_gets_text_boxes(tmp_path):
    presentation = Presentation()
    for layout in list(presentation.slide_layouts)[:6] + list(presentation.slide_layouts)[7:]:
        presentation.slide_layouts.remove(layout)
    out = io.BytesIO()
    presentation.save(out)
    taken = checked(out.getvalue(), tmp_path)
    columns = taken.roles["two_columns"]
    assert columns.by == "fallback"
    assert columns.missing[:3] == ("title", "body", "second")
    assert columns.title.y + columns.title.h <= columns.body.y + 1
    assert columns.body.x + columns.body.w < columns.second.x
    assert columns.body.size == 32  # as the master's own text


def test_of_several_masters_the_one_that_reads_best_is_taken(tmp_path):
    taken = checked(of.with_a_dark_master(), tmp_path)
    body = taken.roles["content"].body
    assert contrast(body.colour, body.behind) > 4.5
    assert taken.removed["masters"] == 1


def test_a_slide_of_any_paper_keeps_its_size(tmp_path):
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    out = io.BytesIO()
    presentation.save(out)
    taken = checked(out.getvalue(), tmp_path)
    assert (round(taken.width), taken.height) == (960, 540)


def test_what_other_programs_leave_out_is_put_right(tmp_path):
    parts = of.unpacked(of.plain())
    main = parts["ppt/presentation.xml"].decode()
    parts["ppt/presentation.xml"] = re.sub(r"<p:(sld|notes)Sz[^>]*/>", "", main).encode()
    master = parts[of.MASTER].decode()
    parts[of.MASTER] = re.sub("<p:txStyles>.*</p:txStyles>", "", master, flags=re.DOTALL).encode()
    for name in [name for name in parts if re.match("ppt/slideLayouts/slide", name)]:
        layout = re.sub(r' idx="\d+"', "", parts[name].decode())
        parts[name] = re.sub(r'(<p:cSld name=)"[^"]*"', r'\1"Same"', layout).encode()
    taken = checked(of.packed(parts), tmp_path)
    names = [one.name for one in Presentation(io.BytesIO(taken.blob)).slide_layouts]
    assert len(names) == len(set(names))
    columns = taken.roles["two_columns"]
    assert len({columns.title.idx, columns.body.idx, columns.second.idx}) == 3
    assert columns.title.idx == 0


@pytest.fixture(scope="session")
def converted(tmp_path_factory):
    """A few of LibreOffice's own templates, as its export writes them."""
    folder = tmp_path_factory.mktemp("office")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pptx", "--outdir", folder, *(OTPS / f"{name}.otp" for name in FEW)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder


@needs_office
@pytest.mark.parametrize("name", FEW)
def test_templates_of_another_program_serve_as_well(converted, name, tmp_path):
    taken = checked((converted / f"{name}.pptx").read_bytes(), tmp_path)
    slide = taken.width * taken.height
    for role in taken.roles.values():
        assert role.title.idx == 0
        assert role.missing in ((), ("number",))
    assert taken.roles["content"].body.area.size > slide / 4
    with zipfile.ZipFile(io.BytesIO(taken.blob)) as package:
        master = package.read("ppt/slideMasters/slideMaster1.xml")
    assert b"<p:txStyles>" in master
