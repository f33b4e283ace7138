"""The place for titles that a template has on a ground of its own, such as a coloured band.

Our content stands outside it then; the slide's title goes there, or on a hat's slides, whose title
is on the hat's panel, the question.
"""

from typing import Any, NamedTuple

from lxml import etree

from workshop.deck import layouts as at
from workshop.deck.drawing import EMU
from workshop.deck.foreign.colours import Palette, contrast
from workshop.deck.foreign.covers import Area
from workshop.deck.foreign.names import a, p
from workshop.deck.slide import QUESTION

from .fitting import Fit
from .hues import INKS, READABLE, named

BOXES = {
    "synthesis": at.SYNTHESIS_TITLE,
    "question": at.QUESTION_TITLE,
    "appendix": at.APPENDIX_HEAD,
}
ASKED_MOST = 20  # points of a question in such a place
OUTSIDE = 0.5  # of a title's box, that is not where the content is
SIDES = ("lIns", "tIns", "rIns", "bIns")


class Head(NamedTuple):
    """A place of theirs, and the name of the colour that can be read there."""

    spot: dict[str, Any]
    ink: str

    def place(self, sheet: etree._Element, fit: Fit, on_panel: bool, name: str) -> None:
        """Moves the title or the question of a sheet there, before `fit` is applied to it all."""
        shape = _shape(sheet, on_panel)
        if shape is None or name == "title":
            return
        spot, s = self.spot, fit.scale
        xfrm = shape.find(f"{p('spPr')}/{a('xfrm')}")
        if xfrm is not None:
            x, y = (spot["x"] - fit.x) / s, (spot["y"] - fit.y) / s
            for one, values in zip(xfrm, ((x, y), (spot["w"] / s, spot["h"] / s)), strict=True):
                for key, value in zip(one.keys(), values, strict=True):
                    one.set(key, str(round(value * EMU)))
            body = shape.find(f"{p('txBody')}/{a('bodyPr')}")
            body.set("anchor", spot["anchor"])
            for side, value in zip(SIDES, spot["insets"], strict=True):
                body.set(side, str(round(value / s * EMU)))
        by = self._by(on_panel, name) / s
        for run in shape.iter(a("rPr"), a("defRPr")):
            if run.get("sz"):
                run.set("sz", str(round(int(run.get("sz")) * by)))

    def paint(self, layout: etree._Element, on_panel: bool, name: str) -> None:
        """Gives it its colour, after all others have theirs."""
        shape = _shape(layout, on_panel)
        if shape is not None and name != "title":
            for one in shape.iter(a("schemeClr"), a("srgbClr")):
                one.tag = a("schemeClr")
                one.set("val", self.ink)

    def _by(self, on_panel: bool, name: str) -> float:
        """How much larger than ours the text may be: by the box, up to what they write there."""
        box = at.ASKED if on_panel else BOXES.get(name, at.HEAD)
        left, top, right, bottom = self.spot["insets"]
        most = ASKED_MOST if on_panel else self.spot["size"]
        room, depth = self.spot["w"] - left - right, self.spot["h"] - top - bottom
        return min(room / box.w, depth / box.h, most / box.size)


def head(roles: dict[str, Any], content: Area, palette: Palette) -> Head | None:
    """The place for titles outside our content; None where they have none that can be read."""
    role = roles.get("title_only") or roles.get("content") or {}
    spot = role.get("title")
    if not spot or not spot["behind"] or spot["idx"] is None or spot["upright"]:
        return None
    place = Area(*(spot[key] for key in "xywh"))
    if place.shared(content) > (1 - OUTSIDE) * place.size:
        return None
    known = {name: named(palette, name) for name in INKS}
    fit = [n for n in INKS if known[n] and contrast(known[n], spot["behind"]) >= READABLE]
    fit.sort(key=lambda name: known[name] != spot["colour"])
    return Head(spot, fit[0]) if fit else None


def _shape(sheet: etree._Element, on_panel: bool) -> etree._Element | None:
    wanted = ("body", str(QUESTION)) if on_panel else ("title", None)
    for ph in sheet.iter(p("ph")):
        if (ph.get("type"), ph.get("idx")) == wanted:
            return ph.getparent().getparent().getparent()
    return None
