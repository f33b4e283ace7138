"""How we are served, in eventlet or threading mode; besides run.py alone in knowing eventlet."""

import contextlib
import errno
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

BACKLOG = 2048  # a room joins at once; the usual 50 makes phones wait for seconds
CONNECTIONS = 20_000  # each phone holds one; eventlet's own limit is 1,024
IDLE_S = 15  # an open connection that says nothing for so long is closed
IN_USE = errno.EADDRINUSE


def offload(mode: str) -> Callable[..., Any]:
    """A function that calls another where it may block, and returns its result."""
    if mode == "eventlet":
        from eventlet import tpool

        return tpool.execute
    return lambda function, *words: function(*words)


def listener(host: str, port: int) -> socket.socket:
    """Our own listening socket. Raises OSError (IN_USE) when the port is taken.

    No port sharing: two servers on one port would split the room in halves. TCP_NODELAY: small
    answers do not wait 40 ms for the next packet.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would mean sharing
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        sock.bind((host, port))
        sock.listen(BACKLOG)
    except OSError:
        sock.close()
        raise
    return sock


def reached_at(sock: socket.socket) -> str:
    """The address at which this computer itself reaches a listening socket."""
    ip, port = sock.getsockname()[:2]
    ip = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(ip, ip)
    return f"http://[{ip}]:{port}" if ":" in ip else f"http://{ip}:{port}"


def serve(app: Any, sock: socket.socket, mode: str) -> None:
    """Serve until Ctrl-C or SIGTERM. No debug output ever reaches a client."""
    with contextlib.suppress(KeyboardInterrupt):
        if mode == "eventlet":
            _serve_eventlet(app, sock)
        else:
            _stop_on_signals(signal.default_int_handler)
            _serve_threading(app, sock)


def _stop_on_signals(handler: Callable[..., Any]) -> None:
    for end in (signal.SIGINT, signal.SIGTERM):  # in the background Ctrl-C would be ignored
        signal.signal(end, handler)


def _serve_eventlet(app: Any, sock: socket.socket) -> None:
    import eventlet.wsgi
    from eventlet.greenio import GreenSocket
    from eventlet.hubs import get_hub
    from greenlet import getcurrent

    class Pool(eventlet.GreenPool):
        def waitall(self) -> None:
            """Phones hold their connections for as long as we let them: do not wait for them."""

    main = getcurrent()

    def stop(*_signal: Any) -> None:
        """Ends the server, whoever the signal happens to interrupt."""
        if getcurrent() in (main, get_hub().greenlet):
            raise KeyboardInterrupt
        get_hub().schedule_call_global(0, main.throw, KeyboardInterrupt)

    _stop_on_signals(stop)
    green = sock if isinstance(sock, GreenSocket) else GreenSocket(sock)
    eventlet.wsgi.server(
        green,
        app,
        log=_Silent(),
        log_output=False,
        debug=False,
        custom_pool=Pool(CONNECTIONS),
        max_size=CONNECTIONS,
        socket_timeout=IDLE_S,
        keepalive=IDLE_S,
    )


def _serve_threading(app: Any, sock: socket.socket) -> None:
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, *_words: Any) -> None:
            pass

    threading.excepthook = _but_for_goodbyes
    host, port = sock.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Quiet, fd=sock.fileno())
    try:
        server.serve_forever()
    finally:
        server.server_close()


def _but_for_goodbyes(what: Any) -> None:
    """A phone that goes out of the door in mid-sentence is no mistake of a thread's."""
    if not isinstance(what.exc_value, ConnectionError):
        threading.__excepthook__(what)


class _Silent:
    """eventlet writes a line for each broken request; a flood of them would fill the disk."""

    def write(self, _text: str) -> None:
        pass

    def flush(self) -> None:
        pass
