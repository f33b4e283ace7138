"""Templates that facilitators bring: kept for the next workshops, safe, and only for desks."""

import io
import threading
import zipfile

import attacks
import pytest
import requests
import strangers as of
from people import PATIENCE_S, Server, wait_for
from playwright.sync_api import expect
from windows import CHROMIUM, has_no_barriers

from workshop import gate, shelf
from workshop.deck.foreign import limits
from workshop.rules import Refused
from workshop.shelf import Shelf

MB = 1 << 20
TEMPLATE = of.plain(slides=2)
# Decks are drawn in a process of their own, which knows nothing of how the server is run.
in_one_mode = pytest.mark.parametrize("server", ["eventlet"], indirect=True)


class Desk:
    """A program with a ticket that brings templates and orders files drawn on them."""

    def __init__(self, workshop, ticket=None):
        self.server, self.code = workshop.server, workshop.code
        self.ticket = ticket or workshop.links["desk_ticket"]

    def asks(self, method, path, **more):
        headers = {"Authorization": f"Bearer {self.ticket}"}
        address = f"{self.server.url}/api/{path}"
        return requests.request(method, address, headers=headers, timeout=60, **more)

    def brings(self, blob, name="Town"):
        return self.asks("POST", "templates", params={"name": name}, data=blob)

    def templates(self):
        return self.asks("GET", "templates").json()

    def export(self, ending, template):
        path = f"workshops/{self.code}/export.{ending}"
        return self.asks("GET", path, params={"template": template})

    def orders(self, **order):
        return self.asks("POST", f"workshops/{self.code}/exports", json=order)


@pytest.fixture
def desk(workshop):
    """The desk of a server whose shelf is empty."""
    desk = Desk(workshop)
    for one in desk.templates():
        desk.asks("DELETE", f"templates/{one['id']}")
    return desk


def refusal(answer):
    return answer.status_code, answer.json()["error"]


def test_a_template_is_taken_in_listed_and_removed(desk):
    answer = desk.brings(TEMPLATE, "  Town\nof Oulu ")
    assert answer.status_code == 201
    kept = answer.json()
    assert (kept["name"], kept["removed"]["slides"]) == ("Town of Oulu", 2)
    assert kept["roles"]["title"] == "Title Slide"
    assert {"code": "cover_hats"} in kept["misfits"]
    assert desk.templates() == [kept]
    assert desk.asks("DELETE", f"templates/{kept['id']}").status_code == 204
    assert desk.templates() == []
    assert refusal(desk.asks("DELETE", f"templates/{kept['id']}")) == (404, "not_found")


def test_only_what_was_rebuilt_is_kept(desk):
    id = desk.brings(TEMPLATE).json()["id"]
    folder = desk.server.data / "templates"
    assert {path.name for path in folder.iterdir()} == {f"{id}.pptx", f"{id}.json"}
    kept = of.unpacked((folder / f"{id}.pptx").read_bytes())
    assert not any("slides/" in name for name in kept)
    assert of.SECRET.encode() not in b"".join(kept.values())


def test_every_desk_of_a_server_shares_the_shelf(desk, make):
    kept = desk.brings(TEMPLATE).json()
    assert Desk(make()).templates() == [kept]


@in_one_mode
def test_a_deck_wears_the_colours_of_its_template(desk):
    green = of.edited(of.THEME, ("4F81BD", "0A7F3C"))
    id = desk.brings(green).json()["id"]
    drawn, ours = (themes(desk.export("pptx", template).content) for template in (id, ""))
    assert "0A7F3C" in drawn
    assert "0A7F3C" not in ours


def themes(deck):
    parts = of.unpacked(deck).items()
    return "".join(part.decode() for name, part in parts if name.startswith("ppt/theme/"))


@in_one_mode
@pytest.mark.parametrize("ending", ["pptx", "zip"])
def test_a_deck_is_made_with_a_template_at_once_or_ordered(desk, ending):
    id = desk.brings(TEMPLATE).json()["id"]
    assert zipfile.is_zipfile(io.BytesIO(desk.export(ending, id).content))
    made = desk.orders(format=ending, files=["pptx"] if ending == "zip" else [], template=id)
    path = f"workshops/{desk.code}/exports/{made.json()['id']}"
    wait_for(lambda: desk.asks("GET", path).json()["state"] in ("done", "failed"), "the file")
    assert desk.asks("GET", path).json()["state"] == "done"
    assert zipfile.is_zipfile(io.BytesIO(desk.asks("GET", f"{path}/file").content))


@pytest.mark.parametrize("id", ["0" * 20, "../hattupaja", "/etc/passwd", "x" * 3000, 7, ["a"]])
def test_a_template_that_is_not_there_is_told_at_once(desk, id):
    assert refusal(desk.orders(format="pptx", template=id)) == (404, "not_found")
    assert refusal(desk.export("pptx", id)) == (404, "not_found")


@pytest.mark.parametrize(
    ("blob", "error"),
    [
        (b"a text, not a template", "template_type"),
        (b"", "template_type"),
        (attacks.bomb(), "template_bomb"),
        (attacks.encrypted(), "template_encrypted"),
    ],
    ids=["text", "nothing", "bomb", "locked"],
)
def test_what_is_no_template_is_refused_and_nothing_of_it_stays(desk, blob, error):
    assert refusal(desk.brings(blob)) == (422, error)
    assert desk.templates() == []
    assert list((desk.server.data / "templates").glob("*")) == []


@pytest.mark.parametrize(
    ("name", "error"), [("", "empty"), (" \u202e", "empty"), ("n" * 81, "too_long")]
)
def test_a_template_has_a_name_that_people_can_read(desk, name, error):
    assert refusal(desk.brings(TEMPLATE, name)) == (422, error)


def renames(desk, id, name):
    return desk.asks("PATCH", f"templates/{id}", json={"name": name})


def test_a_template_is_renamed_for_everybody(desk, make):
    kept = desk.brings(TEMPLATE).json()
    answer = renames(desk, kept["id"], " Town\u202e \n of Oulu ")
    assert answer.json() == kept | {"name": "Town of Oulu"}
    assert Desk(make()).templates() == [kept | {"name": "Town of Oulu"}]
    assert renames(desk, kept["id"], "TOWN of Oulu").status_code == 200


def test_two_templates_are_never_called_alike(desk):
    first, second = (desk.brings(TEMPLATE).json() for _ in range(2))
    assert (first["name"], second["name"]) == ("Town", "Town (2)")
    answer = renames(desk, second["id"], "town")
    assert refusal(answer) == (422, "template_named")
    assert "town" in answer.json()["message"]
    assert [one["name"] for one in desk.templates()] == ["Town", "Town (2)"]


def test_what_is_no_name_is_refused_and_the_old_one_stays(desk, workshop):
    id = desk.brings(TEMPLATE).json()["id"]
    bad = {"": "empty", "n" * 81: "too_long", "\u202e": "empty", 7: "bad_text", None: "bad_text"}
    for name, error in bad.items():
        assert refusal(renames(desk, id, name)) == (422, error)
    assert refusal(renames(desk, "0" * 20, "Oulu")) == (404, "not_found")
    assert refusal(renames(desk, "x", "Oulu")) == (404, "not_found")
    phone = Desk(workshop, workshop.join().ticket)
    assert refusal(renames(phone, id, "Oulu")) == (403, "not_allowed")
    assert [one["name"] for one in desk.templates()] == ["Town"]


def test_large_files_are_let_in_where_templates_are_brought_and_nowhere_else(desk, workshop):
    large = bytes(5 * MB)
    assert refusal(desk.brings(large)) == (422, "template_type")
    for path in ("workshops", "templates/x", f"workshops/{desk.code}/exports"):
        assert not_let_in(desk, path, large)
    assert gate.FILE_BYTES == limits.FILE
    assert not_let_in(desk, "templates", bytes(limits.FILE + 1))
    assert desk.templates() == []


def not_let_in(desk, path, body):
    """Whether a body is turned away; the server may hang up while it is still being sent."""
    try:
        return desk.asks("POST", path, data=body).status_code == 413
    except requests.ConnectionError:
        return True


def test_one_is_taken_in_at_a_time(desk):
    held, let_go = threading.Event(), threading.Event()

    def slowly():
        yield TEMPLATE[:100]
        held.set()
        let_go.wait(PATIENCE_S)
        yield TEMPLATE[100:]

    first = threading.Thread(target=lambda: answers.append(desk.brings(Slow(slowly()))))
    answers = []
    first.start()
    held.wait(PATIENCE_S)
    wait_for(lambda: refusal_of_second(desk) == (503, "template_busy"), "the first to have begun")
    let_go.set()
    first.join(PATIENCE_S)
    assert answers[0].status_code == 201
    assert desk.brings(TEMPLATE).status_code == 201


class Slow:
    """A body that is sent as it comes."""

    def __init__(self, pieces):
        self.pieces = pieces

    def __len__(self):
        return len(TEMPLATE)

    def __iter__(self):
        return self.pieces


def refusal_of_second(desk):
    return refusal(desk.brings(b"x"))


def test_nobody_but_a_desk_has_to_do_with_the_shelf(desk, workshop):
    id = desk.brings(TEMPLATE).json()["id"]
    phone = workshop.join().ticket
    for ticket, error in (
        ("", (401, "bad_ticket")),
        ("made-up", (401, "bad_ticket")),
        (phone, (403, "not_allowed")),
        (workshop.links["projector_ticket"], (403, "not_allowed")),
    ):
        other = Desk(workshop)
        other.ticket = ticket
        assert refusal(other.asks("GET", "templates")) == error
        assert refusal(other.brings(TEMPLATE)) == error
        assert refusal(other.asks("DELETE", f"templates/{id}")) == error
        assert refusal(other.export("pptx", id)) == error
    assert [one["id"] for one in desk.templates()] == [id]


def test_a_workshop_keeps_its_choice_and_only_its_desk_knows(workshop, desk):
    id = desk.brings(TEMPLATE).json()["id"]
    phone = workshop.join()
    workshop.desk.does("edit_workshop", template=id)
    workshop.desk.until(lambda: workshop.desk.row("workshop", workshop.code)["template"] == id)
    for screen in (phone, workshop.projector):
        screen.until(lambda s=screen: s.rev >= workshop.desk.rev)
        assert "template" not in screen.row("workshop", workshop.code)
    for bad in (0, None, [], "../x", "a/b"):
        assert workshop.desk.asks("edit_workshop", template=bad)["refused"] == "bad_id"
    workshop.desk.does("edit_workshop", template="")


def test_templates_and_choices_outlive_a_restart(tmp_path):
    server = Server(tmp_path / "data", "threading").start()
    workshop = server.workshop()
    kept = Desk(workshop).brings(TEMPLATE).json()
    workshop.desk.does("edit_workshop", template=kept["id"])
    workshop.close()
    server.stop()
    server.start()
    desk = Desk(workshop)
    assert desk.templates() == [kept]
    rows = desk.asks("GET", f"workshops/{workshop.code}/rows").json()["rows"]
    assert next(row for kind, _id, row in rows if kind == "workshop")["template"] == kept["id"]
    assert desk.export("pptx", kept["id"]).ok
    server.stop()


# --- the shelf itself ------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path):
    """A shelf without a server."""
    return Shelf(tmp_path, lambda function, *words: function(*words))


def test_the_shelf_is_full_at_some_time(own, monkeypatch):
    monkeypatch.setattr(shelf, "MOST", 2)
    first = own.take_in("one", lambda: TEMPLATE)
    own.take_in("two", lambda: TEMPLATE)
    with pytest.raises(Refused, match="too_many_templates"):
        own.take_in("three", lambda: pytest.fail("it is not even read"))
    own.remove(first["id"])
    own.take_in("three", lambda: TEMPLATE)
    assert [one["name"] for one in own.all()] == ["two", "three"]


def test_what_was_interrupted_leaves_nothing(own, tmp_path):
    kept = own.take_in("whole", lambda: TEMPLATE)
    folder = tmp_path / "templates"
    for name in (f"{'a' * 20}.pptx", f"{'b' * 20}.new"):
        (folder / name).write_bytes(b"half")
    again = Shelf(tmp_path, None)
    assert again.all() == [kept]
    assert {path.stem for path in folder.iterdir()} == {kept["id"]}


def test_a_damaged_file_hides_no_other(own, tmp_path):
    broken, kept = (own.take_in(name, lambda: TEMPLATE) for name in ("broken", "kept"))
    (tmp_path / "templates" / f"{broken['id']}.json").write_text("{")
    assert own.all() == [kept]


# --- at the desk -----------------------------------------------------------------------------


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here")
def test_a_facilitator_brings_a_template_tries_it_and_finds_it_again(room, tmp_path):
    workshop = room.server.workshop(language="fi")
    (tmp_path / "Oulun pohja.potx").write_bytes(TEMPLATE)
    (tmp_path / "muistio.pptx").write_text("a text")
    page = room.window("desk")
    page.goto(workshop.links["desk_url"])
    page.get_by_role("button", name="Mallipohja: Hattupajan oma").click()
    dialog = page.get_by_role("dialog")
    chooser = dialog.get_by_label("Tuo mallipohja")
    chooser.set_input_files(tmp_path / "muistio.pptx")
    expect(dialog.get_by_role("alert")).to_contain_text("ei ole PowerPoint-mallipohja")
    chooser.set_input_files(tmp_path / "Oulun pohja.potx")
    expect(dialog.get_by_label("Oulun pohja", exact=True)).to_be_checked()
    expect(dialog).to_contain_text("dioja (2)")
    expect(dialog).to_contain_text("hattujen rivi puuttuu siitä")
    has_no_barriers(page)
    dialog.get_by_role("button", name="Katso diat").click()
    expect(dialog.get_by_role("button", name="suurenna").first).to_be_visible()
    expect(dialog.locator("details.misfits")).to_contain_text("tällä mallipohjalla toisin")
    has_no_barriers(page)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Lataa PPTX").click()
    assert zipfile.is_zipfile(download.value.path())
    page.get_by_role("button", name="Mallipohja: Oulun pohja").click()
    dialog.get_by_role("button", name="Nimeä uudelleen: Oulun pohja").click()
    name = dialog.get_by_label("Mallipohjan nimi", exact=True)
    expect(name).to_be_focused()
    name.fill("Kaupungin pohja")
    name.press("Enter")
    expect(dialog.get_by_label("Kaupungin pohja", exact=True)).to_be_checked()
    page.reload()
    page.get_by_role("button", name="Mallipohja: Kaupungin pohja").click()
    dialog.get_by_role("button", name="Poista mallipohja Kaupungin pohja").click()
    expect(dialog.get_by_role("button", name="Peruuta")).to_be_focused()
    dialog.get_by_role("button", name="Poista", exact=True).click()
    expect(dialog.get_by_label("Hattupajan oma")).to_be_checked()
    assert list((room.server.data / "templates").iterdir()) == []
    workshop.close()
