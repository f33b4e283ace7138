"""Which of a template's layouts serves for what, and what has to stand in for the rest."""

from dataclasses import dataclass

from lxml import etree

from workshop.deck.template import LAYOUTS

from .chain import Chain
from .colours import contrast
from .looks import Looks
from .pages import HALF, LARGE, Page
from .safe import LOW, beside, places
from .spots import FOOTERS, TEXTS, TITLES, Spot

ROLES = ("title", "content", "two_columns", "title_only")
TYPES = {
    "title": ("title",),
    "content": ("obj", "tx"),
    "two_columns": ("twoObj", "twoColTx"),
    "title_only": ("titleOnly",),
}
WORTH = {"content": 40, "title": 30, "two_columns": 20, "title_only": 10}
READABLE, LARGE_READABLE = 4.5, 3.0  # contrast: of any text, and of a title's
FEET = {"dt": "date", "ftr": "footer", "sldNum": "number"}
NEEDED = {"title": 1, "content": 1, "two_columns": 2, "title_only": 0}  # bodies
GAP = 0.03  # of the slide's width, between two columns


@dataclass(frozen=True)
class Role:
    """A layout in a role.

    What it lacks is a text box in the master's look (a Spot without idx), named in `missing`.
    """

    layout: str  # its part's name in the rebuilt template
    layout_name: str
    by: str  # "name", "type", "geometry" or "fallback"
    background: str  # RRGGBB, or "" for a picture, a gradient and what cannot be told
    title: Spot
    body: Spot | None = None
    second: Spot | None = None
    date: Spot | None = None  # these three: None where the master has none either
    footer: Spot | None = None
    number: Spot | None = None
    others: tuple[Spot, ...] = ()  # placeholders that are in none of these places
    missing: tuple[str, ...] = ()


def roles(chain: Chain, defaults: etree._Element | None, width: float, height: float):
    """The roles of a chain's layouts: {name: Role}; of our own template its own, else the four.

    Empty where there is no layout at all.
    """
    looks = Looks(chain, defaults)
    pages = [
        Page(n, layout, looks.of(layout), width, height)
        for n, layout in enumerate(chain.layouts, 1)
    ]
    if not pages:
        return {}
    if set(LAYOUTS) <= {page.name for page in pages}:
        return _by_name(pages, looks)
    return {name: _matched(name, pages, looks) or _stood_in(name, pages, looks) for name in ROLES}


def worth(found: dict[str, Role], slide: float) -> float:
    """How well a chain serves on slides of so many square points: more is better.

    Many files begin with a master for the cover alone. Where the roles are as good on another, it
    is the one with the more room and the better to read.
    """
    matched = sum(WORTH.get(name, 10) for name, role in found.items() if role.by != "fallback")
    return matched + sum(_readable(role) + _room(role, slide) for role in found.values())


def _readable(role: Role) -> float:
    score = 0.0
    for spot, needed in ((role.title, LARGE_READABLE), (role.body, READABLE)):
        if spot and spot.colour and spot.behind:
            score += 1 if contrast(spot.colour, spot.behind) >= needed else -3
    return score


def _room(role: Role, slide: float) -> float:
    """Up to 2, for a body that fills the slide."""
    return 2 * role.body.area.size / slide if role.body else 0


def _by_name(pages: list[Page], looks: Looks) -> dict[str, Role]:
    """The roles of our own template, with new colours perhaps, by its layouts' names."""
    named = {page.name: page for page in pages}
    return {
        name: _role(named[name], looks, "name", *_pair(named[name]))
        for name in LAYOUTS
        if named[name].title
    }


def _pair(page: Page) -> tuple[Spot | None, Spot | None]:
    columns = page.columns()
    if columns:
        return columns
    return max(page.texts, key=lambda one: one.area.size, default=None), None


def _matched(name: str, pages: list[Page], looks: Looks) -> Role | None:
    typed = [page for kind in TYPES[name] for page in pages if page.tree.get("type") == kind]
    for by, among in (("type", typed), ("geometry", pages)):
        for page in among:
            if page.title and (bodies := _fits(name, page)) is not None:
                return _role(page, looks, by, *bodies)
    return None


def _fits(name: str, page: Page) -> tuple[Spot | None, Spot | None] | None:
    """The bodies with which a layout serves in a role; None where it does not."""
    large, half = page.bodies(LARGE), page.bodies(HALF)
    if name == "title":
        centred = page.title is not None and page.title.kind == "ctrTitle"
        under = next((one for one in page.texts if one.kind == "subTitle"), None)
        under = under or next(iter(page.texts), None)
        cover = centred or page.tree.get("type") == "title" or (under and under.kind == "subTitle")
        return (under, None) if cover and len(page.texts) < 4 else None
    if name == "content":
        alone = len(large) == len(half) == 1 and large[0].kind != "subTitle"
        return (large[0], None) if alone else None
    if name == "two_columns":
        return page.columns()
    alone = (
        not page.texts and not _holders(page) and page.title.y + page.title.h <= LOW * page.height
    )
    return (None, None) if alone else None


def _holders(page: Page) -> list[Spot]:
    return [one for one in page.spots if one.kind not in (*TITLES, *TEXTS, *FOOTERS)]


def _stood_in(name: str, pages: list[Page], looks: Looks) -> Role:
    """The layout that comes nearest, its placeholders moved, and text boxes for what it lacks."""
    needed = NEEDED[name]

    def distance(page: Page) -> tuple[bool, int, int, int]:
        right = [one for one in page.fields if one.kind != "subTitle" or name == "title"]
        lacking = max(needed - len(right), 0)
        return page.heading is None, lacking, len(page.fields) + len(_holders(page)), page.number

    page = min(pages, key=distance)
    head, room = places(page, looks)
    areas = beside(room, GAP * page.width) if needed == 2 else [room] * needed
    title = page.title
    if head is not None:
        title = looks.placed(page.tree, page.heading, "title", head)
    fields: list[Spot | None] = [*page.fields[:needed], None, None]
    bodies = [
        looks.placed(page.tree, field, "body", area)
        for field, area in zip(fields, areas, strict=False)
    ]
    return _role(page, looks, "fallback", *(*bodies, None, None)[:2], title=title)


def _role(
    page: Page,
    looks: Looks,
    by: str,
    body: Spot | None,
    second: Spot | None,
    title: Spot | None = None,
) -> Role:
    title = title or page.title
    feet = {kind: page.first(kind) or _foot(kind, page, looks) for kind in FOOTERS}
    given = {"title": title, "body": body, "second": second}
    used = {spot.idx for spot in (*given.values(), *feet.values()) if spot}
    lacking = [name for name, spot in given.items() if spot and spot.idx is None]
    lacking += [FEET[kind] for kind, spot in feet.items() if spot is None or spot.idx is None]
    return Role(
        layout=f"ppt/slideLayouts/slideLayout{page.number}.xml",
        layout_name=page.name,
        by=by,
        background=looks.background(page.tree),
        title=title,
        body=body,
        second=second,
        date=feet["dt"],
        footer=feet["ftr"],
        number=feet["sldNum"],
        others=tuple(one for one in page.spots if one.idx not in used),
        missing=tuple(lacking),
    )


def _foot(kind: str, page: Page, looks: Looks) -> Spot | None:
    """A text box where the master has its footer, for a layout that has none."""
    area = looks.home(kind)
    if area is None or not page.inside(area):
        return None
    return looks.placed(page.tree, None, kind, area)
