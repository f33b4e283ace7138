"""An edited deck is brought up to date, where the live room does not feel it."""

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO

import orjson

from . import exporting, processes
from .rules import Refused

log = logging.getLogger(__name__)
_at_work = threading.Lock()  # one at a time: each may take as much memory as a deck needs


def in_process(data: Path, code: str, given: IO[bytes]) -> tuple[bytes, bytes]:
    """An edited deck brought up to date by `python -m workshop update`: the file, and the JSON
    of what happened.

    Raises Refused("try_again") while another is at work, "deck_…" for a deck that is not taken in,
    "deck_failed" when the process does not end well.
    """
    if not _at_work.acquire(blocking=False):
        raise Refused("try_again")
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _updated(Path(folder), data, code, given)
    except (subprocess.SubprocessError, OSError) as error:
        log.error("an update failed: %s", error)
        raise Refused("deck_failed") from error
    finally:
        _at_work.release()


def _updated(folder: Path, data: Path, code: str, given: IO[bytes]) -> tuple[bytes, bytes]:
    names = ("given.pptx", "made.pptx", "said", "errors")
    deck_given, made, said, errors = (folder / name for name in names)
    with deck_given.open("wb") as file:
        shutil.copyfileobj(given, file)
    words = ["update", str(deck_given), code, "-o", str(made), "--data", str(data)]
    with said.open("wb") as out, errors.open("wb") as err:
        command = [sys.executable, "-m", "workshop", *words]
        process = processes.start(command, stdout=out, stderr=err, env=exporting.environment())
    done = processes.wait(process, exporting.LONGEST_S)
    if refused := _refused(said.read_bytes()):
        raise Refused(refused)
    if done != 0:
        log.error("an update failed: %s", exporting.last_line(errors))
        raise Refused("deck_failed")
    return made.read_bytes(), said.read_bytes()


def _refused(said: bytes) -> str:
    """The code of a refusal that a command printed; "" for none."""
    try:
        answer = orjson.loads(said)
    except orjson.JSONDecodeError:
        return ""
    return answer.get("refused", "") if isinstance(answer, dict) else ""
