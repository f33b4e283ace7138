"""One scale and one offset from our 960 × 540 to a place on a foreign slide, for all that we draw.

Boxes, insets, spacing and sizes of text shrink alike, so that what was measured to fit still fits.
"""

from typing import NamedTuple

from lxml import etree

from workshop.deck.drawing import EMU
from workshop.deck.foreign.covers import Area
from workshop.deck.foreign.names import NS, a, p
from workshop.deck.layouts import MARGIN, WIDTH

CONTENT = Area(MARGIN, 6, WIDTH - 2 * MARGIN, 494)  # of our slides, without margins and footers
INSETS = {
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "tcPr": ("marL", "marR", "marT", "marB"),
    "pPr": ("marL", "indent"),
    "ln": ("w",),
    "gridCol": ("w",),
    "tr": ("h",),
    **{f"lvl{n}pPr": ("marL", "indent") for n in range(1, 10)},
}
CLOSER = 1.02  # text shrinks by this more: LibreOffice draws small letters wider for their size
TEXTS = ("rPr", "defRPr", "endParaRPr")
TITLES = ("title", "ctrTitle")


class Fit(NamedTuple):
    """x and y in points are added after the scale; sizes of text are divided by what is wider."""

    scale: float
    x: float
    y: float
    head: float = 1.0  # the divisor for titles
    body: float = 1.0

    def area(self, given) -> Area:  # type: ignore[no-untyped-def]
        """Where a box of ours comes to stand."""
        x, y, w, h = given[:4]
        s = self.scale
        return Area(self.x + x * s, self.y + y * s, w * s, h * s)

    def apply(self, sheet: etree._Element) -> None:
        """Moves everything that stands on a sheet of ours, or in a chart."""
        for shape in sheet.iter(p("sp"), p("grpSp"), p("graphicFrame")):
            if shape.getparent().tag == p("spTree"):
                self._move(shape)
                self._shrink(shape, self.head if _kind(shape) in TITLES else self.body)
        if sheet.tag != p("sld") and sheet.tag != p("sldLayout"):
            self._shrink(sheet, self.body)

    def _move(self, shape: etree._Element) -> None:
        where = "./p:xfrm | ./p:spPr/a:xfrm | ./p:grpSpPr/a:xfrm"
        for xfrm in shape.xpath(where, namespaces=NS):
            off, ext = xfrm.find(a("off")), xfrm.find(a("ext"))
            for value, moved in ((off, (self.x, self.y)), (ext, (0, 0))):
                for name, by in zip(value.keys(), moved, strict=True):
                    value.set(name, str(round(int(value.get(name)) * self.scale + by * EMU)))

    def _shrink(self, tree: etree._Element, wider: float) -> None:
        for one in tree.iter(etree.Element):
            name = etree.QName(one).localname
            for side in INSETS.get(name, ()):
                if one.get(side):
                    one.set(side, str(round(int(one.get(side)) * self.scale)))
            if name in TEXTS and one.get("sz"):
                # Tenths of a point, downwards: what every program shows and nobody rounds up.
                size = int(float(one.get("sz")) * self.scale / wider / CLOSER / 10) * 10
                one.set("sz", str(max(size, 100)))
            elif name == "spcPts":
                one.set("val", str(int(float(one.get("val")) * self.scale)))


def into(area: Area, width: float, height: float, head: float, body: float) -> Fit:
    """Our content in the middle of an area, never larger than on a slide of our own."""
    scale = min(area.w / CONTENT.w, area.h / CONTENT.h, width / WIDTH)
    x = area.x + (area.w - CONTENT.w * scale) / 2 - CONTENT.x * scale
    y = area.y + (area.h - CONTENT.h * scale) / 2 - CONTENT.y * scale
    return Fit(scale, x, y, head, body)


def _kind(shape: etree._Element) -> str:
    ph = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
    return "" if ph is None else ph.get("type", "obj")
