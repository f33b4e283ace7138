"""A workshop is written to a file."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Any

from workshop import deck, exporting
from workshop.phrases import say
from workshop.rules import Refused

from .given import add_data, rows_of


def add_to(commands: Any) -> None:
    """Let the command line know `export`."""
    parser = commands.add_parser("export", help="write a workshop to a file")
    parser.set_defaults(run=_run)
    parser.add_argument("source", help="a document (.json), or the code of a stored workshop")
    endings = ", ".join(f".{ending}" for ending in exporting.ENDINGS)
    parser.add_argument("-o", "--output", required=True, type=Path, help=f"FILE: {endings}")
    parser.add_argument("--language", choices=["fi", "en"], help="of the deck's own words")
    parts = ",".join(deck.PARTS)
    parser.add_argument("--parts", default="", help=f"of the deck, such as {parts}; default: all")
    files = ",".join(exporting.handover.PARTS)
    parser.add_argument("--files", default="", help=f"of a .zip, such as {files}; default: all")
    parser.add_argument("--template", default="", metavar="FILE", help="of your own, for the deck")
    parser.add_argument("--progress", action="store_true", help="tell on stdout how far it is")
    add_data(parser)


def _run(given: argparse.Namespace) -> int:
    ending = given.output.suffix.removeprefix(".").lower()
    if ending not in exporting.ENDINGS:
        raise Refused("bad_ending", where=given.output.name)
    files, parts = exporting.listed(given.files), exporting.listed(given.parts)
    what = exporting.wanted(ending, files, parts, given.template)
    exporting.be_polite()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # in good order: LibreOffice ends with us
    rows = rows_of(given)
    if given.language:
        for own in rows["workshop"].values():
            own["language"] = given.language
    if exporting.emoji_at_risk(rows, what):
        _say_emoji_may_be_missing(given.progress)
    tell = _progress(exporting.steps(what)) if given.progress else str
    given.output.write_bytes(exporting.make(rows, what, tell))
    return 0


def _say_emoji_may_be_missing(progress: bool) -> None:
    if progress:
        print("note emoji", flush=True)
    else:
        print(f"workshop: {say('en', 'handover.emoji')}", file=sys.stderr)


def _progress(steps: list[str]) -> exporting.Tell:
    """Prints `2/3 pdf` when the second of three steps begins."""
    return lambda step: print(f"{steps.index(step) + 1}/{len(steps)} {step}", flush=True)
