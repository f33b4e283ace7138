"""What the room concludes: statements that rest on notes, checked with everybody, and decisions."""

import pytest


@pytest.fixture
def room(workshop):
    """A revealed white board with three notes and a theme, and three phones."""
    workshop.phones = [workshop.join() for _ in range(3)]
    aino = workshop.phones[0]
    workshop.put_on("white")
    workshop.notes = [aino.writes(text, "white") for text in ("a survey", "a poll", "the logs")]
    workshop.reveal("white")
    workshop.desk.does("name_theme", id="theme-0000", hat="white", name="Asking")
    return workshop


def synthesis(screen):
    return screen.row("synthesis", "white") or {}


def write(room, *texts, **more):
    statements = [{"text": text, "notes": room.notes[:1]} for text in texts]
    room.desk.does("write_synthesis", hat="white", statements=statements, **more)


def check(room, checking=1):
    room.desk.does("check_synthesis", hat="white", checking=checking)
    for screen in (*room.phones, room.projector):
        screen.until(lambda s=screen: synthesis(s).get("checking") == checking)


def test_every_statement_keeps_the_notes_it_rests_on(room):
    one, two, three = room.notes
    statements = [
        {"text": "We ask a lot.", "notes": [one, two]},
        {"text": "We measure too.", "notes": [three, one]},
        {"text": "", "notes": []},
    ]
    room.desk.does("write_synthesis", hat="white", statements=statements, draft=1)
    room.projector.until(lambda: synthesis(room.projector))
    row = synthesis(room.projector)
    assert row["text"] == "We ask a lot. We measure too."
    assert row["notes"] == [one, two, three]
    assert (row["statements"], row["status"]) == (statements, "draft")


def test_a_statement_rests_only_on_notes_that_are_there(room):
    statements = [{"text": "So they say.", "notes": ["note-that-nobody-wrote"]}]
    answer = room.desk.asks("write_synthesis", hat="white", statements=statements)
    assert answer["refused"] == "not_found"
    for wrong in ("text", [{"text": "x", "who": "me"}], [1], [{"text": "x" * 4001, "notes": []}]):
        assert "refused" in room.desk.asks("write_synthesis", hat="white", statements=wrong)


def test_a_draft_becomes_edited_and_then_checked(room):
    write(room, "A proposal.", draft=1)
    room.desk.until(lambda: synthesis(room.desk).get("status") == "draft")
    write(room, "What we mean.")
    room.desk.until(lambda: synthesis(room.desk)["status"] == "edited")
    check(room)
    room.phones[0].does("agree", hat="white", agrees=1)
    check(room, 0)
    assert synthesis(room.projector)["status"] == "checked"
    write(room, "What I mean.")
    room.desk.until(lambda: synthesis(room.desk)["status"] == "edited")


def test_the_room_says_this_is_us_or_what_is_missing(room):
    write(room, "We ask a lot.")
    check(room)
    aino, eino, late = room.phones
    aino.does("agree", hat="white", agrees=1)
    eino.does("agree", hat="white", agrees=0, remark="And we listen.")
    room.desk.until(lambda: synthesis(room.desk)["answered"] == 2)
    assert (synthesis(room.desk)["agreeing"], synthesis(room.desk)["missing"]) == (1, 1)
    assert [row["remark"] for row in room.desk.all("agreement")] == ["And we listen."]
    for screen in (late, aino, room.projector):
        screen.until(lambda s=screen: synthesis(s)["answered"] == 2)
        assert "agreeing" not in synthesis(screen), "opinions stay independent while they are asked"
        assert "And we listen." not in [row["remark"] for row in screen.all("agreement")]
    check(room, 0)
    for screen in (late, aino, room.projector):
        screen.until(lambda s=screen: "And we listen." in [r["remark"] for r in s.all("agreement")])
        assert (synthesis(screen)["agreeing"], synthesis(screen)["missing"]) == (1, 1)


def test_a_remark_stays_until_it_is_answered_and_a_kept_one_for_good(room):
    write(room, "We ask a lot.")
    check(room)
    aino, eino, late = room.phones
    aino.does("agree", hat="white", agrees=0, remark="And we listen.")
    eino.does("agree", hat="white", agrees=0, remark="Not enough.")
    check(room, 0)

    def seen():
        return sorted(row["remark"] for row in late.all("agreement"))

    late.until(lambda: seen() == ["And we listen.", "Not enough."])
    ids = {row["remark"]: row["id"] for row in room.desk.all("agreement")}
    room.desk.does("settle_remark", id=ids["And we listen."], state="answered")
    room.desk.does("settle_remark", id=ids["Not enough."], state="kept")
    late.until(lambda: seen() == ["Not enough."])
    room.desk.does("settle_remark", id=ids["Not enough."], state="hidden")
    late.until(lambda: seen() == [])
    room.desk.until(lambda: synthesis(room.desk)["missing"] == 1)


def test_another_text_is_another_question(room):
    write(room, "We ask a lot.")
    check(room)
    aino, eino, _ = room.phones
    aino.does("agree", hat="white", agrees=1)
    eino.does("agree", hat="white", agrees=0, remark="And we listen.")
    write(room, "We ask and listen.")
    aino.until(lambda: aino.all("agreement") == [])
    room.desk.until(lambda: synthesis(room.desk)["agreeing"] == 0)
    assert [row["remark"] for row in room.desk.all("agreement")] == ["And we listen."]
    eino.does("agree", hat="white", agrees=1)
    room.desk.until(
        lambda: (synthesis(room.desk)["agreeing"], room.desk.all("agreement")) == (1, [])
    )


def test_nobody_is_asked_about_nothing(room):
    assert room.desk.asks("check_synthesis", hat="white", checking=1)["refused"] == "not_found"
    write(room, "We ask a lot.")
    answer = room.phones[0].asks("agree", hat="white", agrees=1)
    assert answer["refused"] == "not_checking"
    check(room)
    assert room.phones[0].asks("agree", hat="white", agrees=0, remark=" ")["refused"] == "empty"
    assert room.desk.asks("agree", hat="white", agrees=1)["refused"] == "not_allowed"


def test_outcomes_have_an_owner_a_day_and_what_they_rest_on(room):
    room.desk.does(
        "put_outcome",
        id="outcome-1",
        kind="action",
        text="Ask ten customers.",
        owner="Aino",
        due="2027-01-15",
        themes=["theme-0000"],
        notes=room.notes[:2],
    )
    phone = room.phones[1]
    phone.until(lambda: phone.row("outcome", "outcome-1"))
    row = phone.row("outcome", "outcome-1")
    assert (row["owner"], row["due"], row["themes"]) == ("Aino", "2027-01-15", ["theme-0000"])
    again = room.export("json").json()["outcomes"]
    assert again[0]["notes"] == room.notes[:2]
    for wrong in ({"due": "soon"}, {"themes": ["nothing-1"]}, {"kind": "wish"}, {"text": " "}):
        words = {"id": "outcome-2", "kind": "action", "text": "x"} | wrong
        assert "refused" in room.desk.asks("put_outcome", **words), wrong
    room.desk.does("remove_outcome", id="outcome-1")
    phone.until(lambda: not phone.all("outcome"))


def test_the_document_keeps_all_of_it(room, make):
    write(room, "We ask a lot.", "We measure too.")
    check(room)
    room.phones[0].does("agree", hat="white", agrees=1)
    room.phones[1].does("agree", hat="white", agrees=0, remark="And we listen.")
    check(room, 0)
    room.desk.does("set_star", kind="theme", id="theme-0000", star=1)
    room.desk.does("stack_notes", notes=room.notes[1:], stack=room.notes[1])
    room.desk.does("set_board", hat="white", lens="By who does it")
    words = {"id": "outcome-1", "kind": "decision", "text": "Yes.", "themes": ["theme-0000"]}
    room.desk.does("put_outcome", **words)
    document = room.export("json").json()
    board = document["boards"]["white"]
    assert board["lens"] == "By who does it"
    assert board["synthesis"]["agreeing"] == 1
    assert board["synthesis"]["remarks"] == [{"text": "And we listen.", "state": "open"}]
    assert len(board["synthesis"]["statements"]) == 2
    assert make(**document).export("json").json() == document


def test_a_remark_that_was_written_without_a_name_never_gets_one(make):
    workshop = make()
    anna = workshop.join("Anna")
    workshop.desk.does("write_synthesis", hat="white", text="So.", notes=[])
    workshop.put_on("white")
    workshop.reveal("white")
    workshop.desk.does("check_synthesis", hat="white", checking=1)
    anna.until(lambda: synthesis(anna).get("checking"))
    anna.does("agree", hat="white", agrees=0, remark="Not quite.")
    assert workshop.desk.asks("edit_workshop", named=1)["refused"] == "already_written"


def test_a_yes_to_a_text_that_has_changed_meanwhile_does_not_count(room):
    write(room, "We ask a lot.")
    check(room)
    write(room, "We never ask.")
    late = room.phones[0]
    answer = late.asks("agree", hat="white", agrees=1, text="We ask a lot.")
    assert answer["refused"] == "text_changed"
    late.does("agree", hat="white", agrees=1, text="We never ask.")


def test_nobody_is_counted_twice_when_authors_are_forgotten_while_the_room_is_asked(room):
    write(room, "We ask a lot.")
    check(room)
    for phone in room.phones:
        phone.does("agree", hat="white", agrees=1)
    room.desk.does("forget_authors")
    for phone in room.phones:
        phone.does("agree", hat="white", agrees=1)
    room.desk.until(lambda: synthesis(room.desk)["agreeing"] == 3)
    assert synthesis(room.desk)["answered"] == 3


def test_links_to_notes_that_were_withdrawn_are_let_go(room):
    one, two, _ = room.notes
    room.desk.does("open_round", id=room.round("white"))
    room.phones[0].does("withdraw_note", id=two)
    statements = [{"text": "We ask a lot.", "notes": [one, two]}]
    room.desk.does("write_synthesis", hat="white", statements=statements)
    room.desk.until(lambda: synthesis(room.desk).get("notes") == [one])
