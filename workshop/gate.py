"""The gate: what no page of ours sends is turned away, and every answer is guarded.

It stands outside Flask, whose own hooks do not see the socket.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

BODY_BYTES = 4 * 1024 * 1024  # a document of 2,000 notes has half a megabyte
FILE_BYTES = 25 * 1024 * 1024  # a template, or a deck that was edited, with its pictures
FILES = re.compile(r"/api/templates|/api/workshops/[0-9]+/update")
NOSNIFF = ("X-Content-Type-Options", "nosniff")
HOST = re.compile(r"[A-Za-z0-9.\-_\[\]:]{1,255}")

Environ = dict[str, Any]
Answer = Iterable[bytes]


class Gate:
    """WSGI: refuses foreign origins, huge bodies, and all but WebSocket on the socket's path."""

    def __init__(self, app: Callable[..., Answer]) -> None:
        self.app = app

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Answer:
        if status := _objection(environ):
            start(status, [("Content-Type", "text/plain"), ("Content-Length", "0")])
            return []
        # Compressing each phone's frames apart would cost 40 % of capacity and 90 KB a phone.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        static = environ.get("PATH_INFO", "").startswith("/static/")
        guards = [NOSNIFF] if static else _guards(environ)

        def guarded(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start(status, headers + guards, *rest)

        return self.app(environ, guarded)


def _objection(environ: Environ) -> str:
    host = environ.get("HTTP_HOST", "")
    if not HOST.fullmatch(host):
        return "400 Bad Request"
    origin = environ.get("HTTP_ORIGIN")
    reading = environ["REQUEST_METHOD"] in ("GET", "HEAD")
    socket = environ.get("PATH_INFO", "").startswith("/socket.io")
    if origin and (socket or not reading) and _host_of(origin) != host.lower():
        return "403 Forbidden"
    if socket and environ.get("HTTP_UPGRADE", "").lower() != "websocket":
        return "400 Bad Request"
    most = FILE_BYTES if FILES.fullmatch(environ.get("PATH_INFO", "")) else BODY_BYTES
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isascii() or not length.isdigit() or int(length) > most:
        return "413 Content Too Large"
    return ""


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _guards(environ: Environ) -> list[tuple[str, str]]:
    host = environ["HTTP_HOST"]
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        f"font-src 'self'; connect-src 'self' ws://{host} wss://{host}; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types lit-html"
    )
    return [
        ("Content-Security-Policy", policy),
        NOSNIFF,
        (
            "Referrer-Policy",
            "same-origin",
        ),  # no-referrer would send our own forms without an origin
        ("X-Frame-Options", "DENY"),
    ]
