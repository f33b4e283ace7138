"""The wall while the room files, votes and says whether a synthesis is what it means."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from people import Server
from playwright.sync_api import expect
from windows import CHROMIUM

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here")

NOTES = ["nobody has the time", "no time at all", "who would pay", "the door is heavy"]
THEMES = ["Time and money", "The house", "Habits"]
# Of every box that is fitted: how far its content is over its edge.
OVER = """() => [...document.querySelectorAll("[data-box]")].map((box) => Math.max(
  box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth))"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("wall") / "data").start()
    yield server
    server.stop()


class Wall:
    """A room in front of a board with three themes, and the projector that it looks at."""

    def __init__(self, browser, server):
        self.room = server.workshop(language="en")
        self.desk, self.phones = self.room.desk, [self.room.join() for _ in range(3)]
        self.room.put_on("black")
        self.notes = [self.phones[n % 3].writes(text, "black") for n, text in enumerate(NOTES)]
        self.room.reveal("black")
        self.themes = [f"theme-{n:04}" for n in range(len(THEMES))]
        for id, name in zip(self.themes, THEMES, strict=True):
            self.desk.does("name_theme", id=id, hat="black", name=name)
        self.desk.does("show", scene="themes")
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 720}, reduced_motion="reduce"
        )
        self.page = self.context.new_page()
        self.wrong = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(self.room.links["projector_url"])

    def shows(self, *texts):
        for text in texts:
            expect(self.page.locator("#app")).to_contain_text(text)
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        self.page.wait_for_function(f"() => ({OVER})().every((over) => over <= 1)")

    def says(self, text):
        return text in self.page.locator("#app").inner_text()

    def close(self):
        self.context.close()
        self.room.close()
        assert self.wrong == []


@pytest.fixture
def wall(chromium, served):
    wall = Wall(chromium, served)
    yield wall
    wall.close()


def test_a_stack_is_one_card_and_stays_two_notes(wall):
    wall.desk.does("stack_notes", notes=wall.notes[1:2], stack=wall.notes[0])
    expect(wall.page.locator(".card")).to_have_count(3)
    wall.shows("×2", "nobody has the time", "4 notes")
    assert not wall.says("no time at all")


def test_many_hands_file_while_everybody_sees_what_is_left(wall):
    wall.desk.does("set_board", hat="black", lens="Who can change it", hands="all")
    wall.shows("Sorted by: Who can change it", "4 notes still without a theme")
    wall.phones[2].does("file_notes", notes=wall.notes[:1], theme=wall.themes[1])
    wall.shows("3 notes still without a theme")
    column = wall.page.locator(".filing .theme", has_text="The house")
    expect(column.locator(".card.fresh")).to_have_text("nobody has the time")
    wall.phones[0].does("file_notes", notes=wall.notes[1:], theme=wall.themes[0])
    wall.shows("Every note has a theme.")


def test_the_wall_counts_voters_while_they_vote_and_votes_when_they_have(wall):
    wall.desk.does("open_voting", hat="black", voted_on="themes", budget=2)
    wall.shows("Vote on your phones: 2 votes each", "have voted", *THEMES)
    for phone, target in zip(wall.phones, (0, 1, 1), strict=True):
        phone.does("set_votes", target=wall.themes[target], votes=1)
    wall.phones[0].does("set_votes", target=wall.themes[1], votes=1)
    expect(wall.page.locator(".band .total")).to_contain_text("3/")
    assert wall.page.locator(".ballot").inner_text().split("\n") == THEMES, (
        "no counts, as they were"
    )
    wall.desk.does("close_voting", hat="black")
    wall.shows(
        "How we weighed the themes", "4 votes, 3 voters", "all voters", "a third of the voters"
    )
    ranks = wall.page.locator(".result li").evaluate_all(
        """all => all.map((li) =>
            ["i", ".what", "b"].map((part) => li.querySelector(part).innerText))"""
    )
    assert ranks == [["1.", "The house", "3"], ["2.", "Time and money", "1"], ["3.", "Habits", "0"]]


def test_a_vote_on_notes_is_shown_wherever_the_room_is(wall):
    wall.room.put_on("green")
    wall.desk.does("show", scene="themes")
    wall.desk.does("open_voting", hat="black", voted_on="notes", budget=1)
    wall.shows("Vote on your phones: one vote each", *NOTES)
    wall.phones[0].does("set_votes", target=wall.notes[2], votes=1)
    wall.desk.does("close_voting", hat="black")
    wall.room.put_on("black")
    wall.room.reveal("black")
    wall.desk.does("show", scene="themes")
    wall.shows("How we weighed the notes", "who would pay", "+ 3 more")


def test_the_room_answers_large_and_sees_what_is_missing(wall):
    wall.desk.does("show", scene="synthesis")
    said = [{"text": "We lack time.", "notes": wall.notes[:2]}, {"text": "And money.", "notes": []}]
    wall.desk.does("write_synthesis", hat="black", statements=said, draft=1)
    wall.shows("We lack time. And money.", "Proposal")
    wall.desk.does("check_synthesis", hat="black", checking=1)
    wall.shows("Is this us? Answer on your phone.", "have answered", "We lack time.", "And money.")
    for phone in wall.phones[:2]:
        phone.does("agree", hat="black", agrees=1)
    wall.phones[2].does("agree", hat="black", agrees=0, remark="the door is too heavy")
    expect(wall.page.locator(".band .total")).to_contain_text("3/")
    assert not wall.says("the door is too heavy")
    wall.desk.does("check_synthesis", hat="black", checking=0)
    wall.shows("2 of 3: this is us", "Checked with the room", "Missing:", "the door is too heavy")
    wall.desk.does("show", scene="themes")
    expect(wall.page.locator(".wall")).to_be_visible()
    wall.desk.does("show", scene="synthesis")
    wall.shows("2 of 3: this is us", "1 open remark")


def test_outcomes_have_a_scene_with_who_when_and_why(wall):
    wall.desk.does("show", scene="outcomes")
    wall.shows("Nothing has been written down yet.")
    wall.desk.does(
        "put_outcome", id="outcome-1", kind="action", text="Mend the door", owner="Aino",
        due="2026-12-18", themes=wall.themes[1:2], notes=wall.notes[3:],
    )  # fmt: skip
    wall.shows("1 action", "Mend the door", "Aino, 12/18", "The house", "the door is heavy")
    wall.desk.does("hide_note", id=wall.notes[3], hidden=1)
    expect(wall.page.locator("#app")).not_to_contain_text("the door is heavy")
    wall.shows("Mend the door")


def test_fourteen_outcomes_are_all_on_the_wall_with_the_hats_they_come_from(wall):
    wall.desk.does("show", scene="outcomes")
    for n in range(14):
        wall.desk.does(
            "put_outcome", id=f"outcome-{n:02}", kind="action" if n % 3 else "decision",
            text=f"Outcome {n}: every team tells the others once a month what it has learnt",
            owner="the team of cross-departmental information", themes=wall.themes[:2],
        )  # fmt: skip
    wall.shows("5 decisions", "9 actions", "Outcome 0:", "Outcome 13:")
    expect(wall.page.locator(".agreed li:visible")).to_have_count(14)
    expect(wall.page.locator(".agreed .chip .hat:visible")).to_have_count(28)
