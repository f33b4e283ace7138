"""The deck: what the room wrote, as slides that everybody's program opens."""

import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from decks import NOTES, document, made, rows, slides
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from workshop import deck, exporting
from workshop.deck import layouts, metrics, paging, template
from workshop.deck.outline import outline
from workshop.phrases import say

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the real workshops are not here")


def words(texts):
    return re.sub(r"\s+", "", texts)


def test_a_small_workshop_has_a_small_deck_from_title_to_method():
    told = [slide["layout"] for slide in slides(made())]
    hats = ["white", "red", "black", "green"]
    kinds = ["title", "synthesis", "participation", "votes", "question", *hats]
    assert list(dict.fromkeys(told)) == [*kinds, "appendix", "method"]
    assert all(told.count(kind) == 1 for kind in told if kind not in ("black", "appendix"))


def test_every_note_is_there_verbatim_and_once():
    pages = slides(made())
    for hat, texts in NOTES.items():
        shown = "\n".join(
            slide.get(idx, "") for slide in pages if slide["layout"] == hat for idx in (11, 12)
        )
        for text in texts:
            assert (
                len(re.findall(rf"{re.escape(text)}(?: \(crazy\))?$", shown, re.MULTILINE)) == 1
            ), text


def test_every_slide_of_a_hat_repeats_its_name_and_what_it_asks():
    black = [slide for slide in slides(made()) if slide["layout"] == "black"]
    assert len(black) > 1
    for n, slide in enumerate(black, 1):
        assert slide["title"] == f"Black hat: cautions {n}/{len(black)}"
        assert slide[10] == "What does black ask?"


def test_the_pages_of_a_hat_are_about_equally_full():
    (board,) = [one for one in outline(rows()).boards if one.hat == "black"]
    pages = paging.paged(board, 16, "(continued)")
    heights = [sum(piece.tall for piece in column) for page in pages for column in page]
    assert len(pages) > 1
    assert max(heights) - min(heights) < 2 * max(p.tall for page in pages for c in page for p in c)


@pytest.mark.parametrize(
    ("language", "date"), [("fi", "1.10.2026"), ("en", "1 October 2026"), ("sv", "1 October 2026")]
)
def test_the_workshops_own_date_and_number_stand_on_every_slide(language, date):
    pages = slides(made(language=language))
    for n, slide in enumerate(pages, 1):
        assert slide[20] == date
        assert slide[21] == "Library evening"
        assert slide[22] == str(n)


def test_a_workshop_without_a_title_or_a_date_has_neither_made_up():
    pages = slides(made(title="", date=""))
    assert pages[0]["title"] == "How do we get more readers in?"
    assert all(20 not in slide for slide in pages)
    assert len({slide["title"] for slide in pages}) == len(pages)


def test_notes_stand_under_their_themes_with_counts_and_votes():
    white = next(slide for slide in slides(made()) if slide["layout"] == "white")
    text = f"{white[11]}\n{white.get(12, '')}"
    assert "Figures (1 note, 3 votes)\nloans fell by a tenth" in text
    assert "No theme (2 notes)\nvisits grew" in text


def test_a_theme_stays_in_one_column_where_a_column_holds_it():
    names = ["One", "Two", "Three"]
    notes = [{"text": f"{name} {n}", "theme": name} for name in names for n in range(5)]
    themes = [{"id": name, "name": name} for name in names]
    pages = slides(made(boards={"red": {"notes": notes, "themes": themes}}))
    red = [slide for slide in pages if slide["layout"] == "red"]
    columns = [slide.get(idx, "") for slide in red for idx in (11, 12)]
    for name in names:
        assert [f"{name} 4" in column for column in columns].count(True) == 1
        assert [f"{name} " in column for column in columns].count(True) == 1


def test_a_crazy_idea_keeps_its_mark():
    green = next(slide for slide in slides(made()) if slide["layout"] == "green")
    assert "a boat library (crazy)" in green[11]


def test_what_waits_for_its_reveal_is_counted_and_not_told():
    held = rows()
    held["round"]["round-05"] |= {"state": "open", "opened_at": 1, "notes": 4}  # yellow
    yellow = next(s for s in slides(deck.make(held)) if s["layout"] == "yellow")
    assert yellow[11] == say("en", "deck.waiting", n=4)


def test_a_hat_under_which_nobody_wrote_says_so_and_one_never_opened_is_silent():
    empty = rows()
    assert "yellow" not in [slide["layout"] for slide in slides(deck.make(empty))]
    empty["round"]["round-05"] |= {"state": "revealed", "opened_at": 1}
    yellow = next(s for s in slides(deck.make(empty)) if s["layout"] == "yellow")
    assert yellow[11] == "Nobody wrote notes under this hat."


def test_a_hidden_note_never_reaches_a_slide():
    held = rows()
    held["note"]["red-0"]["hidden"] = 1
    assert b"proud" not in unpacked(deck.make(held))


def test_a_hat_whose_notes_are_all_hidden_does_not_say_that_nobody_wrote():
    held = rows()
    for id in ("red-0", "red-1"):
        held["note"][id]["hidden"] = 1
    red = next(slide for slide in slides(deck.make(held)) if slide["layout"] == "red")
    assert red[11] == "The notes under this hat have been hidden."


def test_a_note_whose_theme_is_not_there_stands_with_the_others():
    held = rows()
    held["note"]["white-1"]["theme"] = "dissolved"
    white = next(slide for slide in slides(deck.make(held)) if slide["layout"] == "white")
    assert "visits grew" in f"{white[11]}\n{white.get(12, '')}"


def test_a_very_long_note_goes_on_over_columns_and_loses_nothing():
    long = " ".join(f"word{n}" for n in range(240))
    boards = {"red": {"notes": [{"text": long}, {"text": "short"}, {"text": "y" * 1900}]}}
    alone = deck.make(rows(boards=boards), {"notes"})
    pages = [slide for slide in slides(alone) if slide["layout"] == "red"]
    shown = "".join(slide.get(idx, "") for slide in pages for idx in (11, 12))
    assert words(long) + "short" + "y" * 1900 == words(shown)


def test_the_synthesis_of_a_workshop_as_large_as_that_of_2013_stands_on_one_slide():
    # Five texts of 18 to 35 words, 1,529 characters with the question (the deck of 2013, measured).
    text = "pitkähköjä sanoja joista muodostuu kokonainen ajatus " * 6
    boards = {hat: {"synthesis": {"text": text[:305]}} for hat in template.HATS}
    outcome = {"kind": "action", "text": "Ask the harbour", "owner": "Liisa", "due": "2026-12-01"}
    pages = slides(made(boards=boards, outcomes=[outcome]))
    last = [slide for slide in pages if slide["layout"] == "synthesis"]
    assert len(last) == 1
    assert "Action: Ask the harbour (Liisa, 1 December 2026)" in last[0][16]
    assert all(text[:305].strip() in last[0][idx] for idx in range(11, 16))


def test_a_synthesis_too_long_for_one_slide_is_told_in_full_on_more():
    text = " ".join(f"word{n}" for n in range(500))
    long = {"synthesis": {"text": text}}
    pages = slides(made(boards={"red": long, "black": long, "green": long}))
    shown = "".join(s.get(idx, "") for s in pages for idx in (11, 12) if s["layout"] == "red")
    assert words(text) in words(shown)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(codec=None), min_size=1), min_size=1, max_size=5))
def test_no_text_of_anybody_breaks_the_deck(texts):
    held = rows()
    for note, text in zip(held["note"].values(), texts, strict=False):
        note["text"] = text
    for name in ("title", "question", "organiser"):
        next(iter(held["workshop"].values()))[name] = texts[0]
    held["theme"]["t1"]["name"] = texts[0]
    held["synthesis"]["red"]["text"] = texts[0]
    blob = deck.make(held)
    assert len(Presentation(io.BytesIO(blob)).slides) >= 7
    assert b"_x00" not in unpacked(blob)
    assert b'TargetMode="External"' not in unpacked(blob)


@given(st.text(), st.floats(40, 600), st.sampled_from([10, 16, 20]))
def test_breaking_lines_loses_no_character_and_stays_in_the_room(text, room, size):
    lines = metrics.lines(text, room, size)
    assert "".join(lines) == text.replace("\n", "")
    assert all(metrics.width(line.rstrip(), size) <= room or len(line.rstrip()) == 1
               for line in lines)  # fmt: skip


def test_nothing_is_taller_than_its_box():
    for board in outline(rows()).boards:
        for page in paging.paged(board, 16, "(continued)"):
            for column in page:
                assert sum(p.tall for p in column) - column[0].gap <= layouts.COLUMN_H


def test_the_same_workshop_gives_the_same_bytes_in_every_process():
    program = "import sys, json; from workshop import deck, exporting; import hashlib; " \
        "rows = exporting.rows_of_document(json.load(sys.stdin))[0]; " \
        "print(hashlib.sha256(deck.make(rows)).hexdigest())"  # fmt: skip
    prints = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, input=json.dumps(document()), text=True,
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert prints == {hashlib.sha256(made()).hexdigest()}


def test_the_template_in_the_repository_is_what_its_script_builds():
    assert template.FILE.read_bytes() == template.build()


def test_the_deck_says_what_it_is():
    properties = Presentation(io.BytesIO(made())).core_properties
    assert properties.title == "Library evening"
    assert properties.subject == "How do we get more readers in?"
    assert properties.author == "Town library"
    assert properties.created.isoformat().startswith("2026-10-01")


def test_speaker_notes_name_the_notes_of_their_slide():
    pages = Presentation(io.BytesIO(made())).slides
    white = next(slide for slide in pages if slide.slide_layout.name == "white")
    sources, mark = white.notes_slide.notes_text_frame.text.split("\n")
    assert sources == "Notes on this slide: white-0, white-1, white-2"
    assert mark.startswith("[hattupaja:white-1/1 title=")


def checker(name, *files):
    return subprocess.run(
        [sys.executable, SHARED / "checks" / "deck" / f"{name}.py", *files],
        capture_output=True,
        text=True,
        timeout=600,
    )


@needs_shared
@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_the_workshop_of_2013_becomes_a_faultless_deck(tmp_path, language):
    real = json.loads((SHARED / "workshops" / f"2013-{language}.json").read_text())
    target = tmp_path / "deck.pptx"
    blob = deck.make(exporting.rows_of_document(real)[0])
    target.write_bytes(blob)
    for name in ("pkglint", "a11y"):
        done = checker(name, target)
        assert done.returncode == 0, done.stdout
    audit = subprocess.run(
        [Path(sys.executable).with_name("openxml-audit"), target], capture_output=True, text=True
    )
    assert "Errors: 0" in audit.stdout + audit.stderr

    pages = slides(blob)
    for hat, board in real["boards"].items():
        mine = [slide for slide in pages if slide["layout"] == hat]
        shown = "\n".join(slide.get(idx, "") for slide in mine for idx in (11, 12))
        assert sorted(words(shown)) == sorted(words("".join(n["text"] for n in board["notes"])))
        assert all(slide[10] == board["prompt"] for slide in mine)
    assert len([slide for slide in pages if slide["layout"] == "synthesis"]) == 1


@needs_shared
@pytest.mark.skipif(not Path("/usr/bin/soffice").exists(), reason="LibreOffice is not here")
def test_no_text_runs_out_of_its_box_when_the_deck_is_drawn(tmp_path):
    real = json.loads((SHARED / "workshops" / "2013-fi.json").read_text())
    hard = {
        "red": {
            "notes": [{"text": t * 9} for t in ("漢字テスト", "שלום ", "😀 ", "https://a.b/c?")]
        }
    }
    for name, one in (("real", real), ("made", document()), ("hard", document(boards=hard))):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(deck.make(exporting.rows_of_document(one)[0]))
    done = checker("overflow", *tmp_path.glob("*.pptx"))
    assert done.returncode == 0, done.stdout + done.stderr


def unpacked(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


def test_how_the_syntheses_come_out_is_known_before_the_deck_is_made():
    held, _ = exporting.rows_of_document(document())
    fits = deck.fits(held)
    made = [slide for slide in slides(deck.make(held)) if slide["layout"] == "synthesis"]
    assert fits["slides"] == len(made) > 0
