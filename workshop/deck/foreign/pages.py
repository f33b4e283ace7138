"""A layout as what can be put on it."""

from dataclasses import dataclass

from lxml import etree

from .covers import Area
from .names import p
from .spots import TEXTS, TITLES, Spot

LARGE, HALF = 0.25, 0.12  # of the slide: one body, and each of two
LEVEL = 0.03  # of the slide's height: tops that differ less are the same
EDGE = 0.02  # of the slide: how far a box may stand out


@dataclass(frozen=True)
class Page:
    """A layout, its placeholders, and the slide they stand on (points)."""

    number: int  # of the layout, from 1
    tree: etree._Element
    spots: list[Spot]
    width: float
    height: float

    @property
    def name(self) -> str:
        """What the layout is called."""
        return self.tree.find(p("cSld")).get("name", "")

    @property
    def heading(self) -> Spot | None:
        """Its title, wherever it is."""
        return self.first(*TITLES)

    @property
    def fields(self) -> list[Spot]:
        """Its placeholders for text, wherever they are."""
        return [one for one in self.spots if one.kind in TEXTS and not one.upright]

    @property
    def title(self) -> Spot | None:
        """Its title, where it has one that stands on the slide."""
        found = self.heading
        return found if found is not None and self.inside(found.area) else None

    @property
    def texts(self) -> list[Spot]:
        """The placeholders for text that stand on the slide."""
        return [one for one in self.fields if self.inside(one.area)]

    def bodies(self, share: float) -> list[Spot]:
        """Of these, those that take more than a share of the slide."""
        return [one for one in self.texts if one.area.size > share * self.width * self.height]

    def first(self, *kinds: str) -> Spot | None:
        """Its first placeholder of these kinds."""
        return next((one for one in self.spots if one.kind in kinds and not one.upright), None)

    def inside(self, area: Area) -> bool:
        """Whether a place is on the slide, but for a little."""
        dx, dy = EDGE * self.width, EDGE * self.height
        slide = Area(-dx, -dy, self.width + 2 * dx, self.height + 2 * dy)
        return area.shared(slide) > 0.99 * area.size

    def columns(self) -> tuple[Spot, Spot] | None:
        """Its two columns, where it has just these and they stand side by side."""
        found = sorted(self.bodies(HALF), key=lambda one: one.x)
        if len(found) != 2:
            return None
        left, right = found
        side_by_side = left.x + left.w <= right.x + EDGE * self.width
        level = abs(left.y - right.y) <= LEVEL * self.height
        return (left, right) if side_by_side and level else None
