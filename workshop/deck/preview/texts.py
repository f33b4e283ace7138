"""Texts as HTML within the SVG: the browser breaks the lines, we say where and how large."""

from html import escape
from typing import Any

from .colours import Colours
from .package import EMU, Xml, find, find_all

ANCHORS = {"ctr": "center", "b": "flex-end"}
ALIGNS = {"ctr": "center", "r": "right", "just": "justify"}
USUAL = 1800  # hundredths of a point, where nothing says a size


def body(origins: list[Xml], kind: Xml, box: Any, master: Xml, colours: Colours) -> str:
    """The text of a shape; `origins` are the shape and those that it inherits from."""
    bodies = [find(one, "p:txBody/a:bodyPr") for one in origins]
    anchor = ANCHORS.get(_first(bodies, "anchor") or "t", "flex-start")
    insets = [
        int(_first(bodies, side) or usual) / EMU
        for side, usual in (("tIns", 45720), ("rIns", 91440), ("bIns", 45720), ("lIns", 91440))
    ]
    styles = [find(one, "p:txBody/a:lstStyle") for one in origins]
    styles.append(_master_style(kind, master))
    lines = find_all(origins[0], "p:txBody/a:p")
    inside = "".join(_paragraph(one, styles, colours) for one in lines)
    look = f"justify-content:{anchor};padding:{' '.join(f'{one:.1f}px' for one in insets)}"
    return _html(box, look, inside)


def table(xml: Xml, box: Any, colours: Colours) -> str:
    """A table: a dark head, rows below it, each with a hairline."""
    hair = f"border-bottom:0.75px solid {colours.scheme('accent6')}"
    widths = [int(one.get("w")) / EMU for one in find_all(xml, "a:tblGrid/a:gridCol")]
    drawn = ""
    for n, row in enumerate(find_all(xml, "a:tr")):
        ink, paper = ("bg1", "tx1") if n == 0 else ("tx1", "bg1")
        weight = "bold" if n == 0 else "normal"
        look = f"vertical-align:top;font-weight:{weight};background:{colours.scheme(paper)};{hair}"
        cells = ""
        for width, cell in zip(widths, find_all(row, "a:tc"), strict=False):
            lines = find_all(cell, "a:txBody/a:p")
            said = "".join(_paragraph(one, [], colours, ink) for one in lines)
            cells += f'<td style="width:{width:.1f}px;padding:5px 7px;{look}">{said}</td>'
        drawn += f'<tr style="height:{int(row.get("h")) / EMU:.1f}px">{cells}</tr>'
    inside = f'<table style="border-collapse:collapse;table-layout:fixed">{drawn}</table>'
    return _html(box, "", inside)


def _html(box: Any, look: str, inside: str) -> str:
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.w:.1f}" height="{box.h:.1f}"'
    style = "display:flex;flex-direction:column;box-sizing:border-box;height:100%;overflow:hidden;"
    return (
        f'<foreignObject {place}><div xmlns="http://www.w3.org/1999/xhtml" '
        f'style="{style}font-family:Arial,sans-serif;line-height:1.2;{look}">{inside}</div>'
        "</foreignObject>"
    )


def sizes(origins: list[Xml], kind: Xml, master: Xml) -> list[float]:
    """The sizes in points of all words in a shape; `origins` as for `body`."""
    styles = [find(one, "p:txBody/a:lstStyle") for one in origins]
    styles.append(_master_style(kind, master))
    found = []
    for line in find_all(origins[0], "p:txBody/a:p"):
        fonts = [find(one, "a:defRPr") for one in _looks(line, styles)]
        found += [_size([find(run, "a:rPr"), *fonts]) for run in find_all(line, "a:r")]
    return found


def _looks(paragraph: Xml, styles: list[Xml]) -> list[Xml]:
    """What says how a paragraph looks, nearest first."""
    own = find(paragraph, "a:pPr")
    level = int(own.get("lvl", 0)) + 1 if own is not None else 1
    return [own, *(find(one, f"a:lvl{level}pPr") for one in styles)]


def _paragraph(xml: Xml, styles: list[Xml], colours: Colours, ink: str = "tx1") -> str:
    looks = _looks(xml, styles)
    fonts = [find(one, "a:defRPr") for one in looks]
    runs = ""
    for run in xml:
        tag = run.tag.rsplit("}", 1)[-1]
        if tag == "br":
            runs += "<br/>"
        elif tag in ("r", "fld"):
            said = "".join(one.text or "" for one in find_all(run, "a:t"))
            runs += _run(said, [find(run, "a:rPr"), *fonts], colours, ink)
    align = ALIGNS.get(_first(looks, "algn") or "l", "left")
    left, hang = (int(_first(looks, name) or 0) / EMU for name in ("marL", "indent"))
    before = find(_nearest(looks, "a:spcBef"), "a:spcBef/a:spcPts")
    above = int(before.get("val")) / 100 if before is not None else 0
    bullet = find(_nearest(looks, "a:buNone", "a:buChar"), "a:buChar")
    mark = f"{bullet.get('char')} " if bullet is not None and runs else ""
    style = f"text-align:{align};margin:{above:.1f}px 0 0 {left:.1f}px;text-indent:{hang:.1f}px"
    size = _size([find(find(xml, "a:r"), "a:rPr"), *fonts])  # of the line itself, too
    empty = "" if runs else f"height:{size * 1.2:.1f}px"
    return (
        f'<div dir="auto" style="{style};font-size:{size:.1f}px;{empty}">{escape(mark)}{runs}</div>'
    )


def _run(said: str, fonts: list[Xml], colours: Colours, ink: str) -> str:
    bold = "700" if (_first(fonts, "b") or "0") in ("1", "true") else "400"
    fills = (find(one, "a:solidFill") for one in fonts)
    colour = next((found for found in map(colours.of, fills) if found), colours.scheme(ink))
    style = f"font-size:{_size(fonts):.1f}px;font-weight:{bold};color:{colour}"
    return f'<span style="{style};overflow-wrap:anywhere">{escape(said)}</span>'


def _size(fonts: list[Xml]) -> float:
    return int(_first(fonts, "sz") or USUAL) / 100


def _first(elements: list[Xml], name: str) -> str | None:
    """The nearest value of an attribute."""
    values = (one.get(name) for one in elements if one is not None)
    return next((value for value in values if value is not None), None)


def _nearest(looks: list[Xml], *paths: str) -> Xml:
    """The nearest look that says anything about it."""
    told = (one for one in looks if any(find(one, path) is not None for path in paths))
    return next(told, None)


def _master_style(kind: Xml, master: Xml) -> Xml:
    if kind is None:
        return find(master, "p:txStyles/p:otherStyle")
    named = {"title": "titleStyle", "ctrTitle": "titleStyle", "dt": "otherStyle",
             "ftr": "otherStyle", "sldNum": "otherStyle"}  # fmt: skip
    return find(master, f"p:txStyles/p:{named.get(kind.get('type', 'obj'), 'bodyStyle')}")
