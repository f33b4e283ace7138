"""The export: a workshop as a file of any kind, made where the live room does not feel it."""

import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import orjson

from . import audience, deck, formats, store
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
}
LONGEST_NAME = 60  # characters of a title in a file's name
LONGEST_S = 300  # far more than the largest deck takes

Rows = dict[str, dict[str, Row]]


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "json": lambda rows: orjson.dumps(formats.document(rows), option=orjson.OPT_INDENT_2) + b"\n",
    "csv": lambda rows: formats.csv_text(rows).encode(),
    "md": lambda rows: formats.markdown(rows).encode(),
}


def make(rows: Rows, ending: str, parts: list[str] | None = None) -> bytes:
    """The file's bytes, from the rows that the desk may see; of a deck only the chosen parts."""
    return deck.make(rows, parts) if ending == "pptx" else WRITERS[ending](rows)


def deck_parts(listed: str | None) -> list[str] | None:
    """Parts of a deck as people write them, "cover,map"; None where they choose none.

    Raises Refused("bad_parts") for a part that no deck has.
    """
    names = [name.strip() for name in (listed or "").split(",") if name.strip()]
    if unknown := [name for name in names if name not in deck.PARTS]:
        raise Refused("bad_parts", where=unknown[0][:40])
    return names or None


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
    rows["workshop"][made["id"]]["id"] = ""  # a code that nobody can join with says nothing
    return rows, made["warnings"]


def in_process(data: Path, code: str, ending: str, parts: list[str] | None = None) -> bytes:
    """The file's bytes, made by `python -m workshop export` beside us.

    Raises Refused("export_failed") when that does not end well.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"workshop.{ending}"
        command = [sys.executable, "-m", "workshop", "export", code, "-o", str(file)]
        command += ["--parts", ",".join(parts)] if parts else []
        here = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        try:
            subprocess.run(
                [*command, "--data", str(data)],
                check=True,
                capture_output=True,
                timeout=LONGEST_S,
                env=here,
                stdin=subprocess.DEVNULL,
            )
            return file.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            log.error("an export failed: %s", _last_line(error))
            raise Refused("export_failed") from error


def _last_line(error: Exception) -> str:
    said = (getattr(error, "stderr", None) or b"").decode(errors="replace").strip()
    return said.rsplit("\n", 1)[-1] or str(error)


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
