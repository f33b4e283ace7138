"""A deck that is drawn on somebody's template is brought up to date on the same one."""

import io
import subprocess
import sys

import pytest
import strangers as of
from decks import rows
from facilitator import Facilitator
from people import ROOT
from pptx import Presentation

from workshop import deck, shelf
from workshop.cli import main
from workshop.deck.again.update import update
from workshop.rules import Refused

TODAY = "2026-11-22"
COVER = "ppt/slideLayouts/slideLayout1.xml"


@pytest.fixture
def template(tmp_path):
    """A plain template, which is 4:3."""
    path = tmp_path / "plain.pptx"
    path.write_bytes(of.plain())
    return path


def later():
    found = rows()
    one = next(iter(found["note"].values()))
    found["note"]["came-later"] = {**one, "id": "came-later", "text": "what came later"}
    found["note"]["came-later"]["number"] = 999
    found["synthesis"]["red"]["text"] = "We see it otherwise now."
    found["synthesis"]["red"]["statements"] = []
    return found


def updated(*words):
    """By the command, in a process of its own: it bounds the memory and the time it may take."""
    command = [sys.executable, "-m", "workshop", "update", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180)


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_all_that_it_adds_and_changes_stands_on_the_slide(template):
    blob, report = update(later(), deck.make(rows(), template=str(template)), TODAY, [template])
    made = Presentation(io.BytesIO(blob))
    added = [made.slides[one["slide"] - 1] for one in report.added]
    changed = [made.slides[one["slide"] - 1] for one in report.updated]
    assert any("what came later" in text for slide in added for text in texts(slide))
    assert any("We see it otherwise now." in text for slide in changed for text in texts(slide))
    for slide in (*added, *changed):
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= made.slide_width


def test_its_looks_are_those_that_a_new_export_has(template):
    blob, _ = update(later(), deck.make(rows(), template=str(template)), TODAY, [template])
    again, anew = (
        Presentation(io.BytesIO(one)) for one in (blob, deck.make(later(), template=str(template)))
    )
    (now, then) = (
        next(slide for slide in made.slides if "We see it otherwise now." in "".join(texts(slide)))
        for made in (again, anew)
    )
    assert [(one.left, one.width) for one in now.shapes] == [
        (one.left, one.width) for one in then.shapes
    ]


def test_it_is_brought_up_to_date_again_and_again(template):
    once, _ = update(later(), deck.make(rows(), template=str(template)), TODAY, [template])
    _, report = update(later(), once, TODAY, [template])
    assert not report.updated
    assert not report.added


def test_another_template_chosen_at_the_desk_is_nothing_new_to_a_deck():
    chosen = rows()
    next(iter(chosen["workshop"].values()))["template"] = "another"
    _, report = update(chosen, deck.make(rows()), TODAY)
    assert not report.updated


def test_a_cover_that_was_left_alone_says_what_is_asked_now(template):
    """On a layout of theirs, where question and facts share a place."""
    asked = "How do we get many more readers in?"
    for question in (asked, f"{asked} " * 12):
        drawn = deck.make(rows(question=question), template=str(template))
        assert update(rows(question=question), drawn, TODAY, [template])[1].kept == []
        blob, report = update(rows(question="And now?"), drawn, TODAY, [template])
        assert (report.kept, report.conflicts) == ([], [])
        cover = Presentation(io.BytesIO(blob)).slides[0]
        assert "And now?\nTown library · 1 October 2026" in texts(cover)


@pytest.mark.parametrize("numbered", [True, False])
def test_a_cover_whose_places_were_moved_keeps_all_that_it_says(template, numbered):
    if not numbered:
        sub = '<p:ph type="subTitle"'
        template.write_bytes(of.edited(COVER, (f'{sub} idx="1"/>', f"{sub}/>")))
    drawn = Facilitator(deck.make(rows(), template=str(template)))
    drawn.change(lambda deck: setattr(deck.slides[0].shapes[1], "top", 0))
    blob, report = update(rows(question="And now?"), drawn.blob, TODAY, [template])
    cover = Presentation(io.BytesIO(blob)).slides[0]
    assert "And now?\nTown library · 1 October 2026" in texts(cover)
    assert cover.shapes[1].top == 0
    assert report.conflicts == []


def test_without_its_template_it_is_not_taken_in(template, tmp_path):
    drawn = deck.make(rows(), template=str(template))
    with pytest.raises(Refused, match="deck_template"):
        update(later(), drawn, TODAY)
    other = tmp_path / "other.pptx"
    other.write_bytes(of.with_a_dark_master())
    with pytest.raises(Refused, match="deck_template"):
        update(later(), drawn, TODAY, [other])


def test_its_template_is_looked_for_on_the_shelf(template, tmp_path):
    """Also where the deck was made from the file as it was brought."""
    (tmp_path / "data").mkdir()
    kept = shelf.Shelf(tmp_path / "data", lambda work, *words: work(*words))
    kept.take_in("Plain", template.read_bytes)
    source = str(ROOT / "docs" / "example.json")
    edited, made = tmp_path / "edited.pptx", tmp_path / "made.pptx"
    assert main(["export", source, "-o", str(edited), "--template", str(template)]) == 0
    words = (edited, source, "-o", made, "--data")
    refused = updated(*words, tmp_path / "empty")
    assert refused.returncode == 2
    assert "Bring the template again" in refused.stderr
    assert updated(*words, tmp_path / "data").returncode == 0


def test_a_deck_that_was_made_from_the_shelf_knows_the_file_that_was_brought(template, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    kept = shelf.Shelf(data, lambda work, *words: work(*words))
    row = kept.take_in("Plain", template.read_bytes)
    edited, made = tmp_path / "edited.pptx", tmp_path / "made.pptx"
    source = str(ROOT / "docs" / "example.json")
    drawn_on = str(kept.path(row["id"]))
    assert main(["export", source, "-o", str(edited), "--template", drawn_on]) == 0
    kept.remove(row["id"])
    words = (edited, source, "-o", made, "--data", data, "--template")
    assert updated(*words, template).returncode == 0
    other = tmp_path / "other.pptx"
    for blob in (of.with_picture("logo.png", of.png()), b"no template at all"):
        other.write_bytes(blob)
        assert updated(*words, other).returncode == 2
