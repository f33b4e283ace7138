"""The other forms of an export: PDF, ZIP and the results page."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import requests
from people import wait_for

from workshop import exporting, pdf

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs" / "example.json"
needs_libreoffice = pytest.mark.skipif(not pdf.at_hand(), reason="LibreOffice is not here")
SMALL = {
    "question": "Mitä <b>teemme</b>?",
    "language": "fi",
    "date": "2026-11-20",
    "boards": {"red": {"notes": [{"text": "hyvä 🎉"}]}},
}


def command(*words, env=None):
    line = [sys.executable, "-m", "workshop", "export", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120, env=env)


def pages_of(body):
    document = pypdfium2.PdfDocument(body)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def files_of(body):
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return {name: package.read(name) for name in package.namelist()}


# --- PDF ---------------------------------------------------------------------------------


@needs_libreoffice
def test_a_pdf_has_the_slides_of_the_deck(tmp_path):
    done = command(EXAMPLE, "-o", tmp_path / "out.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    texts = pages_of((tmp_path / "out.pdf").read_bytes())
    assert "more" in texts[0] or "library" in texts[0]
    deck = command(EXAMPLE, "-o", tmp_path / "out.pptx")
    assert deck.returncode == 0
    names = zipfile.ZipFile(tmp_path / "out.pptx").namelist()
    slides = [n for n in names if n.startswith("ppt/slides/slide")]
    assert len(texts) == len(slides)


def test_without_libreoffice_a_pdf_is_refused_in_one_line(tmp_path):
    env = {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = command(EXAMPLE, "-o", tmp_path / "out.pdf", env=env)
    assert done.returncode == 2
    assert "LibreOffice" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for LibreOffice")
def test_a_libreoffice_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "at_hand", lambda: str(program))
    monkeypatch.setattr(pdf, "LONGEST_S", 1)
    with pytest.raises(exporting.Refused) as refusal:
        pdf.made_of(b"a deck")
    assert refusal.value.code == "export_failed"
    child = (tmp_path / "child").read_text().strip()
    wait_for(lambda: not alive(child), "the child to be gone")


def alive(pid):
    """Whether it runs; one that only waits for its parent to look does not."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@needs_libreoffice
def test_a_pdf_says_that_emoji_may_be_missing_where_there_are_any(tmp_path):
    source = tmp_path / "in.json"
    source.write_text(json.dumps(SMALL))
    done = command(source, "-o", tmp_path / "out.pdf")
    assert done.returncode == 0
    assert "emoji" in done.stderr
    assert "emoji" not in command(source, "-o", tmp_path / "out.pptx").stderr


# --- ZIP ---------------------------------------------------------------------------------


def test_a_zip_holds_everything_and_says_what_it_is(tmp_path):
    source = tmp_path / "in.json"
    source.write_text(json.dumps(SMALL))
    done = command(source, "-o", tmp_path / "out.zip")
    assert done.returncode == 0, done.stderr
    files = files_of((tmp_path / "out.zip").read_bytes())
    endings = sorted(name.rsplit(".", 1)[1] for name in files)
    wanted = {"csv", "html", "json", "md", "pptx", "txt"} | ({"pdf"} if pdf.at_hand() else set())
    assert endings == sorted(wanted)
    text = files["LUE-MINUT.txt"].decode()
    for name in files.keys() - {"LUE-MINUT.txt"}:
        assert name in text
    assert list(files) == sorted(files)
    assert zipfile.is_zipfile(io.BytesIO(next(files[n] for n in files if n.endswith(".pptx"))))


def test_the_same_workshop_gives_the_same_zip():
    rows, _ = exporting.rows_of_document(SMALL)
    what = exporting.wanted("zip", ["pptx", "html", "md", "csv", "json"])
    one = exporting.make(rows, what)
    again, _ = exporting.rows_of_document(SMALL)
    for row in again["workshop"].values():  # its code is another, and nobody's business
        assert row["id"] != next(iter(rows["workshop"]))
    assert exporting.make(again, what) == one


def test_a_zip_may_hold_only_some_of_it(tmp_path):
    done = command(EXAMPLE, "-o", tmp_path / "out.zip", "--files", "csv,md", "--progress")
    assert done.stdout.splitlines() == ["1/3 text", "2/3 table", "3/3 packing"]
    files = files_of((tmp_path / "out.zip").read_bytes())
    assert sorted(name.rsplit(".", 1)[1] for name in files) == ["csv", "md", "txt"]
    assert command(EXAMPLE, "-o", tmp_path / "x.zip", "--files", "exe").returncode == 2


def test_the_results_file_needs_nothing_and_runs_nothing(tmp_path):
    source = tmp_path / "in.json"
    nasty = "<script>alert(1)</script></style><img src=x onerror=alert(1)>"
    source.write_text(
        json.dumps({"question": nasty, "boards": {"red": {"notes": [{"text": nasty}]}}})
    )
    assert command(source, "-o", tmp_path / "out.html").returncode == 0
    text = (tmp_path / "out.html").read_text()
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "<link" not in text
    assert "url(" not in text
    assert text.count("<style>") == 1


# --- the results page ----------------------------------------------------------------------


def page(workshop, **more):
    return requests.get(f"{workshop.server.url}/results/{workshop.code}", timeout=20, **more)


def test_the_results_page_shows_what_was_revealed_and_nothing_else(make):
    workshop = make()
    aino = workshop.join()
    workshop.put_on("red")
    aino.writes("revealed words", "red")
    hidden = aino.writes("hidden words", "red")
    workshop.reveal("red")
    workshop.desk.does("hide_note", id=hidden, hidden=1)
    workshop.put_on("black")
    aino.writes("waiting words", "black")
    text = page(workshop).text
    assert "revealed words" in text
    assert "hidden words" not in text
    assert "waiting words" not in text
    assert "<script" not in text


def test_the_results_page_tells_votes_stacks_syntheses_and_what_was_decided(make):
    workshop = make()
    people = [workshop.join() for _ in range(3)]
    workshop.put_on("red")
    ids = [one.writes(f"so glad {n}", "red") for n, one in enumerate(people)]
    workshop.reveal("red")
    desk = workshop.desk
    desk.does("name_theme", id="theme-one", hat="red", name="Joy")
    desk.does("file_notes", notes=ids, theme="theme-one")
    desk.does("stack_notes", notes=ids[:2], stack=ids[0])
    desk.does("open_voting", hat="red", voted_on="themes", budget=2, several=1)
    people[0].does("set_votes", target="theme-one", votes=2)
    assert "2 votes" not in page(workshop).text
    desk.does("close_voting", hat="red")
    desk.does("write_synthesis", hat="red", statements=[{"text": "We are glad.", "notes": ids}])
    desk.does("check_synthesis", hat="red", checking=1)
    people[0].does("agree", hat="red", agrees=1)
    people[1].does("agree", hat="red", agrees=0, remark="not everybody is")
    desk.does("check_synthesis", hat="red", checking=0)
    assert "not everybody is" not in page(workshop).text
    remark = next(row["id"] for row in desk.all("agreement") if row["remark"])
    desk.does("settle_remark", id=remark, state="kept")
    outcome = {"kind": "action", "text": "Bake a cake", "owner": "Liisa", "due": "2026-12-01"}
    desk.does("put_outcome", id="outcome-one", themes=["theme-one"], **outcome)
    text = page(workshop, headers={"Accept-Language": "en"}).text
    for said in ("2 votes", "×2", "so glad 0", "so glad 1", "We are glad.", "1 of 2",
                 "not everybody is", "Bake a cake", "Liisa", "1 December 2026", "Joy"):  # fmt: skip
        assert said in text, said


def test_a_wrong_code_meets_the_same_page_as_a_phone_would(server):
    answers = [requests.get(f"{server.url}/{way}000000", timeout=20) for way in ("results/", "")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text
