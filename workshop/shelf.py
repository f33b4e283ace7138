"""The shelf: templates that facilitators brought, kept for the next workshops.

Of each only what was rebuilt is kept (docs/templates.md), under an id of ours: ID.pptx and ID.json.
"""

import contextlib
import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import orjson

from . import rules, store
from .records import Row
from .rules import Refused

log = logging.getLogger(__name__)

FOLDER = "templates"
MOST = 20  # templates; more than that nobody finds their way among
NAME = 80  # characters
TOLD = ("id", "name", "removed", "roles", "misfits")
ID = re.compile("[0-9a-f]{20}")  # as store.new_id makes them
TAKES = "workshop.deck.foreign.child"  # half a second to load, so only when one is brought

Read = Callable[[], bytes]


def files(data: Path) -> list[Path]:
    """The templates on the shelf of a data directory."""
    return sorted((data / FOLDER).glob("*.pptx"))


class Shelf:
    """All templates of this server; its desks share them.

    `offload` calls a function where it may block.
    """

    def __init__(self, data: Path, offload: Callable[..., Any]) -> None:
        self._folder, self._offload = data / FOLDER, offload
        self._turn = threading.Lock()
        self._naming = threading.Lock()
        self._sweep()

    def all(self) -> list[Row]:
        """[{id, name, removed, roles, misfits}] in the order they came.

        `roles` {role: a layout's name}; `misfits` as `deck.misfits` has them, None for a template
        that was taken in before they were looked for.
        """
        told = sorted(self._told(), key=lambda one: (one["at"], one["id"]))
        return [{key: one.get(key) for key in TOLD} for one in told]

    def path(self, id: object) -> Path:
        """Where a template is. Raises Refused("not_found") where there is none."""
        file = self._file(id, "pptx")
        if not (file.exists() and self._file(id, "json").exists()):
            raise Refused("not_found")
        return file

    def take_in(self, name: object, read: Read) -> Row:
        """Keep a template; return its row as in `all`. One at a time, for they are large.

        `read` gives the file's bytes once it is our turn. A name that is taken gets a number.
        Raises Refused: too_many_templates, template_busy while another is taken in, and template_…
        for what cannot be used.
        """
        name = rules.needed(rules.line(name, NAME))
        with self._alone():
            if len(self.all()) >= MOST:
                raise Refused("too_many_templates", limit=MOST)
            blob, said = self._offload(import_module, TAKES).take(read(), trial=True)
            return self._keep(name, blob, said)

    def rename(self, id: object, name: object) -> Row:
        """Call a template otherwise; return its row as in `all`.

        Raises Refused: not_found, template_named where another is called so, and for what is no
        name.
        """
        name = rules.needed(rules.line(name, NAME))
        self.path(id)
        with self._naming:
            told = {one["id"]: one for one in self._told()}
            mine = rules.found(told.pop(str(id), None))
            if _folded(name) in {_folded(one["name"]) for one in told.values()}:
                raise Refused("template_named", name=name)
            mine["name"] = name
            self._write(mine["id"], "json", orjson.dumps(mine))
        return {key: mine.get(key) for key in TOLD}

    def remove(self, id: object) -> None:
        """It is not offered any more. Raises Refused("not_found") where there is none."""
        with self._naming:
            self.path(id)
            for ending in ("json", "pptx"):
                self._file(id, ending).unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._turn.acquire(blocking=False):
            raise Refused("template_busy")
        try:
            yield
        finally:
            self._turn.release()

    def _keep(self, name: str, blob: bytes, said: Row) -> Row:
        roles = {role: _name(found["layout_name"]) for role, found in said["roles"].items()}
        its = {"removed": said["removed"], "roles": roles, "misfits": said["misfits"]}
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with self._naming:
            kept = {"id": store.new_id(), "name": self._free(name), **its}
            self._write(kept["id"], "pptx", blob)
            self._write(kept["id"], "json", orjson.dumps(kept | {"at": store.now()}))
        return kept

    def _free(self, name: str) -> str:
        """The name, with a number behind it where others are called so."""
        taken = {_folded(one["name"]) for one in self._told()}
        found, n = name, 1
        while _folded(found) in taken:
            n += 1
            found = f"{name[: NAME - len(f' ({n})')]} ({n})"
        return found

    def _write(self, id: str, ending: str, data: bytes) -> None:
        """Whole or not at all: what is told of in ID.json is there."""
        made = self._file(id, "new")
        made.write_bytes(data)
        made.replace(self._file(id, ending))

    def _file(self, id: object, ending: str) -> Path:
        return self._folder / f"{_id(id)}.{ending}"

    def _told(self) -> Iterator[Row]:
        for file in self._folder.glob("*.json"):
            try:
                if file.with_suffix(".pptx").exists():
                    yield orjson.loads(file.read_bytes())
            except (OSError, ValueError) as error:  # removed just now, or damaged
                log.error("a template was left out: %s", error)

    def _sweep(self) -> None:
        """Leave nothing of what was interrupted."""
        for file in self._folder.glob("*"):
            if file.suffix == ".new" or not file.with_suffix(".json").exists():
                with contextlib.suppress(OSError):
                    file.unlink()


def _id(value: object) -> str:
    """An id of ours, and never a path."""
    if not (isinstance(value, str) and ID.fullmatch(value)):
        raise Refused("not_found")
    return value


def _folded(name: str) -> str:
    """What two names have alike that people take for one."""
    return name.casefold()


def _name(value: str) -> str:
    """A layout's name as its maker gave it."""
    return " ".join(rules.normalised(value[: 4 * NAME]).split())[:NAME]
