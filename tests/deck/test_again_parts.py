"""What an update makes of tables, charts, themes and the appendix, and of chosen parts."""

import io
import zipfile

import pytest
from decks import document
from facilitator import Facilitator
from pptx.chart.data import CategoryChartData

from workshop import deck, exporting
from workshop.deck.again.update import update

TODAY = "2026-11-22"
DO = {"kind": "action", "text": "Ask the harbour for a boat", "owner": "Liisa"}
LONG = " ".join(f"word{n}" for n in range(200))


def workshop():
    whole = document(outcomes=[DO])
    white = whole["boards"]["white"]
    white["notes"] += [{"id": f"fact-{n}", "text": f"fact number {n}"} for n in range(9)]
    white["notes"].append({"id": "white-long", "text": LONG})
    white["themes"].append({"id": "t2", "name": "People", "votes": 9})
    for n, note in enumerate(white["notes"]):
        note["theme"] = f"t{n % 2 + 1}"
    return whole


def rows(whole):
    return exporting.rows_of_document(whole)[0]


@pytest.fixture(scope="module")
def blob():
    return deck.make(rows(workshop()))


@pytest.fixture
def edited(blob):
    return Facilitator(blob)


def updated(edited, whole):
    """(the deck, its slides by the name of their layout, the report)"""
    made, report = update(rows(whole), edited.blob, TODAY)
    found = Facilitator(made)
    slides = {}
    for n, slide in enumerate(found.opened().slides):
        slides.setdefault(slide.slide_layout.name, (n, slide))
    return found, slides, report


def slide(opened, layout):
    return next(one for one in opened.slides if one.slide_layout.name == layout)


def table(slide):
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in frame.table.rows]


def chart(slide):
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    return frame.chart


def figures(slide):
    return [list(one.values) for one in chart(slide).plots[0].series]


def conflicts(report):
    return [one["what"] for one in report.conflicts]


def test_an_untouched_table_has_the_new_decisions(edited):
    whole = workshop()
    whole["outcomes"].append({"kind": "decision", "text": "Open late on Tuesdays"})
    _, slides, report = updated(edited, whole)
    assert "Open late on Tuesdays" in str(table(slides["outcomes"][1]))
    assert conflicts(report) == []


def test_a_changed_table_stays_and_the_speaker_hears_the_new_one(edited):
    def does(deck):
        (frame,) = (shape for shape in slide(deck, "outcomes").shapes if shape.has_table)
        frame.table.cell(1, 1).text = "Ask the harbour kindly"

    edited.change(does)
    whole = workshop()
    whole["outcomes"].append({"kind": "decision", "text": "Open late on Tuesdays"})
    made, slides, report = updated(edited, whole)
    n, outcomes = slides["outcomes"]
    assert "Ask the harbour kindly" in str(table(outcomes))
    assert "Open late" not in str(table(outcomes))
    assert "Open late on Tuesdays" in made.spoken(n).rpartition("workshop now says")[2]
    assert conflicts(report) == ["text"]
    assert conflicts(updated(made, whole)[2]) == []


def test_figures_come_with_their_workbook_even_where_the_title_was_changed(edited):
    place = next(
        n for n, one in enumerate(edited.opened().slides) if one.slide_layout.name == "votes"
    )
    edited.says(place, 0, "People matter most")
    whole = workshop()
    whole["boards"]["white"]["themes"][1]["votes"] = 11
    _, slides, report = updated(edited, whole)
    votes = slides["votes"][1]
    assert votes.shapes.title.text == "People matter most"
    assert figures(votes) == [[11, 3]]
    book = io.BytesIO(chart(votes).part.chart_workbook.xlsx_part.blob)
    assert b"<v>11</v>" in _sheet(book)
    assert "chart" not in conflicts(report)


def _sheet(book):
    with zipfile.ZipFile(book) as package:
        return package.read("xl/worksheets/sheet1.xml")


def test_a_changed_chart_stays_and_the_speaker_hears_the_new_figures(edited):
    def does(deck):
        data = CategoryChartData()
        data.categories = ["mine", "yours"]
        data.add_series("said", (1, 2))
        chart(slide(deck, "votes")).replace_data(data)

    edited.change(does)
    whole = workshop()
    whole["boards"]["white"]["themes"][1]["votes"] = 11
    made, slides, report = updated(edited, whole)
    n, votes = slides["votes"]
    assert figures(votes) == [[1, 2]]
    assert "People 11" in made.spoken(n)
    assert conflicts(report) == ["chart"]


def test_a_withdrawn_note_leaves_a_card_of_themes_that_was_changed(edited):
    titles = edited.titles()
    place = next(
        n for n, one in enumerate(edited.opened().slides) if one.slide_layout.name == "white themes"
    )
    edited.gains_paragraph(place, 11, "my own remark")
    edited.says(place, 0, "What we know")
    whole = workshop()
    (gone,) = (note for note in whole["boards"]["white"]["notes"] if note["id"] == "white-1")
    assert gone["text"] in edited.slides()[place][1][11]
    whole["boards"]["white"]["notes"].remove(gone)
    made, _, _ = updated(edited, whole)
    assert gone["text"] not in made.everything()
    assert "my own remark" in made.everything()
    assert len(made.titles()) == len(titles)


def test_the_appendix_is_told_anew_and_long_notes_still_lead_there(edited):
    whole = workshop()
    whole["boards"]["red"]["notes"].append({"id": "red-new", "text": "hopeful after all"})
    whole["boards"]["white"]["notes"][0]["text"] = "loans fell by a fifth"
    made, slides, _ = updated(edited, whole)
    white, appendix = slides["white"][1], slides["appendix"][1]
    text = "\n".join(line for line in made.paragraphs() if "\t" in line)
    assert "hopeful after all" in text
    assert "loans fell by a fifth" in text
    jumps = {rel.target_part for rel in white.part.rels.values() if rel.reltype.endswith("/slide")}
    assert appendix.part in jumps


def test_parts_that_were_chosen_stay_chosen():
    given = Facilitator(deck.make(rows(workshop()), {"cover", "notes", "votes"}))
    whole = workshop()
    whole["boards"]["red"]["notes"].append({"id": "red-new", "text": "hopeful after all"})
    _, slides, report = updated(given, whole)
    assert set(slides) == {"title", "votes", "white", "red", "black", "green"}
    assert [one["title"] for one in report.added] == ["Red hat: feelings – added 22 November 2026"]


def test_a_part_comes_when_there_is_something_to_say():
    before = workshop()
    for theme in before["boards"]["white"]["themes"]:
        theme["votes"] = 0
    given = Facilitator(deck.make(rows(before)))
    _, slides, report = updated(given, workshop())
    assert "votes" in slides
    assert "People" in str([one["title"] for one in report.added])
