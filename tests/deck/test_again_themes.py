"""Themes renamed and notes refiled since, on slides of notes that somebody edited."""

import pytest
from facilitator import Facilitator

from workshop import deck, exporting
from workshop.deck.again.update import update

MINE = "my own remark"
FILED = {"boats": "t1", "bikes": "t1", "bells": "t2", "books": "t2", "bread": "t3"}
NAMES = {"t1": "Travel", "t2": "Sounds", "t3": "Food"}


def rows(names=NAMES, filed=FILED):
    """A workshop with notes of one word, filed under themes."""
    themes = [{"id": id, "name": name} for id, name in names.items()]
    notes = [{"id": f"green-{n}", "text": text, "theme": theme} if theme else
             {"id": f"green-{n}", "text": text}
             for n, (text, theme) in enumerate(filed.items())]  # fmt: skip
    boards = {"green": {"themes": themes, "notes": notes}}
    given = {"question": "What now?", "language": "en", "date": "2026-11-20", "boards": boards}
    return exporting.rows_of_document(given)[0]


@pytest.fixture(scope="module")
def blob():
    return deck.make(rows(), {"notes"})


@pytest.fixture
def edited(blob):
    """The deck with a remark of the facilitator's at the end of its one slide."""
    found = Facilitator(blob)
    found.gains_paragraph(0, 12, MINE)
    return found


def updated(edited, names=NAMES, filed=FILED):
    """(the deck, what its slide says, what is listed)"""
    blob, report = update(rows(names, filed), edited.blob, "2026-11-22")
    made = Facilitator(blob)
    return made, said(made), [one["what"] for one in report.conflicts]


def said(made):
    texts = made.slides()[0][1]
    return [line for idx in (11, 12) for line in texts.get(idx, "").split("\n") if line]


def line_of(made, text):
    """(idx, line) of a paragraph."""
    return next(
        (idx, n)
        for idx in (11, 12)
        for n, line in enumerate(made.slides()[0][1].get(idx, "").split("\n"))
        if line == text
    )


AS_IT_WAS = [
    *("Travel (2 notes)", "boats", "bikes", "Sounds (2 notes)", "bells", "books"),
    *("Food (1 note)", "bread", MINE),
]


def with_(*changes):
    """What the slide says, with (this, instead of that)."""
    found = list(AS_IT_WAS)
    for new, old in changes:
        found[found.index(old)] = new
    return found


def test_nothing_new_leaves_the_slide_alone(edited):
    assert sorted(updated(edited)[1]) == sorted(AS_IT_WAS)


def test_a_theme_that_was_renamed_has_its_new_name(edited):
    made, now, listed = updated(edited, NAMES | {"t2": "Noises"})
    assert now == with_(("Noises (2 notes)", "Sounds (2 notes)"))
    assert listed == []
    assert updated(made, NAMES | {"t2": "Noises"})[1] == now


def test_a_name_that_somebody_changed_stays(edited):
    edited.paragraph_says(0, *line_of(edited, "Sounds (2 notes)"), "What we heard")
    _, now, _ = updated(edited, NAMES | {"t2": "Noises"})
    assert now == with_(("What we heard", "Sounds (2 notes)"))


def test_names_that_changed_places_change_places(edited):
    _, now, listed = updated(edited, {"t1": "Sounds", "t2": "Travel", "t3": "Food"})
    under_sounds = now[now.index("Sounds (2 notes)") + 1 :][:2]
    assert under_sounds == ["boats", "bikes"]
    assert listed == []


def test_a_note_that_was_refiled_moves_to_its_theme(edited):
    made, now, listed = updated(edited, filed=FILED | {"bikes": "t2"})
    assert now == [
        *("Travel (1 note)", "boats", "Sounds (3 notes)", "bikes", "bells", "books"),
        *("Food (1 note)", "bread", MINE),
    ]
    assert listed == []
    again, now_again, _ = updated(made, filed=FILED | {"bikes": "t2"})
    assert now_again == now
    assert updated(again)[1] == AS_IT_WAS


def test_a_theme_that_is_new_comes_with_its_notes(edited):
    names = {"t1": "Travel", "t4": "Water", "t2": "Sounds", "t3": "Food"}
    _, now, listed = updated(edited, names, FILED | {"boats": "t4"})
    assert now == [
        *("Travel (1 note)", "bikes", "Water (1 note)", "boats"),
        *AS_IT_WAS[3:],
    ]
    assert listed == []


def test_a_theme_without_notes_goes_unless_something_stands_under_its_name(edited):
    _, now, _ = updated(edited, filed=FILED | {"boats": "t2", "bikes": "t2"})
    assert now == [
        *("Sounds (4 notes)", "boats", "bikes", "bells", "books"),
        *("Food (1 note)", "bread", MINE),
    ]
    _, now, _ = updated(edited, filed=FILED | {"bread": "t2"})
    assert now[-2:] == ["Food (1 note)", MINE]


def test_a_note_that_somebody_rewrote_is_listed_when_it_was_refiled(edited):
    edited.paragraph_says(0, *line_of(edited, "bikes"), "bicycles, I mean")
    made, now, listed = updated(edited, filed=FILED | {"bikes": "t2"})
    assert "bicycles, I mean" in now
    assert "moved" in listed
    assert "moved" not in updated(made, filed=FILED | {"bikes": "t2"})[2]


def test_a_note_is_listed_where_the_name_of_its_theme_was_taken_off_with_all_under_it(edited):
    for text in ("Food (1 note)", "bread"):
        edited.loses_paragraph(0, *line_of(edited, text))
    _, now, listed = updated(edited, filed=FILED | {"bikes": "t3"})
    assert now.index("bikes") == 2
    assert listed == ["moved"]


def test_a_note_that_somebody_moved_there_themselves_stays_where_it_is(edited):
    edited.loses_paragraph(0, *line_of(edited, "bikes"))
    idx, n = line_of(edited, "books")
    edited.paragraph_says(0, idx, n, "bikes")
    edited.paragraph_says(0, *line_of(edited, "bells"), "books")
    _, now, listed = updated(edited, filed={**FILED, "bikes": "t2"})
    assert now.count("bikes") == 1
    assert now.index("bikes") > now.index("Sounds (3 notes)")
    assert "moved" not in listed


def test_notes_without_themes_are_put_under_those_that_come():
    loose = dict.fromkeys(FILED, "")
    found = Facilitator(deck.make(rows({}, loose), {"notes"}))
    found.gains_paragraph(0, 11, MINE)
    _, now, listed = updated(found)
    assert [line for line in now if line != MINE] == AS_IT_WAS[:-1]
    assert listed == []


def test_a_refiled_note_takes_its_new_words_along(edited):
    filed = {("bikes for two" if text == "bikes" else text): t for text, t in FILED.items()}
    _, now, _ = updated(edited, filed=filed | {"bikes for two": "t2"})
    assert now[now.index("Sounds (3 notes)") + 1] == "bikes for two"
    assert "bikes" not in now
