"""The room: who is present, what they do, and telling everyone what has changed.

perform → writer → (committed, acknowledged) → one frame to each kind of audience.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import audience, store
from .actions import Action, stop_clocks
from .audience import Audience, Changes
from .rules import Refused
from .tickets import Tickets
from .writer import Writer

log = logging.getLogger(__name__)

DUTY = 0.5  # after sending for t, rest for t × DUTY: many changes become one frame under load
TICK_S = 3  # how soon a page notices that it missed something, and who is here
ROLES = ("desk", "projector", "participant")

Frame = dict[str, Any]


class Room:
    """All workshops of this server, live. `wire` carries events: emit, enter, sleep, start."""

    def __init__(self, data: Path, secret: str, wire: Any, offload: Callable[..., Any]) -> None:
        path = data / store.FILE
        store.prepare(path)
        self._db, self._reading = store.connect(path), threading.Lock()
        self._alive = data / "alive"
        self.tickets = Tickets(secret)
        self._wire = wire
        self._present: dict[str, Audience] = {}  # by socket; people are counted, not sockets
        self._told: dict[str, int] = {}  # the revision last sent, by workshop
        self._telling: set[str] = set()
        self._again: set[str] = set()
        self._turn = threading.Lock()
        self._followers: list[Callable[[str], None]] = []
        self._writer = Writer(path, offload, self._changed)

    def follow(self, follower: Callable[[str], None]) -> None:
        """Let `follower` know of each workshop that has changed, after the screens do."""
        self._followers.append(follower)

    def start(self, task: Callable[..., Any], *words: Any) -> None:
        """Run a task in the background."""
        self._wire.start(task, *words)

    def open(self) -> None:
        """Begin: clocks that ran when we were last alive stand, and the ticking starts."""
        self._stop_clocks()
        self._wire.start(self._tick_for_ever)

    # --- what people do --------------------------------------------------------------------

    def perform(self, action: Action, me: Audience, /, **words: Any) -> tuple[Any, int]:
        """Do it; return what the action returned and the revision. Raises Refused."""
        return self._writer.perform(action, me, **words)

    # --- what they see ---------------------------------------------------------------------

    def frame(self, me: Audience, since: int = 0, epoch: str | None = None) -> Frame:
        """All that `me` may see above revision `since`; from 0 where the epoch is another."""
        with self._reading:
            own = store.workshop(self._db, me.workshop)
            rev = store.revision(self._db, me.workshop)
            same = own is not None and epoch in (None, own["epoch"]) and since <= rev
            changes = audience.changes(self._db, me.workshop, since if same else 0)
        return self._frame(changes, me)

    def rows(self, me: Audience) -> list[audience.Seen]:
        """All that `me` may see now."""
        with self._reading:
            return audience.everything(self._db, me)

    def ask(self, question: Callable[..., Any], *words: Any) -> Any:
        """Put a question of store's to the database."""
        with self._reading:
            return question(self._db, *words)

    def pause(self, seconds: float) -> None:
        """Let somebody wait without keeping others waiting."""
        self._wire.sleep(seconds)

    # --- tickets ---------------------------------------------------------------------------

    def ticket(self, me: Audience) -> str:
        """A signed string that says who looks on."""
        own = self.ask(store.workshop, me.workshop)
        return self.tickets.give(me, own)

    def read_ticket(self, ticket: object) -> Audience:
        """Whose ticket it is. Raises Refused for any other string."""
        me, created = self.tickets.read(ticket)
        own = self.ask(store.workshop, me.workshop)
        if own is None or own["created"] != created:
            raise Refused("bad_ticket")
        return me

    # --- who is here -----------------------------------------------------------------------

    def enter(self, sid: str, me: Audience, since: int, epoch: str) -> None:
        """Someone's page opens: hear all that follows first, then what has been."""
        self._told.setdefault(me.workshop, self.ask(store.revision, me.workshop))
        self._present[sid] = me
        for address in _addresses(me):
            self._wire.enter(sid, address)
        self._wire.emit("frame", self.frame(me, since, epoch), to=sid)
        self._tick(me.workshop, sid)

    def leave(self, sid: str) -> None:
        """A page closes."""
        self._present.pop(sid, None)

    def who(self, sid: str) -> Audience | None:
        """Who speaks on this socket."""
        return self._present.get(sid)

    def present(self, workshop: str) -> int:
        """How many people have a page open."""
        here = list(self._present.values())
        return len({me.id for me in here if me.workshop == workshop and me.role == "participant"})

    # --- telling ---------------------------------------------------------------------------

    def _changed(self, workshops: set[str]) -> None:
        for workshop in workshops:
            with self._turn:
                self._again.add(workshop)
                if workshop in self._telling:
                    continue
                self._telling.add(workshop)
            self._wire.start(self._tell, workshop)

    def _tell(self, workshop: str) -> None:
        """Send frames until nothing is new: at once when idle, at our own pace under load."""
        while True:
            with self._turn:
                if workshop not in self._again:
                    self._telling.discard(workshop)
                    return
                self._again.discard(workshop)
            started = time.perf_counter()
            try:
                self._send(workshop)
                for follower in self._followers:
                    follower(workshop)
            except Exception:  # pages notice by the next tick, and ask
                log.exception("a frame was not sent")
            self._wire.sleep(0)  # let the sockets write, so that the pause knows what it took
            self._wire.sleep((time.perf_counter() - started) * DUTY)

    def _send(self, workshop: str) -> None:
        """One frame for each kind of audience; what is an author's own follows for them alone."""
        if workshop not in self._told:
            return  # nobody has ever listened
        with self._reading:
            changes = audience.changes(self._db, workshop, self._told[workshop])
        here = {me for me in list(self._present.values()) if me.workshop == workshop}
        for role in {me.role for me in here}:
            self._emit_frame(changes, Audience(workshop, role))
        own = changes.by_person()
        for me in here:
            if me.id in own:
                self._emit_frame(own[me.id], me)
        self._told[workshop] = changes.rev

    def _emit_frame(self, changes: Changes, me: Audience) -> None:
        self._wire.emit("frame", self._frame(changes, me), to=_address(me))

    def _frame(self, changes: Changes, me: Audience) -> Frame:
        return {
            "epoch": changes.epoch,
            "since": changes.since,
            "rev": changes.rev,
            "at": store.now(),
            "rows": [[*row] for row in audience.seen(changes, me)],
        }

    def _tick_for_ever(self) -> None:
        """Every few seconds: who is here and which revision we are at; and that we are alive."""
        while True:
            try:
                self._tick_all()
            except Exception:
                log.exception("a tick was missed")
            self._wire.sleep(TICK_S)

    def _tick_all(self) -> None:
        for workshop in {me.workshop for me in list(self._present.values())}:
            for role in ROLES:
                self._tick(workshop, _address(Audience(workshop, role)))
        self._wire.drop_stuck()
        self._alive.touch()

    def _tick(self, workshop: str, to: str) -> None:
        own = self.ask(store.workshop, workshop) or {}
        tick = {
            "epoch": own.get("epoch", ""),
            "rev": self.ask(store.revision, workshop),
            "at": store.now(),
            "present": self.present(workshop),
        }
        self._wire.emit("tick", tick, to=to)

    # --- beginning and end -----------------------------------------------------------------

    def _stop_clocks(self) -> None:
        at = int(self._alive.stat().st_mtime * 1000) if self._alive.exists() else store.now()
        for workshop in self.ask(store.codes):
            if self.ask(store.running, workshop):
                self.perform(stop_clocks, Audience(workshop, "desk"), at=at)

    def close(self) -> None:
        """Commit what waits, and leave no log behind."""
        self._writer.close()
        with self._reading:
            self._db.close()


def _address(me: Audience) -> str:
    return ":".join(filter(None, me))


def _addresses(me: Audience) -> list[str]:
    """Where frames for this one are sent: to all of their kind, and to a participant alone."""
    return list(dict.fromkeys([_address(me._replace(id="")), _address(me)]))
