"""The room's people for tests: real HTTP and real sockets against a real server."""

import os
import re
import secrets
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import requests
import socketio

ROOT = Path(__file__).parent.parent
OPEN = set()  # screens that nobody has closed yet
PATIENCE_S = 60  # how long a test waits for something that must come, on a busy machine


class Server:
    """run.py in a process of its own."""

    def __init__(self, data, mode="eventlet", port=0, more=()):
        self.data, self.mode, self.port, self.more = data, mode, port, more
        self.process = None

    def start(self):
        # A pipe for the output would fill up; a file does not, and can be read afterwards.
        self.output = (self.data.parent / f"{self.data.name}.out").open("a+")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "run.py",
                "--host",
                "127.0.0.1",
                "--port",
                str(self.port),
                "--data",
                str(self.data),
                *self.more,
            ],
            cwd=ROOT,
            env={**os.environ, "WORKSHOP_ASYNC": self.mode, "LANG": "C", "CI": "1"},
            stdout=self.output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        wait_for(lambda: self.process.poll() is not None or self.answers(), "the server to answer")
        assert self.process.poll() is None, self.said()
        return self

    def answers(self):
        if found := re.findall(r"http://127.0.0.1:(\d+)/new", self.said()):
            self.port = int(found[-1])
            try:
                return requests.get(f"{self.url}/healthz", timeout=2).ok
            except requests.RequestException:
                return False
        return False

    def said(self):
        return Path(self.output.name).read_text()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def kill(self):
        """Pull the plug: no goodbye, no last words to disk."""
        self.process.kill()
        self.process.wait()
        self.output.close()

    def stop(self):
        """Ctrl-C. Returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=PATIENCE_S)
        self.output.close()
        return code

    def workshop(self, **document):
        return Workshop(self, {"question": "How do we share what we learn?"} | document)


class Workshop:
    """A workshop with its desk, its projector, and as many phones as you like."""

    def __init__(self, server, document):
        self.server = server
        answer = requests.post(f"{server.url}/api/workshops", json=document, timeout=PATIENCE_S)
        assert answer.status_code == 201, answer.text
        self.links = answer.json()
        self.code = self.links["code"]
        self.screens = []
        self.desk = self.open(self.links["desk_ticket"])
        self.projector = self.open(self.links["projector_ticket"])

    def open(self, ticket):
        self.screens.append(Screen(self, ticket))
        return self.screens[-1]

    def join(self, name=""):
        """Somebody scans the code; returns their phone."""
        address = f"{self.server.url}/api/workshops/{self.code}/join"
        answer = requests.post(address, json={"name": name}, timeout=PATIENCE_S)
        assert answer.status_code == 201, answer.text
        return self.open(answer.json()["ticket"])

    def round(self, hat):
        """The id of the first round of a hat."""
        rounds = sorted(self.desk.all("round"), key=lambda row: row["position"])
        return next(row["id"] for row in rounds if row["hat"] == hat)

    def put_on(self, hat):
        self.desk.does("open_round", id=self.round(hat))

    def reveal(self, hat):
        self.desk.does("reveal_round", id=self.round(hat))

    def export(self, ending):
        return requests.get(
            f"{self.server.url}/api/workshops/{self.code}/export.{ending}",
            headers={"Authorization": f"Bearer {self.links['desk_ticket']}"},
            timeout=60,
        )

    def close(self):
        for screen in self.screens:
            screen.close()


class Screen:
    """Somebody's open page: what it shows is what the frames it heard say."""

    def __init__(self, workshop, ticket):
        self.workshop, self.ticket = workshop, ticket
        self.epoch, self.rev, self.rows = "", 0, {}
        self.present = 0
        self.heard = []  # every frame and tick as it came, for tests that look for secrets
        self.news = threading.Condition()
        self.socket = None
        OPEN.add(self)
        self.connect()

    def connect(self, wait=True):
        self.socket = socketio.Client(reconnection_delay=0.1, reconnection_delay_max=0.5)
        self.socket.on("frame", self._frame)
        self.socket.on("tick", self._tick)
        self.socket.connect(
            f"{self.workshop.server.url}?code={self.workshop.code}",
            auth=lambda: {"ticket": self.ticket, "epoch": self.epoch, "since": self.rev},
            transports=["websocket"],
            wait_timeout=PATIENCE_S,
        )
        if wait:
            self.until(lambda: self.rev, "the first frame")

    def close(self):
        """Close the page as a phone does that goes out of the door: without a word."""
        OPEN.discard(self)
        self.socket.reconnection = False
        if ws := self.socket.eio.ws:
            ws.shutdown()
        if not self.socket.connected:
            self.socket.shutdown()  # else it would look for its server for good

    def _frame(self, frame):
        with self.news:
            self.heard.append(frame)
            missed = not self._apply(frame)
            self.news.notify_all()
        if missed:
            self.socket.emit(
                "catch_up", {"epoch": self.epoch, "since": self.rev}, callback=self._frame
            )

    def _apply(self, frame):
        """As docs/protocol.md says; False when the frame starts above what we know."""
        same = frame["epoch"] == self.epoch
        if frame["since"] > (self.rev if same else 0):
            return False
        if same and frame["rev"] < self.rev:
            return True
        if frame["since"] == 0:
            self.rows = {}
        self.rows |= {(kind, id): row for kind, id, row in frame["rows"]}
        self.rows = {key: row for key, row in self.rows.items() if row is not None}
        self.epoch, self.rev = frame["epoch"], frame["rev"]
        return True

    def _tick(self, tick):
        with self.news:
            self.heard.append(tick)
            self.present = tick["present"]
            self.news.notify_all()

    def asks(self, action, **words):
        """Do it and return the answer, whatever it is; after a cut, when the page is back."""
        wait_for(lambda: "/" in self.socket.namespaces, "the connection")
        return self.socket.call(action, words, timeout=PATIENCE_S)

    def does(self, action, **words):
        """Do it; the answer must be ok, and this screen then knows at least that revision."""
        answer = self.asks(action, **words)
        assert answer.get("ok"), (action, answer)
        self.until(lambda: self.rev >= answer["rev"], f"revision {answer['rev']}")
        return answer

    def writes(self, text, hat, id=None, **more):
        id = id or f"note-{secrets.token_hex(6)}"
        self.does("post_note", id=id, round=self.workshop.round(hat), text=text, **more)
        self.until(lambda: self.row("note", id), f"my own note {text!r}")
        return id

    def until(self, true, what="it"):
        with self.news:
            assert self.news.wait_for(true, timeout=PATIENCE_S), f"waited in vain for {what}"

    def all(self, kind):
        return [row for (one, _), row in list(self.rows.items()) if one == kind]

    def row(self, kind, id):
        return self.rows.get((kind, id))

    def notes(self):
        rows = sorted(self.all("note"), key=lambda row: row["number"])
        return [row["text"] for row in rows]

    def sees(self, *texts):
        self.until(lambda: sorted(self.notes()) == sorted(texts), f"{texts}, saw {self.notes()}")


def wait_for(true, what="it"):
    """Wait until something is so, looking often."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        threading.Event().wait(0.02)
