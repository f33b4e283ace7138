"""A small workshop as a document, and its deck read back."""

import io

from pptx import Presentation

from workshop import deck, exporting

NOTES = {
    "white": ["loans fell by a tenth", "visits grew", "nobody counts the reading room"],
    "red": ["proud", "a little tired of change"],
    "black": [f"obstacle number {n}: the door is locked at eight" for n in range(60)],
    "green": ["a boat library", "library in the sauna"],
}


def document(**more):
    boards = {
        hat: {
            "prompt": f"What does {hat} ask?",
            "notes": [{"id": f"{hat}-{n}", "text": text} for n, text in enumerate(texts)],
            "synthesis": {"text": f"In short, {len(texts)} things."},
        }
        for hat, texts in NOTES.items()
    }
    boards["white"]["themes"] = [{"id": "t1", "name": "Figures", "votes": 3}]
    boards["white"]["notes"][0]["theme"] = "t1"
    boards["green"]["notes"][0]["marks"] = ["crazy"]
    return {
        "title": "Library evening",
        "question": "How do we get more readers in?",
        "language": "en",
        "date": "2026-10-01",
        "organiser": "Town library",
        "boards": boards,
    } | more


def made(**more):
    return deck.make(exporting.rows_of_document(document(**more))[0])


def slides(blob):
    """Each slide as {placeholder's idx: text}, and "title"."""
    found = []
    for slide in Presentation(io.BytesIO(blob)).slides:
        written = (p for p in slide.placeholders if p.has_text_frame)
        texts = {p.placeholder_format.idx: p.text_frame.text for p in written}
        found.append({"title": slide.shapes.title.text, "layout": slide.slide_layout.name, **texts})
    return found


def rows(**more):
    return exporting.rows_of_document(document(**more))[0]
