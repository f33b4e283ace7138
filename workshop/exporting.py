"""The export: a workshop as a file of any kind, made where the live room does not feel it."""

import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

import orjson

from . import audience, formats, store
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


def _pptx(rows: Rows) -> bytes:
    from . import deck  # here, for it takes a third of a second that no server start should wait

    return deck.make(rows)


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "pptx": _pptx,
    "json": lambda rows: orjson.dumps(formats.document(rows), option=orjson.OPT_INDENT_2) + b"\n",
    "csv": lambda rows: formats.csv_text(rows).encode(),
    "md": lambda rows: formats.markdown(rows).encode(),
}


def make(rows: Rows, ending: str) -> bytes:
    """The file's bytes, from the rows that the desk may see."""
    return WRITERS[ending](rows)


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


def in_process(data: Path, code: str, ending: str) -> bytes:
    """The file's bytes, made by `python -m workshop export` beside us.

    Raises Refused("export_failed") when that does not end well.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"workshop.{ending}"
        try:
            _run(["export", code, "-o", str(file), "--data", str(data)], check=True)
            return file.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            log.error("an export failed: %s", _last_line(error))
            raise Refused("export_failed") from error


def update_in_process(data: Path, code: str, deck: IO[bytes]) -> tuple[bytes, bytes]:
    """An edited deck brought up to date by `python -m workshop update`: the file, and the JSON
    of what happened.

    Raises Refused("try_again") while another is at work, "deck_…" for a deck that is not taken in,
    "deck_failed" when the process does not end well.
    """
    if not _updating.acquire(blocking=False):
        raise Refused("try_again")
    try:
        with tempfile.TemporaryDirectory() as folder:
            given, made = Path(folder) / "given.pptx", Path(folder) / "made.pptx"
            with given.open("wb") as file:
                shutil.copyfileobj(deck, file)
            said = _run(["update", str(given), code, "-o", str(made), "--data", str(data)])
            if refused := _refused(said.stdout):
                raise Refused(refused)
            said.check_returncode()
            return made.read_bytes(), said.stdout
    except (subprocess.SubprocessError, OSError) as error:
        log.error("an update failed: %s", _last_line(error))
        raise Refused("deck_failed") from error
    finally:
        _updating.release()


_updating = threading.Lock()  # one at a time: each may take as much memory as a deck needs


def _run(words: list[str], check: bool = False) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "workshop", *words],
        check=check,
        capture_output=True,
        timeout=LONGEST_S,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        stdin=subprocess.DEVNULL,
    )


def _refused(said: bytes) -> str:
    """The code of a refusal that a command printed; "" for none."""
    try:
        answer = orjson.loads(said)
    except orjson.JSONDecodeError:
        return ""
    return answer.get("refused", "") if isinstance(answer, dict) else ""


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
