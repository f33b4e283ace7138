"""The data directory: database, the secret that signs tickets, and one server at a time."""

import os
import secrets
from pathlib import Path

from filelock import FileLock, Timeout

SECRET_BYTES = 32


class InUse(Exception):
    """Another server works on this directory; its message is that server's process id."""


def make(folder: Path) -> Path:
    """The directory, made where it is missing, readable by its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret(folder: Path) -> str:
    """The secret of this directory: made once, kept for good, so that tickets outlive restarts."""
    path = make(folder) / "secret"
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
    except FileExistsError:
        pass
    found = path.read_text().strip()
    if len(found) < 2 * SECRET_BYTES:
        raise ValueError(f"{path} is too short to be a secret; remove it to get a new one")
    return found


def lock(folder: Path) -> FileLock:
    """Keep every other server away until this one ends. Raises InUse."""
    held = FileLock(make(folder) / "lock")
    try:
        held.acquire(blocking=False)
    except Timeout:
        raise InUse(_read(folder / "pid")) from None
    (folder / "pid").write_text(str(os.getpid()))
    return held


def remember_address(folder: Path, address: str) -> None:
    """Where the server answers on this machine, for commands that print links."""
    (folder / "address").write_text(address)


def address(folder: Path) -> str:
    """Where the server answers, or last did."""
    return _read(folder / "address") or "http://127.0.0.1:8000"


def _read(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""
