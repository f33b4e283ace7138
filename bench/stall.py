"""Whether suggestions stall the live room: the longest wait of a phone while the desk is helped.

    python bench/stall.py [--notes 500] [--seconds 15] [--mode eventlet]

A phone asks the server something small every few milliseconds. First nobody else does anything;
then a desk works on a board of many notes: it files one, asks for suggestions and a draft, again
and again. Reported: how long the phone waited, in milliseconds: half of the time, 19 times of 20,
and at the longest; and how many suggestions were made. Read the two lines beside each other.
The engine is the one that the server would choose here.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import requests

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from people import Server  # noqa: E402

THEMES = ["Opening hours", "Money", "Skills", "Rooms", "Children", "Events"]


def words():
    """The words of our example workshop."""
    example = json.loads((ROOT / "docs" / "example.json").read_text(encoding="utf-8"))
    return [
        word
        for board in example["boards"].values()
        for note in board["notes"]
        for word in note["text"].split()
    ]


def document(notes):
    """A board of so many short notes with six themes."""
    pick = random.Random(7)
    said = words()
    texts = [" ".join(pick.choices(said, k=pick.randint(1, 8))) for _ in range(notes)]
    board = {
        "notes": [{"id": f"note-{n:04}", "text": text} for n, text in enumerate(texts)],
        "themes": [{"id": f"theme-{n}", "name": name} for n, name in enumerate(THEMES)],
    }
    return {"format": "hattupaja/1", "question": "?", "boards": {"green": board}}


def waits(phone, seconds):
    """How long each answer took, in milliseconds."""
    found, ends = [], time.perf_counter() + seconds
    while time.perf_counter() < ends:
        started = time.perf_counter()
        phone.asks("catch_up", since=phone.rev, epoch=phone.epoch)
        found.append((time.perf_counter() - started) * 1000)
        time.sleep(0.002)
    return found


def help_the_desk(workshop, stop, made):
    """File a note, ask for suggestions, now and then for a draft, until `stop` is set."""
    url = f"{workshop.server.url}/api/workshops/{workshop.code}/boards/green"
    headers = {"Authorization": f"Bearer {workshop.links['desk_ticket']}"}
    n = 0
    while not stop.is_set():
        n += 1
        theme = f"theme-{n % len(THEMES)}"
        workshop.desk.does("file_notes", notes=[f"note-{n % 500:04}"], theme=theme)
        made.append(requests.get(f"{url}/suggestions", headers=headers, timeout=60).json())
        if n % 10 == 0:
            requests.get(f"{url}/draft", headers=headers, timeout=60)


def told(name, found):
    """One line of figures."""
    twentieth = statistics.quantiles(found, n=20)[-1]
    print(f"{name:12} {statistics.median(found):8.1f} {twentieth:8.1f} {max(found):8.1f}")


def main():
    """Run both halves and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--mode", default="eventlet", choices=["eventlet", "threading"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data", given.mode).start()
        try:
            workshop = server.workshop()
            phone = workshop.join()
            quiet = waits(phone, given.seconds)
            busy_shop = server.workshop(**document(given.notes))
            stop, made = threading.Event(), []
            desk = threading.Thread(target=help_the_desk, args=(busy_shop, stop, made))
            desk.start()
            busy = waits(phone, given.seconds)
            stop.set()
            desk.join()
            print(f"{given.mode}, {given.notes} notes, likeness by {made[-1]['engine']}")
            print(f"{'ms waited':12} {'median':>8} {'95 %':>8} {'longest':>8}")
            told("quiet", quiet)
            told("helping", busy)
            print(f"{len(made)} suggestions in {given.seconds:g} s")
            for one in (workshop, busy_shop):
                one.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
