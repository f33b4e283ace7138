"""A slide as SVG: backgrounds, shapes, pictures, and texts where their placeholders stand."""

from dataclasses import dataclass
from html import escape

from . import figures, texts
from .colours import Colours
from .package import EMBED, EMU, NS, Package, SlideParts, Xml, find, find_all

P, A = f"{{{NS['p']}}}", f"{{{NS['a']}}}"


@dataclass(frozen=True)
class Place:
    """A box in points."""

    x: float
    y: float
    w: float
    h: float

    def within(self, outer: "Frame") -> "Place":
        """The same box, from a group's own units to the slide's."""
        return Place(
            outer.x + self.x * outer.sx, outer.y + self.y * outer.sy,
            self.w * outer.sx, self.h * outer.sy,
        )  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """How a group's units become the slide's: offset and scale."""

    x: float = 0
    y: float = 0
    sx: float = 1
    sy: float = 1


class Drawing:
    """Draws one slide."""

    def __init__(self, package: Package, slide: SlideParts) -> None:
        self.package, self.slide = package, slide
        self.colours = Colours(package, slide)
        self.roots = [package.xml(name) for name in slide.layers]

    def title(self) -> str:
        """The text of the slide's title."""
        for shape in find_all(self.roots[0], ".//p:sp"):
            kind = self.placeholder(shape)
            if kind is not None and kind.get("type") in ("title", "ctrTitle"):
                return "".join(shape.itertext(f"{A}t"))
        return ""

    def svg(self) -> str:
        """The whole slide."""
        w, h = self.package.size
        inside = f'<rect width="{w}" height="{h}" fill="{self._background()}"/>'
        for layer in (2, 1, 0):
            tree = find(self.roots[layer], "p:cSld/p:spTree")
            inside += "".join(self._shape(one, layer, Frame()) for one in tree)
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}">{inside}</svg>'

    def _background(self) -> str:
        for root in self.roots:
            own = find(root, "p:cSld/p:bg")
            if own is None:
                continue
            solid = find(own, "p:bgPr/a:solidFill")
            return self.colours.of(solid if solid is not None else find(own, "p:bgRef")) or "#fff"
        return "#fff"

    def _shape(self, xml: Xml, layer: int, frame: Frame) -> str:
        draw = {"sp": self._sp, "grpSp": self._group, "pic": self._picture, "cxnSp": self._sp}
        tag = xml.tag.rsplit("}", 1)[-1]
        if tag == "graphicFrame":
            return self._graphic(xml)
        return draw[tag](xml, layer, frame) if tag in draw else ""

    def _group(self, xml: Xml, layer: int, frame: Frame) -> str:
        own = find(xml, "p:grpSpPr/a:xfrm")
        if own is None:
            return "".join(self._shape(one, layer, frame) for one in xml)
        box = _place(own).within(frame)
        child, extent = find(own, "a:chOff"), find(own, "a:chExt")
        cx, cy = int(extent.get("cx")) / EMU or 1, int(extent.get("cy")) / EMU or 1
        sx, sy = box.w / cx, box.h / cy
        x, y = int(child.get("x")) / EMU, int(child.get("y")) / EMU
        inner = Frame(box.x - x * sx, box.y - y * sy, sx, sy)
        return "".join(self._shape(one, layer, inner) for one in xml)

    def _sp(self, xml: Xml, layer: int, frame: Frame) -> str:
        kind = self.placeholder(xml)
        if kind is not None and layer:
            return ""  # only what is filled in shows
        origins = [xml, *(self.inherited(kind) if kind is not None else [])]
        box = next((_place(find(one, "p:spPr/a:xfrm")) for one in origins
                    if find(one, "p:spPr/a:xfrm") is not None), None)  # fmt: skip
        if box is None:
            return ""
        box = box.within(frame)
        drawn = figures.outline(find(xml, "p:spPr"), box, self.colours)
        if find(xml, "p:txBody") is None:
            return drawn
        return drawn + texts.body(origins, kind, box, self.roots[2], self.colours)

    def placeholder(self, shape: Xml) -> Xml:
        """What place a shape fills; None for one that fills none."""
        return find(shape, "p:nvSpPr/p:nvPr/p:ph")

    def inherited(self, kind: Xml) -> list[Xml]:
        """The shapes of layout and master that a placeholder inherits from, nearest first."""
        found = []
        wanted, idx = kind.get("type", "obj"), kind.get("idx", "0")
        for layer in (1, 2):
            for shape in find_all(self.roots[layer], "p:cSld/p:spTree/p:sp"):
                other = self.placeholder(shape)
                if other is None:
                    continue
                same = other.get("idx", "0") == idx if layer == 1 else _like(other, wanted)
                if same and (layer == 2 or _like(other, wanted)):
                    found.append(shape)
                    break
        return found

    def _picture(self, xml: Xml, layer: int, frame: Frame) -> str:
        blip, own = find(xml, "p:blipFill/a:blip"), find(xml, "p:spPr/a:xfrm")
        if blip is None or own is None:
            return ""
        data = self.package.image(self.slide.layers[layer], blip.get(EMBED, ""))
        box = _place(own).within(frame)
        place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.w:.1f}" height="{box.h:.1f}"'
        return f'<image {place} preserveAspectRatio="none" href="{data}"/>' if data else ""

    def _graphic(self, xml: Xml) -> str:
        box = _place(find(xml, "p:xfrm"))
        table = find(xml, "a:graphic/a:graphicData/a:tbl")
        if table is not None:
            return texts.table(table, box, self.colours)
        chart = find(xml, "a:graphic/a:graphicData/c:chart")
        if chart is None:
            return ""
        part = self.package.related(self.slide.name, id=chart.get(f"{{{NS['r']}}}id"))
        drawn = figures.bars(self.package.xml(part), box, self.colours)
        about = find(xml, "p:nvGraphicFramePr/p:cNvPr").get("descr", "")
        return f'<g role="img" aria-label="{escape(about)}">{drawn}</g>'


def _like(other: Xml, wanted: str) -> bool:
    titles = ("title", "ctrTitle")
    kind = other.get("type", "obj")
    if wanted in titles or kind in titles:
        return wanted in titles and kind in titles
    footers = ("dt", "ftr", "sldNum")
    return kind == wanted if wanted in footers or kind in footers else True


def _place(xfrm: Xml) -> Place:
    off, ext = find(xfrm, "a:off"), find(xfrm, "a:ext")
    values = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    return Place(*(int(value) / EMU for value in values))
