"""The play: round by round, what an example tells is done again, by a desk and its room."""

from itertools import cycle
from math import ceil

from .doors import Page, Room, Row
from .rhythm import Rhythm


def play(room: Room, example: Row, people: int, rhythm: Rhythm) -> None:
    """Everything, from the first who joins to the outcomes."""
    rhythm.pause(6)  # to open the pages
    for _ in range(people):
        room.join()
        rhythm.pause(1.5)
    rounds = sorted(room.rows("round"), key=lambda row: row["position"])
    for row in rounds:
        _Round(room, rhythm, row).play(example["boards"].get(row["hat"]))
    _Round(room, rhythm, rounds[-1]).ends(example.get("outcomes", []))


class _Round:
    def __init__(self, room: Room, rhythm: Rhythm, row: Row) -> None:
        self.room, self.desk, self.phones = room, room.desk, room.phones
        self.rhythm, self.pause = rhythm, rhythm.pause
        self.id, self.hat = row["id"], row["hat"]

    def does(self, page: Page, action: str, **words: object) -> None:
        """Whoever clicks at the real desk may be faster: what is refused then is left out."""
        answer = page.does(action, **words)
        if "refused" in answer:
            self.rhythm.refused(answer["refused"])

    def play(self, board: Row | None) -> None:
        self.rhythm.tell(self.hat, "opens")
        self.does(self.desk, "open_round", id=self.id)
        self.pause(5)
        if board is None:  # blue has none
            return
        self.writes(board["notes"])
        self.sorts(board["notes"], board.get("themes", []))
        self.votes(board.get("themes", []))
        if "synthesis" in board:
            self.concludes(board["synthesis"])

    def writes(self, notes: list[Row]) -> None:
        self.rhythm.tell(self.hat, "writes")
        for phone, note in zip(cycle(self.phones), notes, strict=False):
            more = {"marks": note["marks"]} if "marks" in note else {}
            words = {"id": _id(note["id"]), "round": self.id, "text": note["text"], **more}
            self.does(phone, "post_note", **words)
            self.pause(2)
        self.does(self.desk, "close_round", id=self.id)
        self.pause(2)
        self.rhythm.tell(self.hat, "reveals")
        self.does(self.desk, "reveal_round", id=self.id)
        self.pause(6)

    def sorts(self, notes: list[Row], themes: list[Row]) -> None:
        """The desk names the themes, and everybody files what they wrote."""
        self.rhythm.tell(self.hat, "sorts")
        self.does(self.desk, "show", scene="themes", round=self.id)
        for theme in themes:
            named = {"id": _id(theme["id"]), "name": theme["name"]}
            self.does(self.desk, "name_theme", hat=self.hat, **named)
            self.pause(2)
        self.does(self.desk, "set_board", hat=self.hat, hands="own")
        for phone, note in zip(cycle(self.phones), notes, strict=False):
            if "theme" in note:
                self.does(phone, "file_notes", notes=[_id(note["id"])], theme=_id(note["theme"]))
                self.pause(1.2)
        self.does(self.desk, "set_board", hat=self.hat, hands="desk")
        for kind, rows in (("theme", themes), ("note", notes)):
            for row in rows:
                if row.get("star"):
                    self.does(self.desk, "set_star", kind=kind, id=_id(row["id"]), star=1)

    def votes(self, themes: list[Row]) -> None:
        """The example's votes, shared out among those who are here."""
        ballots = [theme["id"] for theme in themes for _ in range(theme.get("votes", 0))]
        if not ballots:
            return
        self.rhythm.tell(self.hat, "votes")
        budget = ceil(len(ballots) / len(self.phones))
        terms = {"voted_on": "themes", "budget": budget, "several": 1}
        self.does(self.desk, "open_voting", hat=self.hat, **terms)
        self.pause(4)
        for n, phone in enumerate(self.phones):
            mine = ballots[n :: len(self.phones)]
            for theme in dict.fromkeys(mine):
                self.does(phone, "set_votes", target=_id(theme), votes=mine.count(theme))
                self.pause(0.7)
        self.pause(2)
        self.does(self.desk, "close_voting", hat=self.hat)
        self.pause(6)

    def concludes(self, synthesis: Row) -> None:
        """Sentence by sentence, and then the room is asked whether this is what it means."""
        self.rhythm.tell(self.hat, "concludes")
        self.does(self.desk, "show", scene="synthesis", round=self.id)
        whole = {"text": synthesis["text"], "notes": synthesis.get("notes", [])}
        said = [
            {"text": one["text"], "notes": _ids(one["notes"])}
            for one in synthesis.get("statements", [whole])
        ]
        for n in range(len(said)):
            self.pause(5)
            self.does(self.desk, "write_synthesis", hat=self.hat, statements=said[: n + 1])
        if synthesis.get("status") == "checked":
            self.pause(4)
            self.checks(synthesis)

    def checks(self, synthesis: Row) -> None:
        self.rhythm.tell(self.hat, "checks")
        self.does(self.desk, "check_synthesis", hat=self.hat, checking=1)
        self.pause(4)
        missed = synthesis.get("remarks", [])
        for n, phone in enumerate(self.phones):
            says = {"agrees": 1, "text": synthesis["text"]}
            if n < len(missed):
                says = {"agrees": 0, "remark": missed[n]["text"]}
            self.does(phone, "agree", hat=self.hat, **says)
            self.pause(1.2)
        self.does(self.desk, "check_synthesis", hat=self.hat, checking=0)
        self.pause(4)
        states = {remark["text"]: remark["state"] for remark in missed}
        for row in self.room.rows("agreement"):
            if row["hat"] == self.hat and row["remark"] in states:
                self.does(self.desk, "settle_remark", id=row["id"], state=states[row["remark"]])

    def ends(self, outcomes: list[Row]) -> None:
        """Who does what by when; then the round is over, and stays on the wall."""
        self.rhythm.tell(self.hat, "outcomes")
        self.does(self.desk, "show", scene="outcomes")
        for n, outcome in enumerate(outcomes):
            rests_on = {key: _ids(outcome.get(key, [])) for key in ("themes", "notes")}
            self.does(self.desk, "put_outcome", **outcome | rests_on, id=f"demo-outcome-{n + 1:02}")
            self.pause(4)
        self.does(self.desk, "close_round", id=self.id)


def _id(id: str) -> str:
    """An id of the example as one of our own making: those must be longer than some of it."""
    return f"demo-{id}"


def _ids(ids: list[str]) -> list[str]:
    return [_id(id) for id in ids]
