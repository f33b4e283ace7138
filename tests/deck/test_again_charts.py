"""Charts that somebody has formatted: the looks stay theirs, the figures are the workshop's."""

import io
import zipfile

import pytest
from accepted import faults
from facilitator import Facilitator
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt
from test_again_parts import chart, conflicts, figures, rows, slide, updated, workshop

from workshop import deck
from workshop.deck.again.update import update

PINK, TEAL = RGBColor(0xD0, 0x20, 0x90), RGBColor(0x00, 0x80, 0x80)
PARTS = {"cover", "votes", "participation"}


@pytest.fixture(scope="module")
def blob():
    return deck.make(rows(workshop()), PARTS)


@pytest.fixture
def edited(blob):
    return Facilitator(blob)


def bars(opened, layout="votes"):
    return chart(slide(opened, layout)).plots[0]


def paint(plot, n, colour):
    fill = plot.series[0].points[n].format.fill
    fill.solid()
    fill.fore_color.rgb = colour


def painted(plot):
    """{a bar's name: the colour that somebody gave it}"""
    elements = plot.series[0]._element.findall("{*}dPt")
    names = list(plot.categories)
    return {
        names[int(one.find("{*}idx").get("val"))]: one.find(".//{*}srgbClr").get("val")
        for one in elements
        if one.find(".//{*}srgbClr") is not None
    }


def paint_all(deck, layout="votes"):
    fill = bars(deck, layout).series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = PINK


def book_of(chart):
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as package:
        return b"".join(map(package.read, package.namelist())).decode()


def test_colours_stay_where_only_other_things_on_the_slide_have_changed(edited):
    edited.change(paint_all)
    whole = workshop()
    whole["question"] = "How do we get many more readers in?"
    made, slides, report = updated(edited, whole)
    plot = chart(slides["votes"][1]).plots[0]
    assert plot.series[0].format.fill.fore_color.rgb == PINK
    assert "many more readers" in made.everything()
    assert slides["votes"][0] + 1 in [one["slide"] for one in report.kept]
    assert conflicts(report) == []


def test_colours_are_told_as_kept_even_where_the_workshop_has_nothing_new(edited):
    edited.change(lambda deck: paint(bars(deck), 0, PINK))
    _, slides, report = updated(edited, workshop())
    assert painted(chart(slides["votes"][1]).plots[0]) == {"People": "D02090"}
    assert [one["slide"] for one in report.kept] == [slides["votes"][0] + 1]


def test_new_figures_are_poured_into_a_chart_that_was_formatted(edited, tmp_path):
    def does(deck):
        paint(bars(deck), 0, PINK)
        bars(deck).series[0].data_labels.font.size = Pt(9)
        bars(deck).gap_width = 10

    edited.change(does)
    whole = workshop()
    whole["boards"]["white"]["themes"][0]["votes"] = 17
    made, slides, report = updated(edited, whole)
    now = chart(slides["votes"][1])
    assert list(now.plots[0].categories) == ["Figures", "People"]
    assert figures(slides["votes"][1]) == [[17, 9]]
    assert painted(now.plots[0]) == {"People": "D02090"}
    assert (now.plots[0].gap_width, now.plots[0].series[0].data_labels.font.size) == (10, Pt(9))
    assert now.value_axis.maximum_scale > 17
    assert "<v>17</v>" in book_of(now)
    assert conflicts(report) == []
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.blob)
    assert faults(str(path)) == []
    assert updated(made, whole)[2].updated == []


def test_a_bar_that_comes_in_leaves_the_others_their_colours(edited):
    edited.change(lambda deck: [paint(bars(deck), 0, PINK), paint(bars(deck), 1, TEAL)])
    whole = workshop()
    whole["boards"]["white"]["themes"].append({"id": "t3", "name": "Rooms", "votes": 5})
    _, slides, _ = updated(edited, whole)
    plot = chart(slides["votes"][1]).plots[0]
    assert list(plot.categories) == ["People", "Rooms", "Figures"]
    assert painted(plot) == {"People": "D02090", "Figures": "008080"}


def test_a_bar_that_has_another_name_now_keeps_its_colour(edited):
    edited.change(lambda deck: paint(bars(deck), 1, TEAL))
    whole = workshop()
    whole["boards"]["white"]["themes"][0]["name"] = "Numbers"
    _, slides, _ = updated(edited, whole)
    assert painted(chart(slides["votes"][1]).plots[0]) == {"Numbers": "008080"}


def test_bars_that_are_called_alike_keep_each_its_own_colour(edited):
    whole = workshop()
    for theme in whole["boards"]["white"]["themes"]:
        theme["name"] = "Rooms"
    alike = Facilitator(deck.make(rows(whole), PARTS))
    alike.change(lambda deck: [paint(bars(deck), 0, PINK), paint(bars(deck), 1, TEAL)])
    whole["boards"]["white"]["themes"].append({"id": "t3", "name": "Staff", "votes": 99})
    _, slides, _ = updated(alike, whole)
    plot = chart(slides["votes"][1]).plots[0]
    assert list(plot.categories) == ["Staff", "Rooms", "Rooms"]
    coloured = {
        one.find("{*}idx").get("val"): one.find(".//{*}srgbClr").get("val")
        for one in plot.series[0]._element.findall("{*}dPt")
    }
    assert coloured == {"1": "D02090", "2": "008080"}


def test_another_kind_of_chart_is_still_one_that_figures_are_poured_into(edited):
    def does(deck):
        votes = slide(deck, "votes")
        (frame,) = (shape for shape in votes.shapes if shape.has_chart)
        data = CategoryChartData()
        data.categories = list(frame.chart.plots[0].categories)
        data.add_series("Votes", list(frame.chart.plots[0].series[0].values))
        box = (frame.left, frame.top, frame.width, frame.height)
        pie = votes.shapes.add_chart(XL_CHART_TYPE.PIE, *box, data)
        pie._element.nvGraphicFramePr.cNvPr.set("descr", "A pie of mine")
        frame._element.getparent().replace(frame._element, pie._element)

    edited.change(does)
    whole = workshop()
    whole["boards"]["white"]["themes"][0]["votes"] = 17
    _, slides, report = updated(edited, whole)
    now = chart(slides["votes"][1])
    assert now.chart_type == XL_CHART_TYPE.PIE
    assert figures(slides["votes"][1]) == [[17, 9]]
    assert now._chartSpace.find(".//{*}barChart") is None
    (frame,) = (shape for shape in slides["votes"][1].shapes if shape.has_chart)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "A pie of mine"
    assert "chart" not in conflicts(report)


def test_a_formatted_chart_with_no_room_for_the_new_figures_stays_and_is_listed(edited):
    edited.change(lambda deck: paint(bars(deck, "participation"), 0, PINK))
    whole = workshop()
    for n, note in enumerate(whole["boards"]["red"]["notes"]):
        note["author"] = f"p{n}"
    found = rows(whole)
    for row in found["round"].values():
        row["writers"] = 2
    made, report = update_with(edited, found)
    now = chart(slide(made.opened(), "participation"))
    assert painted(now.plots[0])
    assert conflicts(report) == ["chart"]
    spoken = made.spoken(made.titles().index(title_of(made, "participation")))
    assert "workshop now says" in spoken


def update_with(edited, found):
    made, report = update(found, edited.blob, "2026-11-22")
    return Facilitator(made), report


def title_of(made, layout):
    return slide(made.opened(), layout).shapes.title.text


def test_a_copy_of_a_slide_keeps_colours_of_its_own(edited):
    edited.change(lambda deck: paint(bars(deck), 0, PINK))
    edited.copies(edited.titles().index(title_of(edited, "votes")))
    last = len(edited.titles()) - 1
    edited.change(lambda deck: paint(chart(deck.slides[last]).plots[0], 0, TEAL))
    whole = workshop()
    whole["question"] = "How do we get many more readers in?"
    whole["boards"]["white"]["themes"][0]["votes"] = 17
    made, slides, _ = updated(edited, whole)
    copy = chart(made.opened().slides[last])
    assert painted(chart(slides["votes"][1]).plots[0]) == {"People": "D02090"}
    assert painted(copy.plots[0]) == {"People": "008080"}
    assert list(copy.plots[0].series[0].values) == [17, 9]
