"""One POST to a model's server: JSON there and JSON back, whatever that server does.

Nothing but the address given is ever asked: no redirects, no proxies, http and https only.
"""

import http.client
import io
import json
import socket
import time
from typing import Any
from urllib.parse import urlsplit

LARGEST = 32_000_000  # bytes of an answer; 500 vectors of 1,536 numbers are about 15 million


class Unanswered(Exception):
    """There is no answer. Its text says why, for the log, and holds nothing of the notes."""


def host_of(url: str) -> str:
    """The host, with its port, that an address leads to. Raises Unanswered for an unusable one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Unanswered("the address cannot be read") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unanswered("the address does not begin with http:// or https://")
    return parts.hostname + (f":{port}" if port else "")


def address(base: str, path: str) -> str:
    """The address of a path of the API, where `base` is the server's, with or without `/v1`."""
    host_of(base)
    base = base.rstrip("/")
    if base.endswith(path):
        return base
    return f"{base}{path}" if urlsplit(base).path else f"{base}/v1{path}"


def post(url: str, body: object, key: str, timeout: float, largest: int = LARGEST) -> Any:
    """The answer as parsed JSON. Raises Unanswered, after `timeout` seconds at the latest."""
    try:
        raw = _answer(url, json.dumps(body).encode(), key, time.monotonic() + timeout, largest)
    except TimeoutError:
        raise Unanswered(f"no answer within {timeout:g} s") from None
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered(f"no connection ({type(error).__name__})") from None
    except ValueError:
        raise Unanswered("the address or the key cannot be used") from None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise Unanswered("the answer is no JSON") from None


def _answer(url: str, body: bytes, key: str, ends: float, largest: int) -> bytes:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    link = kind(parts.hostname or "", parts.port, timeout=_left(ends))
    link.connect()
    with link.sock as sock:
        link.sock = _Timed(sock, ends)
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        path = parts._replace(scheme="", netloc="", fragment="").geturl()
        link.request("POST", path or "/", body, headers)
        answer = link.getresponse()
        if answer.status != http.client.OK:
            raise Unanswered(f"status {answer.status}")
        raw = answer.read(largest + 1)
    if len(raw) > largest:
        raise Unanswered(f"the answer is longer than {largest} bytes")
    return raw


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Timed:
    """A socket whose time runs out as a whole: one that drips a byte at a time gains nothing."""

    def __init__(self, sock: socket.socket, ends: float) -> None:
        self.sock, self.ends = sock, ends

    def sendall(self, data: bytes) -> None:
        self.sock.settimeout(_left(self.ends))
        self.sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self.sock, self.ends))

    def close(self) -> None:
        """Nothing: an answer may still be read. Whoever opened the socket closes it."""


class _Reader(io.RawIOBase):
    def __init__(self, sock: socket.socket, ends: float) -> None:
        self.sock, self.ends = sock, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.sock.settimeout(_left(self.ends))
        return self.sock.recv_into(buffer)
