"""Hat by hat: who may write, who may see, and what time it is."""


def test_a_new_workshop_waits_in_the_lobby_with_the_whole_sequence(workshop):
    (own,) = workshop.projector.all("workshop")
    assert (own["scene"], own["round"]) == ("lobby", "")
    rounds = sorted(workshop.projector.all("round"), key=lambda row: row["position"])
    hats = [row["hat"] for row in rounds]
    assert hats == ["blue", "white", "red", "black", "yellow", "green", "blue"]
    assert all(row["state"] == "waiting" and row["prompt"] for row in rounds)


def test_opening_a_hat_reaches_every_screen_with_the_servers_end_time(workshop):
    phone = workshop.join()
    workshop.put_on("white")
    for screen in (phone, workshop.projector, workshop.desk):
        screen.until(lambda s=screen: s.all("workshop")[0]["scene"] == "round")
        round = screen.row("round", screen.all("workshop")[0]["round"])
        assert (round["hat"], round["state"]) == ("white", "open")
        assert round["ends_at"] == round["opened_at"] + 5 * 60_000


def test_nobody_else_sees_a_note_before_the_reveal_but_everybody_the_count(workshop):
    aino, eino = workshop.join("Aino"), workshop.join("Eino")
    workshop.put_on("red")
    aino.writes("worried", "red")
    for screen in (eino, workshop.projector, workshop.desk):
        screen.until(lambda s=screen: s.row("round", workshop.round("red"))["notes"] == 1)
        assert screen.notes() == []
    aino.sees("worried")
    workshop.reveal("red")
    for screen in (aino, eino, workshop.projector, workshop.desk):
        screen.sees("worried")


def test_two_notes_of_one_person_count_as_one_writer(workshop):
    aino = workshop.join()
    workshop.put_on("white")
    aino.writes("one", "white")
    aino.writes("two", "white")
    round = workshop.round("white")
    workshop.desk.until(lambda: workshop.desk.row("round", round)["notes"] == 2)
    assert workshop.desk.row("round", round)["writers"] == 1


def test_a_note_is_edited_and_withdrawn_by_its_author_alone(workshop):
    aino, eino = workshop.join(), workshop.join()
    workshop.put_on("white")
    note = aino.writes("a survy", "white")
    assert eino.asks("edit_note", id=note, text="hah")["refused"] == "not_yours"
    assert eino.asks("withdraw_note", id=note)["refused"] == "not_yours"
    aino.does("edit_note", id=note, text="a survey")
    aino.sees("a survey")
    aino.does("withdraw_note", id=note)
    aino.sees()
    workshop.reveal("white")
    workshop.desk.sees()


def test_a_note_sent_twice_is_one_note(workshop):
    aino = workshop.join()
    workshop.put_on("white")
    note = aino.writes("once", "white")
    before = aino.rev
    assert aino.asks("post_note", id=note, round=workshop.round("white"), text="once")["ok"]
    aino.sees("once")
    assert aino.asks("rename_me", name="Aino")["rev"] == before + 1  # the second post wrote nothing


def test_a_hat_that_is_not_on_takes_no_notes(workshop):
    aino = workshop.join()
    round = workshop.round("green")
    answer = aino.asks("post_note", id="a-green-note", round=round, text="soon")
    assert answer == {"refused": "round_closed"}
    blue = aino.asks("post_note", id="a-blue-note-1", round=workshop.round("blue"), text="mine")
    assert blue == {"refused": "bad_hat"}


def test_a_note_begun_under_a_hat_stays_with_that_hat(workshop):
    aino = workshop.join()
    workshop.put_on("white")
    aino.until(lambda: aino.row("round", workshop.round("white"))["state"] == "open")
    begun = aino.row("round", workshop.round("white"))["opened_at"] + 10
    workshop.put_on("red")
    aino.writes("still a fact", "white", begun=begun)
    (note,) = aino.all("note")
    assert note["hat"] == "white"


def test_one_hat_at_a_time_and_what_was_hidden_stays_hidden(workshop):
    aino = workshop.join()
    workshop.put_on("white")
    aino.writes("a fact", "white")
    workshop.put_on("red")
    states = {
        row["hat"]: row["state"] for row in workshop.desk.all("round") if row["hat"] != "blue"
    }
    assert (states["white"], states["red"]) == ("closed", "open")
    assert workshop.projector.notes() == []


def test_a_reopened_hat_hides_its_notes_again_and_loses_none(workshop):
    aino, eino = workshop.join(), workshop.join()
    workshop.put_on("white")
    aino.writes("first", "white")
    workshop.reveal("white")
    eino.sees("first")
    workshop.put_on("white")
    eino.sees()
    workshop.projector.sees()
    eino.writes("second", "white")
    eino.sees("second")
    workshop.reveal("white")
    for screen in (aino, eino, workshop.projector, workshop.desk):
        screen.sees("first", "second")


def test_a_round_that_shows_notes_at_once_does(make):
    workshop = make(sequence=[{"hat": "green", "minutes": 5, "at_once": True}])
    aino, eino = workshop.join(), workshop.join()
    workshop.put_on("green")
    aino.writes("a boat", "green")
    eino.sees("a boat")
    workshop.projector.sees("a boat")


def test_the_clock_stops_and_goes_on(workshop):
    workshop.put_on("white")
    round = workshop.round("white")
    workshop.desk.does("set_clock", id=round, remaining=90_000)
    workshop.projector.until(lambda: workshop.projector.row("round", round)["remaining"] == 90_000)
    assert workshop.projector.row("round", round)["ends_at"] == 0
    later = workshop.desk.row("round", round)["opened_at"] + 600_000
    workshop.desk.does("set_clock", id=round, ends_at=later)
    workshop.projector.until(lambda: workshop.projector.row("round", round)["ends_at"] == later)


def test_a_hidden_note_leaves_every_screen_but_the_desk_and_its_authors(workshop):
    aino, eino = workshop.join(), workshop.join()
    workshop.put_on("red")
    note = aino.writes("rude", "red")
    workshop.reveal("red")
    eino.sees("rude")
    workshop.desk.does("hide_note", id=note, hidden=1)
    eino.sees()
    workshop.projector.sees()
    aino.until(lambda: (aino.row("note", note) or {}).get("hidden") == 1)
    assert workshop.desk.row("note", note)["hidden"] == 1
    workshop.desk.does("hide_note", id=note, hidden=0)
    eino.sees("rude")


def test_only_the_desk_facilitates(workshop):
    aino = workshop.join()
    round = workshop.round("white")
    for screen in (aino, workshop.projector):
        for action, words in {
            "open_round": {"id": round},
            "reveal_round": {"id": round},
            "show": {"scene": "lobby"},
            "edit_workshop": {"title": "mine"},
            "name_theme": {"id": "theme-000001", "hat": "white", "name": "x"},
            "write_synthesis": {"hat": "white", "text": "x", "notes": []},
            "forget_authors": {},
        }.items():
            assert screen.asks(action, **words) == {"refused": "not_allowed"}, action
    refused = workshop.desk.asks("post_note", id="from-the-desk", round=round, text="x")
    assert refused == {"refused": "not_allowed"}


def test_the_sequence_changes_as_the_workshop_goes(workshop):
    desk = workshop.desk
    new = {"hat": "green", "prompt": "How do we avoid the risks?", "minutes": 4, "position": 4}
    desk.does("put_round", id="green-on-black", **new)
    phone = workshop.join()
    assert phone.row("round", "green-on-black")["prompt"] == "How do we avoid the risks?"
    desk.does("remove_round", id="green-on-black")
    phone.until(lambda: phone.row("round", "green-on-black") is None)
    workshop.put_on("white")
    phone.writes("kept", "white")
    answer = desk.asks("remove_round", id=workshop.round("white"))
    assert answer == {"refused": "round_has_notes"}


def test_an_earlier_hat_is_looked_at_again_without_hiding_anything(workshop):
    aino = workshop.join()
    for hat in ("white", "red"):
        workshop.put_on(hat)
        aino.writes(f"about {hat}", hat)
        workshop.reveal(hat)
    white = workshop.round("white")
    workshop.desk.does("show", scene="round", round=white)
    workshop.projector.until(lambda: workshop.projector.all("workshop")[0]["round"] == white)
    workshop.projector.sees("about white", "about red")
    workshop.put_on("black")
    answer = workshop.desk.asks("show", scene="round", round=white)
    assert answer == {"refused": "round_open"}, "phones write under the hat that is on"
