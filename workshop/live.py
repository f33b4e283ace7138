"""The socket: actions in, frames out. It decides nothing; see actions and room."""

import inspect
import logging
from typing import Any

import orjson
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError

from .actions import SPOKEN
from .audience import Audience
from .room import Room
from .rules import FAR_FUTURE, Refused

log = logging.getLogger(__name__)

MESSAGE_BYTES = 128 * 1024  # a synthesis of forty statements that rests on some thousand notes
WORDS = {name: inspect.getfullargspec(action) for name, action in SPOKEN.items()}

RESERVED = {"db", "me"}  # what an action gets from us, never from a message
STUCK = 500  # messages that wait for one page; it has stopped reading, and catches up later

Answer = dict[str, Any]


class Json:
    """orjson in the shape that Socket.IO expects."""

    @staticmethod
    def dumps(value: Any, **_style: Any) -> str:
        return orjson.dumps(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_style: Any) -> Any:
        return orjson.loads(text)


class Wire:
    """Carries the room's events over Socket.IO. Nothing else emits."""

    def __init__(self, socketio: SocketIO) -> None:
        self._server = socketio.server
        self.start = socketio.start_background_task
        self.sleep = socketio.sleep
        # A line for each malformed frame would let one page fill the disk.
        for name in ("socketio.server", "engineio.server"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def emit(self, event: str, payload: Any, to: str) -> None:
        assert to, "without an address this would reach every workshop"
        self._server.emit(event, payload, to=to)

    def drop_stuck(self) -> None:
        """Close the connections of pages that have stopped reading."""
        for page in list(self._server.eio.sockets.values()):
            if page.queue.qsize() > STUCK:
                self.start(page.close, wait=False, abort=True)

    def enter(self, sid: str, address: str) -> None:
        self._server.enter_room(sid, address)


def open_socket(app: Any, mode: str) -> SocketIO:
    """The Socket.IO server of an app. WebSocket only: long-polling loses messages under load.

    Origins are checked at the gate. One event at a time from each page, so their order holds.
    """
    return SocketIO(
        app,
        async_mode=mode,
        json=Json,
        transports=["websocket"],
        cors_allowed_origins=[],
        max_http_buffer_size=MESSAGE_BYTES,
        async_handlers=False,
        always_connect=False,
        manage_session=False,
        http_compression=False,
        ping_interval=10,
        ping_timeout=8,
    )


def listen(socketio: SocketIO, room: Room) -> None:
    """Connect the socket's events with the room.

    Handlers stand on the server itself: Flask's routing and context for each event would cost
    three times the event.
    """
    server = socketio.server

    def connect(sid: str, _environ: Any = None, auth: Any = None, *_more: Any) -> bool | None:
        if room.who(sid):
            return None  # a page may send an event of this name; it means nothing
        given = auth if isinstance(auth, dict) else {}
        try:
            me = room.read_ticket(given.get("ticket"))
        except Refused as refusal:
            raise ConnectionRefusedError(refusal.code) from None
        room.enter(sid, me, _revision(given.get("since")), str(given.get("epoch", "")))
        return True

    def disconnect(sid: str, *_reason: Any) -> None:
        if not server.manager.is_connected(sid, "/"):  # else only a page that says so
            room.leave(sid)

    def act(event: str, sid: Any = None, *given: Any) -> Answer:
        try:
            me = room.who(sid) if isinstance(sid, str) else None
            message = given[0] if given and isinstance(given[0], dict) else {}
            if me is None:
                raise Refused("bad_ticket")
            if event == "catch_up":
                return room.frame(me, _revision(message.get("since")), str(message.get("epoch")))
            return _perform(room, me, event, message)
        except Refused as refusal:
            return {"refused": refusal.code, **refusal.values}
        except Exception:
            log.exception("the action %s failed", event if event in SPOKEN else "?")
            return {"refused": "try_again"}

    server.on("connect", connect)
    server.on("disconnect", disconnect)
    server.on("*", act)


def _perform(room: Room, me: Audience, event: str, message: dict[str, Any]) -> Answer:
    action = SPOKEN.get(event)
    if action is None:
        raise Refused("unknown_action")
    words = WORDS[event]
    wanted = set(words.kwonlyargs)
    if (not words.varkw and not wanted.issuperset(message)) or RESERVED.intersection(message):
        raise Refused("bad_input")
    missing = wanted - set(message) - set(words.kwonlydefaults or ())
    if missing:
        raise Refused("bad_input")
    _result, rev = room.perform(action, me, **message)
    return {"ok": True, "rev": rev}


def _revision(value: object) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value < FAR_FUTURE else 0
