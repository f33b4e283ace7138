"""Other programs, started so that nothing of them is left behind."""

import contextlib
import os
import signal
import subprocess
from typing import Any

GRACE_S = 5  # to tidy up after being asked to end
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def start(command: list[str], **more: Any) -> subprocess.Popen[bytes]:
    """Start a program at the head of a group of its own, which its children belong to."""
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, **more)


def wait(process: subprocess.Popen[bytes], longest_s: float) -> int:
    """Its exit code. Whatever happens, neither it nor its children are there afterwards.

    Raises subprocess.TimeoutExpired where it takes longer.
    """
    try:
        return process.wait(longest_s)
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, then make it and its children end."""
    if process.poll() is None:
        _send(process, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_S)
    _send(process, KILL)
    process.wait()


def _send(process: subprocess.Popen[bytes], sign: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, sign)
        else:
            process.send_signal(sign)
