"""The charts of a slide, known by their figures: their looks differ between programs."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from workshop.deck.foreign.names import R, a, p

from . import books, pouring
from .clean import C
from .marks import print_of
from .parts import Link, Part

CHARTS = f"{a('graphic')}/{a('graphicData')}/{{{C}}}chart"
ID = f"{{{R}}}id"


def figures_of(chart: etree._Element) -> str:
    """A fingerprint of the names and numbers of a chart."""
    found = []
    for series in chart.iter(f"{{{C}}}ser"):
        for part in ("tx", "cat", "val"):
            for one in series.iterfind(f"{{{C}}}{part}"):
                found += [_plain(value.text or "") for value in one.iter(f"{{{C}}}v")]
    return print_of(" ".join(found))


def _plain(value: str) -> str:
    """A number as it is written shortest."""
    try:
        return f"{float(value):g}"
    except ValueError:
        return value


def links_of(slide: Part) -> list[tuple[etree._Element, Link]]:
    """The frames of a slide's charts, each with the link to its chart."""
    found = []
    for frame in slide.tree.iter(p("graphicFrame")):
        chart = frame.find(CHARTS)
        link = slide.links.get(chart.get(ID, "")) if chart is not None else None
        if link is not None and link.to is not None and link.to.tree is not None:
            found.append((frame, link))
    return found


def copied(chart: Part) -> Part:
    """A chart of its own with the same figures."""
    links = {id: Link(link.kind, link.to, link.address) for id, link in chart.links.items()}
    return Part(chart.kind, deepcopy(chart.tree), links=links)


def renamed(chart: Part, better: Callable[[str], str]) -> bool:
    """Give bars and series better names, in the workbook too; returns whether any had one."""
    found = False
    for one in chart.tree.xpath(".//c:ser/*[self::c:tx or self::c:cat]//c:v", namespaces={"c": C}):
        text = one.text or ""
        if (fresh := better(text)) != text:
            one.text, found = fresh, True
    for link in chart.links.values():
        if link.kind == "package" and any(
            better(text) != text for text in books.texts(link.to.blob)
        ):
            link.to = Part("package", blob=books.reworded(link.to.blob, better))
            found = True
    return found


def told(chart: etree._Element) -> str:
    """The figures of a chart in words: "Votes: People 9, Figures 3"."""
    found = []
    for series in pouring.series_of(chart):
        values = [_plain(one.text or "") for one in series.iterfind(f"{{{C}}}val//{{{C}}}v")]
        name = "".join(one.text or "" for one in series.iterfind(f"{{{C}}}tx//{{{C}}}v"))
        bars = (" ".join(both) for both in zip(pouring.names_of(series), values, strict=False))
        found.append(f"{name}: {', '.join(bars)}")
    return "; ".join(found)
