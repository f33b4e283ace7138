"""What the desk is offered: from what it may see, beside the live room, and told honestly."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests
from people import Server, wait_for

NOTES = ["auki illalla", "auki sunnuntaina", "lukupiiri", "konsertti illalla"]


@pytest.fixture
def board(workshop):
    """A revealed white board with four notes and two themes."""
    phone = workshop.join()
    workshop.put_on("white")
    workshop.notes = [phone.writes(text, "white") for text in NOTES]
    workshop.reveal("white")
    for n, name in enumerate(("Auki", "Tapahtumat")):
        workshop.desk.does("name_theme", id=f"theme-{n:04}", hat="white", name=name)
    workshop.phone = phone
    return workshop


def asked(workshop, what="suggestions", hat="white", ticket=None, method="GET"):
    address = f"{workshop.server.url}/api/workshops/{workshop.code}/boards/{hat}/{what}"
    headers = {"Authorization": f"Bearer {ticket or workshop.links['desk_ticket']}"}
    return requests.request(method, address, headers=headers, timeout=60)


def test_the_desk_is_offered_an_order_and_themes_and_nothing_is_filed(board):
    offer = asked(board).json()
    assert sorted(offer["order"]) == sorted(board.notes)
    assert set(offer["filing"]) == set(board.notes)
    assert offer["filing"][board.notes[0]][0] == "theme-0000"
    assert offer["engine"] in ("words", "meaning")
    assert {row["theme"] for row in board.desk.all("note")} == {""}


def test_each_filing_is_learnt_from(board):
    board.desk.does("file_notes", notes=[board.notes[0]], theme="theme-0001")
    offer = asked(board).json()
    assert set(offer["filing"]) == set(board.notes[1:])
    assert offer["rev"] == board.desk.rev


def test_suggestions_are_the_desks_alone(board):
    for ticket in (board.phone.ticket, board.links["projector_ticket"], "made-up"):
        for what, method in (("suggestions", "GET"), ("draft", "GET"), ("draft", "POST")):
            assert asked(board, what, ticket=ticket, method=method).status_code in (401, 403)
    assert asked(board, hat="blue").json()["error"] == "bad_hat"


def test_nothing_is_suggested_from_notes_that_wait_or_are_hidden(board):
    board.desk.does("hide_note", id=board.notes[0], hidden=1)
    board.put_on("red")
    board.phone.writes("pelottaa", "red")
    assert board.notes[0] not in asked(board).text
    assert asked(board, hat="red").json()["order"] == []
    assert "pelottaa" not in asked(board, "draft", hat="red").text


def test_every_sentence_of_a_draft_rests_on_notes_that_are_there(board):
    board.desk.does("file_notes", notes=board.notes[:2], theme="theme-0000")
    statements = asked(board, "draft").json()["statements"]
    assert statements[0]["text"].startswith("Auki (2 lappua): ”auki ")
    assert set(statements[0]["notes"]) == set(board.notes[:2])
    assert statements[-1] == {"text": "", "notes": []}, "a line for the facilitator's own"
    board.desk.does("write_synthesis", hat="white", statements=statements, draft=1)


def test_without_a_model_none_is_asked(board):
    assert asked(board, "draft", method="POST").json()["error"] == "no_model"
    assert not asked(board).json()["drafts"]


class Model(BaseHTTPRequestHandler):
    """A server that speaks as OpenAI's does, and remembers what it was told."""

    heard, sentences = (), ()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.heard.append(body)
        if self.path.endswith("/embeddings"):
            texts = json.loads(body)["input"]
            answer = {"data": [{"embedding": [len(text), 1.0, text.count("a")]} for text in texts]}
        else:
            said = json.dumps({"sentences": self.sentences})
            answer = {"choices": [{"message": {"content": said}}]}
        blob = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(blob)))
        self.end_headers()
        self.wfile.write(blob)

    def log_message(self, *_words):
        pass


@contextmanager
def a_model(sentences=()):
    handler = type("One", (Model,), {"heard": [], "sentences": list(sentences)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield handler, f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@contextmanager
def a_server(tmp_path, mode, **urls):
    server = Server(tmp_path / "data", mode, more=[f"--{name}={url}" for name, url in urls.items()])
    server.start()
    yield server
    server.stop()


def written(server):
    workshop = server.workshop()
    phone = workshop.join()
    workshop.put_on("white")
    workshop.notes = [phone.writes(text, "white") for text in NOTES]
    return workshop


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
def test_another_computer_hears_of_notes_only_when_the_desk_may_read_them(tmp_path, mode):
    with a_model() as (model, url), a_server(tmp_path, mode, embeddings=url) as server:
        workshop = written(server)
        workshop.desk.does("hide_note", id=workshop.notes[3], hidden=1)
        asked(workshop)
        assert not any("auki" in body for body in model.heard)
        workshop.reveal("white")
        wait_for(lambda: asked(workshop).json()["engine"] == "meaning", "meanings of all notes")
        told = "".join(model.heard)
        assert all(text in told for text in NOTES[:3])
        assert NOTES[3] not in told
        workshop.close()


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
def test_a_model_may_write_a_draft_but_not_invent_notes(tmp_path, mode):
    with a_model() as (model, url), a_server(tmp_path, mode, drafts=url) as server:
        workshop = written(server)
        workshop.reveal("white")
        model.sentences += [
            {"text": "We want evenings.", "notes": [workshop.notes[0], "note-of-nobody"]},
            {"text": "Everybody loves us.", "notes": ["note-of-nobody"]},
        ]
        assert model.heard == [], "nothing is sent before somebody asks"
        assert asked(workshop).json()["drafts"]
        statements = asked(workshop, "draft", method="POST").json()["statements"]
        said = [one for one in statements if one["text"]]
        assert said == [{"text": "We want evenings.", "notes": [workshop.notes[0]]}]
        assert asked(workshop).json()["engine"] in ("words", "meaning")
        workshop.close()


def test_a_model_that_is_away_costs_nothing_but_its_draft(tmp_path):
    with a_server(
        tmp_path, "eventlet", drafts="http://127.0.0.1:9/v1", embeddings="http://127.0.0.1:9/v1"
    ) as server:
        workshop = written(server)
        workshop.reveal("white")
        assert asked(workshop).json()["engine"] == "words"
        answer = asked(workshop, "draft", method="POST")
        assert (answer.status_code, answer.json()["error"]) == (502, "model_failed")
        assert asked(workshop, "draft").status_code == 200
        workshop.close()


def test_participants_are_told_where_their_notes_go(tmp_path):
    with a_server(tmp_path, "threading", drafts="https://models.example/v1") as server:
        workshop = server.workshop()
        page = requests.get(f"{server.url}/{workshop.code}", timeout=20).text
        assert '"outside": "models.example"' in page
        workshop.close()


def test_the_desk_hears_how_its_syntheses_come_out_on_the_slide(board):
    def fit():
        address = f"{board.server.url}/api/workshops/{board.code}/fit"
        headers = {"Authorization": f"Bearer {board.links['desk_ticket']}"}
        return requests.get(address, headers=headers, timeout=60).json()

    board.desk.does("write_synthesis", hat="white", text="We want evenings.", notes=[])
    short = fit()
    assert short["slides"] == 1
    board.desk.does("write_synthesis", hat="white", text="We want evenings. " * 150, notes=[])
    longer = fit()
    assert longer["size"] < short["size"] or longer["slides"] > 1
