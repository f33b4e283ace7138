"""An edited deck is brought up to date."""

import argparse
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workshop import exporting, shelf, store
from workshop.rules import Refused

from .given import add_data, answer, rows_of


def add_to(commands: Any) -> None:
    """Let the command line know `update`."""
    parser = commands.add_parser("update", help="bring an edited deck up to date; its edits stay")
    parser.set_defaults(run=_run)
    parser.add_argument("deck", type=Path, help="FILE.pptx: an export, edited since")
    parser.add_argument("source", help="a document (.json), or the code of a stored workshop")
    parser.add_argument("-o", "--output", required=True, type=Path, help="FILE.pptx")
    its = "that it is drawn on, if it is not among those of DIR"
    parser.add_argument("--template", type=Path, metavar="FILE", help=its)
    add_data(parser)


def _run(given: argparse.Namespace) -> int:
    from workshop.deck.again import child  # here, for no other command should wait for it

    exporting.be_polite()
    rows = rows_of(given)
    try:
        blob, report = child.update(rows, given.deck, store.today(), _templates(given))
    except Refused as refusal:
        answer({"refused": refusal.code})
        raise
    given.output.write_bytes(blob)
    answer(report)
    return 0


def _templates(given: argparse.Namespace) -> Iterator[Path]:
    """What a deck may be drawn on: the shelf's, the one named, and that one as a shelf has it."""
    from workshop.deck.foreign import child

    yield from shelf.files(given.data)
    if given.template:
        yield given.template
        with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Refused):
            kept = Path(folder) / "kept.pptx"
            kept.write_bytes(child.take(given.template.read_bytes())[0])
            yield kept
