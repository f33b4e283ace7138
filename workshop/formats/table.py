"""Rows to CSV: a line for each note."""

import csv
import io

from workshop.boards import Rows, notes_of
from workshop.hats import BOARDS
from workshop.phrases import say


def csv_text(rows: Rows) -> str:
    """All notes as CSV, a line each, safe to open in a spreadsheet.

    Semicolons and a byte order mark: what a spreadsheet in Finland expects, and others accept.
    """
    (own,) = rows["workshop"].values()
    language = own["language"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    heads = ["hat", "theme", "votes", "note", "marks"] + (["author"] if own["named"] else [])
    writer.writerow([say(language, f"table.{head}") for head in heads])
    for hat in BOARDS:
        for note in notes_of(rows, hat):
            theme = rows["theme"].get(note["theme"], {"name": "", "votes": ""})
            marks = ", ".join(say(language, f"mark.{mark}") for mark in note["marks"])
            cells = [
                say(language, f"hat.{hat}.name"),
                theme["name"],
                theme["votes"] or "",
                note["text"],
            ]
            author = [note.get("author", "")] if own["named"] else []
            writer.writerow([_harmless(cell) for cell in [*cells, marks, *author]])
    return "\ufeff" + out.getvalue()


FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what makes a spreadsheet calculate instead of show


def _harmless(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.lstrip(" \"'").startswith(FORMULA) else text
