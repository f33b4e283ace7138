"""What did not fit: how a deck comes out on somebody else's template, beside our own.

Both decks are made and read again; nothing is told that is not so in the files.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from workshop.boards import Rows
from workshop.records import Row

from . import fit, outline, powerpoint, surface
from .layouts import HEIGHT
from .preview.reading import Said, read
from .slide import BACK, QUESTION

FEET = {"dt": "date", "ftr": "footer", "sldNum": "number"}
ABOVE = {str(QUESTION), str(BACK)}  # in small on most slides, whatever these are about
ASKED = ("synthesis", "10")  # where the question is there
LESS = 0.5  # points; a smaller difference nobody sees


class Trial(NamedTuple):
    """A deck as it came out: its file, and what it says by the parts that its slides belong to."""

    blob: bytes
    parts: dict[str, list[Said]]
    slides: int


def misfits(rows: Rows, template: bytes, said: Row) -> list[Row]:
    """What comes out otherwise on a template that was taken in, as `child.take` gives it: the
    second of what `tried` returns."""
    drawn_on = surface.of(template, said)
    _, found = tried(rows, replace(drawn_on, blob=_without_pictures(drawn_on.blob)))
    return found


def tried(
    rows: Rows, drawn_on: surface.Surface, parts: Iterable[str] | None = None
) -> tuple[bytes, list[Row]]:
    """The deck as it comes out on a template, and what of it comes out otherwise than on our own.

    Each is {code, …}: `smaller` with `sizes` [{part, size, usual}] in points, smallest first;
    `cut` with `parts` [{part, n}], n texts; `missing` with `what`; those of Surface.told. Empty:
    all fits.
    """
    theirs, ours = _made(rows, drawn_on, parts), _made(rows, surface.ours(), parts)
    compared = {
        "smaller": {"sizes": _smaller(theirs, ours, drawn_on.height / HEIGHT)},
        "cut": {"parts": _cut(theirs, ours)},
        "missing": {"what": _missing(theirs, ours)},
    }
    found: list[Row] = []
    if theirs.slides > ours.slides:
        found = [{"code": "slides", "slides": theirs.slides, "usual": ours.slides}]
    found += [{"code": code, **more} for code, more in compared.items() if all(more.values())]
    return theirs.blob, found + drawn_on.told()


def _without_pictures(blob: bytes) -> bytes:
    """The same with empty images: what stands on them is known by now, and they cost memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, b"" if name.startswith("ppt/media/") else given.read(name))
    return out.getvalue()


def _made(rows: Rows, drawn_on: surface.Surface, parts: Iterable[str] | None) -> Trial:
    deck = outline.outline(rows)
    slides = fit.slides(deck, parts, least=drawn_on.least)
    blob = powerpoint.write(deck, slides, "", parts, drawn_on)
    found: dict[str, list[Said]] = defaultdict(list)
    for slide, said in zip(slides, read(blob), strict=True):
        for one in said:
            found[_part(slide.part, one)].append(one)
    return Trial(blob, found, len(slides))


def _part(part: str, said: Said) -> str:
    """Where a text belongs: `feet` and `head` are the same on all slides but the cover."""
    if part == "cover":
        return part
    if said.kind in FEET:
        return "feet"
    return "head" if said.idx in ABOVE or (part, said.idx) == ASKED else part.partition("-")[0]


def _smaller(theirs: Trial, ours: Trial, tall: float) -> list[Row]:
    """`tall`: their slides beside ours; a screen shows both alike, and so are points counted."""
    found = []
    for part, said in ours.parts.items():
        usual = min(one.size for one in said) * tall
        size = min((one.size for one in theirs.parts[part]), default=usual)
        if size <= usual - LESS:
            found.append({"part": part, "size": round(size, 1), "usual": round(usual, 1)})
    return sorted(found, key=lambda one: one["size"])


def _cut(theirs: Trial, ours: Trial) -> list[Row]:
    """How many texts end in "…" where our own go on."""
    found = {part: len(_cuts(said, ours.parts[part])) for part, said in theirs.parts.items()}
    return [{"part": part, "n": n} for part, n in found.items() if n]


def _cuts(said: list[Said], usual: list[Said]) -> set[str]:
    whole = set(_lines(usual))
    cut = (line for line in set(_lines(said)) - whole if "…" in line)
    return {line for line in cut if any(map(_longer(line), whole))}


def _longer(line: str) -> Callable[[str], bool]:
    stem = line.partition("…")[0]
    return lambda other: other.startswith(stem) and len(other.partition("…")[0]) > len(stem)


def _lines(said: list[Said]) -> Iterator[str]:
    return (line.strip() for one in said for line in one.text.split("\n"))


def _missing(theirs: Trial, ours: Trial) -> list[str]:
    """What of date, footer and number the cover lacks."""
    usual, here = ({one.kind for one in trial.parts["cover"]} for trial in (ours, theirs))
    return [name for kind, name in FEET.items() if kind in usual - here]
