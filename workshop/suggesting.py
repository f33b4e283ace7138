"""Suggestions for the desk, made where the live room does not feel it.

Nothing here decides anything: an order, stacks, themes for notes and a draft are offered, and
what the facilitator takes comes back as actions.
"""

import logging
import threading
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from . import audience, exporting, store, synthesis
from .audience import Audience
from .boards import notes_of, prompt_of, themes_of
from .records import Row
from .room import Room
from .rules import Refused
from .synthesis import asking
from .synthesis.engine import Engine
from .synthesis.posting import host_of

log = logging.getLogger(__name__)

KEPT = 20_000  # vectors; of 384 numbers each they take 30 MB
BOARDS = 50  # whose last suggestions are kept: a desk asks again more often than notes change
MOST_NOTES, MOST_THEMES = 1000, 60  # of a board; more are not compared, it would take minutes
LONG = 300  # characters of a note that are compared; what it is about is said by then
OFFERED = 9  # themes for each note, the likeliest first
AT_ONCE = 8  # texts embedded together, so that a new workshop does not wait for a large one

Vectors = dict[str, Any]


class Model(NamedTuple):
    """A language model that may be asked for drafts: an OpenAI-compatible address."""

    url: str
    name: str
    key: str


def _here(host: str) -> bool:
    """Whether a host, perhaps with its port, is this computer."""
    name = host.rsplit(":", 1)[0] if host.count(":") == 1 else host
    return name in ("localhost", "::1") or name.startswith("127.")


class Suggesting:
    """Suggestions for all workshops of this server.

    `offload` runs a function beside the hub; `model` writes drafts where one is configured.
    """

    def __init__(
        self,
        data: Path,
        room: Room,
        offload: Callable[..., Any],
        engine: Engine,
        model: Model | None,
    ) -> None:
        self._data, self._room, self._offload = data, room, offload
        self._engine, self._model = engine, model
        self._vectors: Vectors = {}
        self._waiting: dict[str, None] = {}  # texts without a vector yet, oldest first
        self._read: dict[str, int] = {}  # the revision up to which a workshop's texts were taken
        self._embedding = False
        self._turn = threading.Lock()  # one at a time: two would only share one processor
        self._asking = threading.Lock()  # one question to the model at a time
        self._last: dict[tuple[str, str], tuple[Any, Row]] = {}

    @property
    def outside(self) -> str:
        """The hosts that notes are sent to, for people to know; "" while they stay here."""
        hosts = [self._engine.remote, host_of(self._model.url) if self._model else ""]
        return ", ".join(dict.fromkeys(host for host in hosts if host and not _here(host)))

    @property
    def drafts(self) -> bool:
        """Whether a language model may be asked for drafts."""
        return self._model is not None

    # --- vectors, made as notes arrive -----------------------------------------------------

    def stir(self, workshop: str) -> None:
        """Something was written: make vectors of what is new, in the background."""
        if self._engine.name == "words":
            return
        self._take(workshop)
        if self._waiting and not self._embedding:
            self._embedding = True
            self._room.start(self._embed)

    def _take(self, workshop: str) -> None:
        for text in self._texts(workshop):
            if text not in self._vectors:
                self._waiting[text] = None

    def _texts(self, workshop: str) -> Iterable[str]:
        """New texts of notes and themes. Another computer gets only what the desk may read."""
        since = self._read.get(workshop, 0)
        what = self._room.ask(audience.changes, workshop, since)
        self._read[workshop] = what.rev
        rows = what.rows
        if self._engine.remote:
            desk = Audience(workshop, "desk")
            rows = [(one.kind, one.row) for one in audience.seen(what, desk) if one.row]
        for kind, row in rows:
            if kind in ("note", "theme") and not row.get("gone") and not row.get("hidden"):
                yield row["text" if kind == "note" else "name"]

    def _embed(self) -> None:
        try:
            while self._waiting:
                texts = list(self._waiting)[:AT_ONCE]
                vectors = self._offload(self._engine.embed, texts)
                for text in texts:
                    self._waiting.pop(text, None)
                if vectors is None:  # it fails or is away: words will do, and the next note asks
                    self._waiting.clear()
                    self._read.clear()
                    return
                self._keep(texts, vectors)
        except Exception:
            log.exception("texts were not embedded")
        finally:
            self._embedding = False

    def _keep(self, texts: list[str], vectors: list[Any]) -> None:
        for text, vector in zip(texts, vectors, strict=True):
            self._vectors[text] = array("f", vector)
        while len(self._vectors) > KEPT:
            self._vectors.pop(next(iter(self._vectors)))

    # --- suggestions -----------------------------------------------------------------------

    def suggest(self, me: Audience, hat: str) -> Row:
        """What synthesis.suggest says of a board, with `rev`, `engine` (what it went by: words or
        meaning), `waiting` (texts without a vector yet) and `drafts` (a model may be asked)."""
        self.stir(me.workshop)
        rev = self._room.ask(store.revision, me.workshop)
        state = (rev, len(self._waiting))
        with self._turn:
            known, answer = self._last.get((me.workshop, hat), (None, {}))
            if known != state:
                answer = self._offload(self._suggest, me, hat)
                self._last[me.workshop, hat] = state, answer
                while len(self._last) > BOARDS:
                    self._last.pop(next(iter(self._last)))
        more = {"rev": rev, "waiting": len(self._waiting), "drafts": self.drafts}
        return answer | more

    def draft(self, me: Audience, hat: str) -> list[Row]:
        """A proposal for a board's synthesis, sentence by sentence, each with its notes."""
        with self._turn:
            return self._offload(self._draft, me, hat)

    def ask(self, me: Audience, hat: str) -> list[Row]:
        """The same by a language model. Raises Refused where there is none, or it fails."""
        if self._model is None:
            raise Refused("no_model")
        if not self._asking.acquire(blocking=False):  # it is slow, and may cost somebody money
            raise Refused("try_again")
        try:
            return self._offload(self._ask, self._model, me, hat)
        finally:
            self._asking.release()

    def fits(self, me: Audience) -> Row:
        """How the syntheses come out in the deck: `slides` and `size` of the type, in points."""
        with self._turn:
            return self._offload(self._fits, me)

    def _fits(self, me: Audience) -> Row:
        from . import deck  # here, for it takes a third of a second that no server start waits for

        return deck.fits(exporting.rows_of_stored(self._data, me.workshop))

    def _suggest(self, me: Audience, hat: str) -> Row:
        notes, themes, vectors, _rows = self._board(me, hat)
        engine = {"engine": "meaning" if vectors else "words"}
        if len(notes) > MOST_NOTES or len(themes) > MOST_THEMES:
            as_they_came = {"order": [note["id"] for note in notes]}
            return as_they_came | {"stacks": [], "filing": {}, "sure": [], "names": []} | engine
        found = synthesis.suggest(notes, themes, vectors)
        likeliest = {id: order[:OFFERED] for id, order in found["filing"].items()}
        return found | {"filing": likeliest} | engine

    def _draft(self, me: Audience, hat: str) -> list[Row]:
        notes, themes, vectors, rows = self._board(me, hat)
        (own,) = rows["workshop"].values()
        return synthesis.draft(notes, themes, own["language"], vectors)

    def _ask(self, model: Model, me: Audience, hat: str) -> list[Row]:
        notes, themes, _vectors, rows = self._board(me, hat)
        (own,) = rows["workshop"].values()
        asks = prompt_of(rows, hat)
        return asking.ask(*model, notes, themes, own["question"], asks, own["language"])

    def _board(self, me: Audience, hat: str) -> tuple[list[Row], list[Row], Vectors | None, Any]:
        """The board as the desk sees it, read on a connection of this thread's own."""
        rows = exporting.rows_of_stored(self._data, me.workshop)
        notes, themes = notes_of(rows, hat), themes_of(rows, hat)
        texts = [note["text"] for note in notes] + [theme["name"] for theme in themes]
        found = {text[:LONG]: self._vectors[text] for text in texts if text in self._vectors}
        known = all(text in self._vectors for text in texts)
        notes = [note | {"text": note["text"][:LONG]} for note in notes]
        return notes, themes, found if known else None, rows
