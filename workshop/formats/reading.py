"""A workshop document to rows: clean, or refused with the place where it cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from typing import Any

from workshop import rules, sequences
from workshop.boards import untouched
from workshop.hats import BOARDS, Hat
from workshop.phrases import say
from workshop.records import KINDS, Row
from workshop.rules import Refused

from .writing import FORMAT


def read(given: object) -> tuple[Row, dict[str, list[Row]], list[str]]:
    """A document as (the workshop's own values, rows by kind, warnings).

    Raises Refused, with `where` naming the place, for what cannot be read. Keys that mean
    nothing to us are left out, each with a warning that names it.
    """
    reader = _Reader()
    own = reader.read(given)
    return own, reader.rows, reader.warnings


ID = 64  # characters of an id
NOTE = ["id", "text", "theme", "stack", "star", "votes", "marks", "author"]
LONGEST_LIST = 2000  # notes of a board, and more than any other list needs


class _Reader:
    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {kind: [] for kind in KINDS if kind != "workshop"}
        self.warnings: list[str] = []
        self.used: set[str] = set()
        self.people: dict[str, str] = {}

    def read(self, given: object) -> Row:
        keys = "format title question language date organiser named sequence boards outcomes"
        data = self.known(given, keys.split(), "document")
        if data.get("format", FORMAT) != FORMAT:
            raise Refused("bad_format", where="format")
        own = {
            "title": self.checked(data, "title", rules.line, ""),
            "question": self.checked(data, "question", _question, ""),
            "language": self.checked(data, "language", rules.language, "fi"),
            "date": self.checked(data, "date", rules.date, ""),
            "organiser": self.checked(data, "organiser", rules.line, ""),
            "named": self.checked(data, "named", rules.flag, 0),
        }
        boards = self.known(data.get("boards", {}), list(BOARDS), "boards")
        self.sequence(data.get("sequence"), boards, own["language"])
        for hat in BOARDS:
            if hat in boards:
                self.board(Hat(hat), boards[hat], bool(own["named"]))
        self.outcomes(data.get("outcomes", []))
        return own

    def sequence(self, given: object, boards: dict[str, Any], language: str) -> None:
        """The rounds; every board has one, those that the document's sequence forgot come last."""
        if given is None:
            plan = sequences.rounds("whole", language)
            for step in plan:  # a board's own prompt goes before the usual one
                board = boards.get(step["hat"])
                if isinstance(board, dict) and board.get("prompt"):
                    del step["prompt"]
        else:
            plan = self.listed(given, "sequence")
        for position, item in enumerate(plan):
            where = f"sequence[{position}]"
            step = self.known(item, ["hat", "minutes", "prompt", "at_once"], where)
            hat = self.checked(step, "hat", rules.hat, None, where)
            self.round(step, hat, boards, where, language)
        for hat in BOARDS:
            if hat in boards and all(row["hat"] != hat for row in self.rows["round"]):
                self.round({}, hat, boards, "boards", language)

    def round(self, step: Row, hat: Hat, boards: dict[str, Any], where: str, language: str) -> None:
        board = boards.get(hat) if isinstance(boards.get(hat), dict) else {}
        usual = board.get("prompt") or say(language, f"hat.{hat}.asks")
        minutes = sequences.MINUTES[hat]
        self.rows["round"].append(
            {
                "hat": hat,
                "position": len(self.rows["round"]),
                "prompt": self.checked(step, "prompt", _prompt, usual, where),
                "minutes": self.checked(step, "minutes", _minutes, minutes, where),
                "at_once": self.checked(step, "at_once", rules.flag, 0, where),
            }
        )

    def board(self, hat: Hat, given: object, named: bool) -> None:
        where = f"boards.{hat}"
        board = self.known(given, ["prompt", "lens", "notes", "themes", "synthesis"], where)
        self.checked(board, "prompt", _prompt, "", where)
        if lens := self.checked(board, "lens", rules.line, "", where):
            self.rows["board"].append({**untouched(hat), "lens": lens})
        themes = self.themes(hat, board.get("themes", []), where)
        notes = self.notes(hat, board.get("notes", []), themes, named, where)
        if "synthesis" in board:
            self.synthesis(hat, board["synthesis"], notes, f"{where}.synthesis")

    def themes(self, hat: Hat, given: object, where: str) -> dict[str, str]:
        ids = {}
        for n, item in enumerate(self.listed(given, f"{where}.themes")):
            place = f"{where}.themes[{n}]"
            theme = self.known(item, ["id", "name", "star", "votes"], place)
            name = self.checked(theme, "name", lambda v: rules.needed(rules.line(v)), None, place)
            votes = self.checked(theme, "votes", rules.number, 0, place)
            id = self.id(theme, f"{hat}-t{n + 1}", hat, ids, place)
            row = {"id": id, "hat": hat, "name": name, "position": n + 1, "votes": votes}
            self.rows["theme"].append(row | {"gone": 0})
            self.star(theme, row, place)
        return ids

    def notes(
        self, hat: Hat, given: object, themes: dict[str, str], named: bool, where: str
    ) -> dict[str, str]:
        ids: dict[str, str] = {}
        for n, item in enumerate(self.listed(given, f"{where}.notes")):
            place = f"{where}.notes[{n}]"
            note = self.known(item, NOTE, place)
            theme = note.get("theme") or ""
            if theme and (not isinstance(theme, str) or theme not in themes):
                raise Refused("not_found", where=f"{place}.theme")
            row = {
                "id": self.id(note, f"{hat}-{n + 1:02}", hat, ids, place),
                "hat": hat,
                "number": len(self.rows["note"]) + 1,
                "author": self.author(note, place) if named else "",
                "text": self.checked(note, "text", _note, None, place),
                "theme": themes[theme] if theme else "",
                "stack": self.checked(note, "stack", rules.id, "", place),
                "votes": self.checked(note, "votes", rules.number, 0, place),
                "marks": self.checked(note, "marks", rules.marks, [], place),
            }
            self.rows["note"].append(row | {"hidden": 0, "shown": 1, "gone": 0})
            self.star(note, row, place)
        for row in self.rows["note"]:
            if row["hat"] == hat:  # a stack may name a note that comes later
                row["stack"] = ids.get(row["stack"], "")
        return ids

    def star(self, given: Row, row: Row, where: str) -> None:
        if self.checked(given, "star", rules.flag, 0, where):
            self.rows["star"].append({"id": row["id"], "hat": row["hat"], "gone": 0})

    def synthesis(self, hat: Hat, given: object, notes: dict[str, str], where: str) -> None:
        keys = ["text", "notes", "statements", "status", "agreeing", "remarks"]
        data = self.known(given, keys, where)
        listed = self.listed(data.get("statements", []), f"{where}.statements")
        if len(listed) > rules.STATEMENTS:
            raise Refused("too_long", where=f"{where}.statements", limit=rules.STATEMENTS)
        statements = [
            self.statement(one, notes, f"{where}.statements[{n}]") for n, one in enumerate(listed)
        ]
        together = " ".join(one["text"] for one in statements if one["text"])
        text = self.checked(data, "text", rules.text, rules.text(together), where)
        whole = [{"text": text, "notes": self.refers(data, "notes", notes, where)}]
        if text != together:
            statements = whole  # somebody wrote another text since: its parts say nothing now
        row = {
            "id": hat,
            "hat": hat,
            "text": text,
            "notes": list(
                dict.fromkeys(
                    [*whole[0]["notes"], *(id for one in statements for id in one["notes"])]
                )
            ),
            "statements": statements,
            "status": self.checked(data, "status", _status, "edited", where),
            "checking": 0,
        }
        self.rows["synthesis"].append(row)
        agreeing = self.checked(data, "agreeing", _crowd, 0, where)
        self.rows["agreement"] += [_agreement(hat, n, "", "") for n in range(agreeing)]
        for n, one in enumerate(self.listed(data.get("remarks", []), f"{where}.remarks")):
            place = f"{where}.remarks[{n}]"
            remark = self.known(one, ["text", "state"], place)
            said = self.checked(remark, "text", _note, None, place)
            state = self.checked(remark, "state", _remark_state, "kept", place)
            self.rows["agreement"].append(_agreement(hat, agreeing + n, said, state))

    def statement(self, given: object, notes: dict[str, str], where: str) -> Row:
        one = self.known(given, ["text", "notes"], where)
        text = self.checked(one, "text", rules.text, None, where)
        return {"text": text, "notes": self.refers(one, "notes", notes, where)}

    def refers(self, row: Row, key: str, known: dict[str, str], where: str) -> list[str]:
        """Ids of the document that something rests on, as the rows have them."""
        given = self.checked(row, key, rules.ids, [], where)
        if missing := [id for id in given if id not in known]:
            raise Refused("not_found", where=f"{where}.{key}: {missing[0]}")
        return [known[id] for id in given]

    def outcomes(self, given: object) -> None:
        keys = ["kind", "text", "owner", "due", "themes", "notes"]
        themes, notes = ({row["id"]: row["id"] for row in self.rows[k]} for k in ("theme", "note"))
        for n, item in enumerate(self.listed(given, "outcomes")):
            where = f"outcomes[{n}]"
            data = self.known(item, keys, where)
            row = {
                "id": f"outcome-{n + 1:02}",
                "kind": self.checked(data, "kind", _outcome_kind, None, where),
                "text": self.checked(data, "text", _outcome_text, None, where),
                "owner": self.checked(data, "owner", rules.line, "", where),
                "due": self.checked(data, "due", rules.date, "", where),
                "themes": self.refers(data, "themes", themes, where),
                "notes": self.refers(data, "notes", notes, where),
            }
            self.rows["outcome"].append(row | {"position": n, "gone": 0})

    def author(self, note: Row, where: str) -> str:
        name = self.checked(note, "author", _name, "", where)
        if name and name not in self.people:
            self.people[name] = f"person-{len(self.people) + 1:02}"
            self.rows["participant"].append({"id": self.people[name], "name": name})
        return self.people.get(name, "")

    def id(self, row: Row, usual: str, hat: Hat, ids: dict[str, str], where: str) -> str:
        """An id unique in the workshop: as given, or with its hat where another row has it."""
        given = self.checked(row, "id", rules.id, usual, where)
        if given in ids:
            raise Refused("twice", where=f"{where}.id: {given}")
        tries = chain([given, f"{hat}-{given}"[:ID]], (f"{hat}-{n}" for n in count(1)))
        ids[given] = next(id for id in tries if id not in self.used)
        self.used.add(ids[given])
        return ids[given]

    def known(self, given: object, keys: list[str], where: str) -> Row:
        if not isinstance(given, dict):
            raise Refused("bad_document", where=where)
        for key in given.keys() - set(keys):
            self.warnings.append(f"{where}.{rules.normalised(str(key))[:60]}")
        return {key: value for key, value in given.items() if key in keys}

    def listed(self, given: object, where: str) -> list[Any]:
        if not isinstance(given, list):
            raise Refused("bad_document", where=where)
        if len(given) > LONGEST_LIST:
            raise Refused("too_long", where=where, limit=LONGEST_LIST)
        return given

    def checked(self, row: Row, key: str, check: Any, usual: Any, where: str = "") -> Any:
        """The value under a key, clean; `usual` where it is absent (None: it may not be)."""
        place = f"{where}.{key}" if where else key
        if row.get(key) is None:
            if usual is None or (key == "question" and not usual):
                raise Refused("missing", where=place)
            return usual
        with _at(place):
            return check(row[key])


@contextmanager
def _at(place: str) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise Refused(refusal.code, where=place, **refusal.values) from None


def _agreement(hat: Hat, n: int, remark: str, state: str) -> Row:
    """Somebody's word on a synthesis, whoever they were."""
    row = {"id": f"{hat}-agreement-{n + 1:04}", "hat": hat, "author": "", "remark": remark}
    return row | {"state": state, "agrees": int(not remark), "shown": 1, "gone": 0}


def _status(value: object) -> str:
    return rules.one_of(value, rules.STATUSES)


def _remark_state(value: object) -> str:
    return rules.one_of(value, rules.REMARKS)


def _crowd(value: object) -> int:
    return rules.number(value, range(LONGEST_LIST))


def _question(value: object) -> str:
    return rules.needed(rules.line(value, rules.QUESTION_LENGTH))


def _prompt(value: object) -> str:
    return rules.line(value, rules.QUESTION_LENGTH)


def _note(value: object) -> str:
    return rules.needed(rules.text(value, rules.NOTE_LENGTH))


def _name(value: object) -> str:
    return rules.line(value, rules.NAME_LENGTH)


def _minutes(value: object) -> int:
    return rules.number(value, rules.MINUTES)


def _outcome_text(value: object) -> str:
    return rules.needed(rules.text(value))


def _outcome_kind(value: object) -> str:
    return rules.one_of(value, rules.OUTCOMES)
