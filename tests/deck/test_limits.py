"""The deck at its limits: long names, long prompts, long syntheses, and still nothing runs out."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from workshop import deck, exporting
from workshop.deck import appendix, columns, fit, layouts, metrics, paging, slide, surface
from workshop.deck.outline import outline

HATS = ("white", "red", "black", "yellow", "green")
LETTERS = st.sampled_from(["aamu ", "työpajapäivä ", "WMW ", "漢字", "שלום ", "😀 ", "x"])


def rows(**document):
    given = {"question": "How do we get more readers in?", "language": "en", **document}
    return exporting.rows_of_document(given)[0]


def slides(parts=None, **document):
    return fit.slides(outline(rows(**document)), parts)


def all_boards(**board):
    return dict.fromkeys(HATS, board)


def xml_of(blob, slide):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return package.read(f"ppt/slides/slide{slide}.xml").decode()


@settings(deadline=None)
@given(LETTERS, LETTERS, st.integers(1, 200), st.integers(1, 2000))
def test_a_themes_name_never_pushes_its_notes_off_the_slide(name, note, name_length, length):
    themes = [{"id": "t1", "name": (name * 200)[:name_length].strip() or "x", "votes": 3}]
    notes = [{"text": (note * 2000)[:length].strip() or "x", "theme": "t1"}] * 3
    (board,) = outline(rows(boards={"red": {"themes": themes, "notes": notes}})).boards
    for size in columns.SIZES:
        for page in paging.paged(board, size, "(continued)"):
            for column in page:
                assert sum(p.tall for p in column) - column[0].gap <= layouts.COLUMN_H


@settings(deadline=None)
@given(LETTERS, st.integers(1, 2000), st.sampled_from([*columns.SIZES, 22, surface.LARGEST]))
def test_a_note_under_no_theme_never_runs_off_the_slide(letters, length, size):
    note = {"text": (letters * 2000)[:length].strip() or "x"}
    (board,) = outline(rows(boards={"red": {"notes": [note] * 3}})).boards
    for page in paging.paged(board, size, "(continued)"):
        for column in page:
            assert sum(p.tall for p in column) - column[0].gap <= layouts.COLUMN_H


@settings(deadline=None)
@given(LETTERS, LETTERS, st.integers(1, 100), st.integers(1, 2000), st.sampled_from([0, 18, 24]))
def test_however_large_its_letters_no_note_of_the_appendix_runs_off_the_slide(
    name, letters, name_length, length, least
):
    themes = [{"id": "t1", "name": (name * 200)[:name_length].strip() or "x"}]
    notes = [{"text": (letters * 2000)[:length].strip() or "x", "theme": "t1"}] * 3
    deck = outline(rows(boards={"red": {"themes": themes, "notes": notes}}))
    room, depth = appendix.ROOM, layouts.APPENDIX_COLUMNS[0].h
    for made in fit.slides(deck, {"appendix"}, least=least):
        for text in (made.texts[place] for place in (11, 12) if place in made.texts):
            size = text.size or layouts.APPENDIX_COLUMNS[0].size
            said = [one.text.split("\t")[-1] + one.tail for one in text.paragraphs]
            tall = sum(metrics.height(one, room, size) + layouts.APPENDIX_GAP for one in said)
            assert tall - layouts.APPENDIX_GAP <= depth


def test_a_themes_name_as_long_as_may_be_is_told_in_full_once_and_then_in_a_line():
    name = "people who borrow more than they can carry " * 4
    boards = {"red": {"themes": [{"id": "t1", "name": name.strip()}],
                      "notes": [{"text": "word " * 300, "theme": "t1"}]}}  # fmt: skip
    said = [p.text for s in slides({"notes"}, boards=boards) for i in (11, 12) if i in s.texts
            for p in s.texts[i].paragraphs if p.text.startswith("people")]  # fmt: skip
    assert said[0] == f"{name.strip()} (1 note)"
    assert len(said) > 1
    assert all(re.fullmatch(r"people .+… \(continued\)", again) for again in said[1:])


@settings(max_examples=30, deadline=None)
@given(LETTERS, st.integers(1, 500))
def test_what_a_hat_asks_stays_in_its_row_and_in_its_panel(letters, length):
    prompt = (letters * 500)[:length].strip() or "x"
    made = slides({"map", "notes"}, boards=all_boards(prompt=prompt, notes=[{"text": "a"}]))
    for idx in range(11, 16):
        text = made[0].texts[idx]
        size = text.size or layouts.ROW_SIZE
        tall = sum(metrics.height(p.text or p.linked, layouts.ROW_W, size) for p in text.paragraphs)
        assert tall <= layouts.ROW_H
    for one in made[1:]:
        (said,) = one.texts[slide.PROMPT].paragraphs
        size = one.texts[slide.PROMPT].size or layouts.PROMPT.size
        assert metrics.height(said.text, layouts.PROMPT.room, size) <= layouts.PROMPT.depth


def test_every_hats_prompt_is_as_large_as_the_others():
    boards = all_boards(notes=[{"text": "a"}])
    boards["red"] = {"prompt": "How does this feel, and since when? " * 8, **boards["red"]}
    sizes = {s.texts[slide.PROMPT].size for s in slides(boards=boards) if s.layout in HATS}
    assert len(sizes) == 1


def synthesis(length, **more):
    text = ("pitkähköjä sanoja joista muodostuu kokonainen ajatus " * 80)[:length].strip()
    return all_boards(synthesis={"text": text}) | more


def test_one_long_text_among_short_ones_makes_its_row_taller_rather_than_another_slide():
    lines = "\n".join(f"point {n}" for n in range(14))
    boards = synthesis(120, red={"synthesis": {"text": lines}})
    (last,) = [one for one in slides(boards=boards) if one.layout == "synthesis"]
    heights = [last.texts[idx].box.h for idx in range(11, 16)]
    assert heights[0] == heights[1] == heights[2] > heights[3] == heights[4]


@pytest.mark.parametrize("length", [100, 350, 550, 800, 1200])
def test_the_boxes_of_a_synthesis_share_one_size_and_two_slides_at_most(length):
    made = [s for s in slides(boards=synthesis(length)) if s.layout == "synthesis"]
    sizes = {text.size for s in made for idx, text in s.texts.items() if isinstance(idx, int)
             and idx >= 11}  # fmt: skip
    assert len(sizes) == 1
    assert (sizes.pop() or 16) >= slide.SMALLEST
    assert len(made) == (1 if length <= 550 else 2)
    told = [s.texts[slide.TITLE].paragraphs[0].text for s in made]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("length", [100, 350, 550, 800, 1200])
def test_no_box_of_a_synthesis_is_fuller_than_it_is_tall(length):
    for one in slides(boards=synthesis(length)):
        for n, (_, box) in enumerate(one.cards):
            text = one.texts[11 + n]
            inside = sum(metrics.height(p.text, box.room, text.size or 16, p.level == 1)
                         for p in text.paragraphs)  # fmt: skip
            assert inside <= box.depth
            assert box.y + box.h <= layouts.DATE.y


def test_an_empty_line_is_as_small_as_the_text_around_it():
    boards = synthesis(350, red={"synthesis": {"text": "first\n\nsecond\n\nthird"}})
    blob = deck.make(rows(boards=boards), {"synthesis"})
    last = len(Presentation(io.BytesIO(blob)).slides)
    sizes = [size for _, size in re.findall(r'<a:(rPr)[^>]*?sz="(\d+)"', xml_of(blob, last))]
    assert len(set(sizes)) == 1
    assert xml_of(blob, last).count("<a:br><a:rPr") == 4


@given(st.text(min_size=1), st.integers(40, 600), st.integers(1, 4), st.booleans())
def test_what_is_shortened_fits_and_ends_in_an_ellipsis(text, room, most, bold):
    shown = metrics.ellipsised(text, room, 12, bold, most)
    assert len(metrics.lines(shown, room, 12, bold)) <= most or len(shown) <= 2
    whole = " ".join(text.split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))


def test_a_language_without_phrases_reads_in_english_and_is_marked_as_itself():
    blob = deck.make(rows(language="sv", boards=all_boards(notes=[{"text": "hej"}])))
    for n in range(1, len(Presentation(io.BytesIO(blob)).slides) + 1):
        xml = xml_of(blob, n)
        assert set(re.findall(r'lang="([^"]+)"', xml)) == {"sv-SE"}
        assert xml.count("<a:rPr ") == xml.count('lang="sv-SE"')
    (hats,) = slides({"map"}, language="sv", boards=all_boards())
    assert hats.texts[11].paragraphs[0].linked == "White hat: facts"


def test_a_named_workshop_says_who_wrote_and_an_anonymous_one_never_does():
    boards = {"red": {"notes": [{"text": "proud", "author": "Liisa"}]}}
    assert "proud – Liisa" in xml_of(deck.make(rows(named=True, boards=boards), {"notes"}), 1)
    with zipfile.ZipFile(io.BytesIO(deck.make(rows(boards=boards)))) as package:
        assert all(b"Liisa" not in package.read(name) for name in package.namelist())


@settings(max_examples=30, deadline=None)
@given(LETTERS, st.integers(1, 4000), st.integers(1, 20))
def test_no_table_is_taller_than_its_slide_and_what_it_cuts_the_speaker_has(letters, length, count):
    text = (letters * 4000)[:length].strip() or "x"
    outcome = {"kind": "action", "text": text, "owner": (letters * 200)[:200].strip()}
    made = slides({"outcomes"}, outcomes=[outcome] * count)
    assert sum(len(one.table.rows) - 1 for one in made) == count
    for one in made:
        assert len(one.table.rows) <= 9
        assert sum(row.tall for row in one.table.rows) <= layouts.BODY_H
        assert all(said.startswith(f"Action: {text}") for said in one.said)


@settings(max_examples=30, deadline=None)
@given(LETTERS, st.integers(1, 200), st.integers(2, 14))
def test_themes_on_cards_stay_on_their_cards(letters, length, count):
    names = [f"{n} {(letters * 200)[:length]}".strip()[:200] for n in range(count)]
    themes = [{"id": f"t{n}", "name": name} for n, name in enumerate(names)]
    notes = [{"text": (letters * 60)[:length] or "x", "theme": f"t{n % count}"}
             for n in range(4 * count)]  # fmt: skip
    made = slides({"themes"}, boards={"red": {"themes": themes, "notes": notes}})
    assert sum(len(one.cards) for one in made) == count
    for one in made:
        for n, (_, box) in enumerate(one.cards):
            heading, *said = one.texts[11 + n].paragraphs
            size = one.texts[11 + n].size or box.size
            tall = metrics.height(heading.text, box.room, size, bold=True)
            room = box.room - layouts.INDENT
            tall += sum(metrics.height(p.text, room, size) + layouts.GAP for p in said)
            assert tall <= box.depth + 1
            assert box.y + box.h <= layouts.COLUMN_Y + layouts.COLUMN_H
