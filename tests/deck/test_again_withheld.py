"""A note that was hidden or withdrawn since is in no part of a deck that was brought up to date."""

import pytest
from decks import document
from facilitator import Facilitator
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt
from strangers import packed
from test_again import parts
from test_again_parts import chart, conflicts, slide

from workshop import deck, exporting
from workshop.deck.again.update import update

SECRET = "the mayor sleeps in every single meeting"
REMARK = "you forgot whom this is all for"
DONE = {"kind": "decision", "text": "Open late", "notes": ["white-0"]}
REMARKED = {"id": "a1", "hat": "white", "author": "", "agrees": 0, "remark": REMARK,
            "state": "open", "shown": 1, "gone": 0}  # fmt: skip
PARTS = {"cover", "outcomes", "votes", "notes", "room", "appendix"}


def rows(*, without="", whole=None):
    """The rows of a workshop that voted on notes; `without` the note: hidden or withdrawn."""
    whole = whole or document(outcomes=[dict(DONE, notes=["white-0", "white-1"])])
    whole["boards"]["black"]["notes"] = whole["boards"]["black"]["notes"][:3]
    white = whole["boards"]["white"]
    white["themes"] = []
    for n, note in enumerate(white["notes"]):
        note.pop("theme", None)
        note["votes"] = 5 - n
    white["notes"][0]["text"] = SECRET
    if without == "withdrawn":
        white["notes"].pop(0)
        whole["outcomes"][0]["notes"] = ["white-1"]
    found = exporting.rows_of_document(whole)[0]
    if without == "hidden":
        found["note"]["white-0"]["hidden"] = 1
    found["synthesis"]["white"] |= {"status": "checked", "agreeing": 2, "answered": 3}
    found["agreement"]["a1"] = dict(REMARKED)
    return found


@pytest.fixture(scope="module")
def blob():
    return deck.make(rows(), PARTS)


@pytest.fixture
def edited(blob):
    return Facilitator(blob)


@pytest.fixture(params=["hidden", "withdrawn"])
def without(request):
    return request.param


def updated(edited, found):
    made, report = update(found, edited.blob, "2026-11-22")
    return Facilitator(made), report


def all_of(made):
    """Every byte of a deck and of the workbooks in it, as text."""
    found = []
    for name, blob in parts(made.blob).items():
        found += parts(blob).values() if name.endswith(".xlsx") else [blob]
    return b"\n".join(found).decode(errors="replace")


def refigured(deck, *, name=""):
    """Somebody changes a number, and perhaps a bar's name."""
    votes = chart(slide(deck, "votes"))
    names = list(votes.plots[0].categories)
    data = CategoryChartData()
    data.categories = [name or names[0], *names[1:]]
    data.add_series("Votes", [40, *list(votes.plots[0].series[0].values)[1:]])
    votes.replace_data(data)


def place(made, layout):
    layouts = [one.slide_layout.name for one in made.opened().slides]
    return layouts.index(layout)


def listed(made, report, what):
    return [one.get("slide") for one in report.conflicts if one["what"] == what]


def test_the_deck_did_say_it(edited):
    said = all_of(edited)
    assert said.count(SECRET) > 6
    assert REMARK in said


def test_a_bar_named_after_it_has_no_name_where_the_figures_were_changed(edited, without):
    edited.change(refigured)
    made, report = updated(edited, rows(without=without))
    votes = chart(slide(made.opened(), "votes"))
    assert votes.plots[0].categories[0] == "(withdrawn note)"
    assert votes.plots[0].series[0].values[0] == 40
    assert SECRET not in all_of(made)
    assert SECRET not in str(report)
    assert "chart" in conflicts(report)


def test_it_leaves_a_slide_of_votes_that_nobody_would_make_any_more(edited, without):
    edited.change(refigured)
    found = rows(without=without)
    for note in found["note"].values():
        note["votes"] = 0
    made, report = updated(edited, found)
    assert "gone" in conflicts(report)
    assert slide(made.opened(), "votes").shapes.title.text == "(withdrawn note)"
    assert SECRET not in all_of(made)
    assert SECRET not in str(report)


def test_it_leaves_speaker_notes_that_an_earlier_conflict_wrote(edited, without):
    edited.change(lambda deck: refigured(deck, name="mine"))
    edited.says(place(edited, "votes"), 0, "What weighs most")
    found = rows()
    found["note"]["white-0"]["votes"] = 9
    made, report = updated(edited, found)
    assert SECRET in made.spoken(place(made, "votes"))
    assert {"chart", "text"} <= set(conflicts(report))
    last, _ = updated(made, rows(without=without))
    assert SECRET not in all_of(last)
    assert "What weighs most" in last.titles()


def test_a_bar_has_no_name_even_where_its_chart_was_changed_before_an_earlier_update(
    edited, without
):
    edited.deletes(place(edited, "white"))
    edited.change(refigured)
    found = rows()
    found["note"]["white-1"]["votes"] = 9
    made, _ = updated(edited, found)
    assert chart(slide(made.opened(), "votes")).plots[0].categories[0] == SECRET
    last, _ = updated(made, rows(without=without))
    assert SECRET not in all_of(last)


def test_it_leaves_a_table_that_was_changed(edited, without):
    def does(deck):
        (frame,) = (shape for shape in slide(deck, "outcomes").shapes if shape.has_table)
        frame.table.cell(1, 1).text = "Open very late"

    edited.change(does)
    made, _ = updated(edited, rows(without=without))
    said = all_of(made)
    assert SECRET not in said
    assert "Open very late" in said


def test_a_remark_that_was_hidden_leaves_the_slide_with_what_the_room_added(edited):
    edited.says(place(edited, "room"), 0, "What you told us")
    edited.gains_paragraph(place(edited, "room"), 11, "my own remark")
    found = rows()
    found["agreement"]["a1"]["state"] = "hidden"
    made, _ = updated(edited, found)
    assert REMARK not in all_of(made)
    assert "What you told us" in made.titles()
    assert "my own remark" in made.everything()


def test_it_leaves_the_copies_that_were_made_of_its_slide(edited, without):
    white = place(edited, "white")
    edited.gains_paragraph(white, 11, "my own remark")
    edited.copies(white)
    made, _ = updated(edited, rows(without=without))
    assert made.everything().count("my own remark") == 2
    assert SECRET not in all_of(made)


def test_slides_that_were_deleted_take_it_along(edited, without):
    white = place(edited, "white")
    edited.deletes(white)
    edited.change(refigured)
    made, _ = updated(edited, rows(without=without))
    assert SECRET not in all_of(made)


def test_comments_and_what_nothing_leads_to_stay_behind(edited):
    comment = f"<p:cmLst>{SECRET}</p:cmLst>".encode()
    given = parts(edited.blob) | {"ppt/comments/comment1.xml": comment}
    rels = given["ppt/slides/_rels/slide1.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    lead = f'<Relationship Id="rId70" Type="{kind}" Target="../comments/comment1.xml"/>'
    given["ppt/slides/_rels/slide1.xml.rels"] = rels.replace(
        "</Relationships>", f"{lead}</Relationships>"
    ).encode()
    made, _ = updated(Facilitator(packed(given)), rows(without="withdrawn"))
    assert SECRET not in all_of(made)


# --- what the facilitator copied stays, and is listed ------------------------------------------


def typed_title(edited):
    edited.says(0, 0, f"Somebody said: “{SECRET}”!")
    return 0


def described_picture(edited):
    def does(deck):
        box = deck.slides[1].shapes.add_textbox(Pt(9), Pt(9), Pt(9), Pt(9))
        box._element.nvSpPr.cNvPr.set("descr", SECRET.upper())

    edited.change(does)
    return 1


def spoken_line(edited):
    edited.remembers(1, SECRET)
    return 1


def own_slide(edited):
    edited.adds(SECRET, 1)
    return 1


def own_chart(edited):
    def does(deck):
        data = CategoryChartData()
        data.categories = [SECRET, "b"]
        data.add_series("s", (1, 2))
        deck.slides[0].shapes.add_chart(
            XL_CHART_TYPE.PIE, Pt(9), Pt(9), Pt(90), Pt(90), data
        )._element.nvGraphicFramePr.cNvPr.set("descr", "pie")

    edited.change(does)
    return 0


def own_workbook(edited):
    own_chart(edited)

    def does(deck):
        (frame,) = (shape for shape in deck.slides[0].shapes if shape.has_chart)
        for one in frame.chart._chartSpace.iter("{*}v"):
            if one.text == SECRET:
                one.text = "a"

    edited.change(does)
    return 0


@pytest.mark.parametrize(
    "copies", [typed_title, described_picture, spoken_line, own_slide, own_chart, own_workbook]
)
def test_words_that_somebody_copied_stay_and_are_listed(edited, copies, without):
    n = copies(edited)
    made, report = updated(edited, rows(without=without))
    assert SECRET in all_of(made) or SECRET.upper() in all_of(made)
    assert listed(made, report, "quoted") == [n + 1]
    assert SECRET not in str(report)


def test_words_in_the_files_properties_are_listed(edited, without):
    edited.change(lambda deck: setattr(deck.core_properties, "comments", SECRET))
    _, report = updated(edited, rows(without=without))
    assert listed(None, report, "quoted_besides") == [None]
    assert listed(None, report, "quoted") == []


def test_nothing_is_listed_where_somebody_else_said_the_same(edited):
    whole = document(outcomes=[DONE])
    whole["boards"]["red"]["notes"].append({"id": "red-same", "text": SECRET})
    typed_title(edited)
    _, report = updated(edited, rows(without="hidden", whole=whole))
    assert "quoted" not in conflicts(report)


def test_short_words_are_not_found_within_others(edited):
    found = rows()
    found["note"]["white-1"] |= {"text": "road", "hidden": 1}
    edited.says(0, 0, "A broad road")
    _, report = updated(edited, found)
    assert "quoted" not in conflicts(report)
