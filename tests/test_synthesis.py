"""Suggestions: what is alike, what is a copy, where a note belongs, and what a draft says."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.synthesis import draft, suggest
from workshop.synthesis.text import clean

SEEDS = Path(__file__).parent.parent.parent / "shared" / "workshops"
THEMES = [{"id": "house", "name": "Rakennus"}, {"id": "people", "name": "Ihmiset"}]
BOARD = [
    "rakennuksen ovi on raskas",
    "rakennus on kylmä talvella",
    "rakennuksessa on liian vähän pistorasioita",
    "ihmiset eivät löydä perille",
    "ihmisten aika ei riitä",
    "nuoret ihmiset tulevat iltapäivällä",
]
# The same sentence about others is another thought, in every language.
TWO_THOUGHTS = {
    language: tuple(f"{who} {rest}" for who in people)
    for language, people, rest in [
        ("fi", ("opettajat", "oppilaat"), "eivät jaksa / osaa / ehdi auttaa"),
        ("en", ("teachers", "pupils"), "do not dare / know how / have time"),
        ("sv", ("lärarna", "eleverna"), "vågar inte / kan inte / hinner inte"),
    ]
}
VARIANTS = [str.upper, lambda t: f"  {t.capitalize()}!!", lambda t: f"- {t} …", lambda t: t + " ?"]


def notes(texts, themes=(), **more):
    own = dict(enumerate(themes))
    return [{"id": f"n{i}", "text": t, "theme": own.get(i, "")} | more for i, t in enumerate(texts)]


def stacked(*texts, vectors=None):
    return suggest(notes(texts), [], vectors)["stacks"]


def two_ways(texts):
    """Vectors in which texts that begin alike mean the same."""
    return {text: [1.0, 0.1] if text.startswith("a") else [0.1, 1.0] for text in texts}


# Order


def test_the_order_holds_every_note_once_and_puts_alike_ones_side_by_side():
    mixed = [BOARD[i] for i in (0, 3, 1, 4, 2, 5)]
    order = suggest(notes(mixed), [])["order"]
    assert sorted(order) == [f"n{i}" for i in range(6)]
    first = {f"n{i}": text.split()[0][:4] for i, text in enumerate(mixed)} | {"n5": "ihmi"}
    assert sum(first[a] != first[b] for a, b in pairwise(order)) == 1


def test_with_vectors_what_means_the_same_is_side_by_side():
    texts = ["a red", "b green", "a blue", "b black", "a pink", "b grey"]
    order = suggest(notes(texts), [], two_ways(texts))["order"]
    sides = [texts[int(id[1:])][0] for id in order]
    assert "".join(sides) in ("aaabbb", "bbbaaa")


def test_a_note_without_a_vector_turns_the_whole_board_to_words():
    vectors = two_ways(BOARD)
    vectors.pop(BOARD[2])
    assert suggest(notes(BOARD), THEMES, vectors) == suggest(notes(BOARD), THEMES)


@pytest.mark.parametrize("bad", [[float("nan"), 1.0], [1.0], []])
def test_odd_vectors_count_as_none(bad):
    vectors = two_ways([*BOARD, "Rakennus", "Ihmiset"]) | {BOARD[0]: bad}
    assert suggest(notes(BOARD), THEMES, vectors) == suggest(notes(BOARD), THEMES)


def test_a_board_without_notes_has_nothing_to_suggest():
    nothing = {"order": [], "stacks": [], "filing": {}, "sure": [], "names": []}
    assert suggest([], THEMES, two_ways(["Rakennus", "Ihmiset"])) == nothing
    assert suggest([], []) == nothing


# Stacks


@pytest.mark.parametrize("change", VARIANTS)
def test_case_and_punctuation_make_no_other_note(change):
    copies = [*BOARD, *map(change, BOARD)]
    assert stacked(*copies) == [[f"n{i}", f"n{i + 6}"] for i in range(6)]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("aukioloajat", "aukoloajat"),
        ("melu", "mleu"),
        ("kahvila aulaan", "kahvla aulaan"),
        ("ei ole aikaa lukea", "ie ole aikaa lukea"),
        ("longer opening hours", "longer openign huors"),
        ("hyvä idea", "HYVÄ  IDEAA"),
    ],
)
def test_a_slip_of_the_thumb_makes_no_other_note(text, typed):
    assert stacked(*BOARD, text, typed) == [["n6", "n7"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kirjaston aukioloajat", "kirjaston aukioloaika"),
        ("palautteen kerääminen asukkailta", "kerätään palautetta asukkailta"),
        ("asiakas kysely", "asiakaskyselyt"),
        ("hyödyn mittaaminen", "hyötyjen mittaus"),
        ("measuring how many people visit", "measure how many people visited"),
        ("möten med föräldrar", "möte med föräldrarna"),
    ],
)
def test_the_same_words_inflected_make_a_stack(one, other):
    assert stacked(*BOARD, one, other) == [["n6", "n7"]]


@pytest.mark.parametrize("pair", TWO_THOUGHTS.values(), ids=TWO_THOUGHTS)
def test_the_same_said_of_others_is_no_copy_however_alike_the_letters(pair):
    assert stacked(*BOARD, *pair) == []
    near = two_ways(BOARD) | {text: [1.0, 1.0] for text in pair}
    assert stacked(*BOARD, *pair, vectors=near) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("asukas on aina oikeassa", "asukas ei ole aina oikeassa"),
        ("we have time for this", "we have no time for this"),
        ("ehdotus 1 käyttöön", "ehdotus 2 käyttöön"),
    ],
)
def test_a_denial_and_a_number_make_another_note(one, other):
    assert stacked(*BOARD, one, other) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the workshops of 2013 are not beside us")
@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_staff_and_customers_of_2013_stay_apart_and_hardly_anything_is_stacked(language):
    boards = json.loads((SEEDS / f"2013-{language}.json").read_text("utf-8"))["boards"]
    for hat, board in boards.items():
        found = suggest(board["notes"], [])["stacks"]
        assert sum(len(one) - 1 for one in found) <= 2, hat
        assert not any({"black-05", "black-11"} <= set(stack) for stack in found)


# Filing and names


def test_a_name_that_was_typed_gathers_its_notes():
    found = suggest(notes(BOARD), THEMES)
    best = {id: themes[0] for id, themes in found["filing"].items()}
    assert [best[f"n{i}"] for i in range(6)] == ["house"] * 3 + ["people"] * 3
    assert all(sorted(themes) == ["house", "people"] for themes in found["filing"].values())


def test_the_surest_third_comes_first():
    found = suggest(notes([*BOARD, "hm"]), THEMES)
    assert found["sure"] == list(found["filing"])[:2]
    assert list(found["filing"])[-1] == "n6"


def test_only_loose_notes_are_filed_and_only_where_there_are_themes():
    themes = ["house", "", "gone"]
    assert set(suggest(notes(BOARD[:3], themes), THEMES)["filing"]) == {"n1", "n2"}
    assert suggest(notes(BOARD), [])["filing"] == {}
    assert suggest(notes(BOARD), [])["sure"] == []


def test_what_has_been_filed_helps_where_the_name_does_not():
    themes = [{"id": "t1", "name": "X"}, {"id": "t2", "name": "Y"}]
    texts = ["kahvila aulaan", "lainaajat jonottavat", "jonottaminen väsyttää", "kahvilan hinnat"]
    filed = suggest(notes(texts, ["t1", "t2"]), themes)["filing"]
    assert filed["n2"][0] == "t2"
    assert filed["n3"][0] == "t1"


def test_names_are_short_loose_notes_from_different_areas():
    texts = [*BOARD, "melu", "ihmiset " + "ja ihmiset " * 8]
    names = suggest(notes(texts, [""] * 5 + ["people"]), THEMES)["names"]
    assert len(names) == 3
    assert not {"n5", "n6", "n7"} & set(names)
    assert {texts[int(id[1:])][:4] for id in names[:2]} == {"rake", "ihmi"}


def test_the_same_notes_give_the_same_suggestions():
    shuffled = notes(BOARD * 3)
    random.Random(5).shuffle(shuffled)
    assert json.dumps(suggest(shuffled, THEMES)) == json.dumps(suggest(shuffled, THEMES))


odd = st.lists(
    st.one_of(
        st.sampled_from(
            ["", " ", "👍", "👩‍👩‍👧", "a", "...", "ei", "ja", "1", "x" * 2000, "ab " * 600]
        ),
        st.text(max_size=40),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(texts=odd, names=st.lists(st.text(max_size=10), max_size=3), data=st.data())
def test_no_text_is_too_odd(texts, names, data):
    themes = [{"id": f"t{i}", "name": name} for i, name in enumerate(names)]
    ids = ["", *(theme["id"] for theme in themes)]
    own = notes(texts, [data.draw(st.sampled_from(ids)) for _ in texts])
    found = suggest(own, themes)
    known = {note["id"] for note in own}
    assert sorted(found["order"]) == sorted(known)
    stacks = [id for stack in found["stacks"] for id in stack]
    assert len(stacks) == len(set(stacks))
    assert {*stacks, *found["filing"], *found["sure"], *found["names"]} <= known
    assert all(len(stack) > 1 for stack in found["stacks"])
    for statement in draft(own, themes, "fi"):
        assert set(statement["notes"]) <= known


def test_an_emoji_alone_is_a_copy_only_of_itself():
    assert stacked("👍", "👎", "👍") == [["n0", "n2"]]


def test_texts_are_compared_without_case_and_closing_marks():
    assert clean("  AIKA\tpuuttuu!! ") == "aika puuttuu"


# The draft

FILED = notes(BOARD, ["house"] * 3 + ["people"] * 3)


def told(notes, themes, language="en"):
    return draft(notes, themes, language)


def test_a_theme_is_told_in_its_notes_own_words_with_its_figures():
    themes = [THEMES[0] | {"votes": 1}, THEMES[1] | {"votes": 7}]
    people, house, own = told(FILED, themes)
    assert people["text"].startswith("Ihmiset (3 notes, 7 votes): “")
    assert house["text"].startswith("Rakennus (3 notes, 1 vote): “")
    assert own == {"text": "", "notes": []}
    texts = {note["id"]: note["text"] for note in FILED}
    assert [f"“{texts[id]}”" in people["text"] for id in people["notes"]] == [True, True, False]
    assert set(people["notes"]) == {"n3", "n4", "n5"}


def test_quotation_marks_and_numbers_follow_the_language():
    one, *_ = told(notes(BOARD[:1], ["house"]), THEMES, "fi")
    assert one["text"] == "Rakennus (1 lappu): ”rakennuksen ovi on raskas”."
    one, *_ = told(notes(BOARD[:1], ["house"]), THEMES, "en")
    assert one["text"] == "Rakennus (1 note): “rakennuksen ovi on raskas”."


def test_stars_come_before_votes_and_votes_before_size():
    themes = [{"id": f"t{i}", "name": f"Theme {i}", "votes": i} for i in range(4)]
    own = notes(
        [f"thought {i}" for i in range(9)], ["t0"] * 3 + ["t1", "t1", "t2", "t2", "t3", "t3"]
    )
    assert told(own, themes)[0]["text"].startswith("Theme 3 (2 notes, 3 votes): ")
    themes[1]["star"] = 1
    assert [one["text"][:7] for one in told(own, themes)][:2] == ["Theme 1", "Theme 3"]
    for theme in themes:
        theme.update(votes=0, star=0)
    assert told(own, themes)[0]["text"].startswith("Theme 0 (3 notes): ")


def test_a_starred_or_voted_note_is_quoted():
    own = [dict(note) for note in FILED]
    own[2]["star"] = 1
    own[5]["votes"] = 2
    house, people, _ = told(own, THEMES)
    if house["text"].startswith("Ihmiset"):
        house, people = people, house
    assert "n2" in house["notes"][:2]
    assert "n5" in people["notes"][:2]
    assert BOARD[2] in house["text"]
    assert BOARD[5] in people["text"]


def test_a_draft_is_short_even_where_notes_are_long():
    long = [f"{text}, {'and so on ' * 20}" for text in BOARD * 3]
    themes = [{"id": f"t{i}", "name": f"Theme {i}"} for i in range(6)]
    told_of = told(notes(long, [f"t{i % 6}" for i in range(18)]), themes)
    assert len(told_of) == 4
    assert sum(len(one["text"]) for one in told_of) < 450
    assert all("…”" in one["text"] for one in told_of[:-1])


def test_without_themes_the_notes_speak_for_themselves():
    own = notes(BOARD)
    own[4]["star"] = 1
    first, *others, last = told(own, [])
    assert first == {"text": f"“{BOARD[4]}”.", "notes": ["n4"]}
    assert 2 <= len(others) <= 3
    assert last == {"text": "", "notes": []}
    assert told([], []) == [{"text": "", "notes": []}]
