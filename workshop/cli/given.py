"""What several commands are given, and how they answer."""

import argparse
import json
import sys
from pathlib import Path

from workshop import exporting
from workshop.rules import Refused

DATA = "data"


def add_data(parser: argparse.ArgumentParser) -> None:
    """Let a command know where all is kept."""
    parser.add_argument("--data", type=Path, default=Path(DATA), help=f"default: {DATA}")


def rows_of(given: argparse.Namespace) -> exporting.Rows:
    """What the desk may see of the SOURCE that was given."""
    if not (given.source.endswith(".json") or Path(given.source).is_file()):
        return exporting.rows_of_stored(given.data, given.source)
    rows, warnings = exporting.rows_of_document(document_in(Path(given.source)))
    warn(warnings)
    return rows


def document_in(path: Path) -> object:
    """A workshop document in a file. Raises Refused("bad_document")."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refused("bad_document", where=path.name) from None


def warn(keys: list[str]) -> None:
    """Tell what of a document was left out."""
    for key in keys:
        print(f"workshop: left out: {key}", file=sys.stderr)


def answer(value: object) -> None:
    """Print a value as JSON, on one line."""
    print(json.dumps(value, ensure_ascii=False))
