"""Sixty notes become themes: by keyboard alone, by touch alone, at two desks, and back again."""

import pytest
import requests
from playwright.sync_api import expect
from windows import CHROMIUM

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here")

NAMES = ["Aukioloajat", "Tapahtumat", "Kokoelma", "Tilat"]
WORDS = {
    "Aukioloajat": [
        "aukioloajat",
        "auki illalla",
        "auki sunnuntaina",
        "aamulla auki",
        "auki yöllä",
    ],
    "Tapahtumat": ["tapahtuma", "lukupiiri", "konsertti", "tapahtumia lapsille", "satutunti"],
    "Kokoelma": ["kokoelmaan pelejä", "uutuudet", "kokoelma sarjakuvia", "lehdet", "kokoelmat"],
    "Tilat": ["tilat", "hiljainen tila", "tila ryhmille", "sohvat", "tila kahvilalle"],
}
SAID = ["{}", "{}!", "lisää: {}"]  # the second is a near-copy of the first
NOTES = [
    {"id": f"green-{n:02}", "text": SAID[n // 20].format(word)}
    for n, word in enumerate([word for _ in SAID for own in WORDS.values() for word in own])
]
DOCUMENT = {
    "format": "hattupaja/1",
    "question": "Miten saamme lisää lukijoita?",
    "sequence": [{"hat": "blue"}, {"hat": "green"}],
    "boards": {"green": {"notes": NOTES}},
}


class Board:
    """The green board of a workshop with sixty notes, as the server has it."""

    def __init__(self, room):
        self.url = f"http://127.0.0.1:{room.server.port}"
        self.links = requests.post(f"{self.url}/api/workshops", json=DOCUMENT, timeout=20).json()
        self.desk_url = f"{room.url}/desk/{self.links['code']}#{self.links['desk_ticket']}"

    def rows(self, kind):
        headers = {"Authorization": f"Bearer {self.links['desk_ticket']}"}
        address = f"{self.url}/api/workshops/{self.links['code']}/rows"
        frame = requests.get(address, headers=headers, timeout=20).json()
        return [row for one, _, row in frame["rows"] if one == kind]

    def loose(self):
        return [row["id"] for row in self.rows("note") if not row["theme"]]


@pytest.fixture
def board(room):
    return Board(room)


def at_the_desk(room, board, page=None):
    desk = page or room.window("desk")
    desk.goto(board.desk_url)
    expect(desk.locator(".round[data-hat=green]")).to_be_visible()
    return desk


def settled(desk):
    """All that the desk has done has reached the server, and is on its board."""
    script = "!Object.keys(localStorage).some((key) => /^hattupaja.*desk.*-/.test(key))"
    desk.wait_for_function(script)


def tab_to(desk, selector):
    for _ in range(80):
        if desk.evaluate(f"document.activeElement?.matches('{selector}')"):
            return
        desk.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def test_sixty_notes_are_grouped_and_ungrouped_by_keyboard_alone(room, board):
    desk = at_the_desk(room, board)
    tab_to(desk, ".round[data-hat=green] .look")
    desk.keyboard.press("Enter")
    expect(desk.locator(".loose .note")).to_have_count(60)
    desk.keyboard.press("t")
    for name in NAMES:
        expect(desk.locator(".naming input")).to_be_focused()
        expect(desk.locator(".naming input")).to_have_value("")
        desk.keyboard.type(name)
        desk.keyboard.press("Enter")
        expect(desk.get_by_role("heading", name=name)).to_be_visible()
    desk.keyboard.press("Escape")

    desk.keyboard.press("o")  # alike ones together
    desk.keyboard.press("g")  # help
    expect(desk.locator("[data-ghost]")).to_have_count(20)
    assert len(board.loose()) == 60, "nothing is filed by itself"
    desk.keyboard.press("a")
    expect(desk.locator("[data-ghost]")).to_have_count(0)
    expect(desk.locator(".loose .note")).to_have_count(40)

    tab_to(desk, ".loose .note")
    for left in range(39, -1, -1):
        expect(desk.locator(".loose .note:focus .offer button").first).to_be_visible()
        desk.keyboard.press("1")
        expect(desk.locator(".loose .note")).to_have_count(left)
    settled(desk)
    assert board.loose() == []

    for _ in range(45):  # 40 filings, the ghosts as one step, four names
        desk.keyboard.press("Control+z")
    expect(desk.locator(".loose .note")).to_have_count(60)
    settled(desk)
    assert len(board.loose()) == 60
    assert board.rows("theme") == []


def test_sixty_notes_are_grouped_by_touch_alone(chromium, room, board):
    context = chromium.new_context(
        viewport={"width": 1024, "height": 768}, locale="fi-FI", has_touch=True
    )
    room.contexts.append(context)
    desk = at_the_desk(room, board, context.new_page())
    desk.locator(".round[data-hat=green] .look").tap()
    desk.get_by_role("button", name="Uusi teema").first.tap()
    for name in NAMES:
        expect(desk.locator(".naming input")).to_have_value("")
        desk.locator(".naming input").fill(name)
        desk.keyboard.press("Enter")  # the screen keyboard's own
        expect(desk.get_by_role("heading", name=name)).to_be_visible()
    desk.locator(".prompt").tap()
    desk.get_by_role("button", name="Ehdota teemoja").tap()
    desk.locator("[data-ghost] [data-does=decline]").first.tap()
    expect(desk.locator("[data-ghost]")).to_have_count(19)
    desk.locator("[data-ghost] [data-does=accept]").first.tap()
    expect(desk.locator("[data-ghost]")).to_have_count(18)
    desk.get_by_role("button", name="Hyväksy kaikki 18").tap()
    for left in range(40, -1, -1):
        desk.locator(".loose .note .offer button").first.tap()
        expect(desk.locator(".loose .note")).to_have_count(left)
    settled(desk)
    assert board.loose() == []


def test_two_desks_work_on_one_board_without_losing_a_note(room, board):
    one, other = at_the_desk(room, board), at_the_desk(room, board)
    for desk in (one, other):
        desk.locator(".round[data-hat=green] .look").click()
    one.keyboard.press("t")
    for name in NAMES[:2]:
        one.locator(".naming input").fill(name)
        one.keyboard.press("Enter")
        expect(other.get_by_role("heading", name=name)).to_be_visible()
    one.keyboard.press("Escape")
    expect(one.locator(".naming")).to_have_count(0)
    one.keyboard.press("g")
    expect(one.locator("[data-ghost]")).to_have_count(20)
    ghost = one.locator("[data-ghost]").first.get_attribute("data-note")
    other.locator(f"[data-note={ghost}]").click()
    other.keyboard.press("2")
    expect(one.locator("[data-ghost]")).to_have_count(19)
    for n in range(20, 30):
        for desk, id, key in ((one, f"green-{n}", "1"), (other, f"green-{n + 10}", "2")):
            note = desk.locator(f".loose [data-note={id}]")
            if note.count():
                note.click()
                desk.keyboard.press(key)
    for desk in (one, other):
        settled(desk)
    notes = board.rows("note")
    assert len(notes) == 60
    themes = {row["id"]: row["name"] for row in board.rows("theme")}
    under = {row["id"]: themes.get(row["theme"]) for row in notes}
    assert under[ghost] == NAMES[1]
    for desk in (one, other):
        for name in NAMES[:2]:
            count = sum(theme == name for theme in under.values())
            column = desk.get_by_role("listbox", name=name)
            expect(column.locator(".note:not([data-ghost])")).to_have_count(count)


def test_near_copies_are_stacked_by_one_tap_and_taken_apart_by_one(room, board):
    desk = at_the_desk(room, board)
    desk.locator(".round[data-hat=green] .look").click()
    expect(desk.locator("[data-does=stack]").first).to_be_visible()
    before = desk.locator(".loose .note").count()
    assert {row["stack"] for row in board.rows("note")} == {""}, "nothing is stacked by itself"
    desk.locator("[data-does=stack]").first.click()
    expect(desk.locator("[data-stacked]")).to_have_count(1)
    settled(desk)
    stacked = [row for row in board.rows("note") if row["stack"]]
    assert len(stacked) > 1
    assert desk.locator(".loose > ul > .note").count() == before - len(stacked) + 1
    for row in stacked:
        expect(desk.locator("[data-stacked]").get_by_text(row["text"], exact=True)).to_be_visible()
    desk.locator("[data-does=apart]").first.click()
    expect(desk.locator("[data-stacked]")).to_have_count(0)
    expect(desk.locator(".loose > ul > .note")).to_have_count(before)


def test_new_notes_wait_in_a_tray_and_move_nothing(room, board):
    desk = at_the_desk(room, board)
    desk.locator(".round[data-hat=green] .look").click()
    expect(desk.locator(".loose .note")).to_have_count(60)
    desk.keyboard.press("o")
    expect(desk.get_by_role("button", name="Lähekkäin")).to_have_attribute("aria-pressed", "true")
    order = "[...document.querySelectorAll('.loose .note')].map((note) => note.dataset.note)"
    came = [note["id"] for note in NOTES]
    desk.wait_for_function(f"(came) => {order}.join() !== came.join()", arg=came)
    laid = desk.evaluate(order)
    phone = room.window("phone")
    phone.goto(f"{room.url}/{board.links['code']}")
    desk.locator(".round[data-hat=green] .menu-button").click()
    desk.get_by_role("button", name="Avaa uudelleen").click()
    phone.get_by_role("textbox").first.fill("auki illalla myöhään")
    phone.get_by_role("button", name="Lähetä").click()
    expect(desk.get_by_text("61 lappua").first).to_be_visible()
    desk.get_by_role("button", name="Paljasta heti").click()
    expect(desk.locator(".loose .note")).to_have_count(61)
    assert desk.evaluate(order)[:60] == laid
    expect(desk.locator("[data-fresh]")).to_have_count(1)
    desk.get_by_role("button", name="1 uusi").click()
    expect(desk.locator("[data-fresh]")).to_have_count(0)
