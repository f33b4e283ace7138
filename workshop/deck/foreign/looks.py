"""Where a template's placeholders stand and how their text looks, with what they inherit."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from .chain import Chain
from .colours import Palette
from .covers import EVERYWHERE, Area, Cover, behind, covers, place
from .names import NS, a, p, whole
from .spots import FOOTERS, TITLES, Spot, body_look, runs_of, text_look

MOST = 60  # placeholders of a layout that are looked at
USUAL_FONT = "Arial"


class Looks:
    """Reads the looks of one chain's placeholders."""

    def __init__(self, chain: Chain, defaults: etree._Element | None) -> None:
        """`defaults`: the presentation's default text style."""
        self._chain, self._defaults = chain, defaults
        self._map = chain.master.find(p("clrMap"))
        self._parents: dict[str, etree._Element] = {}
        for shape, ph in placeholders(chain.master):
            self._parents.setdefault(_parent(ph.get("type", "obj")), shape)
        self._under: dict[etree._Element, list[Cover]] = {}
        self._fonts = {name: _face(chain.theme, name) for name in ("major", "minor")}

    def of(self, layout: etree._Element) -> list[Spot]:
        """The placeholders of a layout that have a place, in its order."""
        palette = self._palette(layout)
        under = self.under(layout)
        found = []
        for shape, ph in itertools.islice(placeholders(layout), MOST):
            spot = self._spot(shape, ph, palette, under)
            if spot is not None:
                found.append(spot)
        return found

    def background(self, layout: etree._Element) -> str:
        """A layout's background as RRGGBB; "" for a picture or what cannot be told."""
        palette = self._palette(layout)
        for sheet in (layout, self._chain.master):
            found = palette.background(sheet, self._chain.theme)
            if found is not None:
                return found
        return "FFFFFF"

    def under(self, layout: etree._Element) -> list[Cover]:
        """What a layout shows behind its text, from the back to the front."""
        if layout not in self._under:
            palette = self._palette(layout)
            sheets = [layout]
            if layout.get("showMasterSp") not in ("0", "false"):
                sheets.insert(0, self._chain.master)
            painted = [one for sheet in sheets for one in covers(sheet, palette)]
            self._under[layout] = [Cover(EVERYWHERE, self.background(layout)), *painted]
        return self._under[layout]

    def placed(self, layout: etree._Element, spot: Spot | None, kind: str, area: Area) -> Spot:
        """A placeholder moved to another place; without one, a text box in the master's look."""
        under = self.under(layout)
        if spot is None:
            parents = [self._parents[kind]] if kind in self._parents else []
            return self._look(None, kind, area, parents, self._palette(layout), under)
        colour = spot.behind if spot.filled else behind(area, under)
        return replace(spot, **area._asdict(), behind=colour, moved=True)

    def home(self, kind: str) -> Area | None:
        """Where the master has its "title", "body", "dt", "ftr" or "sldNum"."""
        shape = self._parents.get(kind)
        return place(shape) if shape is not None else None

    def _palette(self, layout: etree._Element) -> Palette:
        own = layout.find(f"{p('clrMapOvr')}/{a('overrideClrMapping')}")
        return Palette(self._chain.theme, self._map, own)

    def _spot(
        self, shape: etree._Element, ph: etree._Element, palette: Palette, under: list[Cover]
    ) -> Spot | None:
        kind = ph.get("type", "obj")
        shapes = [shape]
        if _parent(kind) in self._parents:
            shapes.append(self._parents[_parent(kind)])
        area = next((found for one in shapes if (found := place(one))), None)
        if area is None:
            return None
        idx = whole(ph.get("idx"))
        return self._look(idx, kind, area, shapes, palette, under, ph.get("orient") == "vert")

    def _look(
        self,
        idx: int | None,
        kind: str,
        area: Area,
        shapes: list[etree._Element],
        palette: Palette,
        under: list[Cover],
        upright: bool = False,
    ) -> Spot:
        levels = list(self._levels(kind, shapes))
        runs = runs_of(levels)
        fills = (found for one in runs if (found := one.find(a("solidFill"))) is not None)
        at = f"{p('txBody')}/{a('bodyPr')}"
        bodies = [found for one in shapes if (found := one.find(at)) is not None]
        own = palette.fill(shapes[0].find(p("spPr"))) if idx is not None else None
        return Spot(
            idx,
            kind,
            *area,
            font=self._font(kind, runs),
            colour=palette.of(next(fills, None)),
            behind=behind(area, under) if own is None else own,
            filled=own is not None,
            upright=upright or any(one.get("vert", "horz") != "horz" for one in bodies),
            **text_look(levels),
            **body_look(bodies),
        )

    def _levels(self, kind: str, shapes: list[etree._Element]) -> Iterator[etree._Element]:
        """The styles of text at the first level, the nearest first."""
        style = {"title": "titleStyle", "body": "bodyStyle"}.get(_parent(kind), "otherStyle")
        lists = [one.find(f"{p('txBody')}/{a('lstStyle')}") for one in shapes]
        lists += [self._chain.master.find(f"{p('txStyles')}/{p(style)}"), self._defaults]
        for one in lists:
            level = one.find(a("lvl1pPr")) if one is not None else None
            if level is not None:
                yield level

    def _font(self, kind: str, runs: list[etree._Element]) -> str:
        faces = (one.find(a("latin")) for one in runs)
        names = (face.get("typeface", "") for face in faces if face is not None)
        name = next(filter(None, names), "+mj" if _parent(kind) == "title" else "+mn")
        if name.startswith("+"):
            return self._fonts["major" if name.startswith("+mj") else "minor"]
        return name


def placeholders(sheet: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The placeholders of a sheet as (shape, its p:ph)."""
    for shape in sheet.findall(f"{p('cSld')}/{p('spTree')}/{p('sp')}"):
        ph = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
        if ph is not None:
            yield shape, ph


def _parent(kind: str) -> str:
    """The kind of the master's placeholder that one of a layout inherits from."""
    if kind in TITLES:
        return "title"
    return kind if kind in FOOTERS else "body"


def _face(theme: etree._Element | None, name: str) -> str:
    """The theme's "major" (titles) or "minor" font."""
    found = theme.find(f".//a:{name}Font/a:latin", NS) if theme is not None else None
    return (found.get("typeface", "") if found is not None else "") or USUAL_FONT
