"""The one writer: actions queue, are committed in groups, and answered after the commit."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from queue import Empty, Queue
from typing import Any

from sqlite_utils import Database

from . import store
from .actions import FORGETTING, Action
from .audience import Audience
from .rules import Refused

log = logging.getLogger(__name__)

GROUP = 256  # actions in one commit at the most, so that the first never waits long


class Job:
    """One action on its way: who, what, and how it ended."""

    def __init__(self, action: Action, me: Audience, words: dict[str, Any]) -> None:
        self.action, self.me, self.words = action, me, words
        self.result: Any = None
        self.rev = 0
        self.error: Exception | None = None
        self.done = threading.Event()


class Writer:
    """Runs actions one after the other on a connection of its own.

    `offload` runs a function where a slow disk stalls nobody; `told` hears of each workshop
    that has changed, after those who acted have their answers.
    """

    def __init__(
        self, path: Any, offload: Callable[..., Any], told: Callable[[set[str]], None]
    ) -> None:
        self._db = store.connect(path, writing=True)
        self._offload, self._told = offload, told
        self._jobs: Queue[Job | None] = Queue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def perform(self, action: Action, me: Audience, /, **words: Any) -> tuple[Any, int]:
        """Run an action; return what it returned and the workshop's revision, both on disk.

        Raises Refused where a rule says no, `try_again` where the disk or another program does.
        """
        job = Job(action, me, words)
        self._jobs.put(job)
        job.done.wait()
        if job.error:
            raise job.error
        return job.result, job.rev

    def close(self) -> None:
        """Commit what waits, and stop."""
        self._jobs.put(None)
        self._thread.join(timeout=5)
        self._db.close()

    def _run(self) -> None:
        while group := self._group():
            before = [job for job in group if job is not None]
            try:
                self._offload(commit, self._db, before)
                if any(job.action in FORGETTING for job in before):
                    self._offload(store.tidy, self._db)
            except Exception as error:  # whatever it was, nobody waits for ever
                log.exception("a group was not written")
                for job in before:
                    job.error = job.error or error
            for job in before:
                job.done.set()
            self._tell({job.me.workshop for job in before if not job.error and job.me.workshop})
            if None in group:
                return

    def _tell(self, workshops: set[str]) -> None:
        try:
            self._told(workshops)
        except Exception:
            log.exception("nobody was told")

    def _group(self) -> list[Job | None]:
        """All that waits: while one group is on its way to disk, the next one gathers."""
        group = [self._jobs.get()]
        while len(group) < GROUP and group[-1] is not None:
            try:
                group.append(self._jobs.get_nowait())
            except Empty:
                break
        return group


def commit(db: Database, jobs: list[Job]) -> None:
    """Run all jobs in one transaction; one that is refused leaves no trace, the others stand."""
    try:
        db.execute("BEGIN IMMEDIATE")
        for job in jobs:
            _try(db, job)
        db.execute("COMMIT")
    except sqlite3.Error:  # disk full, or locked by a foreign program: nothing of this group stands
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        for job in jobs:
            job.error = Refused("try_again")


def _try(db: Database, job: Job) -> None:
    db.execute("SAVEPOINT job")
    try:
        job.result = job.action(db, job.me, **job.words)
        job.rev = store.revision(db, job.me.workshop)
    except sqlite3.Error:
        raise
    except Exception as error:  # a rule, or a mistake of ours: either way only this job's
        job.error = error
        db.execute("ROLLBACK TO job")
    db.execute("RELEASE job")
