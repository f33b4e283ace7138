"""What a finished deck says, and in what sizes: read from the file, not from what was planned."""

from collections.abc import Iterator
from typing import NamedTuple

from . import texts
from .drawing import Drawing
from .package import ID, NS, Package, Xml, find, find_all

TABLE, CHART = ".//a:tbl", ".//c:chart"


class Said(NamedTuple):
    """A text of a slide: its place's kind and idx, its words, and its smallest size in points."""

    kind: str
    idx: str
    text: str
    size: float


def read(blob: bytes) -> list[list[Said]]:
    """The texts of each slide of a .pptx, in order."""
    package = Package(blob)
    return [list(_slide(package, Drawing(package, slide))) for slide in package.slides()]


def _slide(package: Package, drawing: Drawing) -> Iterator[Said]:
    root = drawing.roots[0]
    for shape in find_all(root, "p:cSld/p:spTree/p:sp"):
        kind = drawing.placeholder(shape)
        if find(shape, "p:txBody") is None:
            continue
        origins = [shape, *(drawing.inherited(kind) if kind is not None else [])]
        sizes = texts.sizes(origins, kind, drawing.roots[2])
        place = ("", "") if kind is None else (kind.get("type", "obj"), kind.get("idx", ""))
        if sizes:
            yield Said(*place, _words(shape), min(sizes))
    for table in find_all(root, TABLE):
        yield Said("tbl", "", _words(table), min(_sizes(table)))
    for chart in find_all(root, CHART):
        part = package.related(drawing.slide.name, id=chart.get(ID))
        yield Said("chart", "", "", min(_sizes(package.xml(part))))


def _words(shape: Xml) -> str:
    lines = find_all(shape, ".//a:p")
    return "\n".join("".join(line.itertext(f"{{{NS['a']}}}t")) for line in lines)


def _sizes(xml: Xml) -> list[float]:
    found = (one.get("sz") for one in xml.iter(f"{{{NS['a']}}}rPr", f"{{{NS['a']}}}defRPr"))
    return [int(size) / 100 for size in found if size]
