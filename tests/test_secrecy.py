"""No unrevealed or hidden text, and no author, gets out: every route, every event, every file."""

import io
import itertools
import json
import re
import zipfile

import pypdfium2
import pytest
import requests
from people import wait_for

from workshop import exporting, pdf, store
from workshop.actions import SPOKEN, create_workshop
from workshop.audience import Audience

WAITING, HIDDEN, SHOWN = "still-waiting-secret", "hidden-away-secret", "for-everybody"
AUTHOR = "Aino-the-author"
ENDINGS = [ending for ending in exporting.ENDINGS if pdf.at_hand() or ending != "pdf"]


@pytest.fixture
def room(make):
    """Aino wrote three notes: one is revealed, one revealed and hidden, one still waits."""
    workshop = make(question="Who reads this?")
    workshop.aino, workshop.eino = workshop.join(AUTHOR), workshop.join("Eino")
    workshop.put_on("white")
    workshop.aino.writes(SHOWN, "white")
    hidden = workshop.aino.writes(HIDDEN, "white")
    workshop.reveal("white")
    workshop.desk.does("hide_note", id=hidden, hidden=1)
    workshop.put_on("red")
    workshop.aino.writes(WAITING, "red")
    for screen in workshop.screens:
        screen.until(lambda s=screen: (s.row("round", workshop.round("red")) or {})["notes"] == 1)
    (who,) = [row for row in workshop.desk.all("participant") if row["name"] == AUTHOR]
    workshop.author_id = who["id"]
    return workshop


def spoken(screen):
    return json.dumps([screen.heard, list(screen.rows.values())])


def test_frames_carry_no_secret_to_others(room):
    for screen in (room.eino, room.projector):
        assert SHOWN in spoken(screen)
        for secret in (WAITING, AUTHOR, room.author_id):
            assert secret not in spoken(screen)
    assert HIDDEN not in json.dumps(list(room.eino.rows.values()))
    assert HIDDEN not in json.dumps(list(room.projector.rows.values()))


def test_a_page_opened_later_never_hears_of_what_is_hidden(room):
    late = room.join("Late")
    projector = room.open(room.links["projector_ticket"])
    for screen in (late, projector):
        screen.sees(SHOWN)
        assert not re.search(f"{WAITING}|{HIDDEN}|{AUTHOR}|{room.author_id}", spoken(screen))


def test_not_even_the_desk_learns_who_wrote_what_or_what_waits(room):
    assert WAITING not in spoken(room.desk)
    notes = room.desk.all("note")
    assert {note["text"] for note in notes} == {SHOWN, HIDDEN}
    assert not any("author" in note or "mine" in note for note in notes)
    assert room.author_id not in json.dumps(notes)


def test_phones_do_not_even_learn_that_a_waiting_note_exists(room):
    (waiting,) = [row["id"] for row in room.aino.all("note") if row["text"] == WAITING]
    for screen in (room.eino, room.projector, room.desk):
        assert waiting not in spoken(screen)


def test_every_route_keeps_the_secrets_from_everybody_else(room, app):
    tickets = [None, room.eino.ticket, room.links["projector_ticket"], room.links["desk_ticket"]]
    places = {"code": room.code, "token": room.links["join_url"].rsplit("/", 1)[1]}
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    assert len(rules) > 10
    order = requests.post(
        f"{room.server.url}/api/workshops/{room.code}/exports",
        json={"format": "zip"},
        headers={"Authorization": f"Bearer {room.links['desk_ticket']}"},
        timeout=60,
    ).json()["id"]
    for rule, ticket in itertools.product(rules, tickets):
        for ending in ENDINGS if "ending" in rule.arguments else ("",):
            path = rule.rule
            for name, value in {**places, "ending": ending, "id": order}.items():
                path = re.sub(rf"<(\w+:)?{name}>", value, path)
            for method in rule.methods - {"OPTIONS", "HEAD"}:
                answer = requests.request(
                    method,
                    room.server.url + path,
                    headers={"Authorization": f"Bearer {ticket}"} if ticket else {},
                    timeout=60,
                )
                body = plain(answer.content)
                found = re.findall(f"{WAITING}|{HIDDEN}|{room.author_id}".encode(), body)
                desk_rows = ticket == room.links["desk_ticket"] and path.endswith("/rows")
                allowed = {HIDDEN.encode(), room.author_id.encode()} if desk_rows else set()
                assert set(found) <= allowed, (method, path, ticket)


def test_every_event_keeps_the_secrets_from_everybody_else(room):
    (waiting,) = [row["id"] for row in room.aino.all("note") if row["text"] == WAITING]
    words = {"id": waiting, "round": room.round("red"), "text": "x", "since": 0, "epoch": ""}
    for screen, event in itertools.product((room.eino, room.projector), [*SPOKEN, "catch_up", "?"]):
        for message in ({}, {"id": waiting}, words, {"notes": [waiting], "theme": ""}):
            answer = json.dumps(screen.socket.call(event, message, timeout=20))
            assert not re.search(f"{WAITING}|{HIDDEN}|{AUTHOR}|{room.author_id}", answer), event


@pytest.mark.parametrize("ending", ENDINGS)
def test_exports_leave_out_what_is_hidden_what_waits_and_who_wrote(room, ending):
    answer = room.export(ending)
    assert answer.status_code == 200, answer.text
    body = plain(answer.content)
    assert SHOWN.encode() in body
    for secret in (WAITING, HIDDEN, AUTHOR, room.author_id):
        assert secret.encode() not in body


def test_a_named_workshop_shows_names_and_says_so(make):
    workshop = make(named=True)
    aino, eino = workshop.join("Aino"), workshop.join()
    workshop.put_on("white")
    aino.writes("signed", "white")
    assert eino.all("note") == []
    workshop.reveal("white")
    eino.sees("signed")
    assert eino.all("note")[0]["author"] == "Aino"
    aino.does("rename_me", name="Aino K")
    eino.until(lambda: eino.all("note")[0]["author"] == "Aino K")
    assert workshop.export("json").json()["boards"]["white"]["notes"][0]["author"] == "Aino K"


def test_taking_a_name_tells_nobody_whose_notes_are_whose(room):
    for screen in room.screens:
        screen.heard.clear()
    room.aino.does("rename_me", name="Renamed")
    room.desk.until(lambda: "Renamed" in spoken(room.desk))
    for screen in (room.desk, room.projector, room.eino):
        told = [row for frame in screen.heard for row in frame.get("rows", [])]
        assert not [row for row in told if row[0] == "note"]


def test_removing_a_round_shows_nothing_of_its_board(make):
    workshop = make(sequence=[{"hat": "red", "minutes": 1, "at_once": True}, {"hat": "white"}])
    workshop.desk.does("name_theme", id="theme-red1", hat="red", name="still ours alone")
    workshop.desk.does("remove_round", id=workshop.round("red"))
    late = workshop.open(workshop.links["projector_ticket"])
    assert "still ours alone" not in spoken(late) + spoken(workshop.projector)


def test_what_is_read_for_a_frame_belongs_to_one_moment(tmp_path):
    store.prepare(tmp_path / "one.db")
    writing = store.connect(tmp_path / "one.db", writing=True)
    reading = store.connect(tmp_path / "one.db")
    desk = Audience("", "desk")
    code = create_workshop(writing, desk, document={"question": "?"})["id"]
    with store.at_one_moment(reading):
        before = store.revision(reading, code)
        SPOKEN["open_round"](writing, Audience(code, "desk"), id="round-02")
        assert store.revision(reading, code) == before
        assert store.get(reading, code, "round", "round-02")["state"] == "waiting"
    assert store.revision(reading, code) > before
    writing.close()
    reading.close()


def test_forgetting_authors_cuts_the_link_for_good(room, make):
    room.desk.does("forget_authors")
    room.aino.until(lambda: not any("mine" in note for note in room.aino.all("note")))
    note = next(note for note in room.desk.all("note") if note["text"] == SHOWN)
    assert room.aino.asks("edit_note", id=note["id"], text="x")["refused"] == "not_yours"
    again = {"id": note["id"], "round": room.round("white"), "text": SHOWN}
    assert room.aino.asks("post_note", **again)["ok"], "a phone may still send what it has sent"
    assert [row["text"] for row in room.desk.all("note")].count(SHOWN) == 1
    files = b"".join(path.read_bytes() for path in room.server.data.glob("hattupaja.db*"))
    rows = sum(files.count(part) for part in (room.author_id.encode(),))
    assert rows <= 2, "only the participant's own row, once in the table and once in its index"


def test_one_workshop_never_hears_of_another(make):
    here, there = make(question="Here?"), make(question="There?")
    here.put_on("white")
    writer = here.join()
    there.put_on("white")
    writer.writes("only here", "white")
    here.reveal("white")
    writer.sees("only here")
    stranger = there.join()
    assert "only here" not in spoken(stranger) + spoken(there.desk) + spoken(there.projector)
    address = f"{here.server.url}/api/workshops/{here.code}/rows"
    said, signed = writer.ticket.rsplit(".", 1)
    forged = f"{said}.{'B' if signed[0] == 'A' else 'A'}{signed[1:]}"
    for ticket in (there.links["desk_ticket"], "made-up", forged):
        answer = requests.get(address, headers={"Authorization": f"Bearer {ticket}"}, timeout=20)
        assert (answer.status_code, answer.json()["error"]) == (401, "bad_ticket")


def test_an_ordered_file_leaves_out_the_same(room):
    headers = {"Authorization": f"Bearer {room.links['desk_ticket']}"}
    address = f"{room.server.url}/api/workshops/{room.code}/exports"
    made = requests.post(address, json={"format": "zip"}, headers=headers, timeout=60).json()
    here = f"{address}/{made['id']}"
    wait_for(lambda: requests.get(here, headers=headers, timeout=60).json()["state"] == "done")
    body = plain(requests.get(f"{here}/file", headers=headers, timeout=60).content)
    assert SHOWN.encode() in body
    for secret in (WAITING, HIDDEN, AUTHOR, room.author_id):
        assert secret.encode() not in body


def plain(body):
    """What is in a file, unpacked where it is packed."""
    if body[:4] == b"%PDF":
        document = pypdfium2.PdfDocument(body)
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return "\n".join(texts).encode()
    if body[:2] != b"PK":
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        return b"\n".join(plain(package.read(name)) for name in package.namelist())
