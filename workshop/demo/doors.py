"""The public doors: a workshop made over HTTP, and a socket for its desk and each phone."""

import contextlib
import json
import time
from typing import Any
from urllib.request import Request, urlopen

import socketio
from socketio.exceptions import SocketIOError

PATIENCE_S = 20  # for one answer
TRIES = 6  # of one action, while the connection comes back
PLANNED = ("prompt", "lens")  # what a board has before anybody has written

Row = dict[str, Any]


class Room:
    """A workshop as it is planned, its desk, and the phones of those who have joined."""

    def __init__(self, url: str, example: Row) -> None:
        self._url, self._api = url, f"{url}/api/workshops"
        self.links = _post(self._api, _planned(example))
        self.code = self.links["code"]
        self.desk = self._open(self.links["desk_ticket"])
        self.phones: list[Page] = []

    def join(self) -> None:
        """Somebody scans the code."""
        self.phones.append(self._open(_post(f"{self._api}/{self.code}/join", {})["ticket"]))

    def _open(self, ticket: str) -> "Page":
        return Page(f"{self._url}?code={self.code}", ticket)

    def rows(self, kind: str) -> list[Row]:
        """What the desk sees of one kind."""
        bearer = {"Authorization": f"Bearer {self.links['desk_ticket']}"}
        frame = _json(Request(f"{self._api}/{self.code}/rows", headers=bearer))
        return [row for one, _id, row in frame["rows"] if one == kind and row]

    def leave(self) -> None:
        """Close all pages."""
        for page in (self.desk, *self.phones):
            page.close()
        self.phones = []


class Page:
    """One connection, as a page of ours has it."""

    def __init__(self, url: str, ticket: str) -> None:
        self._socket = socketio.Client(handle_sigint=False, reconnection_delay_max=1)
        self._socket.connect(
            url, auth={"ticket": ticket}, transports=["websocket"], wait_timeout=PATIENCE_S
        )

    def does(self, action: str, **words: object) -> Row:
        """The answer to an action; sending again is safe, so a cut connection is waited for.

        Raises SocketIOError where it does not come back.
        """
        for _ in range(TRIES):
            with contextlib.suppress(SocketIOError):
                return self._socket.call(action, words, timeout=PATIENCE_S)
            time.sleep(1)
        raise SocketIOError(action)

    def close(self) -> None:
        self._socket.disconnect()


def _planned(example: Row) -> Row:
    """The document before the workshop: what is asked, and nothing that was said."""
    boards = {
        hat: {key: board[key] for key in PLANNED if key in board}
        for hat, board in example["boards"].items()
    }
    return {key: value for key, value in example.items() if key != "outcomes"} | {"boards": boards}


def _post(url: str, body: Row) -> Row:
    headers = {"Content-Type": "application/json"}
    return _json(Request(url, json.dumps(body).encode(), headers))


def _json(request: Request) -> Any:
    with urlopen(request, timeout=PATIENCE_S) as answer:
        return json.load(answer)
