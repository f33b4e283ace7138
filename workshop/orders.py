"""Files that desks have ordered: made one at a time in processes of their own, kept for a while.

An order is waiting, making, done or failed; one that was cancelled or kept long enough is gone.
"""

import logging
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import exporting, processes, store
from .records import Row
from .rules import Refused

log = logging.getLogger(__name__)

MOST_WAITING = 8  # a queue that takes minutes is no use to anybody
MOST_KEPT = 12  # files; the largest take some megabytes
KEPT_S = 600  # long enough to come back to from a lost connection
STEP = re.compile(r"(\d+)/(\d+) (\w+)")
NOTE = re.compile(r"note (\w+)")


@dataclass
class Order:
    """One file for one workshop."""

    id: str
    workshop: str
    what: exporting.Wanted
    folder: Path
    state: str = "waiting"
    at: float = 0.0  # when it ended, by the clock that only goes on
    process: subprocess.Popen[bytes] | None = None

    @property
    def file(self) -> Path:
        return self.folder / f"workshop.{self.what.ending}"

    @property
    def said(self) -> Path:
        """What its process tells on the way."""
        return self.folder / "said"


class Orders:
    """All orders of this server. Their files are gone after KEPT_S, and after a restart."""

    def __init__(self, data: Path, start: Callable[..., Any]) -> None:
        self._data, self._start = data, start
        self._folder = data / "exports"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._orders: dict[str, Order] = {}
        self._turn = threading.Lock()
        self._working = False
        self._closed = False

    def order(self, workshop: str, what: exporting.Wanted) -> str:
        """Queue a file; return the order's id. Raises Refused where there are too many."""
        id = store.new_id()
        with self._turn:
            self._forget()
            if sum(one.state == "waiting" for one in self._orders.values()) >= MOST_WAITING:
                raise Refused("too_many_exports")
            self._orders[id] = Order(id, workshop, what, self._folder / id)
            idle, self._working = not self._working, True
        if idle:
            self._start(self._work)
        return id

    def state(self, workshop: str, id: str) -> Row:
        """{state, done, of, step, notes}: steps done of all, the one that is on, what to mind.

        Raises Refused("not_found") for another workshop's order, and one that is gone.
        """
        one = self._found(workshop, id)
        all_steps = exporting.steps(one.what)
        words = one.said.read_text(errors="replace") if one.said.exists() else ""
        told = STEP.findall(words)
        number, of, step = told[-1] if told else (1, len(all_steps), "")
        done = int(of) if one.state == "done" else int(number) - 1
        notes = NOTE.findall(words)
        return {"state": one.state, "done": done, "of": int(of), "step": step, "notes": notes}

    def file(self, workshop: str, id: str) -> Path:
        """The file that was ordered. Raises Refused("not_found") while there is none."""
        one = self._found(workshop, id)
        if one.state != "done":
            raise Refused("not_found")
        return one.file

    def cancel(self, workshop: str, id: str) -> None:
        """It is not wanted any more. Raises Refused("not_found") where there is none."""
        one = self._found(workshop, id)
        with self._turn:
            self._drop(one)
        if one.process:
            processes.end(one.process)

    def close(self) -> None:
        """End what is being made, and keep nothing."""
        self._closed = True
        for one in list(self._orders.values()):
            if one.process:
                processes.end(one.process)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _found(self, workshop: str, id: str) -> Order:
        with self._turn:
            self._forget()
            one = self._orders.get(id)
        if one is None or one.workshop != workshop:
            raise Refused("not_found")
        return one

    def _work(self) -> None:
        while one := self._next():
            try:
                self._make(one)
                one.state = "done"
            except (subprocess.SubprocessError, OSError, Refused) as error:
                one.state = "failed"
                if one.id in self._orders and not self._closed:
                    log.error("an export failed: %s", exporting.last_line(one.said) or error)
            one.at, one.process = time.monotonic(), None
            if one.id not in self._orders:  # cancelled meanwhile
                shutil.rmtree(one.folder, ignore_errors=True)

    def _next(self) -> Order | None:
        with self._turn:
            waiting = (one for one in self._orders.values() if one.state == "waiting")
            one = None if self._closed else next(waiting, None)
            self._working = one is not None
            if one:
                one.state = "making"
            return one

    def _make(self, one: Order) -> None:
        """Raises Refused, SubprocessError or OSError where it does not end well."""
        one.folder.mkdir(parents=True)
        with one.said.open("wb") as said:
            one.process = processes.start(
                exporting.command(self._data, one.workshop, one.file, one.what),
                stdout=said,
                stderr=said,
                env=exporting.environment(),
            )
        if one.id not in self._orders:
            processes.end(one.process)
        if processes.wait(one.process, exporting.LONGEST_S) or not one.file.exists():
            raise Refused("export_failed")

    def _forget(self) -> None:
        """Drop what has been kept long enough, and the oldest of too many."""
        ended = [one for one in self._orders.values() if one.state in ("done", "failed")]
        old = [one for one in ended if time.monotonic() - one.at > KEPT_S]
        for one in {one.id: one for one in [*old, *ended[:-MOST_KEPT]]}.values():
            self._drop(one)

    def _drop(self, one: Order) -> None:
        del self._orders[one.id]
        if one.state != "making":
            shutil.rmtree(one.folder, ignore_errors=True)
