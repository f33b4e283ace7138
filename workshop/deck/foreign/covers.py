"""What a template's own shapes put behind the text."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from workshop.deck.drawing import EMU

from .colours import Palette
from .names import NS, a, p, whole

MOST = 400  # shapes of a sheet that are looked at; what lies under so many cannot be told
MOSTLY, BARELY = 0.95, 0.03  # shares of a box


class Area(NamedTuple):
    """A place on a slide, in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def size(self) -> float:
        """Square points."""
        return self.w * self.h

    def shared(self, other: "Area") -> float:
        """The square points that two areas have in common."""
        w = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        h = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(w, 0) * max(h, 0)


EVERYWHERE = Area(-1e6, -1e6, 2e6, 2e6)


class Cover(NamedTuple):
    """Something painted: RRGGBB, or "" for a picture or more colours than one."""

    area: Area
    colour: str


def place(shape: etree._Element) -> Area | None:
    """Where a shape stands; None where it does not say, or is nowhere."""
    return _xfrm(shape.find(f"{p('spPr')}/{a('xfrm')}"), "off", "ext")


def _xfrm(xfrm: etree._Element | None, off: str, ext: str) -> Area | None:
    if xfrm is None or xfrm.find(a(off)) is None or xfrm.find(a(ext)) is None:
        return None
    values = [xfrm.find(a(off)).get(k) for k in "xy"]
    values += [xfrm.find(a(ext)).get(k) for k in ("cx", "cy")]
    area = Area(*(whole(value) / EMU for value in values))
    return area if area.w > 0 and area.h > 0 else None


def covers(sheet: etree._Element, palette: Palette) -> list[Cover]:
    """The painted shapes of a sheet that are no placeholders, from the back to the front."""
    tree = sheet.find(f"{p('cSld')}/{p('spTree')}")
    found = list(_painted(tree if tree is not None else (), palette, lambda area: area))
    return found if len(found) <= MOST else [Cover(EVERYWHERE, ""), *found[-MOST:]]


def _painted(shapes, palette: Palette, moved) -> Iterator[Cover]:
    for shape in shapes:
        if shape.tag == p("grpSp"):
            yield from _painted(shape, palette, _through(shape, moved))
        elif shape.tag in (p("sp"), p("pic")) and shape.find(".//p:nvPr/p:ph", NS) is None:
            area, colour = place(shape), _fill(shape, palette)
            if area is not None and colour is not None:
                yield Cover(moved(area), colour)


def _through(group: etree._Element, moved):
    """How a place inside a group becomes one on the slide."""
    xfrm = group.find(f"{p('grpSpPr')}/{a('xfrm')}")
    outer, inner = _xfrm(xfrm, "off", "ext"), _xfrm(xfrm, "chOff", "chExt")
    if outer is None or inner is None:
        return moved
    fx, fy = outer.w / inner.w, outer.h / inner.h
    return lambda one: moved(
        Area(
            outer.x + (one.x - inner.x) * fx,
            outer.y + (one.y - inner.y) * fy,
            one.w * fx,
            one.h * fy,
        )
    )


def _fill(shape: etree._Element, palette: Palette) -> str | None:
    """What a shape is painted with; "" where its outline is not its box's."""
    if shape.tag == p("pic"):
        return ""
    properties = shape.find(p("spPr"))
    found = palette.fill(properties)
    if found is None and properties is not None and properties.find(a("noFill")) is None:
        reference = shape.find(f"{p('style')}/{a('fillRef')}")
        if reference is not None and reference.get("idx", "0") not in ("0", "1000"):
            found = palette.of(reference)
    if found and properties.find(f"{a('prstGeom')}[@prst='rect']") is None:
        return ""
    return found


def behind(area: Area, under: list[Cover]) -> str:
    """The colour behind a box; "" where it is a picture, more than one, or cannot be told."""
    for cover in reversed(under):
        share = area.shared(cover.area) / area.size
        if share >= MOSTLY:
            return cover.colour
        if share > BARELY:
            return ""
    return ""
