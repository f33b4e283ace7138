"""Hats and cards as PowerPoint shapes; the hats are those of the screens, templates/hats.svg."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from .layouts import Box

DRAWINGS = Path(__file__).parent.parent.parent / "templates" / "hats.svg"
SVG = "{http://www.w3.org/2000/svg}"
WIDTH, HEIGHT, FINE = 64, 48, 100  # the drawings' box, and shape units in one of theirs
EMU = 12_700  # in a point

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)

# What each hat is drawn in: fill, edge, and the band's colour. Theme colours, see template.py.
COLOURS = {
    "white": ("lt1", "accent6", "accent6"),
    "red": ("accent1", "accent1", "lt1"),
    "black": ("dk1", "dk1", "lt1"),
    "yellow": ("accent3", "folHlink", "dk1"),
    "green": ("accent4", "accent4", "dk1"),
    "blue": ("accent5", "accent5", "lt1"),
}


def hat_xml(hat: str, id: int, x: float, y: float, size: float) -> str:
    """A hat as a decorative group; x, y and size (its width) in points, ids from `id` on."""
    place = xfrm(Box(x, y, size, size * HEIGHT / WIDTH, 0))
    child = '<a:chOff x="0" y="0"/>' + f'<a:chExt cx="{WIDTH * FINE}" cy="{HEIGHT * FINE}"/>'
    inner = child + "</a:xfrm>"
    shapes = "".join(
        _shape_xml(hat, kind, path, id + n + 1) for n, (kind, path) in enumerate(_parts(hat))
    )
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id}" name="hat {hat}">{DECORATIVE}</p:cNvPr>'
        f'<p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{place.replace('</a:xfrm>', inner)}</p:grpSpPr>{shapes}</p:grpSp>"
    )


def card_xml(id: int, name: str, box: Box, fill: str, edge: str) -> str:
    """A rounded panel without text: decoration."""
    round_by = round(14 / min(box.w, box.h) * 100_000)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(box)}<a:prstGeom prst="roundRect">'
        f'<a:avLst><a:gd name="adj" fmla="val {round_by}"/></a:avLst></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{fill}"/></a:solidFill><a:ln w="25400"><a:solidFill>'
        f'<a:schemeClr val="{edge}"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )


def xfrm(box: Box) -> str:
    """A box's place, for a shape's properties."""
    x, y, w, h = (round(value * EMU) for value in box[:4])
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _shape_xml(hat: str, kind: str, path: str, id: int) -> str:
    fill, edge, band = COLOURS[hat]
    inside = {
        "b": f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>',
        "k": f'<a:solidFill><a:schemeClr val="{band}"><a:alpha val="34000"/></a:schemeClr>'
        "</a:solidFill>",
        "d": f'<a:solidFill><a:schemeClr val="{band}"/></a:solidFill>',
        "l": "<a:noFill/>",
    }[kind]
    line = {
        "b": f'<a:ln w="19050"><a:solidFill><a:schemeClr val="{edge}"/></a:solidFill></a:ln>',
        "l": f'<a:ln w="12700"><a:solidFill><a:schemeClr val="{band}"><a:alpha val="34000"/>'
        "</a:schemeClr></a:solidFill></a:ln>",
    }.get(kind, "<a:ln><a:noFill/></a:ln>")
    w, h = WIDTH * FINE, HEIGHT * FINE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="hat {hat} {kind}{id}">{DECORATIVE}</p:cNvPr>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{w}" h="{h}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{inside}{line}</p:spPr></p:sp>"
    )


@cache
def _parts(hat: str) -> list[tuple[str, str]]:
    """A hat's drawing as (kind of part, path in DrawingML)."""
    text = re.sub(r"\{#.*?#\}", "", DRAWINGS.read_text(encoding="utf-8"), flags=re.DOTALL)
    symbol = next(
        one for one in ElementTree.fromstring(text.strip()).iter(f"{SVG}symbol")
        if one.get("id") == f"hat-{hat}"
    )  # fmt: skip
    parts = []
    for part in symbol:
        kind = part.get("class", "b").split()[0]
        if part.tag == f"{SVG}circle":
            parts.append((kind, _circle(*(float(part.get(k, 0)) for k in ("cx", "cy", "r")))))
        else:
            parts.append((kind, path_xml(part.get("d", ""))))
    return parts


def _circle(cx: float, cy: float, r: float) -> str:
    w = round(r * FINE)
    return (
        f"<a:moveTo>{_point(cx - r, cy)}</a:moveTo>"
        f'<a:arcTo wR="{w}" hR="{w}" stAng="10800000" swAng="21600000"/><a:close/>'
    )


TOKENS = re.compile(r"[MmLlHhVvCcSsZz]|-?(?:\d+\.?\d*|\.\d+)")
NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}


def path_xml(d: str) -> str:
    """An SVG path (M L H V C S Z, both cases) in DrawingML's words."""
    tokens = TOKENS.findall(d)
    out: list[str] = []
    x = y = start_x = start_y = 0.0
    command, last = "", (0.0, 0.0)
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        if command in "Zz":
            out.append("<a:close/>")
            x, y = start_x, start_y
            continue
        kind = command.upper()
        numbers = [float(tokens.pop(0)) for _ in range(NEEDS[kind])]
        points = _points(kind, numbers, x, y, relative=command.islower())
        if kind == "S":
            points.insert(0, (2 * x - last[0], 2 * y - last[1]))
        x, y = points[-1]
        last = points[1] if kind in "CS" else (x, y)
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
        out.append(_step(kind, points))
    return "".join(out)


def _points(
    kind: str, numbers: list[float], x: float, y: float, *, relative: bool
) -> list[tuple[float, float]]:
    dx, dy = (x, y) if relative else (0.0, 0.0)
    if kind == "H":
        return [(numbers[0] + dx, y)]
    if kind == "V":
        return [(x, numbers[0] + dy)]
    return [(a + dx, b + dy) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]


def _step(kind: str, points: list[tuple[float, float]]) -> str:
    name = {"M": "moveTo", "C": "cubicBezTo", "S": "cubicBezTo"}.get(kind, "lnTo")
    return f"<a:{name}>{''.join(_point(*point) for point in points)}</a:{name}>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{round(x * FINE)}" y="{round(y * FINE)}"/>'
