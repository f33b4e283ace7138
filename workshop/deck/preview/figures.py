"""Outlines of shapes, and charts as plain bars."""

from typing import Any
from xml.sax.saxutils import escape

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
    sx, sy = box.w / int(path.get("w") or 1), box.h / int(path.get("h") or 1)
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
    """Names, bars and values, from what the chart's file remembers of its numbers."""
    names = [_value(one) for one in find_all(chart, ".//c:ser[1]/c:cat//c:pt")]
    values = [float(_value(one)) for one in find_all(chart, ".//c:ser[1]/c:val//c:pt")]
    step = box.h / max(len(values), 1)
    most = max([*values, 1])
    drawn = ""
    for n, (name, value) in enumerate(zip(names, values, strict=False)):
        y = box.y + n * step
        fill = colours.of(find(chart, f".//c:ser[1]/c:dPt[{n + 1}]/c:spPr/a:solidFill"))
        own = fill or colours.of(find(chart, ".//c:ser[1]/c:spPr/a:solidFill")) or "#555"
        width = box.w * 0.55 * value / most
        drawn += (
            f'<text x="{box.x + box.w * 0.36:.1f}" y="{y + step * 0.6:.1f}" text-anchor="end" '
            f'font-family="Arial" font-size="14">{escape(name[:40])}</text>'
            f'<rect x="{box.x + box.w * 0.38:.1f}" y="{y + step * 0.2:.1f}" width="{width:.1f}" '
            f'height="{step * 0.6:.1f}" fill="{own}"/>'
            f'<text x="{box.x + box.w * 0.38 + width + 6:.1f}" y="{y + step * 0.6:.1f}" '
            f'font-family="Arial" font-size="14">{value:g}</text>'
        )
    return drawn


def _value(point: Xml) -> str:
    value = find(point, "c:v")
    return value.text or "" if value is not None else ""
