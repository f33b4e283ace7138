"""python -m workshop …: what can be done without a room.

Wrong use or input: exit code 2 and one clear line on stderr.
"""

import argparse
import contextlib
import dataclasses
import json
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import boards, data, deck, demo, exporting, shelf, store, synthesis
from .actions import create_workshop
from .audience import Audience
from .hats import BOARDS
from .phrases import say
from .records import Row
from .rules import Refused
from .synthesis import engine
from .tickets import Tickets
from .writer import Job, commit

DATA = "data"
EXAMPLE = Path(__file__).parent.parent / "docs" / "example.json"  # what a template is tried with


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
    parts = ",".join(deck.PARTS)
    export.add_argument("--parts", default="", help=f"of the deck, such as {parts}; default: all")
    files = ",".join(exporting.handover.PARTS)
    export.add_argument("--files", default="", help=f"of a .zip, such as {files}; default: all")
    export.add_argument("--template", default="", metavar="FILE", help="of your own, for the deck")
    export.add_argument("--progress", action="store_true", help="tell on stdout how far it is")
    _add_data(export)

    bring = commands.add_parser("import", help="store a document as a workshop")
    bring.set_defaults(run=_import)
    bring.add_argument("file", type=Path)
    _add_data(bring)

    suggest = commands.add_parser("suggest", help="print suggestions for a document's boards")
    suggest.set_defaults(run=_suggest)
    suggest.add_argument("file", type=Path)
    names = ["words", "meaning"]
    suggest.add_argument("--engine", choices=names, help="default: meaning where it is installed")

    template = commands.add_parser("template", help="rebuild a slide template, safe to draw on")
    template.set_defaults(run=_template)
    template.add_argument("file", type=Path, help="FILE: .pptx, .potx or .ppsx")
    template.add_argument("-o", "--output", required=True, type=Path, help="FILE: .pptx")
    template.add_argument("--no-trial", action="store_true", help="do not look what fits on it")

    update = commands.add_parser("update", help="bring an edited deck up to date; its edits stay")
    update.set_defaults(run=_update)
    update.add_argument("deck", type=Path, help="FILE.pptx: an export, edited since")
    update.add_argument("source", help="a document (.json), or the code of a stored workshop")
    update.add_argument("-o", "--output", required=True, type=Path, help="FILE.pptx")
    its = "that it is drawn on, if it is not among those of DIR"
    update.add_argument("--template", type=Path, metavar="FILE", help=its)
    _add_data(update)

    demo.add_to(commands)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path(DATA), help=f"default: {DATA}")


def _export(given: argparse.Namespace) -> int:
    ending = given.output.suffix.removeprefix(".").lower()
    if ending not in exporting.ENDINGS:
        raise Refused("bad_ending", where=given.output.name)
    files, parts = exporting.listed(given.files), exporting.listed(given.parts)
    what = exporting.wanted(ending, files, parts, given.template)
    exporting.be_polite()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # in good order: LibreOffice ends with us
    rows = _rows(given)
    if given.language:
        for own in rows["workshop"].values():
            own["language"] = given.language
    if exporting.emoji_at_risk(rows, what):
        _say_emoji_may_be_missing(given.progress)
    tell = _progress(exporting.steps(what)) if given.progress else str
    given.output.write_bytes(exporting.make(rows, what, tell))
    return 0


def _rows(given: argparse.Namespace) -> exporting.Rows:
    """What the desk may see of the SOURCE that was given."""
    if not (given.source.endswith(".json") or Path(given.source).is_file()):
        return exporting.rows_of_stored(given.data, given.source)
    rows, warnings = exporting.rows_of_document(_document(Path(given.source)))
    _warn(warnings)
    return rows


def _say_emoji_may_be_missing(progress: bool) -> None:
    if progress:
        print("note emoji", flush=True)
    else:
        print(f"workshop: {say('en', 'handover.emoji')}", file=sys.stderr)


def _progress(steps: list[str]) -> exporting.Tell:
    """Prints `2/3 pdf` when the second of three steps begins."""
    return lambda step: print(f"{steps.index(step) + 1}/{len(steps)} {step}", flush=True)


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


def _suggest(given: argparse.Namespace) -> int:
    document = _document(given.file)
    rows, warnings = exporting.rows_of_document(document)
    if given.engine == "meaning" and not engine.local_at_hand():
        raise Refused("no_meaning")
    chosen = engine.Words() if given.engine == "words" else engine.choose()
    found = {
        str(hat): _suggestions(rows, hat, document["boards"][hat], chosen)
        for hat in BOARDS
        if boards.notes_of(rows, hat)
    }
    _warn(warnings)
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


def _template(given: argparse.Namespace) -> int:
    from .deck import foreign  # here, for no other command should wait for it
    from .deck.foreign import child

    exporting.be_polite()
    child.bounded()
    try:
        if given.file.stat().st_size > foreign.limits.FILE:
            raise Refused("template_too_large")
        template = foreign.take(given.file.read_bytes())
    except MemoryError:
        _print({"refused": "template_too_large"})
        raise Refused("template_too_large") from None
    except Refused as refusal:
        _print({"refused": refusal.code})
        raise
    given.output.write_bytes(template.blob)
    said: Row = {
        "width": template.width,
        "height": template.height,
        "removed": template.removed,
        "roles": {name: dataclasses.asdict(role) for name, role in template.roles.items()},
    }
    if not given.no_trial:
        rows, _ = exporting.rows_of_document(_document(EXAMPLE))
        said["misfits"] = deck.misfits(rows, template.blob, said)
        _say_what_differs(said["misfits"])
    _print(said)
    return 0


def _say_what_differs(misfits: list[Row]) -> None:
    lines = [deck.misfit(one, "en") for one in misfits] or [say("en", "misfit.none")]
    for line in lines:
        print(f"workshop: {line}", file=sys.stderr)


def _update(given: argparse.Namespace) -> int:
    from .deck.again import child  # here, for no other command should wait for it

    exporting.be_polite()
    rows = _rows(given)
    try:
        blob, report = child.update(rows, given.deck, store.today(), _templates(given))
    except Refused as refusal:
        _print({"refused": refusal.code})
        raise
    given.output.write_bytes(blob)
    _print(report)
    return 0


def _templates(given: argparse.Namespace) -> Iterator[Path]:
    """What a deck may be drawn on: the shelf's, the one named, and that one as a shelf has it."""
    from .deck.foreign import child

    yield from shelf.files(given.data)
    if given.template:
        yield given.template
        with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Refused):
            kept = Path(folder) / "kept.pptx"
            kept.write_bytes(child.take(given.template.read_bytes())[0])
            yield kept


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


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
