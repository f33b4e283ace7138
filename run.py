"""Start the server: python run.py"""

import argparse
import os
import sqlite3
import sys
import warnings
from pathlib import Path
from typing import Any

MODE = os.environ.get("WORKSHOP_ASYNC", "eventlet")
if MODE == "eventlet":
    # Its farewell would be the first thing a facilitator reads.
    warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
    import eventlet

    eventlet.monkey_patch()

import gc

import segno

from workshop import create_app, data, server, store
from workshop.phrases import say

DESKS = 3  # workshops whose desks are printed at a start
SWITCH_S = 0.001  # a thread that thinks hands over this soon: the room waits for none
LINE = 78  # characters of a terminal's line


def main() -> int:
    """Serve until Ctrl-C; the exit code is 2 where there is nothing to serve on."""
    given = _arguments()
    tongue = "fi" if os.environ.get("LANG", "").startswith("fi") else "en"
    try:
        held = data.lock(given.data)
        sock = server.listener(given.host, given.port)
    except data.InUse as other:
        return _complain(say(tongue, "run.data_in_use", where=given.data, pid=other))
    except OSError as error:
        taken = error.errno == server.IN_USE
        key = "run.port_in_use" if taken else "run.no_port"
        words = {"port": given.port, "other": given.port + 1, "why": error.strerror}
        return _complain(say(tongue, key, **words))
    port = sock.getsockname()[1]
    try:
        app = create_app(
            DATA=given.data,
            ASYNC_MODE=MODE,
            PORT=port,
            PUBLIC_URL=given.public_url,
            EMBEDDINGS_URL=given.embeddings,
            EMBEDDINGS_MODEL=given.embeddings_model,
            DRAFTS_URL=given.drafts,
            DRAFTS_MODEL=given.drafts_model,
            API_KEY=os.environ.get("HATTUPAJA_KEY", ""),
        )
    except (sqlite3.Error, ValueError) as error:
        return _complain(say(tongue, "run.bad_data", where=given.data, why=error))
    here = server.reached_at(sock)
    data.remember_address(given.data, here)
    _announce(tongue, app, here)
    room = app.extensions["room"]
    room.open()
    sys.setswitchinterval(SWITCH_S)
    # What start-up made stays: the collector need not look at it again during a workshop.
    gc.collect()
    gc.freeze()
    server.serve(app, sock, MODE)
    app.extensions["orders"].close()
    room.close()
    print(say(tongue, "run.bye"), flush=True)
    held.release()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Hattupaja: serve workshops on this computer.")
    parser.add_argument("--host", default="0.0.0.0", help="address to listen on")
    parser.add_argument("--port", type=_port, default=8000)
    parser.add_argument("--data", type=Path, default=Path("data"), help="where all is kept")
    parser.add_argument("--public-url", default="", help="the phones' address behind a proxy")
    models = parser.add_argument_group(
        "models",
        "Optional, on this computer or elsewhere; participants are told when notes leave this one."
        " A key is read from the environment: HATTUPAJA_KEY.",
    )
    models.add_argument("--embeddings", default="", metavar="URL", help="of /v1/embeddings")
    models.add_argument("--embeddings-model", default="", metavar="NAME")
    models.add_argument("--drafts", default="", metavar="URL", help="of /v1/chat/completions")
    models.add_argument("--drafts-model", default="", metavar="NAME")
    return parser.parse_args()


def _port(word: str) -> int:
    port = int(word)
    if port not in range(65536):
        raise argparse.ArgumentTypeError("not within 0 to 65535")
    return port


def _announce(tongue: str, app: Any, here: str) -> None:
    """Where phones go, where a workshop is made, and the desks of those made last."""
    sys.stdout.reconfigure(errors="replace")  # not every terminal can draw the code
    phones, room = app.extensions["network"].url(), app.extensions["room"]
    segno.make(phones.upper(), error="l", micro=False).terminal(compact=True)
    print(say(tongue, "run.phones", url=phones))
    for code in reversed(room.ask(store.codes)[:DESKS]):
        own = room.ask(store.workshop, code)
        print(say(tongue, "run.again", url=room.tickets.links(own, here)["desk_url"]))
        print(f"  {own['title'] or own['question']}"[:LINE])
    print(say(tongue, "run.desk", url=f"{here}/new"), flush=True)


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
