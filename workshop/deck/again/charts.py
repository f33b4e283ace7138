"""The charts of a slide, known by their figures: their looks differ between programs."""

from copy import deepcopy

from lxml import etree

from workshop.deck.foreign.names import R, a, p

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
