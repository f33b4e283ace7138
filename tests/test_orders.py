"""Files that desks order: made one at a time, watched, cancelled, kept for a while."""

import io
import shutil
import subprocess
import threading
import zipfile

import pypdfium2
import pytest
import requests
from people import PATIENCE_S, wait_for

from workshop import create_app, exporting, orders, pdf, store
from workshop.actions import create_workshop
from workshop.audience import Audience
from workshop.orders import Orders
from workshop.rules import Refused

needs_libreoffice = pytest.mark.skipif(not pdf.at_hand(), reason="LibreOffice is not here")
EMOJI = {
    "question": "Mitä <b>teemme</b>?",
    "boards": {"red": {"notes": [{"text": "hyvä 🎉"}]}},
}


class Desk:
    """A program that orders files with the desk's ticket."""

    def __init__(self, workshop, ticket=None):
        self.url = f"{workshop.server.url}/api/workshops/{workshop.code}/exports"
        self.ticket = ticket or workshop.links["desk_ticket"]

    def asks(self, method, path="", **more):
        headers = {"Authorization": f"Bearer {self.ticket}"}
        address = self.url + path
        return requests.request(method, address, headers=headers, timeout=PATIENCE_S, **more)

    def orders(self, **order):
        answer = self.asks("POST", json=order)
        assert answer.status_code == 202, answer.text
        return answer.json()["id"]

    def state(self, id):
        return self.asks("GET", f"/{id}").json()

    def waits_for(self, id):
        wait_for(lambda: self.state(id)["state"] in ("done", "failed"), "the file")
        return self.state(id)


def test_an_ordered_file_is_made_kept_and_fetched(workshop):
    desk = Desk(workshop)
    id = desk.orders(format="pptx")
    assert desk.waits_for(id) == {
        "state": "done",
        "done": 1,
        "of": 1,
        "step": "slides",
        "notes": [],
    }
    for _ in range(2):
        answer = desk.asks("GET", f"/{id}/file")
        assert answer.status_code == 200
        assert zipfile.is_zipfile(io.BytesIO(answer.content))
        assert ".pptx" in answer.headers["Content-Disposition"]


def test_orders_are_made_one_at_a_time_in_their_order(workshop):
    desk = Desk(workshop)
    ids = [desk.orders(format="md") for _ in range(3)]
    seen = []
    wait_for(lambda: seen.append(states := [desk.state(id)["state"] for id in ids])
             or set(states) == {"done"}, "all")  # fmt: skip
    for states in seen:
        assert states == sorted(states, key=["done", "making", "waiting"].index)


def test_a_cancelled_order_is_gone(workshop):
    desk = Desk(workshop)
    first, second = desk.orders(format="zip", files=["pptx"]), desk.orders(format="md")
    assert desk.asks("DELETE", f"/{first}").status_code == 204
    assert desk.asks("GET", f"/{first}").status_code == 404
    assert desk.asks("GET", f"/{first}/file").status_code == 404
    assert desk.waits_for(second)["state"] == "done"


def test_only_the_desk_that_ordered_sees_the_file(make):
    here, there = make(), make()
    id = Desk(here).orders(format="md")
    Desk(here).waits_for(id)
    stranger = Desk(there)
    projector = Desk(here, here.links["projector_ticket"])
    for path in (f"/{id}", f"/{id}/file"):
        assert stranger.asks("GET", path).status_code == 404
        assert projector.asks("GET", path).status_code == 403
    assert stranger.asks("DELETE", f"/{id}").status_code == 404


@pytest.mark.parametrize(
    ("order", "error"),
    [
        ({}, "bad_input"),
        ({"format": "exe"}, "bad_ending"),
        ({"format": "zip", "files": ["exe"]}, "bad_ending"),
        ({"format": "zip", "files": "md"}, "bad_input"),
    ],
)
def test_an_order_that_cannot_be_made_is_refused_at_once(workshop, order, error):
    answer = Desk(workshop).asks("POST", json=order)
    assert (answer.status_code, answer.json()["error"]) == (422, error)


def test_a_queue_that_is_too_long_is_refused(workshop):
    desk = Desk(workshop)
    answers = [desk.asks("POST", json={"format": "md"}) for _ in range(20)]
    assert {answer.status_code for answer in answers} == {202, 503}
    for answer in answers:
        if answer.ok:
            desk.asks("DELETE", f"/{answer.json()['id']}")


@needs_libreoffice
def test_a_desk_hears_of_pdf_and_gets_it_with_an_honest_word_on_emoji(make):
    workshop = make(**EMOJI)
    links = requests.get(
        f"{workshop.server.url}/api/workshops/{workshop.code}/links",
        headers={"Authorization": f"Bearer {workshop.links['desk_ticket']}"},
        timeout=20,
    ).json()
    assert links["pdf"] is True
    desk = Desk(workshop)
    id = desk.orders(format="pdf")
    state = desk.waits_for(id)
    assert (state["state"], state["step"], state["notes"]) == ("done", "pdf", ["emoji"])
    document = pypdfium2.PdfDocument(desk.asks("GET", f"/{id}/file").content)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert any("Mitä <b>teemme</b>?" in text for text in texts)


@needs_libreoffice
@pytest.mark.skipif(not shutil.which("ps"), reason="there is no ps to look with")
def test_cancelling_a_pdf_ends_libreoffice_too(workshop):
    desk = Desk(workshop)
    id = desk.orders(format="pdf")
    wait_for(lambda: desk.state(id)["step"] == "pdf", "LibreOffice to be asked")
    wait_for(lambda: "soffice" in children_of(workshop.server), "LibreOffice to start")
    assert desk.asks("DELETE", f"/{id}").status_code == 204
    wait_for(lambda: "soffice" not in children_of(workshop.server), "LibreOffice to be gone")
    folder = workshop.server.data / "exports" / id
    wait_for(lambda: not folder.exists(), "nothing to be left")


def children_of(server):
    """The command lines of what a server has started, near and far."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True)
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    family, lines = {str(server.process.pid)}, []
    for _ in range(6):
        for pid, parent, words in rows:
            if parent in family and pid not in family:
                family.add(pid)
                lines.append(words)
    return "\n".join(lines)


# --- what is kept, and for how long -----------------------------------------------------------


@pytest.fixture
def shelf(tmp_path):
    """Orders without a server, and the code of a stored workshop."""
    store.prepare(tmp_path / store.FILE)
    db = store.connect(tmp_path / store.FILE, writing=True)
    code = create_workshop(db, Audience("", "desk"), document={"question": "?"})["id"]
    db.commit()
    db.close()
    kept = Orders(tmp_path, lambda task: threading.Thread(target=task).start())
    yield kept, code, tmp_path / "exports"
    kept.close()
    assert not (tmp_path / "exports").exists()


def made(kept, code):
    id = kept.order(code, exporting.wanted("csv"))
    wait_for(lambda: kept.state(code, id)["state"] in ("done", "failed"), "the file")
    return id


def test_only_so_many_files_are_kept(shelf, monkeypatch):
    monkeypatch.setattr(orders, "MOST_KEPT", 2)
    kept, code, folder = shelf
    ids = [made(kept, code) for _ in range(4)]
    with pytest.raises(Refused):
        kept.file(code, ids[0])
    assert kept.file(code, ids[3]).exists()
    assert {path.name for path in folder.iterdir()} == set(ids[2:])


def test_a_file_is_kept_for_some_minutes(shelf, monkeypatch):
    kept, code, folder = shelf
    id = made(kept, code)
    assert kept.file(code, id).exists()
    monkeypatch.setattr(orders, "KEPT_S", -1)
    with pytest.raises(Refused):
        kept.file(code, id)
    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_made_fails_and_the_next_is_made(shelf):
    kept, code, _folder = shelf
    assert kept.state("000000", made(kept, "000000"))["state"] == "failed"
    assert kept.state(code, made(kept, code))["state"] == "done"


def test_what_another_run_of_the_server_left_is_gone(tmp_path):
    left = tmp_path / "exports" / "old" / "workshop.csv"
    left.parent.mkdir(parents=True)
    left.write_text("old")
    Orders(tmp_path, print)
    assert not left.exists()


def test_a_file_is_found_where_the_data_directory_was_named_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = create_app(DATA="data", ASYNC_MODE="threading", TESTING=True)
    client = app.test_client()
    links = client.post("/api/workshops", json={"question": "?"}).json
    desk = {"Authorization": f"Bearer {links['desk_ticket']}"}
    orders = f"/api/workshops/{links['code']}/exports"
    one = f"{orders}/{client.post(orders, json={'format': 'md'}, headers=desk).json['id']}"
    wait_for(lambda: client.get(one, headers=desk).json["state"] == "done", "the file")
    with client.get(f"{one}/file", headers=desk) as answer:
        assert answer.status_code == 200
    app.extensions["orders"].close()
    app.extensions["room"].close()
