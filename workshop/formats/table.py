"""Rows to CSV: a line for each note."""

import csv
import io

from workshop.boards import Rows, notes_of
from workshop.hats import BOARDS
from workshop.phrases import say
from workshop.records import Row

HEADS = (
    "number",
    "hat",
    "lens",
    "theme",
    "votes",
    "note",
    "note_votes",
    "stack",
    "star",
    "in_synthesis",
    "marks",
)


def csv_text(rows: Rows) -> str:
    """All notes as CSV, a line each, safe to open in a spreadsheet.

    Semicolons and a byte order mark: what a spreadsheet in Finland expects, and others accept.
    """
    (own,) = rows["workshop"].values()
    language = own["language"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    heads = [*HEADS, *(["author"] if own["named"] else [])]
    writer.writerow([say(language, f"table.{head}") for head in heads])
    for hat in BOARDS:
        for note in notes_of(rows, hat):
            cells = _cells(rows, note, language)
            writer.writerow([_harmless(cells[head]) for head in heads])
    return "\ufeff" + out.getvalue()


def _cells(rows: Rows, note: Row, language: str) -> Row:
    """A note's cells by head. Votes are its theme's and its own; a stack is a note's number."""
    hat = note["hat"]
    theme = rows["theme"].get(note["theme"], {"name": "", "votes": ""})
    first = rows["note"].get(note["stack"], {"hidden": 1})
    rests = rows["synthesis"].get(hat, {"notes": []})["notes"]
    return {
        "number": note["number"],
        "hat": say(language, f"hat.{hat}.name"),
        "lens": rows["board"].get(hat, {"lens": ""})["lens"],
        "theme": theme["name"],
        "votes": theme["votes"] or "",
        "note": note["text"],
        "note_votes": note["votes"] or "",
        "stack": "" if first["hidden"] else first["number"],
        "star": "x" if note.get("star") else "",
        "in_synthesis": "x" if note["id"] in rests else "",
        "marks": ", ".join(say(language, f"mark.{mark}") for mark in note["marks"]),
        "author": note.get("author", ""),
    }


FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what makes a spreadsheet calculate instead of show


def _harmless(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.lstrip(" \"'").startswith(FORMULA) else text
