"""How fast a note travels: 200 phones in one room write 20 notes a second, to us and to a plain
Node socket.io server that does the same job, in one run.

    python bench/live.py [--phones 200] [--rate 20] [--seconds 6] [--rounds 2]

Reported for each server: time from posting to its acknowledgement (on disk), to the last phone that
saw it, and the server's CPU time per delivered note. Ours shows notes at once (`at_once`), the
costliest case; hidden rounds send counts. Figures of one machine mean little: read the ratios.
Needs Linux (/proc) and, for the peer, Node with `npm ci` run in bench/node.
"""

import argparse
import json
import os
import random
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from pathlib import Path
from urllib.request import Request, urlopen

ROOT = Path(__file__).parent.parent
TEXT = "asukkaat kertovat itse, mitä he tarvitsevat, ja me kuuntelemme loppuun asti"
TICK = 1 / os.sysconf("SC_CLK_TCK")


class Phone:
    """A websocket that speaks just enough Socket.IO, without a thread of its own."""

    def __init__(self, port, code, ticket):
        self.sock = socket.create_connection(("127.0.0.1", port))
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = b64encode(random.randbytes(16)).decode()
        self.sock.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket&code={code} HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.sock.recv(4096)
        self.buffer = self.buffer.split(b"\r\n\r\n", 1)[1]
        self.send("40" + json.dumps({"ticket": ticket, "since": 0, "epoch": ""}))
        self.sock.setblocking(False)

    def send(self, text):
        data = text.encode()
        mask = random.randbytes(4)
        head = bytes([0x81, 0x80 | len(data)]) if len(data) < 126 else (
            bytes([0x81, 0xFE]) + len(data).to_bytes(2)
        )  # fmt: skip
        whole = int.from_bytes(data) ^ int.from_bytes((mask * (len(data) // 4 + 1))[: len(data)])
        self.sock.setblocking(True)
        self.sock.sendall(head + mask + whole.to_bytes(len(data)))
        self.sock.setblocking(False)

    def messages(self):
        """Whole messages that have come, as text."""
        try:
            self.buffer += self.sock.recv(1 << 16)
        except BlockingIOError:
            return
        while len(self.buffer) >= 2:
            length, start = self.buffer[1] & 127, 2
            if length == 126:
                length, start = int.from_bytes(self.buffer[2:4]), 4
            elif length == 127:
                length, start = int.from_bytes(self.buffer[2:10]), 10
            if len(self.buffer) < start + length:
                return
            text = self.buffer[start : start + length].decode(errors="replace")
            self.buffer = self.buffer[start + length :]
            if text == "2":
                self.send("3")
            else:
                yield text


def start_ours(folder):
    process = subprocess.Popen(
        [sys.executable, "run.py", "--host", "127.0.0.1", "--port", "0", "--data", folder],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "LANG": "C", "CI": "1"},
    )  # fmt: skip
    port = next(line for line in process.stdout if "/new" in line).rsplit(":", 1)[1]
    port = int(port.split("/")[0])
    document = {"question": "?", "sequence": [{"hat": "green", "minutes": 60, "at_once": True}]}
    made = call(f"http://127.0.0.1:{port}/api/workshops", document)
    tickets = f"http://127.0.0.1:{port}/api/workshops/{made['code']}/join"
    desk = Phone(port, made["code"], made["desk_ticket"])
    desk.send('421["open_round",{"id":"round-01"}]')
    return process, port, made["code"], lambda: call(tickets, {})["ticket"]


def start_node(folder):
    process = subprocess.Popen(
        ["node", "server.mjs", str(Path(folder) / "node.db")],
        cwd=ROOT / "bench" / "node", stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    port = int(next(line for line in process.stdout if "ready" in line).split()[1])
    return process, port, "room", lambda: "any"


def call(url, body):
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    return json.load(urlopen(request, timeout=30))


def measure(start, given):
    with tempfile.TemporaryDirectory() as folder:
        stay_on(0)  # the server inherits this core, with all its threads
        process, port, code, ticket = start(folder)
        stay_on(1)
        try:
            return drive(process.pid, port, code, ticket, given)
        finally:
            process.terminate()
            process.wait()


def drive(pid, port, code, ticket, given):
    """Join, write at random moments with a fixed seed, and watch everything arrive."""
    luck = random.Random(7)
    phones = [Phone(port, code, ticket()) for _ in range(given.phones)]
    ready = selectors.DefaultSelector()
    for phone in phones:
        ready.register(phone.sock, selectors.EVENT_READ, phone)
    listen(ready, time.perf_counter() + 1, {}, {}, {})
    posted, acked, seen = {}, {}, {}
    used = cpu(pid)
    now = time.perf_counter()
    end = now + given.seconds
    while now < end:
        now += luck.expovariate(given.rate)
        listen(ready, now, posted, acked, seen)
        n = len(posted)
        words = {"id": f"note-{n:06}", "round": "round-01", "text": f"{TEXT} {n}"}
        posted[n] = time.perf_counter()
        luck.choice(phones).send(f'42{n}["post_note",{json.dumps(words)}]')
    patience = time.perf_counter() + 20
    while sum(count for count, _ in seen.values()) < len(posted) * given.phones:
        assert time.perf_counter() < patience, "every note is seen by all"
        listen(ready, time.perf_counter() + 0.05, posted, acked, seen)
    used = cpu(pid) - used
    delivered = sum(count for count, _ in seen.values())
    assert len(acked) == len(posted), "every note is acknowledged"
    return {
        "ack_ms": statistics.median(acked[n] - posted[n] for n in posted) * 1000,
        "all_ms": statistics.median(seen[n][1] - posted[n] for n in posted) * 1000,
        "us_per_delivery": used / delivered * 1e6,
        "notes": len(posted),
    }


def listen(ready, until, posted, acked, seen):
    while (left := until - time.perf_counter()) > 0:
        for key, _ in ready.select(left):
            for text in key.data.messages():
                note(text, posted, acked, seen)


def note(text, posted, acked, seen):
    now = time.perf_counter()
    if text.startswith("43"):
        acked.setdefault(int(text[2 : text.index("[")]), now)
    elif text.startswith('42["frame"'):
        frame = json.loads(text[2:])[1]
        # An author's own copy comes in a frame of its own (since == rev): not another delivery.
        if frame["since"] == frame["rev"]:
            return
        for kind, id, _row in frame["rows"]:
            if kind == "note":
                n = int(id.split("-")[1])
                seen[n] = (seen.get(n, (0, 0))[0] + 1, now)


def cpu(pid):
    """CPU seconds of a process: user and system, all threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def stay_on(core):
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {core})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    starts = {"ours": start_ours}
    if shutil.which("node") and (ROOT / "bench/node/node_modules").exists():
        starts["node"] = start_node
    results = {name: [] for name in starts}
    for _ in range(given.rounds):  # taking turns, so that a slow minute hits both
        for name, start in starts.items():
            results[name].append(measure(start, given))
            print(name, json.dumps({k: round(v, 2) for k, v in results[name][-1].items()}))
    if "node" in results:
        for figure in ("ack_ms", "all_ms", "us_per_delivery"):
            ours, node = (statistics.median(r[figure] for r in results[n]) for n in starts)
            print(f"{figure}: ours / node = {ours:.2f} / {node:.2f} = {ours / node:.2f}")


if __name__ == "__main__":
    main()
