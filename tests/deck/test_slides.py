"""What the deck's slides say is what the rows say; where its links lead; which parts it has."""

import io
import re
import zipfile

import pytest
from decks import NOTES, document, made, rows, slides
from lxml import etree
from pptx import Presentation

from workshop import deck, exporting
from workshop.deck.foreign.names import a
from workshop.deck.layouts import CELL_X
from workshop.deck.metrics import width
from workshop.rules import Refused

LONG = " ".join(f"thought{n}" for n in range(90))
DECISION = {"kind": "decision", "text": "The house stays open on Tuesday evenings"}
ACTIONS = [
    {"kind": "action", "text": f"Do thing {n}", "owner": f"Person {n}", "due": "2026-12-01",
     "themes": ["t1"], "notes": ["white-1", "white-2", "red-0", "red-1"]}
    for n in range(11)
]  # fmt: skip


def rich():
    """The small workshop with themes, votes, decisions, a checked synthesis and a long note."""
    whole = document(outcomes=[*ACTIONS, DECISION])
    white, red = whole["boards"]["white"], whole["boards"]["red"]
    white["themes"] = [
        {"id": "t1", "name": "=Figures", "votes": 3},
        {"id": "t2", "name": "People", "votes": 9},
        {"id": "t3", "name": "Nobody's", "votes": 0},
    ]
    white["notes"] = [
        {"id": f"white-{n}", "text": f"fact {n}", "theme": f"t{n % 2 + 1}"} for n in range(10)
    ]
    white["notes"][8] |= {"votes": 2}
    white["notes"][6] |= {"star": True}
    white["notes"].append({"id": "white-long", "text": LONG})
    red["synthesis"] = {
        "text": "Proud and tired. Change wears us out.",
        "statements": [
            {"text": "Proud and tired.", "notes": ["red-0", "red-1"]},
            {"text": "Change wears us out.", "notes": ["red-1"]},
        ],
        "status": "checked",
        "agreeing": 17,
        "remarks": [
            {"text": "Joy is missing", "state": "kept"},
            {"text": "And hope", "state": "open"},
            {"text": "Answered on the spot", "state": "answered"},
        ],
    }
    whole["boards"]["green"]["synthesis"]["status"] = "draft"
    return exporting.rows_of_document(whole)[0]


@pytest.fixture(scope="module")
def held():
    return rich()


@pytest.fixture(scope="module")
def blob(held):
    return deck.make(held)


@pytest.fixture(scope="module")
def presentation(blob):
    return Presentation(io.BytesIO(blob))


def of_layout(presentation, layout):
    return [slide for slide in presentation.slides if slide.slide_layout.name == layout]


def framed(slide):
    return next(shape for shape in slide.shapes if shape.has_chart or shape.has_table)


def jumps(slide):
    """Each link of a slide as (its words, the layout and title of the slide it leads to)."""
    found = []
    for run in slide._element.iter("{*}r"):
        for link in run.iter("{*}hlinkClick"):
            assert link.get("action") == "ppaction://hlinksldjump"
            to = slide.part.related_part(link.get(f"{{{link.nsmap['r']}}}id")).slide
            said = run.findtext("{*}t")
            found.append((said, to.slide_layout.name, to))
    return found


def test_the_order_is_answer_conclusions_figures_hats_room_appendix_method(presentation):
    told = [slide.slide_layout.name for slide in presentation.slides]
    assert list(dict.fromkeys(told)) == [
        *("title", "answer", "synthesis", "outcomes", "participation", "votes", "question"),
        *("white themes", "white", "red", "black", "green", "room", "appendix", "method"),
    ]


def test_the_first_decision_is_the_answers_title_and_reasons_follow(presentation):
    (answer,) = of_layout(presentation, "answer")
    assert answer.shapes.title.text == "The house stays open on Tuesday evenings."
    assert "Feelings: Proud and tired." in answer.placeholders[11].text_frame.text
    said = answer.notes_slide.notes_text_frame.text
    assert "Proud and tired. – red-0, red-1" in said


def test_a_decision_too_long_for_a_title_stands_below_a_neutral_one():
    long = {"kind": "decision", "text": "and so on " * 30}
    answer = next(s for s in slides(made(outcomes=[long])) if s["layout"] == "answer")
    assert answer["title"] == "The answer in short"
    assert answer[11].startswith("and so on")


def test_without_decisions_the_first_statements_answer_unless_they_are_all_there_is():
    assert "answer" not in [slide["layout"] for slide in slides(made())]
    boards = document()["boards"]
    boards["red"]["synthesis"] = {"text": "We are proud. And tired."}
    answer = next(s for s in slides(made(boards=boards)) if s["layout"] == "answer")
    assert "Feelings: We are proud.\n" in answer[11] + "\n"


def test_the_synthesis_says_what_is_a_proposal_and_how_many_agree(presentation):
    (synthesis,) = of_layout(presentation, "synthesis")
    cards = [p.text_frame.text for p in synthesis.placeholders]
    assert any(text.startswith("Green hat: ideas (a proposal)") for text in cards)
    assert any(text.endswith("17 of 20: this is us") for text in cards)
    said = synthesis.notes_slide.notes_text_frame.text
    assert "Change wears us out. – red-1" in said


def test_every_decision_and_action_is_a_row_of_a_native_table(presentation, held):
    told = []
    for slide in of_layout(presentation, "outcomes"):
        table = framed(slide).table
        assert table.first_row
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        assert rows[0] == ["Kind", "What", "Who", "When", "Rests on"]
        assert len(rows) <= 9
        told += rows[1:]
    assert len(told) == len(held["outcome"])
    assert told[0][:2] == ["Decision", DECISION["text"]]
    for row, action in zip(told[1:], ACTIONS, strict=True):
        assert row[:4] == ["Action", action["text"], action["owner"], "1 December 2026"]
        assert row[4] == "=Figures\n“fact 1”\n“fact 2”\nand 2 more"


@pytest.mark.parametrize("language", ["fi", "en"])
def test_kinds_and_days_stand_on_one_line_of_the_table(language):
    blob = made(language=language, outcomes=[ACTIONS[0] | {"due": "2026-12-31"}, DECISION])
    (slide,) = of_layout(Presentation(io.BytesIO(blob)), "outcomes")
    table = framed(slide).table
    for row in table.rows:
        for place in (0, 3):
            text, room = row.cells[place].text, table.columns[place].width.pt - 2 * CELL_X
            size = next(row.cells[place]._tc.iter(a("rPr"))).get("sz") if text else 0
            assert width(text, int(size) / 100) <= room, text


def test_quotes_that_are_cut_keep_their_own_lines():
    blob = made(outcomes=[DECISION | {"themes": ["t1"], "notes": [f"black-{n}" for n in range(9)]}])
    (slide,) = of_layout(Presentation(io.BytesIO(blob)), "outcomes")
    rests_on = framed(slide).table.rows[1].cells[4].text.split("\n")
    assert rests_on[0] == "Figures"
    assert all(line.startswith("“") for line in rests_on[1:3])


def test_the_tables_pages_are_about_equally_long(presentation):
    lengths = [len(framed(slide).table.rows) for slide in of_layout(presentation, "outcomes")]
    assert max(lengths) - min(lengths) <= 1


def values_of(slide):
    """A chart's figures as drawn, and as they stand in the workbook behind it."""
    chart = framed(slide).chart
    drawn = {
        one.name: dict(zip(chart.plots[0].categories, one.values, strict=True))
        for one in chart.plots[0].series
    }
    names, *lines = lines_of(chart.part.chart_workbook.xlsx_part.blob)
    kept = {name: {line[0]: line[n] for line in lines} for n, name in enumerate(names, 1)}
    return drawn, kept


def lines_of(workbook):
    """The cells of a workbook's only sheet, line by line; empty ones are left out."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        strings = etree.fromstring(package.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(one.itertext()) for one in strings]
    return [
        [texts[int(cell[0].text)] if cell.get("t") == "s" else int(cell[0].text) for cell in line]
        for line in sheet.iter("{*}row")
    ]


def test_the_votes_in_the_chart_are_those_of_the_rows_and_the_title_says_what_they_say(
    presentation, held
):
    (slide,) = of_layout(presentation, "votes")
    drawn, kept = values_of(slide)
    votes = {row["name"]: row["votes"] for row in held["theme"].values()}
    assert drawn == kept == {"Votes": votes}
    assert list(drawn["Votes"].values()) == [9, 3, 0]
    assert slide.shapes.title.text == "“People” got 75% of the votes"
    about = framed(slide)._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "People 9, =Figures 3, Nobody's 0" in about


def test_participation_counts_notes_and_where_it_is_known_who_wrote(held):
    own = rich()
    own["participant"] = {id: {"id": id, "name": ""} for id in ("a", "b", "c", "d")}
    for n, round in enumerate(own["round"].values()):
        round |= {"writers": n, "opened_at": 1, "closed_at": 60_001}
    (slide,) = of_layout(
        Presentation(io.BytesIO(deck.make(own, {"participation"}))), "participation"
    )
    drawn, kept = values_of(slide)
    assert drawn == kept
    assert drawn["Notes"] == {
        word: sum(note["hat"] == hat for note in own["note"].values())
        for word, hat in (("Facts", "white"), ("Feelings", "red"), ("Cautions", "black"),
                          ("Benefits", "yellow"), ("Ideas", "green"))
    }  # fmt: skip
    assert list(drawn["People who wrote"].values()) == [1, 2, 3, 4, 5]
    facts = slide.placeholders[12].text_frame.text
    assert "4 participants" in facts
    assert "5 minutes of writing" in facts
    brought = Presentation(io.BytesIO(deck.make(held, {"participation"}))).slides[0]
    assert list(values_of(brought)[0]) == ["Notes"]


def test_text_in_a_workbook_never_calculates(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        books = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    assert books
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as inside:
            for name in inside.namelist():
                assert b"<f>" not in inside.read(name)
                assert b"TargetMode" not in inside.read(name)


def test_the_ids_of_a_charts_axes_are_positive(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        for name in package.namelist():
            if name.startswith("ppt/charts/chart"):
                axes = etree.fromstring(package.read(name)).iter("{*}axId")
                assert all(int(axis.get("val")) > 0 for axis in axes)


def test_a_theme_shows_its_weightiest_notes_votes_before_stars_before_order(presentation):
    (themes,) = of_layout(presentation, "white themes")
    cards = [themes.placeholders[idx].text_frame.text for idx in (11, 12)]
    assert cards[0] == "People (5 notes, 9 votes)\nfact 1\nfact 3\nfact 5"
    assert cards[1] == "=Figures (5 notes, 3 votes)\nfact 8\nfact 6\nfact 0"


def test_near_copies_are_told_once_with_how_often():
    own = rich()
    for id in ("white-3", "white-5"):
        own["note"][id]["stack"] = "white-7"
    (themes,) = of_layout(Presentation(io.BytesIO(deck.make(own))), "white themes")
    assert "\nfact 7 (×3)\n" in themes.placeholders[11].text_frame.text
    assert "fact 3" not in themes.placeholders[11].text_frame.text


def test_each_hat_on_the_map_leads_to_its_first_slide_and_each_of_its_slides_back(presentation):
    (map_slide,) = of_layout(presentation, "question")
    firsts = {}
    for slide in presentation.slides:
        firsts.setdefault(slide.slide_layout.name.split()[0], slide.slide_id)
    leads = {said: to.slide_id for said, _, to in jumps(map_slide)}
    assert leads == {
        "White hat: facts": firsts["white"],
        "Red hat: feelings": firsts["red"],
        "Black hat: cautions": firsts["black"],
        "Green hat: ideas": firsts["green"],
    }
    for hat in ("white themes", "white", "red", "black", "green"):
        for slide in of_layout(presentation, hat):
            assert ("← All hats", "question") in [jump[:2] for jump in jumps(slide)]


def test_a_long_note_is_cut_on_its_hats_slide_and_leads_to_all_of_it(presentation):
    (found,) = [
        jump for slide in of_layout(presentation, "white") for jump in jumps(slide)
        if jump[1] == "appendix"
    ]  # fmt: skip
    assert found[0] == "→ note 11 in full"
    whole = "\n".join(p.text_frame.text for p in found[2].placeholders)
    assert re.sub(r"\s", "", LONG) in re.sub(r"\s", "", whole)
    shown = " ".join(p.text_frame.text for p in of_layout(presentation, "white")[-1].placeholders)
    assert LONG not in shown
    assert "…" in shown


def test_every_note_is_in_the_appendix_once_with_its_number(presentation, held):
    found, ids = {}, []
    for slide in of_layout(presentation, "appendix"):
        for idx in (11, 12):
            column = [p.text_frame.text for p in slide.placeholders
                      if p.placeholder_format.idx == idx]  # fmt: skip
            for line in "\n".join(column).split("\n"):
                if match := re.match(r"(\d+)\t(.*)", line):
                    assert match[1] not in found
                    found[match[1]] = match[2]
        said = slide.notes_slide.notes_text_frame.text.split("\n")[0]
        ids += re.findall(r"(\d+) = ([^,]+)", said)
    assert sorted(ids) == sorted((str(n["number"]), id) for id, n in held["note"].items())
    assert sorted(found) == sorted(str(note["number"]) for note in held["note"].values())
    assert found["9"] == "fact 8 [=Figures, 2 votes]"
    assert found["12"].startswith("proud")


def test_the_room_is_heard_with_what_it_kept_and_left_open(presentation):
    (room,) = of_layout(presentation, "room")
    said = "\n".join(p.text_frame.text for p in room.placeholders)
    assert room.shapes.title.text == "The room added 2 remarks to the syntheses"
    assert "Red hat: feelings (17 of 20: this is us)" in said
    assert "Joy is missing (kept)" in said
    assert "And hope (open)" in said
    assert "Answered on the spot" not in said


def test_what_was_said_of_an_earlier_text_is_not_said_of_this_one():
    own = rich()
    own["synthesis"]["red"] |= {"status": "edited", "agreeing": 0, "answered": 3}
    assert b"this is us" not in b"".join(zipped(deck.make(own)))


def test_nothing_of_a_check_is_told_while_it_is_on():
    own = rich()
    own["synthesis"]["red"]["checking"] = 1
    text = b"".join(zipped(deck.make(own)))
    assert b"Joy is missing" not in text
    assert b"this is us" not in text


def zipped(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return [package.read(name) for name in package.namelist() if name.endswith(".xml")]


def test_the_method_says_only_what_is_true_of_this_workshop(held):
    def told(own):
        (slide,) = of_layout(Presentation(io.BytesIO(deck.make(own, {"method"}))), "method")
        return "\n".join(p.text_frame.text for p in slide.placeholders)

    brought = told(held)
    assert "White hat: facts, 5 min" in brought
    assert "The notes were brought in from elsewhere." in brought
    assert "no name of an author" in brought
    live = rich()
    for round in live["round"].values():
        round |= {"opened_at": 1, "closed_at": 7 * 60_000 + 1}
    assert "White hat: facts, 5 min, took 7 min" in told(live)
    assert "brought in" not in told(live)


def test_the_export_id_names_what_the_rows_say(held):
    def id_of(own):
        return Presentation(io.BytesIO(deck.make(own, {"cover"}))).core_properties.identifier

    assert id_of(held) == id_of(rich())
    other = rich()
    other["note"]["red-0"]["text"] = "prouder"
    assert id_of(other) != id_of(held)


def test_every_slide_carries_a_mark_of_its_own(presentation):
    marks = [slide.notes_slide.notes_text_frame.text.split("\n")[-1]
             for slide in presentation.slides]  # fmt: skip
    assert len(set(marks)) == len(marks)
    form = re.compile(r"\[hattupaja:[a-z_]+-\d+(/\d+)? title=[^\]]+\]")
    assert all(map(form.fullmatch, marks))
    own = rich()
    next(iter(own["workshop"].values()))["id"] = "123456"
    stored = Presentation(io.BytesIO(deck.make(own, {"map"}))).slides[0]
    assert stored.notes_slide.notes_text_frame.text.startswith("[hattupaja:map-1 title=")


@pytest.mark.parametrize(
    ("parts", "layouts"),
    [
        ({"cover", "map"}, ["title", "question"]),
        ({"answer", "outcomes"}, ["answer", "outcomes", "outcomes", "outcomes"]),
        ({"themes"}, ["white themes"]),
        ({"synthesis", "votes", "room"}, ["synthesis", "votes", "room"]),
        ({"participation", "method"}, ["participation", "method"]),
    ],
)
def test_a_deck_has_the_parts_that_were_chosen(held, parts, layouts):
    assert [slide["layout"] for slide in slides(deck.make(held, parts))] == layouts


def test_a_part_about_which_there_is_nothing_to_say_does_not_appear():
    blob = deck.make(rows(), {"cover", "answer", "outcomes", "themes", "room"})
    assert [slide["layout"] for slide in slides(blob)] == ["title"]


def test_the_hats_are_their_themes_and_their_notes(held):
    assert deck.make(held, {"hats"}) == deck.make(held, {"themes", "notes"})
    assert deck.make(held, deck.PARTS) == deck.make(held)


def test_without_a_map_or_an_appendix_nothing_leads_there_and_nothing_is_cut(held):
    presentation = Presentation(io.BytesIO(deck.make(held, {"notes"})))
    assert not [jump for slide in presentation.slides for jump in jumps(slide)]
    shown = " ".join(p.text_frame.text for s in presentation.slides for p in s.placeholders)
    assert set(LONG.split()) <= set(shown.split())


def test_an_unknown_part_is_refused_by_name():
    assert exporting.listed(" cover, map ") == ["cover", "map"]
    assert exporting.listed("") == []
    with pytest.raises(Refused) as refusal:
        exporting.wanted("pptx", parts=["cover", "moon"])
    assert (refusal.value.code, refusal.value.values["where"]) == ("bad_parts", "moon")


def test_a_program_may_ask_for_parts_of_the_deck(workshop):
    aino = workshop.join()
    workshop.put_on("red")
    aino.writes("proud", "red")
    workshop.reveal("red")
    some = workshop.export("pptx?parts=map,notes")
    assert [slide["layout"] for slide in slides(some.content)] == ["question", "red"]
    refused = workshop.export("pptx?parts=map,moon")
    assert (refused.status_code, refused.json()["error"]) == (422, "bad_parts")
    assert "moon" in refused.json()["message"]


def test_a_named_workshop_signs_its_notes_for_the_speaker_too():
    whole = document(named=True)
    whole["boards"]["red"]["notes"][0]["author"] = "Aino"
    blob = deck.make(exporting.rows_of_document(whole)[0])
    (red,) = of_layout(Presentation(io.BytesIO(blob)), "red")
    assert "red-0 (Aino), red-1" in red.notes_slide.notes_text_frame.text
    assert NOTES["red"][0] in red.placeholders[11].text_frame.text
