"""The room weighs: everybody has the same votes, and nobody sees a count too early."""

import pytest


@pytest.fixture
def vote(workshop):
    """A revealed white board with two notes and three themes, and two phones."""
    aino, eino = workshop.join(), workshop.join()
    workshop.put_on("white")
    workshop.notes = [aino.writes("a survey", "white"), eino.writes("the logs", "white")]
    workshop.reveal("white")
    for n, name in enumerate(("Asking", "Measuring", "Guessing")):
        workshop.desk.does("name_theme", id=f"theme-{n:04}", hat="white", name=name)
    workshop.aino, workshop.eino = aino, eino
    return workshop


def begin(vote, **terms):
    given = {"hat": "white", "voted_on": "themes", "budget": 2, "several": 0} | terms
    vote.desk.does("open_voting", **given)
    for phone in (vote.aino, vote.eino):
        phone.until(lambda p=phone: board(p).get("voting") == "open")


def board(screen):
    return screen.row("board", "white") or {}


def tally(screen, kind="theme"):
    return {row["id"]: row["votes"] for row in screen.all(kind)}


def test_counts_are_hidden_from_everybody_until_voting_closes(vote):
    begin(vote)
    vote.aino.does("set_votes", target="theme-0000", votes=1)
    vote.eino.does("set_votes", target="theme-0000", votes=1)
    for screen in (vote.desk, vote.projector, vote.eino):
        screen.until(lambda s=screen: board(s)["voters"] == 2, "how many have voted")
        assert set(tally(screen).values()) == {0}
    vote.desk.does("close_voting", hat="white")
    for screen in (vote.desk, vote.projector, vote.eino):
        screen.until(lambda s=screen: tally(s)["theme-0000"] == 2)
    assert tally(vote.desk) == {"theme-0000": 2, "theme-0001": 0, "theme-0002": 0}


def test_a_vote_is_known_to_its_giver_alone(vote):
    begin(vote)
    vote.aino.does("set_votes", target="theme-0001", votes=1)
    vote.aino.until(lambda: [row["target"] for row in vote.aino.all("vote")] == ["theme-0001"])
    vote.desk.does("close_voting", hat="white")
    for screen in (vote.desk, vote.projector, vote.eino):
        screen.until(lambda s=screen: board(s)["voting"] == "closed")
        assert screen.all("vote") == []


def test_nobody_has_more_votes_than_the_others(vote):
    begin(vote)
    assert vote.aino.asks("set_votes", target="theme-0000", votes=2)["refused"] == "one_vote_each"
    vote.aino.does("set_votes", target="theme-0000", votes=1)
    vote.aino.does("set_votes", target="theme-0001", votes=1)
    assert vote.aino.asks("set_votes", target="theme-0002", votes=1)["refused"] == "no_votes_left"
    vote.aino.does("set_votes", target="theme-0000", votes=0)
    vote.aino.does("set_votes", target="theme-0002", votes=1)
    vote.desk.does("close_voting", hat="white")
    vote.desk.until(lambda: tally(vote.desk) == dict.fromkeys(("theme-0001", "theme-0002"), 1)
                    | {"theme-0000": 0})  # fmt: skip


def test_several_votes_may_go_to_one_where_the_facilitator_says_so(vote):
    begin(vote, budget=3, several=1)
    vote.aino.does("set_votes", target="theme-0000", votes=3)
    vote.desk.does("close_voting", hat="white")
    vote.desk.until(lambda: tally(vote.desk)["theme-0000"] == 3)


def test_single_notes_can_be_voted_on(vote):
    begin(vote, voted_on="notes")
    assert vote.aino.asks("set_votes", target="theme-0000", votes=1)["refused"] == "voting_closed"
    vote.aino.does("set_votes", target=vote.notes[1], votes=1)
    vote.desk.does("close_voting", hat="white")
    vote.projector.until(lambda: tally(vote.projector, "note")[vote.notes[1]] == 1)


def test_a_vote_can_be_taken_back_from_a_note_that_was_hidden_since(vote):
    begin(vote, voted_on="notes", budget=1)
    vote.aino.does("set_votes", target=vote.notes[1], votes=1)
    vote.desk.does("hide_note", id=vote.notes[1], hidden=1)
    assert vote.aino.asks("set_votes", target=vote.notes[0], votes=1)["refused"] == "no_votes_left"
    vote.aino.does("set_votes", target=vote.notes[1], votes=0)
    vote.aino.does("set_votes", target=vote.notes[0], votes=1)


def test_a_closing_can_be_undone_without_losing_a_vote(vote):
    begin(vote)
    vote.aino.does("set_votes", target="theme-0000", votes=1)
    vote.desk.does("close_voting", hat="white")
    vote.desk.until(lambda: tally(vote.desk)["theme-0000"] == 1)
    assert vote.eino.asks("set_votes", target="theme-0000", votes=1)["refused"] == "voting_closed"
    begin(vote)
    vote.projector.until(lambda: tally(vote.projector)["theme-0000"] == 0)
    vote.eino.does("set_votes", target="theme-0000", votes=1)
    vote.desk.does("close_voting", hat="white")
    vote.projector.until(lambda: tally(vote.projector)["theme-0000"] == 2)


def test_other_terms_begin_a_vote_anew(vote):
    begin(vote)
    vote.aino.does("set_votes", target="theme-0000", votes=1)
    begin(vote, budget=3)
    vote.aino.until(lambda: vote.aino.all("vote") == [])
    vote.desk.does("close_voting", hat="white")
    assert set(tally(vote.desk).values()) == {0}


def test_themes_are_not_regrouped_under_peoples_votes(vote):
    begin(vote)
    answer = vote.desk.asks("merge_themes", id="theme-0001", into="theme-0000")
    assert answer["refused"] == "voted_on"
    assert vote.desk.asks("dissolve_theme", id="theme-0001")["refused"] == "voted_on"
    vote.desk.does("cancel_voting", hat="white")
    vote.desk.does("merge_themes", id="theme-0001", into="theme-0000")


def test_only_participants_vote_and_only_while_it_is_open(vote):
    assert vote.aino.asks("set_votes", target="theme-0000", votes=1)["refused"] == "voting_closed"
    begin(vote)
    assert vote.desk.asks("set_votes", target="theme-0000", votes=1)["refused"] == "not_allowed"
    assert vote.aino.asks("close_voting", hat="white")["refused"] == "not_allowed"
    vote.desk.does("name_theme", id="theme-red1", hat="red", name="Unseen")
    assert vote.aino.asks("set_votes", target="theme-red1", votes=1)["refused"] == "voting_closed"


def test_there_must_be_something_to_vote_on(workshop):
    words = {"hat": "red", "voted_on": "themes", "budget": 3}
    assert workshop.desk.asks("open_voting", **words)["refused"] == "nothing_to_vote_on"


def test_tallies_outlive_the_forgetting_of_who_voted(vote):
    begin(vote)
    vote.aino.does("set_votes", target="theme-0000", votes=1)
    vote.desk.does("close_voting", hat="white")
    vote.desk.does("forget_authors")
    vote.aino.until(lambda: vote.aino.all("vote") == [])
    assert tally(vote.desk)["theme-0000"] == 1


def test_many_hands_file_their_own_notes_or_everybodys(vote):
    mine, theirs = vote.notes
    words = {"notes": [mine], "theme": "theme-0000"}
    assert vote.aino.asks("file_notes", **words)["refused"] == "not_allowed"
    vote.desk.does("set_board", hat="white", hands="own", lens="By who does it")
    vote.aino.until(lambda: board(vote.aino).get("lens") == "By who does it")
    vote.aino.does("file_notes", **words)
    vote.desk.until(lambda: vote.desk.row("note", mine)["theme"] == "theme-0000")
    answer = vote.aino.asks("file_notes", notes=[theirs], theme="theme-0000")
    assert answer["refused"] == "not_yours"
    vote.desk.does("set_board", hat="white", hands="all")
    vote.aino.does("file_notes", notes=[theirs], theme="theme-0001")
    vote.desk.until(lambda: vote.desk.row("note", theirs)["theme"] == "theme-0001")


def test_stacked_notes_stay_notes_of_their_own(vote):
    one, two = vote.notes
    vote.desk.does("stack_notes", notes=[one, two], stack=one)
    vote.projector.until(lambda: {row["stack"] for row in vote.projector.all("note")} == {one})
    assert sorted(vote.projector.notes()) == ["a survey", "the logs"]
    vote.desk.does("stack_notes", notes=[one, two], stack="")
    vote.projector.until(lambda: {row["stack"] for row in vote.projector.all("note")} == {""})


def test_stars_are_the_facilitators_alone(vote):
    vote.desk.does("set_star", kind="theme", id="theme-0000", star=1)
    vote.desk.does("set_star", kind="note", id=vote.notes[0], star=1)
    starred = {"theme-0000", vote.notes[0]}
    vote.desk.until(lambda: {row["id"] for row in vote.desk.all("star")} == starred)
    for screen in (vote.aino, vote.projector):
        screen.until(lambda s=screen: s.rev >= vote.desk.rev)
        assert screen.all("star") == []
        assert screen.heard[-1].get("rows", []) == [], "not even that something has changed"
