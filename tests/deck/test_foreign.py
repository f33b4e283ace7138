"""A template that a facilitator brings: what is refused, what stays out, what it serves for."""

import functools
import hashlib
import importlib.util
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import strangers as of
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.util import Inches

from workshop.deck import foreign, template
from workshop.deck.foreign import child
from workshop.deck.foreign.colours import contrast
from workshop.rules import Refused

ROOT = Path(__file__).parent.parent.parent
LINT = ROOT.parent / "shared" / "checks" / "deck" / "pkglint.py"
OTPS = Path("/usr/lib/libreoffice/share/template/common/presnt")
needs_office = pytest.mark.skipif(
    not (Path("/usr/bin/soffice").exists() and OTPS.exists()), reason="LibreOffice is not here"
)
AUDIT = OpenXmlValidator()
FEW = ("Beehive", "DNA", "Midnightblue", "Progress", "Vintage")  # one of each difficulty


def texts(blob):
    """All that a package holds, unpacked."""
    return b"\n".join(name.encode() + part for name, part in of.unpacked(blob).items())


@functools.cache
def linter():
    """The package's own linter, where it is at hand."""
    if not LINT.exists():
        return lambda path: []
    given = importlib.util.spec_from_file_location("pkglint", LINT)
    module = importlib.util.module_from_spec(given)
    given.loader.exec_module(module)
    return module.lint


def faults(path):
    """What a validator of the schema and one of the package find."""
    found = [f"{error.description} {error.part_uri}" for error in AUDIT.validate(path).errors]
    return found + linter()(path)


def checked(blob, folder):
    """The template taken in, after all that is true of every one that is."""
    taken = foreign.take(blob)
    path = folder / "taken.pptx"
    path.write_bytes(taken.blob)
    assert faults(str(path)) == []
    presentation = Presentation(path)
    layouts = {one.part.partname.lstrip("/"): one for one in presentation.slide_layouts}
    assert len(presentation.slides) == 0
    assert presentation.slide_width / 12_700 == pytest.approx(taken.width)
    for role in taken.roles.values():
        there = {p.placeholder_format.idx for p in layouts[role.layout].placeholders}
        spots = [role.title, role.body, role.second, role.date, role.footer, role.number]
        assert {one.idx for one in spots if one and one.idx is not None} <= there
        assert all(1 <= one.size <= 200 and one.w > 0 and one.h > 0 for one in spots if one)
        if role.body:
            assert role.title.y <= role.body.y
        if role.second:
            assert role.body.area.shared(role.second.area) == 0
    return taken


@pytest.mark.parametrize("what", of.REFUSED)
def test_what_is_no_template_or_an_attack_is_refused_with_its_reason(what):
    build, code = of.REFUSED[what]
    with pytest.raises(Refused) as refusal:
        foreign.take(build())
    assert refusal.value.code == code


def test_a_file_larger_than_any_template_is_not_even_looked_at():
    with pytest.raises(Refused, match="template_too_large"):
        foreign.take(b"PK" + bytes(foreign.limits.FILE))


@pytest.mark.parametrize("kind", ["presentation", "template", "slideshow"])
@pytest.mark.parametrize("macros", [False, True])
def test_presentations_templates_and_shows_are_welcome(kind, macros):
    plain = f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"
    armed = f"application/vnd.ms-powerpoint.{kind}.macroEnabled.main+xml"
    taken = foreign.take(of.of_kind(armed if macros else plain))
    assert of.MAIN.encode() in of.unpacked(taken.blob)[of.TYPES]


STRIPPED = {
    "a picture on a server": (of.linked_picture, b"attacker", "external_links"),
    "a script in a link": (lambda: of.linked_text("javascript:alert(1)"), b"javascript", "links"),
    "a link to a program": (lambda: of.linked_text("file:///C:/x.exe"), b"x.exe", "links"),
    "a link to a share": (lambda: of.linked_text(r"\\evil\share"), b"evil", "external_links"),
    "macros": (of.with_macros, b"VB_Name", "macros"),
    "slides": (lambda: of.plain(slides=3), of.SECRET.encode(), "slides"),
    "speaker notes": (lambda: of.plain(slides=3), b"notesSlide", "notes"),
    "a page called a picture": (
        lambda: of.with_picture("logo.png", b"<html><script>steal()</script></html>"),
        b"steal",
        "images",
    ),
    "a metafile": (
        lambda: of.with_picture("logo.emf", b"\x01\x00\x00\x00" + b"EMF-RECORDS" * 9),
        b"EMF-RECORDS",
        "metafiles",
    ),
    "a picture too large to draw": (
        lambda: of.with_picture("logo.png", of.png(60_000, 60_000)),
        b"IHDR",
        "images",
    ),
    "animations": (
        lambda: of.edited(of.LAYOUT, ("</p:sldLayout>", "<p:timing/></p:sldLayout>")),
        b"timing",
        "animations",
    ),
    "objects on a layout": (
        lambda: of.edited(of.LAYOUT, ("</p:spTree>", "<p:graphicFrame/></p:spTree>")),
        b"graphicFrame",
        "objects",
    ),
    "what nobody knows": (
        lambda: of.edited(of.LAYOUT, ("</p:spTree>", '<x xmlns="urn:odd"/></p:spTree>')),
        b"urn:odd",
        "extensions",
    ),
}  # fmt: skip


PARTS = {
    "ppt/comments/c1.xml": "comments",
    "customXml/i1.xml": "custom_xml",
    "ppt/fonts/f1.fntdata": "fonts",
    "ppt/media/m1.mp3": "media",
    "ppt/media/m2.png": "unused_images",
    "ppt/media/m3.svg": "svg",
    "ppt/embeddings/o1.bin": "objects",
    "ppt/activeX/a1.xml": "controls",
    "ppt/tags/t1.xml": "tags",
    "ppt/printerSettings/printerSettings1.bin": "printer_settings",
    "docProps/thumbnail.jpeg": "thumbnail",
    "ppt/odd/thing.dat": "unknown",
}


def test_parts_that_no_deck_needs_stay_out_and_are_counted(tmp_path):
    taken = checked(of.with_parts(**dict.fromkeys(PARTS, b"<secret/>")), tmp_path)
    assert not PARTS.keys() & of.unpacked(taken.blob).keys()
    assert b"<secret/>" not in texts(taken.blob)
    assert taken.removed == dict.fromkeys(sorted(PARTS.values()), 1)


@pytest.mark.parametrize("what", STRIPPED)
def test_what_no_deck_needs_stays_out_and_is_counted(what, tmp_path):
    build, trace, code = STRIPPED[what]
    blob = build()
    assert trace in texts(blob)
    taken = checked(blob, tmp_path)
    assert trace not in texts(taken.blob)
    assert taken.removed[code] >= 1
    assert b"External" not in texts(taken.blob)
    assert b"r:link=" not in texts(taken.blob)


def test_every_count_has_words():
    words = json.loads((ROOT / "static" / "phrases" / "en.json").read_text())["removed"]
    source = "".join(path.read_text() for path in Path(foreign.__file__).parent.glob("*.py"))
    counted = set(re.findall(r'removed\["(\w+)"\]', source)) | set(foreign.report.CODES)
    assert counted <= words.keys()


def test_a_logo_comes_along_whatever_its_file_is_called(tmp_path):
    taken = checked(of.with_picture("logo.dat", of.png()), tmp_path)
    assert of.unpacked(taken.blob)["ppt/media/image1.png"] == of.png()
    assert "images" not in taken.removed


def test_what_an_image_filled_is_plain_where_the_image_is_left_out(tmp_path):
    fill = f'<a:blipFill><a:blip xmlns:r="{of.REL}" r:embed="rIdX"/></a:blipFill>'
    parts = of.related(of.MASTER, "image", "../media/x.svg") | {"ppt/media/x.svg": b"<svg/>"}
    background = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    text = of.unpacked(of.plain())[of.MASTER].decode()
    old = re.search("<p:bg>.*?</p:bg>", text, re.DOTALL)[0]
    taken = checked(of.edited(of.MASTER, (old, background), **parts), tmp_path)
    assert taken.removed["images"] == 1
    assert taken.roles["content"].background == "FFFFFF"


def test_the_same_template_gives_the_same_bytes_in_another_process(tmp_path):
    blob = of.with_picture("logo.png", of.png())
    given = tmp_path / "given.pptx"
    given.write_bytes(blob)
    program = (
        "import hashlib, pathlib, sys; from workshop.deck import foreign; "
        "taken = foreign.take(pathlib.Path(sys.argv[1]).read_bytes()); "
        "print(hashlib.sha256(taken.blob).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, given], cwd=ROOT, text=True,
        capture_output=True, check=True, env={"PYTHONHASHSEED": "1"},
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(foreign.take(blob).blob).hexdigest()


def test_taking_in_what_was_taken_in_changes_nothing():
    once = foreign.take(of.plain(slides=1))
    again = foreign.take(once.blob)
    assert again.roles == once.roles
    assert again.blob == once.blob


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
    assert {one.idx for one in red.others} == {10, 30}
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


HEAVY = ["a bomb of a gibibyte", "sizes that lie", "as much as is allowed"]


def peak(path, made):
    """What the command did: exit code, peak memory in MB, stdout, stderr."""
    program = (
        "import resource, subprocess, sys, json\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True)\n"
        "most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print(json.dumps([done.returncode, most / 1024, done.stdout, done.stderr]))"
    )
    command = [sys.executable, "-m", "workshop", "template", str(path), "-o", str(made)]
    done = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured where the system tells it")
@pytest.mark.parametrize(
    "what", ["a bomb of a gibibyte", "sizes that lie", "as much as is allowed"]
)
def test_no_template_takes_more_memory_than_a_room_can_spare(what, tmp_path):
    build, code = (of.REFUSED | {"as much as is allowed": (of.large, "")})[what]
    path = tmp_path / "given.pptx"
    path.write_bytes(build())
    exit_code, megabytes, said, complained = peak(path, tmp_path / "made.pptx")
    assert exit_code == (2 if code else 0)
    assert json.loads(said).get("refused", "") == code
    assert len(complained.splitlines()) == (1 if code else 0)
    assert megabytes < 200


def test_the_command_says_what_it_made_of_it_and_the_room_asks_it(tmp_path):
    made, said = child.take(of.plain(slides=1))
    assert made == foreign.take(of.plain(slides=1)).blob
    assert said["roles"]["content"]["body"]["idx"] == 1
    assert said["removed"]["slides"] == 1
    with pytest.raises(Refused, match="template_dtd"):
        child.take(of.laughing())


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
