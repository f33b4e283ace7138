"""A template taken in by a process of its own, whose memory and time have an end."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from workshop.rules import Refused

from . import limits

log = logging.getLogger(__name__)
CODE = Path(__file__).parents[3]


def take(blob: bytes, *, trial: bool = False) -> tuple[bytes, dict[str, Any]]:
    """The rebuilt template's bytes, and what `python -m workshop template` says of it.

    With `trial` also its `misfits`, for which a deck is drawn on it.

    Raises Refused as foreign.take does; "template_failed" where the process did not end well.
    """
    if len(blob) > limits.FILE:
        raise Refused("template_too_large")
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "given", Path(folder) / "made.pptx"
        given.write_bytes(blob)
        said = _said(["template", str(given), "-o", str(made), *([] if trial else ["--no-trial"])])
        if "refused" in said:
            raise Refused(said["refused"])
        return made.read_bytes(), said


def _said(words: list[str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "workshop", *words]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=limits.SECONDS,
            env={**os.environ, "PYTHONPATH": str(CODE)},
            stdin=subprocess.DEVNULL,
        )
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        log.error("a template was not taken in: %s", error)
        raise Refused("template_failed") from error


def bounded() -> None:
    """From here on this process may not take more memory and time than a template needs."""
    try:
        import resource  # not on every system
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY), (resource.RLIMIT_CPU, limits.SECONDS)
    ):  # fmt: skip
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, hard))
