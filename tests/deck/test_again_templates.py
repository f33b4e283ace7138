"""A deck that is drawn on somebody's template is brought up to date on the same one."""

import io

import pytest
import strangers as of
from decks import rows
from people import ROOT
from pptx import Presentation

from workshop import deck, shelf
from workshop.cli import main
from workshop.deck.again.update import update
from workshop.rules import Refused

TODAY = "2026-11-22"


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


def test_a_cover_that_nobody_touched_follows_the_workshop(template):
    asked = later()
    next(iter(asked["workshop"].values()))["question"] = "What do we ask now?"
    drawn = deck.make(rows(), template=str(template))
    blob, report = update(asked, drawn, TODAY, [template])
    cover = Presentation(io.BytesIO(blob)).slides[0]
    assert any("What do we ask now?" in text for text in texts(cover))
    assert not report.kept
    assert not report.conflicts


def test_without_its_template_it_is_not_taken_in(template, tmp_path):
    drawn = deck.make(rows(), template=str(template))
    with pytest.raises(Refused, match="deck_template"):
        update(later(), drawn, TODAY)
    other = tmp_path / "other.pptx"
    other.write_bytes(of.with_a_dark_master())
    with pytest.raises(Refused, match="deck_template"):
        update(later(), drawn, TODAY, [other])


def test_its_template_is_looked_for_on_the_shelf(template, tmp_path, capsys):
    """Also where the deck was made from the file as it was brought."""
    (tmp_path / "data").mkdir()
    kept = shelf.Shelf(tmp_path / "data", lambda work, *words: work(*words))
    kept.take_in("Plain", template.read_bytes)
    source = str(ROOT / "docs" / "example.json")
    edited, made = tmp_path / "edited.pptx", tmp_path / "made.pptx"
    assert main(["export", source, "-o", str(edited), "--template", str(template)]) == 0
    command = ["update", str(edited), source, "-o", str(made), "--data"]
    assert main([*command, str(tmp_path / "empty")]) == 2
    assert "Bring the template again" in capsys.readouterr().err
    assert main([*command, str(tmp_path / "data")]) == 0
