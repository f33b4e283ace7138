"""python -m workshop …: what can be done without a room.

Wrong use or input: exit code 2 and one clear line on stderr.
"""

import argparse
import json
import sqlite3
import sys
from pathlib import Path

from . import data, exporting, store
from .actions import create_workshop
from .audience import Audience
from .phrases import say
from .rules import Refused
from .tickets import Tickets
from .writer import Job, commit

DATA = "data"


def main(words: list[str] | None = None) -> int:
    """Run a command; return the exit code."""
    given = _parser().parse_args(words)
    try:
        return given.run(given)
    except Refused as refusal:
        values = {"where": "", "limit": "", **refusal.values}
        print(f"workshop: {say('en', f'refused.{refusal.code}', **values)}", file=sys.stderr)
    except (sqlite3.Error, RecursionError) as error:
        print(f"workshop: {error}", file=sys.stderr)
    except OSError as error:
        print(f"workshop: {error.filename or ''}: {error.strerror}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m workshop", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    export = commands.add_parser("export", help="write a workshop to a file")
    export.set_defaults(run=_export)
    export.add_argument("source", help="a document (.json), or the code of a stored workshop")
    endings = ", ".join(f".{ending}" for ending in exporting.ENDINGS)
    export.add_argument("-o", "--output", required=True, type=Path, help=f"FILE: {endings}")
    export.add_argument("--language", choices=["fi", "en"], help="of the deck's own words")
    export.add_argument("--parts", help="of the deck, such as cover,answer,map; all if left out")
    _add_data(export)

    bring = commands.add_parser("import", help="store a document as a workshop")
    bring.set_defaults(run=_import)
    bring.add_argument("file", type=Path)
    _add_data(bring)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path(DATA), help=f"default: {DATA}")


def _export(given: argparse.Namespace) -> int:
    ending = given.output.suffix.removeprefix(".").lower()
    if ending not in exporting.ENDINGS:
        raise Refused("bad_ending", where=given.output.name)
    exporting.be_polite()
    if given.source.endswith(".json") or Path(given.source).is_file():
        rows, warnings = exporting.rows_of_document(_document(Path(given.source)))
        _warn(warnings)
    else:
        rows = exporting.rows_of_stored(given.data, given.source)
    if given.language:
        for own in rows["workshop"].values():
            own["language"] = given.language
    given.output.write_bytes(exporting.make(rows, ending, exporting.deck_parts(given.parts)))
    return 0


def _import(given: argparse.Namespace) -> int:
    path = data.make(given.data) / store.FILE
    store.prepare(path)
    db = store.connect(path, writing=True)
    job = Job(create_workshop, Audience("", "desk"), {"document": _dated(_document(given.file))})
    commit(db, [job])
    db.close()
    if job.error:
        raise job.error
    _warn(job.result["warnings"])
    links = Tickets(data.secret(given.data)).links(job.result, data.address(given.data))
    print(job.result["id"])
    print(links["desk_url"])
    return 0


def _dated(document: object) -> object:
    return {"date": store.today(), **document} if isinstance(document, dict) else document


def _document(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Refused("bad_document", where=path.name) from None


def _warn(keys: list[str]) -> None:
    for key in keys:
        print(f"workshop: left out: {key}", file=sys.stderr)
