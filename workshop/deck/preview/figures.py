"""Outlines of shapes, and charts as plain bars."""

from html import escape
from typing import Any

from workshop.deck.metrics import PITCH, lines, width

from .colours import Colours
from .package import EMU, Xml, find, find_all

COMMANDS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q", "close": "Z"}


def outline(properties: Xml, box: Any, colours: Colours) -> str:
    """A shape's fill and edge; "" where it has neither."""
    fill = colours.of(find(properties, "a:solidFill"))
    edge = colours.of(find(properties, "a:ln/a:solidFill"))
    if not fill and not edge:
        return ""
    look = f'fill="{fill or "none"}"'
    if edge:
        width = int(find(properties, "a:ln").get("w", EMU)) / EMU
        look += f' stroke="{edge}" stroke-width="{width:.2f}" vector-effect="non-scaling-stroke"'
    path = find(properties, "a:custGeom/a:pathLst")
    if path is not None:
        return "".join(_path(one, box, look) for one in path)
    shape = find(properties, "a:prstGeom")
    kind = shape.get("prst") if shape is not None else "rect"
    if kind == "ellipse":
        middle = f'cx="{box.x + box.w / 2:.1f}" cy="{box.y + box.h / 2:.1f}"'
        return f'<ellipse {middle} rx="{box.w / 2:.1f}" ry="{box.h / 2:.1f}" {look}/>'
    round_by = 14 if kind == "roundRect" else 0
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.w:.1f}" height="{box.h:.1f}"'
    return f'<rect {place} rx="{round_by}" {look}/>'


def _path(path: Xml, box: Any, look: str) -> str:
    w, h = int(path.get("w", "0")), int(path.get("h", "0"))
    sx, sy = box.w / w if w else 1 / EMU, box.h / h if h else 1 / EMU  # without: in EMU
    drawn = ""
    for step in path:
        name = step.tag.rsplit("}", 1)[-1]
        points = " ".join(
            f"{box.x + int(one.get('x')) * sx:.2f} {box.y + int(one.get('y')) * sy:.2f}"
            for one in find_all(step, "a:pt")
        )
        drawn += f"{COMMANDS.get(name, '')}{points} "
    return f'<path d="{drawn.strip()}" {look}/>'


def bars(chart: Xml, box: Any, colours: Colours) -> str:
    """Names, bars and values, from what the chart's file says of places, sizes and numbers."""
    series = find_all(chart, ".//c:ser")
    names = [_value(one) for one in find_all(chart, ".//c:ser[1]/c:cat//c:pt")]
    size = int(_said(chart, ".//c:catAx//a:defRPr", "sz", "1400")) / 100
    most = float(_said(chart, ".//c:valAx/c:scaling/c:max", "val", "1"))
    x = box.x + box.w * float(_said(chart, ".//c:manualLayout/c:x", "val", "0.38"))
    room = box.w * float(_said(chart, ".//c:manualLayout/c:w", "val", "0.6"))
    depth = box.h * float(_said(chart, ".//c:manualLayout/c:h", "val", "1"))
    step = depth / max(len(names), 1)
    tall = step * 0.7 / max(len(series), 1)
    drawn = ""
    for n, name in enumerate(names):
        drawn += _name(name, x - 6, box.y + (n + 0.5) * step, size, x - box.x)
        for place, one in enumerate(series):
            values = find_all(one, "c:val//c:pt")
            value = float(_value(values[n])) if n < len(values) else 0.0
            fill = colours.of(find(one, f"c:dPt[{n + 1}]/c:spPr/a:solidFill"))
            fill = fill or _fill(one, colours)
            y, long = box.y + n * step + step * 0.15 + place * tall, room * value / most
            drawn += (
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{long:.1f}" height="{tall:.1f}" '
                f'fill="{fill}" stroke="#565A61" stroke-width="0.5"/>'
                + _text(f"{value:g}", x + long + 5, y + tall / 2, size, "start")
            )
    if find(chart, ".//c:legend") is not None:
        drawn += _legend(series, box, box.y + (depth + box.h) / 2, size, colours)
    return drawn


def _legend(series: list[Xml], box: Any, y: float, size: float, colours: Colours) -> str:
    """What each colour stands for, in one line in the middle."""
    told = [_value(find(one, "c:tx//c:pt")) for one in series]
    wide = [width(name, size) + size * 2.2 for name in told]
    x, drawn = box.x + (box.w - sum(wide)) / 2, ""
    for one, name, w in zip(series, told, wide, strict=True):
        drawn += (
            f'<rect x="{x:.1f}" y="{y - size * 0.35:.1f}" width="{size * 0.7:.1f}" '
            f'height="{size * 0.7:.1f}" fill="{_fill(one, colours)}"/>'
            + _text(name, x + size, y, size, "start")
        )
        x += w
    return drawn


def _fill(series: Xml, colours: Colours) -> str:
    return colours.of(find(series, "c:spPr/a:solidFill")) or "#555"


def _name(name: str, x: float, y: float, size: float, room: float) -> str:
    """A bar's name beside it, on as many lines as it takes there."""
    told = lines(name, room, size)
    return "".join(
        _text(line.strip(), x, y + (n - (len(told) - 1) / 2) * size * PITCH, size, "end")
        for n, line in enumerate(told)
    )


def _text(text: str, x: float, y: float, size: float, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" text-anchor="{anchor}" '
        f'font-family="Arial" font-size="{size:g}">{escape(text)}</text>'
    )


def _said(chart: Xml, path: str, name: str, otherwise: str) -> str:
    found = find(chart, path)
    return otherwise if found is None else found.get(name, otherwise)


def _value(point: Xml) -> str:
    value = find(point, "c:v")
    return value.text or "" if value is not None else ""
