"""An edited deck is brought up to date: what its facilitator did stays, what is new comes in."""

import dataclasses
import io
import os
import random
import re
import zipfile
from functools import cache

import pytest
from facilitator import Facilitator

from workshop import deck, exporting
from workshop.deck.again.update import update
from workshop.rules import Refused

TODAY = "2026-11-22"
ADDED = "added 22 November 2026"
BLACK = "Black hat: cautions"
HATS = ("white", "red", "black", "yellow", "green")


class Hall:
    """A workshop that goes on after its first export."""

    def __init__(self, counts=None):
        self.notes = {hat: [] for hat in HATS}
        self.themes = {hat: [f"{hat} theme {n}" for n in range(3)] for hat in HATS}
        self.synthesis = {hat: f"In short, {hat}." for hat in HATS}
        self.hidden = set()
        self.number = 0
        for hat, count in (counts or {"white": 30, "red": 3, "black": 6, "green": 5}).items():
            for _ in range(count):
                self.post(hat)

    def post(self, hat, text=None, theme=None):
        self.number += 1
        id = f"{hat}-{self.number}-note"
        theme = self.number % 3 if theme is None else theme
        said = text or f"thought number {self.number} of the {hat} hat, whole and unmistakable"
        self.notes[hat].append({"id": id, "text": said, "theme": f"{hat}-t{theme}"})
        return id

    def note(self, id):
        return next(one for notes in self.notes.values() for one in notes if one["id"] == id)

    def rows(self):
        boards = {
            hat: {
                "prompt": f"What does {hat} ask?",
                "themes": [{"id": f"{hat}-t{n}", "name": name}
                           for n, name in enumerate(self.themes[hat])],
                "notes": self.notes[hat],
                "synthesis": {"text": self.synthesis[hat]},
            }
            for hat in HATS
        }  # fmt: skip
        given = {"question": "How do we get more readers in?", "title": "Library evening",
                 "language": "en", "date": "2026-11-20", "boards": boards}  # fmt: skip
        rows = exporting.rows_of_document(given)[0]
        for id in self.hidden:
            rows["note"][id]["hidden"] = 1
        return rows

    def export(self):
        return Facilitator(deck.make(self.rows()))

    def update(self, edited, today=TODAY):
        blob, report = update(self.rows(), edited.blob, today)
        return Facilitator(blob), report


def parts(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return {name: package.read(name) for name in package.namelist()}


def numbers(listed):
    return [one["slide"] for one in listed]


@cache
def first_export():
    """The deck of a Hall as it opens, made once."""
    return Hall().export().blob


@pytest.fixture(scope="module")
def exported():
    return first_export()


def test_nothing_changed_changes_nothing(exported):
    hall = Hall()
    made, report = hall.update(Facilitator(exported))
    assert made.slides() == Facilitator(exported).slides()
    assert not any(dataclasses.asdict(report).values())


def test_seven_edits_stay_and_everything_new_comes_in(exported):
    hall, edited = Hall(), Facilitator(exported)
    titles = edited.titles()
    red, black = titles.index("Red hat: feelings"), titles.index(BLACK)
    synthesis = titles.index("Synthesis")
    edited.says(0, 0, "A title of my own")  # 1
    lost = edited.paragraph_says(red, 11, 1, "said better")  # 2
    edited.says(synthesis, 12, "Red, in my words")  # 3
    edited.writes_beside(black, "my remark")  # 4
    edited.remembers(black, "tell the story of the door")  # 5
    gone = [note["text"] for note in hall.notes["green"]]
    edited.deletes(titles.index("Green hat: ideas"))  # 6
    edited.adds("What we do next", black + 1)  # 7

    new = hall.post("red")
    hall.note("black-36-note")["text"] = "said differently"
    hidden = hall.notes["black"][0]
    hall.hidden.add(hidden["id"])
    hall.synthesis["red"] = "Red has moved on."
    hall.synthesis["white"] = "White has moved on."
    made, report = hall.update(edited)

    said = made.everything()
    for stays in ("A title of my own", "said better", "Red, in my words", "my remark"):
        assert stays in said
    assert lost not in made.on_pages()
    assert hall.note(new)["text"] in said
    assert "said differently" in said
    assert "White has moved on." in said
    assert "Red has moved on." not in said
    assert not set(gone) & set(made.on_pages())
    assert hidden["text"].encode() not in b"".join(parts(made.blob).values())

    titles = made.titles()
    assert titles.index("What we do next") == titles.index(BLACK) + 1
    assert titles.index(f"Red hat: feelings – {ADDED}") == titles.index("Red hat: feelings") + 1
    assert "tell the story of the door" in made.spoken(titles.index(BLACK))
    assert "Red has moved on." in made.spoken(titles.index("Synthesis"))
    assert [one["title"] for one in report.deleted] == ["Green hat: ideas"]
    assert [one["title"] for one in report.own] == ["What we do next"]
    assert [(one["title"], one["what"]) for one in report.conflicts] == [("Synthesis", "text")]
    assert numbers(report.added) == [titles.index(f"Red hat: feelings – {ADDED}") + 1]
    told = {"Synthesis", "Red hat: feelings", BLACK}
    changed = [one["title"] for one in report.updated]
    assert [title for title in changed if title in told] == ["Synthesis", *sorted(told)[1::-1]]
    besides = set(changed) - told
    assert all(re.match(r"Appendix|How|\d+ notes", one) for one in besides)


def test_a_conflict_is_told_once(exported):
    hall, edited = Hall(), Facilitator(exported)
    last = edited.titles().index("Synthesis")
    edited.says(last, 12, "Red, in my words")
    hall.synthesis["red"] = "Red has moved on."
    made, first = hall.update(edited)
    again, second = hall.update(made)
    assert (len(first.conflicts), len(second.conflicts)) == (1, 0)
    assert again.slides() == made.slides()
    assert again.spoken(last) == made.spoken(last)


def test_a_withdrawn_note_leaves_the_speaker_notes_too(exported):
    hall, edited = Hall(), Facilitator(exported)
    red = edited.titles().index("Red hat: feelings")
    was = edited.paragraph_says(red, 11, 1, "said better")
    (id,) = [note["id"] for note in hall.notes["red"] if note["text"] == was]
    hall.note(id)["text"] = "the author said it differently"
    made, report = hall.update(edited)
    assert [one["what"] for one in report.conflicts] == ["note"]
    assert "the author said it differently" in made.spoken(red)
    hall.hidden.add(id)
    again, report = hall.update(made)
    assert [one["what"] for one in report.conflicts] == ["withdrawn"]
    assert b"the author said it differently" not in b"".join(parts(again.blob).values())
    assert "said better" in again.everything()


def test_a_deck_of_somebody_else_is_refused(exported):
    stranger = io.BytesIO()
    from pptx import Presentation

    Presentation().save(stranger)
    with pytest.raises(Refused, match="deck_unmarked"):
        update(Hall().rows(), stranger.getvalue(), TODAY)
    other = Hall({"white": 3})
    for note in other.notes["white"]:
        note["id"] = f"other-{note['id']}"
    with pytest.raises(Refused, match="deck_of_another"):
        update(other.rows(), exported, TODAY)


# --- a hundred edits ---------------------------------------------------------------------------


def first(text):
    """A note's text as it was posted."""
    return text.replace(" again", "")


class Play:
    """Random edits on both sides, and what must hold after each update."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.hall = Hall({"white": 14, "red": 3, "black": 9, "green": 5})
        self.deck = self.hall.export()
        self.mine = set()  # texts that the facilitator wrote
        self.lost = set()  # texts that the facilitator took away
        self.count = 0

    def round(self, edits):
        for _ in range(edits):
            self.count += 1
            self.chance.choice(self.edits)(self)
        order = self.deck.titles()
        self.deck, self.report = self.hall.update(self.deck, f"2026-11-{self.count // 8 + 10:02}")
        self.holds(order)

    def spot(self):
        """A paragraph of notes somewhere: (slide, idx, line)."""
        found = [
            (n, idx, line)
            for n, (_, texts) in enumerate(self.deck.slides())
            for idx in (11, 12)
            if idx in texts
            for line, text in enumerate(texts[idx].split("\n"))
            if "thought number" in text or "EDIT" in text
        ]
        return self.chance.choice(found) if found else None

    def write(self):
        text = f"EDIT {self.count} by hand"
        self.mine.add(text)
        return text

    def lose(self, text):
        self.lost.add(first(text))
        self.mine.discard(text)

    def takes(self, spot, text):
        """A note that is taken off elsewhere than on its page stands there still."""
        self.mine.discard(text)
        if self.deck.pages()[spot[0]]:
            self.lose(text)

    def rewrites(self):
        if spot := self.spot():
            self.takes(spot, self.deck.paragraph_says(*spot, self.write()))

    def removes(self):
        if spot := self.spot():
            self.takes(spot, self.deck.loses_paragraph(*spot))

    def appends(self):
        if spot := self.spot():
            self.deck.gains_paragraph(*spot[:2], self.write())

    def retitles(self):
        n = self.chance.randrange(len(self.deck.titles()))
        self.lose(self.deck.titles()[n])
        self.deck.says(n, 0, self.write())

    def concludes(self):
        for n, title in enumerate(self.deck.titles()):
            if title == "Synthesis":
                self.lose(self.deck.slides()[n][1][12])
                self.deck.says(n, 12, self.write())

    def deletes(self):
        slides = self.deck.slides()
        if len(slides) > 5 and self.chance.random() < 0.4:
            n = self.chance.randrange(len(slides))
            before = set(self.deck.on_pages())
            self.deck.deletes(n)
            for text in before - set(self.deck.on_pages()):
                self.lose(text)
            self.mine &= set(self.deck.paragraphs())

    def adds(self):
        self.deck.adds(self.write(), self.chance.randrange(len(self.deck.titles())))

    def moves(self):
        count = len(self.deck.titles())
        self.deck.moves(self.chance.randrange(count), self.chance.randrange(count))

    def posts(self):
        self.hall.post(self.chance.choice(HATS))

    def hides(self):
        hat = self.chance.choice([hat for hat in HATS if self.hall.notes[hat]])
        self.hall.hidden.add(self.chance.choice(self.hall.notes[hat])["id"])

    def shows(self):
        if self.hall.hidden:
            self.hall.hidden.discard(self.chance.choice(sorted(self.hall.hidden)))

    def rethinks(self):
        hat = self.chance.choice([hat for hat in HATS if self.hall.notes[hat]])
        note = self.chance.choice(self.hall.notes[hat])
        note["text"] += " again"

    def refiles(self):
        hat = self.chance.choice([hat for hat in HATS if self.hall.notes[hat]])
        self.chance.choice(self.hall.notes[hat])["theme"] = f"{hat}-t{self.chance.randrange(3)}"

    def renames(self):
        self.hall.themes[self.chance.choice(HATS)][1] = f"theme of step {self.count}"

    def syntheses(self):
        self.hall.synthesis[self.chance.choice(HATS)] = f"In short, step {self.count}."

    edits = (rewrites, rewrites, removes, appends, retitles, concludes, deletes, adds, moves,
             posts, posts, hides, hides, shows, rethinks, refiles, renames, syntheses)  # fmt: skip

    def holds(self, order):
        said = self.deck.paragraphs()
        for text in self.mine:
            assert said.count(text) == 1, text
        shown = self.deck.on_pages()
        titles = self.deck.titles()
        own = [one for one in order if one in self.mine]
        assert [one for one in titles if one in self.mine] == own
        everything = b"".join(parts(self.deck.blob).values()).decode(errors="replace")
        for notes in self.hall.notes.values():
            for note in notes:
                if note["id"] in self.hall.hidden:
                    assert first(note["text"]) not in everything, note
                elif first(note["text"]) not in self.lost:
                    assert shown.count(note["text"]) == 1, note
                else:
                    assert note["text"] not in shown, note


@pytest.mark.parametrize("seed", range(int(os.environ.get("SEEDS", "1"))))  # others by wish
def test_a_hundred_edits_on_both_sides_are_all_kept(seed):
    play = Play(seed)
    for _ in range(10):
        play.round(10)
