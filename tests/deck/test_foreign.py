"""A template that a facilitator brings: what is refused, and what stays out."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import attacks
import pytest
import strangers as of
from accepted import checked

from workshop.deck import foreign
from workshop.deck.foreign import child
from workshop.rules import Refused

ROOT = Path(__file__).parent.parent.parent


def texts(blob):
    """All that a package holds, unpacked."""
    return b"\n".join(name.encode() + part for name, part in of.unpacked(blob).items())


@pytest.mark.parametrize("what", attacks.REFUSED)
def test_what_is_no_template_or_an_attack_is_refused_with_its_reason(what):
    build, code = attacks.REFUSED[what]
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


def test_a_logo_comes_along_without_the_server_that_it_is_linked_to():
    taken = foreign.take(of.linked_and_kept_picture())
    assert of.unpacked(taken.blob)["ppt/media/image1.png"] == of.png()
    assert b":link=" not in of.unpacked(taken.blob)[of.MASTER]


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
    build, code = (attacks.REFUSED | {"as much as is allowed": (of.large, "")})[what]
    path = tmp_path / "given.pptx"
    path.write_bytes(build())
    exit_code, megabytes, said, complained = peak(path, tmp_path / "made.pptx")
    assert exit_code == (2 if code else 0)
    assert json.loads(said).get("refused", "") == code
    told = len(json.loads(said).get("misfits", ()))  # each in words, too
    assert len(complained.splitlines()) == (1 if code else told)
    assert megabytes < 200


def test_the_command_says_what_it_made_of_it_and_the_room_asks_it(tmp_path):
    made, said = child.take(of.plain(slides=1))
    assert made == foreign.take(of.plain(slides=1)).blob
    assert said["roles"]["content"]["body"]["idx"] == 1
    assert said["removed"]["slides"] == 1
    with pytest.raises(Refused, match="template_dtd"):
        child.take(attacks.laughing())
