"""How fast a deck is made, beside PptxGenJS and beside python-pptx as it is usually written.

    python bench/deck.py [--rounds 3] [--notes 40 200 1000]

For 5 hats with so many notes each. Ours is measured whole: what is said, what fits where, and the
file; and writing the file alone. The others get the finished plan, slide by slide, with our
titles, paragraphs and speaker notes, two columns a slide, and only write it: PptxGenJS once as its
writeFile does, which compresses nothing, and once compressed as ours is. Each runs in a process of
its own, imports are not counted; medians of the rounds; the peak is that of the process itself
(VmHWM, for what getrusage says includes the process that started it). Figures of one machine mean
little: read the ratios. PptxGenJS needs Node, with `npm ci` run in bench/node.
"""

import argparse
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
HATS = ("white", "red", "black", "yellow", "green")
THEMES = 6
NODE = {"PptxGenJS": [], "  compressed": ["compressed"]}


def document(notes):
    """A workshop of five hats with so many notes each, in the words of our example."""
    example = json.loads((ROOT / "docs" / "example.json").read_text(encoding="utf-8"))
    said = [
        word
        for board in example["boards"].values()
        for note in board["notes"]
        for word in note["text"].split()
    ]
    pick = random.Random(7)
    boards = {}
    for hat in HATS:
        rows = [
            {
                "id": f"{hat}-{n:04}",
                "text": " ".join(pick.choices(said, k=pick.randint(1, 12))),
                "theme": f"{hat}-t{n % THEMES}",
            }
            for n in range(notes)
        ]
        themes = [{"id": f"{hat}-t{n}", "name": f"Theme {n + 1}"} for n in range(THEMES)]
        rests = {"text": " ".join(pick.choices(said, k=25)), "notes": [f"{hat}-0000"]}
        boards[hat] = {"prompt": "?", "notes": rows, "themes": themes, "synthesis": rests}
    return {"format": "hattupaja/1", "question": "How fast?", "language": "en", "boards": boards}


def ours(source, out):
    """Write our deck of a document; return seconds."""
    rows, modules = ready(source)
    started = time.perf_counter()
    plan = modules.outline.outline(rows)
    Path(out).write_bytes(modules.powerpoint.write(plan, modules.fit.slides(plan), ""))
    return time.perf_counter() - started


def ours_written(source, out):
    """Write our deck of a document that was laid out before; return seconds."""
    rows, modules = ready(source)
    plan = modules.outline.outline(rows)
    slides = modules.fit.slides(plan)
    started = time.perf_counter()
    Path(out).write_bytes(modules.powerpoint.write(plan, slides, ""))
    return time.perf_counter() - started


def ready(source):
    """The rows of a document, and what makes a deck of them, imported."""
    from workshop import deck, exporting
    from workshop.deck import fit, outline, powerpoint  # noqa: F401

    rows, _ = exporting.rows_of_document(json.loads(Path(source).read_text(encoding="utf-8")))
    return rows, deck


def plain(plan, out):
    """Write a plan with python-pptx's own objects; return seconds."""
    from pptx import Presentation

    slides = json.loads(Path(plan).read_text(encoding="utf-8"))
    started = time.perf_counter()
    made = Presentation()
    for one in slides:
        slide = made.slides.add_slide(made.slide_layouts[3])
        slide.shapes.title.text = one["title"]
        for place, paragraphs in zip(list(slide.placeholders)[1:3], one["bodies"], strict=False):
            frame = place.text_frame
            for n, text in enumerate(paragraphs):
                (frame.paragraphs[0] if n == 0 else frame.add_paragraph()).text = text
        if one["notes"]:
            slide.notes_slide.notes_text_frame.text = one["notes"]
    made.save(out)
    return time.perf_counter() - started


def plan_of(deck):
    """What stands on the slides of a deck: title, the two largest bodies, speaker notes."""
    from pptx import Presentation

    plan = []
    for slide in Presentation(str(deck)).slides:
        title = slide.shapes.title
        bodies = [
            [paragraph.text for paragraph in shape.text_frame.paragraphs]
            for shape in slide.placeholders
            if shape.has_text_frame and shape.placeholder_format.idx >= 10 and shape != title
        ]
        bodies = sorted(bodies, key=lambda one: -sum(map(len, one)))[:2]
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        plan.append({"title": title.text if title else "", "bodies": bodies, "notes": notes})
    return plan


def child(name, source, out):
    """Run one writer in a process of its own; return its figures."""
    if name in NODE:
        command = ["node", str(ROOT / "bench" / "node" / "deck.mjs"), str(source), str(out)]
        command += NODE[name]
    else:
        command = [sys.executable, __file__, "--child", name, str(source), str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=out.parent)
    return json.loads(done.stdout.strip().splitlines()[-1])


WRITERS = {"ours": ours, "  writing": ours_written, "python-pptx": plain}


def figures(seconds, out):
    """What a child says of itself: seconds, peak memory in MB, bytes of the file."""
    peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    return {"seconds": seconds, "peak": peak, "bytes": Path(out).stat().st_size}


def main():
    """Measure every writer at every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--notes", type=int, nargs="+", default=[40, 200, 1000])
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, source, out = given.child
        print(json.dumps(figures(WRITERS[name](source, out), out)))
        return
    print(f"{'notes':>7} {'slides':>6} {'':12} {'s':>7} {'MB peak':>8} {'KB file':>8}  ratio")
    for notes in given.notes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), notes, given.rounds)


def measure(folder, notes, rounds):
    """One size: ours first, its slides as the plan of the others."""
    source, plan = folder / "source.json", folder / "plan.json"
    source.write_text(json.dumps(document(notes)), encoding="utf-8")
    child("ours", source, folder / "ours.pptx")
    slides = plan_of(folder / "ours.pptx")
    plan.write_text(json.dumps(slides), encoding="utf-8")
    writers = [*WRITERS, *(NODE if shutil.which("node") else [])]
    found = {name: [] for name in writers}
    for _ in range(rounds):
        for name in writers:
            given = source if WRITERS.get(name) in (ours, ours_written) else plan
            found[name].append(child(name, given, folder / f"{name.strip()}.pptx"))
    ours_s = statistics.median(one["seconds"] for one in found["ours"])
    for name, rows in found.items():
        seconds = statistics.median(one["seconds"] for one in rows)
        peak = statistics.median(one["peak"] for one in rows)
        kilobytes = rows[0]["bytes"] / 1024
        print(
            f"{f'5×{notes}':>7} {len(slides):6} {name:12} {seconds:7.2f} {peak:8.0f}"
            f" {kilobytes:8.0f}  {seconds / ours_s:.1f}"
        )


if __name__ == "__main__":
    main()
