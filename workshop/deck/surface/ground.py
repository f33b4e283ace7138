"""Where on a taken-in template our content may stand, and what is behind it there."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from workshop.deck.foreign.chain import Chain, chains
from workshop.deck.foreign.colours import Palette
from workshop.deck.foreign.covers import Area, behind
from workshop.deck.foreign.looks import Looks, face
from workshop.deck.foreign.names import p
from workshop.deck.foreign.package import Package
from workshop.deck.foreign.safe import quiet_place

ENOUGH = 0.7  # of the safe area: a quiet place that is as large is taken instead
PAD = 16  # points of a slide that is 960 wide, around the content, for the panel behind it


@dataclass(frozen=True)
class Ground:
    """What our layouts are built on: a layout of the template without its placeholders."""

    layout: etree._Element
    number: int  # of the layout, from 1
    area: Area
    behind: str  # RRGGBB, "" where it is a picture or more colours than one
    palette: Palette
    fonts: tuple[str, str]  # of titles and of text
    layouts: int  # how many the template has


def ground(blob: bytes, said: dict[str, Any]) -> Ground:
    """The ground in a template's bytes, from what `python -m workshop template` said of it."""
    (chain,) = chains(Package(blob))
    role = base(said["roles"])
    number = int(role["layout"].removesuffix(".xml").rpartition("slideLayout")[2])
    layout = chain.layouts[number - 1]
    looks = Looks(chain, None)
    under = looks.under(layout)
    width, height = said["width"], said["height"]
    area = _on_slide(_safe(said["roles"]), width, height)
    colour = behind(area, under)
    if not colour:
        quiet = quiet_place(under, width, height)
        if quiet and quiet.size >= ENOUGH * area.size:
            area, colour = quiet, behind(quiet, under)
    area = _above(area, role)
    return Ground(layout, number, area, colour, _palette(chain), _fonts(chain), len(chain.layouts))


def base(roles: dict[str, Any]) -> dict[str, Any]:
    """The layout with the least on it that still was made for content."""
    among = [roles[name] for name in ("title_only", "content") if name in roles]
    found = [role for role in among if role["by"] != "fallback"]
    return (found or among or list(roles.values()))[0]


def _safe(roles: dict[str, Any]) -> Area:
    """The boxes of a title and of a body together."""
    role = roles.get("content") or next(iter(roles.values()))
    spots = [role[name] for name in ("title", "body", "second") if role[name]]
    left, top = min(one["x"] for one in spots), min(one["y"] for one in spots)
    right = max(one["x"] + one["w"] for one in spots)
    return Area(left, top, right - left, max(one["y"] + one["h"] for one in spots) - top)


def _above(area: Area, role: dict[str, Any]) -> Area:
    """What of an area is above the footers, where these are at the foot of the slide."""
    feet = [role[name] for name in ("date", "footer", "number") if role[name]]
    tops = [one["y"] for one in feet if one["y"] > area.y + 0.7 * area.h]
    return area._replace(h=min([area.y + area.h, *tops]) - area.y)


def _on_slide(area: Area, width: float, height: float) -> Area:
    x, y = max(area.x, 0), max(area.y, 0)
    return Area(x, y, min(area.x + area.w, width) - x, min(area.y + area.h, height) - y)


def _palette(chain: Chain) -> Palette:
    return Palette(chain.theme, chain.master.find(p("clrMap")))


def _fonts(chain: Chain) -> tuple[str, str]:
    return face(chain.theme, "major"), face(chain.theme, "minor")
