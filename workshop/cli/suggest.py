"""What may help with a document's boards is printed."""

import argparse
import json
from pathlib import Path
from typing import Any

from workshop import boards, exporting, synthesis
from workshop.hats import BOARDS
from workshop.records import Row
from workshop.rules import Refused
from workshop.synthesis import engine

from .given import document_in, warn


def add_to(commands: Any) -> None:
    """Let the command line know `suggest`."""
    parser = commands.add_parser("suggest", help="print suggestions for a document's boards")
    parser.set_defaults(run=_run)
    parser.add_argument("file", type=Path)
    names = ["words", "meaning"]
    parser.add_argument("--engine", choices=names, help="default: meaning where it is installed")


def _run(given: argparse.Namespace) -> int:
    document = document_in(given.file)
    rows, warnings = exporting.rows_of_document(document)
    if given.engine == "meaning" and not engine.local_at_hand():
        raise Refused("no_meaning")
    chosen = engine.Words() if given.engine == "words" else engine.choose()
    found = {
        str(hat): _suggestions(rows, hat, document["boards"][hat], chosen)
        for hat in BOARDS
        if boards.notes_of(rows, hat)
    }
    warn(warnings)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _suggestions(
    rows: exporting.Rows, hat: str, board: Row, chosen: engine.Engine
) -> dict[str, object]:
    """What is suggested for a board, told in the ids of its document."""
    notes, themes = boards.notes_of(rows, hat), boards.themes_of(rows, hat)
    texts = [*(note["text"] for note in notes), *(theme["name"] for theme in themes)]
    vectors = chosen.embed(texts)
    known = dict(zip(texts, vectors, strict=True)) if vectors else None
    # Reading renames an id that another board has used; it keeps the order.
    note_ids = _ids(notes, board["notes"])
    theme_ids = _ids(themes, board.get("themes", []))
    notes = [
        note | {"id": note_ids[note["id"]], "theme": theme_ids.get(note["theme"], "")}
        for note in notes
    ]
    themes = [theme | {"id": theme_ids[theme["id"]]} for theme in themes]
    return synthesis.suggest(notes, themes, known)


def _ids(rows: list[Row], given: list[Row]) -> dict[str, str]:
    return {row["id"]: one.get("id") or row["id"] for row, one in zip(rows, given, strict=True)}
