"""A name for every slide that the next export finds it by."""

from collections import Counter
from dataclasses import replace

from workshop.deck.slide import Slide

NOTES = "notes-"  # what the parts of the hats' notes begin with


def keyed(slides: list[Slide]) -> list[Slide]:
    """The slides with their keys: a hat's notes as HAT-PAGE/PAGES, others as PART-NUMBER.

    Slides that have a key keep it.
    """
    pages = Counter(slide.part for slide in slides)
    done: Counter[str] = Counter()
    found = []
    for slide in slides:
        done[slide.part] += 1
        key = slide.key or _key(slide.part, done[slide.part], pages[slide.part])
        found.append(replace(slide, key=key))
    return found


def _key(part: str, n: int, of: int) -> str:
    if part.startswith(NOTES):
        return f"{part.removeprefix(NOTES)}-{n}/{of}"
    return f"{part.replace('-', '_')}-{n}"
