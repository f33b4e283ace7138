"""The facilitator gathers notes into themes, and writes what they come to."""

import pytest


@pytest.fixture
def board(workshop):
    """A revealed white board with three notes and two themes."""
    phone = workshop.join()
    workshop.put_on("white")
    ids = [phone.writes(text, "white") for text in ("a survey", "a poll", "the logs")]
    workshop.reveal("white")
    for n, name in enumerate(("Asking", "Measuring")):
        workshop.desk.does("name_theme", id=f"theme-{n:04}", hat="white", name=name)
    workshop.desk.sees("a survey", "a poll", "the logs")
    workshop.notes = ids
    return workshop


def themes(screen):
    return {row["id"]: row["theme"] for row in screen.all("note")}


def test_filed_notes_are_under_their_theme_on_every_screen(board):
    one, two, _ = board.notes
    board.desk.does("file_notes", notes=[one, two], theme="theme-0000")
    for screen in (board.desk, board.projector):
        screen.until(lambda s=screen: themes(s)[one] == themes(s)[two] == "theme-0000")
    board.desk.does("file_notes", notes=[two], theme="")
    board.projector.until(lambda: themes(board.projector)[two] == "")


def test_a_theme_is_renamed_in_place(board):
    board.desk.does("name_theme", id="theme-0000", hat="white", name="Asking people")
    board.projector.until(
        lambda: board.projector.row("theme", "theme-0000")["name"] == "Asking people"
    )
    assert [row["id"] for row in board.desk.all("theme")] == ["theme-0000", "theme-0001"]


def test_merged_themes_keep_all_their_notes(board):
    one, two, three = board.notes
    board.desk.does("file_notes", notes=[one], theme="theme-0000")
    board.desk.does("file_notes", notes=[two], theme="theme-0001")
    board.desk.does("merge_themes", id="theme-0001", into="theme-0000")
    board.projector.until(lambda: themes(board.projector)[two] == "theme-0000")
    assert board.projector.row("theme", "theme-0001") is None
    assert themes(board.projector)[three] == ""


def test_a_dissolved_theme_leaves_its_notes_and_can_come_back(board):
    one, *_ = board.notes
    board.desk.does("file_notes", notes=[one], theme="theme-0000")
    board.desk.does("dissolve_theme", id="theme-0000")
    assert themes(board.desk)[one] == ""
    board.desk.does("name_theme", id="theme-0000", hat="white", name="Asking")
    board.desk.does("file_notes", notes=[one], theme="theme-0000")
    board.projector.until(lambda: themes(board.projector)[one] == "theme-0000")


def test_notes_stay_on_their_own_board(board):
    board.desk.does("name_theme", id="theme-red1", hat="red", name="Worry")
    answer = board.desk.asks("file_notes", notes=board.notes, theme="theme-red1")
    assert answer == {"refused": "bad_hat"}
    assert set(themes(board.desk).values()) == {""}


def test_themes_of_a_hidden_board_are_the_desks_alone(board):
    phone = board.join()
    board.desk.does("name_theme", id="theme-red1", hat="red", name="Worry")
    board.desk.until(lambda: board.desk.row("theme", "theme-red1"))
    board.put_on("red")
    for screen in (phone, board.projector):
        screen.until(lambda s=screen: s.row("round", board.round("red"))["state"] == "open")
        assert screen.row("theme", "theme-red1") is None


def test_a_synthesis_rests_on_notes_of_its_own_board(board):
    one, two, _ = board.notes
    board.desk.does("write_synthesis", hat="white", text="We ask a lot.", notes=[one, two])
    board.projector.until(lambda: board.projector.row("synthesis", "white"))
    synthesis = board.projector.row("synthesis", "white")
    assert (synthesis["text"], synthesis["notes"]) == ("We ask a lot.", [one, two])
    answer = board.desk.asks("write_synthesis", hat="red", text="x", notes=[one])
    assert answer == {"refused": "not_found"}


def test_saying_the_same_again_changes_nothing(board):
    one, *_ = board.notes
    words = [
        ("file_notes", {"notes": [one], "theme": "theme-0000"}),
        ("name_theme", {"id": "theme-0000", "hat": "white", "name": "Asking"}),
        ("write_synthesis", {"hat": "white", "text": "So.", "notes": [one]}),
        ("show", {"scene": "themes"}),
        ("hide_note", {"id": one, "hidden": 1}),
        ("reveal_round", {"id": board.round("white")}),
        ("dissolve_theme", {"id": "theme-0001"}),
        ("set_clock", {"id": board.round("red"), "remaining": 5000}),
    ]
    board.desk.does("open_round", id=board.round("red"))
    board.desk.does("open_round", id=board.round("white"))
    board.desk.does("reveal_round", id=board.round("white"))
    board.desk.does("open_round", id=board.round("red"))
    for action, given in words:
        first = board.desk.does(action, **given)
        assert board.desk.does(action, **given)["rev"] == first["rev"], action


def test_merging_sent_again_is_merging_once(board):
    board.desk.does("merge_themes", id="theme-0001", into="theme-0000")
    rev = board.desk.rev
    assert board.desk.does("merge_themes", id="theme-0001", into="theme-0000")["rev"] == rev


def test_a_note_and_a_theme_never_have_the_same_id(board):
    one, *_ = board.notes
    answer = board.desk.asks("name_theme", id=one, hat="white", name="x")
    assert answer["refused"] == "bad_id"
    phone = board.join()
    board.desk.does("open_round", id=board.round("white"))
    words = {"id": "theme-0000", "round": board.round("white"), "text": "x"}
    assert phone.asks("post_note", **words)["refused"] == "bad_id"
