"""Takes the pictures of the README: `python docs/pictures.py` (needs Chromium and LibreOffice).

Plays the example workshop on a real server, opens the three screens and the deck, and looks.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path[:0] = [str(DOCS.parent), str(DOCS.parent / "tests")]

from people import Server, Workshop  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

PICTURES = DOCS / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
STILL = {"animations": "disabled", "caret": "hide"}


def main() -> None:
    example = json.loads((DOCS / "example.json").read_text(encoding="utf-8"))
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data").start()
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        take_screens(browser, server, example)
        browser.close()
        server.stop()
        take_deck(Path(folder))


def take_screens(browser, server, example) -> None:
    half = {**example, "boards": {**example["boards"], "green": {}}, "outcomes": []}
    room = Workshop(server, half)
    people = [room.join() for _ in range(6)]
    ideas = [note["text"] for note in example["boards"]["green"]["notes"]]
    room.put_on("green")
    for n, text in enumerate(ideas):
        people[n % 6].writes(text, "green")
    phone = {"width": 360, "height": 640}
    page = opened(browser, phone, f"{server.url}/{room.code}", scale=2)
    page.get_by_role("textbox").first.fill("a library card for the dog")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("textbox").first.fill("books by post in the winter")
    page.locator("text=a library card for the dog").wait_for()
    page.screenshot(path=PICTURES / "phone.png", **STILL)
    room.reveal("green")
    wall = {"width": 1920, "height": 1080}
    page = opened(browser, wall, room.links["projector_url"])
    page.locator("text=books in the sauna").first.wait_for()
    page.screenshot(path=PICTURES / "projector.png", **STILL)
    for n, name in enumerate(("Open hours", "Out of the house", "Quiet and loud")):
        room.desk.does("name_theme", id=f"green-t{n}00", hat="green", name=name)
    rows = sorted(room.desk.all("note"), key=lambda row: row["number"])
    ids = [row["id"] for row in rows if row["hat"] == "green"]
    for n, (first, last) in enumerate(((0, 2), (3, 5), (7, 8))):
        room.desk.does("file_notes", notes=ids[first:last], theme=f"green-t{n}00")
    said = example["boards"]["green"]["synthesis"]["text"].split(". ")
    said = [f"{one.rstrip('.')}." for one in said]
    statements = [{"text": one, "notes": ids[3 * n : 3 * n + 3]} for n, one in enumerate(said)]
    room.desk.does("write_synthesis", hat="green", statements=statements)
    page = opened(browser, {"width": 1440, "height": 900}, room.links["desk_url"])
    page.locator("text=books in the sauna").first.wait_for()
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.keyboard.press("g")
    page.locator("[data-ghost]").first.wait_for()
    page.screenshot(path=PICTURES / "desk.png", **STILL)
    room.close()


def opened(browser, size, address, scale=1):
    context = browser.new_context(viewport=size, locale="en-GB", device_scale_factor=scale)
    page = context.new_page()
    page.goto(address)
    return page


def take_deck(folder: Path) -> None:
    deck = folder / "deck.pptx"
    words = ["-m", "workshop", "export", str(DOCS / "example.json"), "-o", str(deck)]
    subprocess.run([sys.executable, *words], cwd=DOCS.parent, check=True)
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(convert, check=True, capture_output=True)
    pages = ["pdftoppm", "-r", "60", "-png", str(folder / "deck.pdf"), str(folder / "slide")]
    subprocess.run(pages, check=True)
    slides = sorted(folder.glob("slide-*.png"))
    chosen = [slides[n] for n in (0, 1, 2, 3, 7, 16)]
    sheet = ["montage", *map(str, chosen), "-tile", "2x", "-geometry", "+8+8"]
    subprocess.run([*sheet, str(PICTURES / "deck.png")], check=True)


if __name__ == "__main__":
    main()
