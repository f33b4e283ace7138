"""A place for text on a layout, with the look that text has there."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from workshop.deck.drawing import EMU

from .covers import Area
from .names import a, whole

USUAL_SIZE = 18.0  # points, where nobody says
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}  # the format's, in EMU
TITLES = ("title", "ctrTitle")
TEXTS = ("body", "obj", "subTitle")
FOOTERS = ("dt", "ftr", "sldNum")


@dataclass(frozen=True)
class Spot:
    """A placeholder of a layout, or a text box (`idx` None) that stands in for one. Points."""

    idx: int | None  # 0 is the title's
    kind: str  # the placeholder's type; "obj" is the format's own word for any
    x: float
    y: float
    w: float
    h: float
    size: float  # of its text, at the first level
    font: str
    colour: str  # RRGGBB of its text; "" where it cannot be told
    behind: str  # RRGGBB behind its text; "" over a picture, a gradient, an edge
    filled: bool = False  # behind it is a fill of its own
    bold: bool = False
    capitals: bool = False  # shown in capitals, which are wider
    pitch: float = 1.0  # of its lines, in shares of the font's own; the next two in points
    before: float = 0  # room above a paragraph
    left: float = 0  # where text begins, from the inset
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)  # left, top, right, bottom
    anchor: str = "t"
    moved: bool = False  # its place is not the layout's: a slide has to say it
    upright: bool = False  # text that runs from top to bottom: not for us

    @property
    def area(self) -> Area:
        """Its place."""
        return Area(self.x, self.y, self.w, self.h)


def text_look(levels: list[etree._Element]) -> dict[str, float | bool]:
    """Size, weight and spacing of text, from the styles of its level (the nearest first)."""
    runs = runs_of(levels)
    size = next((found for one in runs if (found := whole(one.get("sz"))) > 0), 0)
    points = size / 100 if size else USUAL_SIZE
    return {
        "size": points,
        "bold": _first(runs, "b", "0") in ("1", "true"),
        "capitals": _first(runs, "cap", "none") == "all",
        "pitch": _spacing(levels, "lnSpc", points) / points or 1.0,
        "before": _spacing(levels, "spcBef", points),
        "left": whole(_first(levels, "marL", "0")) / EMU,
    }


def runs_of(levels: list[etree._Element]) -> list[etree._Element]:
    """The looks of letters in the styles of a level."""
    return [found for one in levels if (found := one.find(a("defRPr"))) is not None]


def body_look(bodies: list[etree._Element]) -> dict[str, object]:
    """Insets and anchor of a text, from its properties (the nearest first)."""
    insets = []
    for side, usual in INSETS.items():
        said = next((value for one in bodies if (value := whole(one.get(side), -1)) >= 0), usual)
        insets.append(said / EMU)
    return {"insets": tuple(insets), "anchor": _first(bodies, "anchor", "t")}


def _first(elements: Iterable[etree._Element], name: str, otherwise: str) -> str:
    return next((value for one in elements if (value := one.get(name))), otherwise)


def _spacing(levels: list[etree._Element], name: str, size: float) -> float:
    """A spacing in points: exact ones as they are, shares of a size as that."""
    for one in levels:
        said = next(iter(one.findall(f"{a(name)}/*")), None)
        if said is not None:
            value = whole(said.get("val"))
            return value / 100 if said.tag == a("spcPts") else value / 100_000 * size
    return 0.0
