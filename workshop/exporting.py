"""The export: a workshop as a file of any kind, made where the live room does not feel it."""

import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import orjson

from . import audience, formats, handover, pdf, processes, store
from .actions import create_workshop
from .audience import Audience
from .records import Row, by_kind
from .rules import Refused

log = logging.getLogger(__name__)

ENDINGS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
LONGEST_NAME = 60  # characters of a title in a file's name
LONGEST_S = 300  # far more than the largest deck takes

Rows = dict[str, dict[str, Row]]
Tell = Callable[[str], None]  # hears what is being made: reading, slides, pdf, page, text, table…


def _pptx(rows: Rows) -> bytes:
    from . import deck  # here, for it takes a third of a second that no server start should wait

    return deck.make(rows)


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "pptx": _pptx,
    "json": lambda rows: orjson.dumps(formats.document(rows), option=orjson.OPT_INDENT_2) + b"\n",
    "csv": lambda rows: formats.csv_text(rows).encode(),
    "md": lambda rows: formats.markdown(rows).encode(),
    "html": lambda rows: formats.results_file(rows).encode(),
}
STEPS = {"pptx": "slides", "html": "page", "md": "text", "csv": "table", "json": "document"}


def check(ending: str, parts: Sequence[str] = ()) -> None:
    """Whether this machine can make it. Raises Refused for what it cannot."""
    if ending not in ENDINGS:
        raise Refused("bad_ending", where=ending)
    if unknown := [part for part in parts if part not in handover.PARTS]:
        raise Refused("bad_ending", where=unknown[0])
    if "pdf" in (ending, *parts) and not pdf.at_hand():
        raise Refused("no_libreoffice")


def make(rows: Rows, ending: str, parts: Sequence[str] = (), tell: Tell = str) -> bytes:
    """The file's bytes, from the rows that the desk may see.

    `parts` are the endings of what a zip holds; none: all that this machine can make.
    Raises Refused where it can make no such file.
    """
    check(ending, parts)
    if ending != "zip":
        return _made(rows, [ending], tell)[ending]
    files = _made(rows, parts or _possible(), tell)
    tell("packing")
    return _packed(rows, files)


def steps(ending: str, parts: Sequence[str] = ()) -> list[str]:
    """What `make` will tell of, in order."""
    if ending != "zip":
        return _steps_of([ending])
    return [*_steps_of(parts or _possible()), "packing"]


def emoji_at_risk(rows: Rows, ending: str, parts: Sequence[str] = ()) -> bool:
    """Whether a PDF is among it that may lack some of the emoji that people wrote."""
    wanted = (parts or _possible()) if ending == "zip" else [ending]
    return "pdf" in wanted and bool(pdf.EMOJI.search(WRITERS["json"](rows).decode()))


def _possible() -> list[str]:
    return [part for part in handover.PARTS if part != "pdf" or pdf.at_hand()]


def _steps_of(endings: Sequence[str]) -> list[str]:
    slides = ["slides"] if {"pptx", "pdf"} & set(endings) else []
    rest = [STEPS.get(ending, ending) for ending in handover.PARTS if ending in endings]
    return [*slides, *(step for step in rest if step != "slides")]


def _made(rows: Rows, endings: Sequence[str], tell: Tell) -> dict[str, bytes]:
    """Files by ending; the deck is made once, for itself and for the PDF."""
    files = {}
    if {"pptx", "pdf"} & set(endings):
        tell("slides")
        files["pptx"] = WRITERS["pptx"](rows)
    for ending in handover.PARTS:
        if ending in endings and ending not in files:
            tell(STEPS.get(ending, ending))
            files[ending] = pdf.made_of(files["pptx"]) if ending == "pdf" else WRITERS[ending](rows)
    return {ending: files[ending] for ending in handover.PARTS if ending in endings}


def _packed(rows: Rows, files: dict[str, bytes]) -> bytes:
    (own,) = rows["workshop"].values()
    names = {ending: file_name(own, ending) for ending in files}
    if "html" in names:
        names["html"] = "results.html"
    emoji = emoji_at_risk(rows, "zip", list(files))
    name, text = handover.read_me(own["language"], own["title"] or own["question"], names, emoji)
    return handover.pack({names[ending]: data for ending, data in files.items()} | {name: text})


def rows_of_stored(data: Path, code: str) -> Rows:
    """What the desk may see of a stored workshop. Raises Refused for an unknown code."""
    path = data / store.FILE
    if not path.exists():
        raise Refused("no_such_workshop")
    db = store.connect(path)
    try:
        if not store.workshop(db, code):
            raise Refused("no_such_workshop")
        return by_kind(audience.everything(db, Audience(code, "desk")))
    finally:
        db.close()


def rows_of_document(document: object) -> tuple[Rows, list[str]]:
    """The same of a document that is only passing through, and the warnings of reading it."""
    db = store.in_memory()
    made = create_workshop(db, Audience("", "desk"), document=document)
    rows = by_kind(audience.everything(db, Audience(made["id"], "desk")))
    db.close()
    return rows, made["warnings"]


def command(data: Path, code: str, file: Path, parts: Sequence[str] = ()) -> list[str]:
    """What makes the file in a process of its own, and tells how far it is on its stdout."""
    words = ["export", code, "-o", str(file), "--data", str(data), "--progress"]
    return [sys.executable, "-m", "workshop", *words, *(["--parts", *parts] if parts else [])]


def environment() -> dict[str, str]:
    """For that process: where it finds us."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}


def in_process(data: Path, code: str, ending: str) -> bytes:
    """The file's bytes, made by `python -m workshop export` beside us.

    Raises Refused("export_failed") when that does not end well.
    """
    check(ending)
    with tempfile.TemporaryDirectory() as folder:
        file, said = Path(folder) / f"workshop.{ending}", Path(folder) / "said"
        try:
            with said.open("wb") as out:
                process = processes.start(
                    command(data, code, file), stdout=out, stderr=out, env=environment()
                )
            if processes.wait(process, LONGEST_S) == 0:
                return file.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            log.error("an export failed: %s", error)
            raise Refused("export_failed") from error
        log.error("an export failed: %s", last_line(said))
    raise Refused("export_failed")


def last_line(said: Path) -> str:
    """The last thing that a process wrote down; "" for nothing."""
    return said.read_text(errors="replace").strip().rsplit("\n", 1)[-1] if said.exists() else ""


def file_name(workshop: Row, ending: str) -> str:
    """A name for the file: the workshop's title and date, safe on every system."""
    title = workshop["title"] or workshop["question"]
    words = " ".join(re.sub(r"[^\w\- ]+", "", title).split())
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rsplit(" ", 1)[0]
    words = words or workshop["id"]
    return f"{'-'.join(filter(None, (words, workshop['date'])))}.{ending}"


def be_polite() -> None:
    """Let the live room go first on this machine."""
    if hasattr(os, "nice"):
        os.nice(19)
