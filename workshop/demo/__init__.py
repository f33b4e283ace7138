"""A complete workshop, played by bots against the real server: for rehearsal and first looks.

Whatever they do, they do through doors that stand open to every program; see docs/protocol.md.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from workshop.phrases import say

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = {"en": ROOT / "docs" / "example.json", "fi": ROOT / "docs" / "example.fi.json"}
MOST = 60  # phones; a server takes more, but nobody could follow them
SLOWEST = 0.1  # of the paces: more than an hour
ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def add_to(commands: Any) -> None:
    """Let the command line know `demo`."""
    parser = commands.add_parser("demo", help="bots play a whole workshop on a real server")
    parser.set_defaults(run=_run)
    ours = "fi" if os.environ.get("LANG", "").startswith("fi") else "en"
    parser.add_argument("--language", choices=sorted(EXAMPLES), default=ours)
    parser.add_argument("--people", type=_people, default=6, metavar="N")
    parser.add_argument("--pace", type=_pace, default=1.0, metavar="N", help="2 is twice as fast")
    parser.add_argument("--host", default="0.0.0.0", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, metavar="PORT", help="default: a free one")
    parser.add_argument("--data", type=Path, help="where all is kept; default: nowhere")


def _pace(word: str) -> float:
    pace = float(word)
    if not pace >= SLOWEST:
        raise argparse.ArgumentTypeError(f"not {SLOWEST} or more")
    return pace


def _people(word: str) -> int:
    people = int(word)
    if not 1 <= people <= MOST:
        raise argparse.ArgumentTypeError(f"not within 1 to {MOST}")
    return people


def _run(given: argparse.Namespace) -> int:
    """Serve and play until Ctrl-C: the first lets the bots rest, the next ends the server.

    Being told to end, or losing the terminal, ends both at once.
    """
    for end in ENDS:
        signal.signal(end, lambda *_: sys.exit(0))
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    if given.data:
        return _serve(given, given.data.resolve())
    with tempfile.TemporaryDirectory(prefix="hattupaja-") as folder:
        return _serve(given, Path(folder))


def _serve(given: argparse.Namespace, folder: Path) -> int:
    from .doors import Room  # here, for no other command should wait for it
    from .serving import Server

    server = Server(given.host, given.port, folder)
    room = None
    try:
        if not (url := server.url()):
            return 2  # it has said itself why
        example = json.loads(EXAMPLES[given.language].read_text(encoding="utf-8"))
        room = Room(url, example)
        _announce(given, room)
        _play(given, folder, room, example)
        if not given.data:
            print(say(given.language, "demo.forgets"), flush=True)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for end in (signal.SIGINT, *ENDS):  # nothing is left behind, however impatient people are
            signal.signal(end, signal.SIG_IGN)
        if room:
            room.leave()
        server.stop()


def _announce(given: argparse.Namespace, room: Any) -> None:
    """Where phones join, the wall and the desk."""
    import segno

    segno.make(room.links["join_url"], error="l", micro=False).terminal(compact=True)
    print(say(given.language, "demo.phones", url=room.links["join_url"]))
    print(say(given.language, "demo.projector", url=room.links["projector_url"]))
    print(say(given.language, "demo.desk", url=room.links["desk_url"]))
    print(say(given.language, "demo.plays", n=given.people), flush=True)


def _play(given: argparse.Namespace, folder: Path, room: Any, example: Any) -> None:
    from socketio.exceptions import SocketIOError

    from .play import play
    from .rhythm import Rhythm

    try:
        play(room, example, given.people, Rhythm(given.language, given.pace))
        print(say(given.language, "demo.over", code=room.code, folder=folder), flush=True)
    except (KeyboardInterrupt, SocketIOError, OSError):  # stopped, or the server is not there
        room.leave()
        print(f"\n{say(given.language, 'demo.rests')}", flush=True)
