"""The real server, in a process of its own."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from workshop import processes

RUN = Path(__file__).parent.parent.parent / "run.py"
READY = re.compile(r"\S.* (http://\S+:\d+)/new\s*")  # what people have written is indented


class Server:
    """run.py as anybody starts it."""

    def __init__(self, host: str, port: int, folder: Path) -> None:
        where = ["--host", host, "--port", str(port), "--data", str(folder)]
        # At the head of its own group, so that a Ctrl-C that lets bots rest does not reach it.
        self._process = processes.start(
            [sys.executable, str(RUN), *where],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )

    def url(self) -> str:
        """Where it answers, once it does; "" where it could not start."""
        assert self._process.stdout
        lines = (line.decode("utf-8", "replace") for line in self._process.stdout)
        return next((found[1] for line in lines if (found := READY.fullmatch(line))), "")

    def wait(self) -> int:
        """Its exit code, once it ends by itself; in small bits, for a Ctrl-C to get through."""
        while self._process.poll() is None:
            time.sleep(0.2)
        return self._process.returncode

    def stop(self) -> None:
        """End it in good order."""
        processes.end(self._process)
        if self._process.stdout:
            self._process.stdout.close()
