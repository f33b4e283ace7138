"""The export: a workshop as a file of any kind, made where the live room does not feel it."""

import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import orjson

from . import audience, deck, formats, handover, pdf, processes, store
from .actions import create_workshop
from .audience import Audience
from .deck import preview
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
    "preview": "application/json",  # the deck's slides as pictures, for the desk
}
LONGEST_NAME = 60  # characters of a title in a file's name
LONGEST_S = 300  # far more than the largest deck takes

Rows = dict[str, dict[str, Row]]
Tell = Callable[[str], None]  # hears what is being made: reading, slides, pdf, page, text, table…


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "json": lambda rows: orjson.dumps(formats.document(rows), option=orjson.OPT_INDENT_2) + b"\n",
    "csv": lambda rows: formats.csv_text(rows).encode(),
    "md": lambda rows: formats.markdown(rows).encode(),
    "html": lambda rows: formats.results_file(rows).encode(),
}
STEPS = {"pptx": "slides", "html": "page", "md": "text", "csv": "table", "json": "document"}


class Wanted(NamedTuple):
    """What is to be made. `files`: the endings in a zip; `parts`: those of the deck; () is all.

    `template`: the path of a template for the deck; "" for our own.
    """

    ending: str
    files: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    template: str = ""


def wanted(
    ending: str, files: Iterable[str] = (), parts: Iterable[str] = (), template: str = ""
) -> Wanted:
    """What is to be made. Raises Refused for what this machine cannot make, or nobody could."""
    found = Wanted(ending, tuple(files), tuple(parts), template)
    if ending not in ENDINGS:
        raise Refused("bad_ending", where=ending)
    if unknown := [file for file in found.files if file not in handover.PARTS]:
        raise Refused("bad_ending", where=unknown[0])
    if unknown := [part for part in found.parts if part not in deck.PARTS]:
        raise Refused("bad_parts", where=unknown[0][:40])
    if "pdf" in (ending, *found.files) and not pdf.at_hand():
        raise Refused("no_libreoffice")
    return found


def listed(words: str) -> list[str]:
    """Names as people write them: "cover,map"."""
    return [name.strip() for name in words.split(",") if name.strip()]


def make(rows: Rows, what: Wanted | str, tell: Tell = str) -> bytes:
    """The file's bytes, from the rows that the desk may see. `what` may be an ending alone.

    Raises Refused where this machine can make no such file.
    """
    what = wanted(what) if isinstance(what, str) else wanted(*what)
    files = _made(rows, what, tell)
    if what.ending != "zip":
        return files[what.ending]
    tell("packing")
    return _packed(rows, files)


def steps(what: Wanted) -> list[str]:
    """What `make` will tell of, in order."""
    found = _endings(what)
    slides = ["slides"] if {"pptx", "pdf", "preview"} & set(found) else []
    rest = [STEPS.get(ending, ending) for ending in handover.PARTS if ending in found]
    packing = ["packing"] if what.ending == "zip" else []
    return [*slides, *(step for step in rest if step != "slides"), *packing]


def emoji_at_risk(rows: Rows, what: Wanted) -> bool:
    """Whether a PDF is among it that may lack some of the emoji that people wrote."""
    wrote = pdf.EMOJI.search(WRITERS["json"](rows).decode())
    return "pdf" in _endings(what) and bool(wrote)


def _endings(what: Wanted) -> tuple[str, ...]:
    """Of all files that are made; of a zip those in it."""
    if what.ending != "zip":
        return (what.ending,)
    return what.files or tuple(one for one in handover.PARTS if one != "pdf" or pdf.at_hand())


def _made(rows: Rows, what: Wanted, tell: Tell) -> dict[str, bytes]:
    """Files by ending; the deck is made once, for itself and for the PDF."""
    endings, files = _endings(what), {}
    if {"pptx", "pdf", "preview"} & set(endings):
        tell("slides")
    if "preview" in endings:
        return {"preview": _preview(rows, what)}
    if {"pptx", "pdf"} & set(endings):
        files["pptx"] = deck.make(rows, what.parts or None, what.template)
    for ending in handover.PARTS:
        if ending in endings and ending not in files:
            tell(STEPS.get(ending, ending))
            files[ending] = pdf.made_of(files["pptx"]) if ending == "pdf" else WRITERS[ending](rows)
    return {ending: files[ending] for ending in handover.PARTS if ending in endings}


def _preview(rows: Rows, what: Wanted) -> bytes:
    """The slides as pictures, and what did not fit on the template: None without one."""
    blob, misfits = deck.tried(rows, what.parts or None, what.template)
    return orjson.dumps({"slides": preview.pictures(blob), "misfits": misfits})


def _packed(rows: Rows, files: dict[str, bytes]) -> bytes:
    (own,) = rows["workshop"].values()
    names = {ending: file_name(own, ending) for ending in files}
    if "html" in names:
        names["html"] = "results.html"
    emoji = emoji_at_risk(rows, Wanted("zip", tuple(files)))
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


def command(data: Path, code: str, file: Path, what: Wanted) -> list[str]:
    """What makes the file in a process of its own, and tells how far it is on its stdout."""
    words = ["export", code, "-o", str(file), "--data", str(data), "--progress"]
    for name in ("files", "parts"):
        if chosen := getattr(what, name):
            words += [f"--{name}", ",".join(chosen)]
    if what.template:
        words += ["--template", what.template]
    return [sys.executable, "-m", "workshop", *words]


def environment() -> dict[str, str]:
    """For that process: where it finds us."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}


def in_process(data: Path, code: str, what: Wanted) -> bytes:
    """The file's bytes, made by `python -m workshop export` beside us.

    Raises Refused("export_failed") when that does not end well.
    """
    with tempfile.TemporaryDirectory() as folder:
        file, said = Path(folder) / f"workshop.{what.ending}", Path(folder) / "said"
        try:
            with said.open("wb") as out:
                process = processes.start(
                    command(data, code, file, what), stdout=out, stderr=out, env=environment()
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
