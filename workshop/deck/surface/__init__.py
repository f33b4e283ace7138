"""What a deck is drawn on: our own template as it is, or our layouts within somebody else's."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from workshop.deck import layouts as at
from workshop.deck.foreign import child
from workshop.deck.foreign.names import a, p
from workshop.deck.metrics import ellipsised
from workshop.deck.slide import Slide
from workshop.deck.template import FILE, LAYOUTS
from workshop.records import Row

from . import hues as colours
from .cover import cover_xml, inks
from .fitting import CLOSER, Fit, into
from .fonts import is_known, wider
from .ground import base, ground
from .head import Head, head
from .hues import Hues
from .transplant import FEET, HEADS, LARGEST_FOOTER, transplanted, unreadable

__all__ = ["Surface", "fingerprint", "of", "ours", "read"]


LEGIBLE = 11  # points on a slide as tall as ours, or a lower one: less is not read from afar
LARGEST = 24  # points on our slides: larger than that there is no room for words


@dataclass(frozen=True)
class Surface:
    """A presentation without slides, and how slides of ours come to stand on it."""

    blob: bytes
    fit: Fit | None = None  # None: our own places are right
    hues: Hues | None = None
    head: Head | None = None
    roles: dict[str, Any] | None = None
    fonts: tuple[str, ...] = ()  # of titles and of text
    legible: float = LEGIBLE  # points of the smallest text that is to be read from afar
    height: float = at.HEIGHT  # of its slides, in points
    origin: tuple[str, ...] = ()  # fingerprints of somebody else's: of its file, and rebuilt

    def layouts(self, given) -> dict[str, Any]:  # type: ignore[no-untyped-def]
        """Of the presentation's layouts those for our kinds of slides, by name."""
        if self.fit is None:
            named = {layout.name: layout for layout in given}
            return {name: named[name] for name in LAYOUTS}
        found = dict(zip(LAYOUTS, list(given)[-len(LAYOUTS) :], strict=True))
        if cover := self._cover():
            file = f"/{cover['layout']}"
            found["title"] = next(one for one in given if str(one.part.partname) == file)
        return found

    def footer(self, text: str) -> str:
        """As much of a footer as there is room for."""
        spot = self._feet().get("footer")
        if self.fit is None or not spot:
            return ellipsised(text, at.FOOTER.w, at.FOOTER.size)
        return _one_line(text, spot)

    def slide(self, slide: Slide, xml: str, lang: str) -> str:
        """A slide of ours as it stands here."""
        if self.fit is None or self.hues is None:
            return xml
        tree = etree.fromstring(xml)
        cover = self._cover() if slide.layout == "title" else None
        if cover:
            feet = _feet_of(tree, cover)
            return cover_xml(slide, cover, self.hues, lang, feet)
        on_panel = slide.layout in HEADS
        if self.head:
            self.head.place(tree, self.fit, on_panel, slide.layout)
        self.fit.apply(tree)
        self.hues.apply(tree, slide.layout.partition(" ")[0] if on_panel else "")
        self.hues.link(tree)
        _to_the_left(tree)
        return etree.tostring(tree, encoding="unicode")

    def chart(self, xml: str) -> str:
        """A chart of ours as it looks here."""
        if self.fit is None or self.hues is None:
            return xml
        tree = etree.fromstring(xml)
        self.fit.apply(tree)
        self.hues.apply(tree)
        return etree.tostring(tree, encoding="unicode")

    @property
    def least(self) -> float:
        """Points on our own slides below which text would be too small here; 0: none is."""
        if self.fit is None:
            return 0
        wanted = (self.legible + 0.1) * self.fit.body * CLOSER  # sizes end in whole tenths
        return min(wanted / self.fit.scale, LARGEST)

    def told(self) -> list[Row]:
        """What is drawn otherwise than on our own, whatever the deck says; see trial.misfits."""
        if self.fit is None or self.hues is None or self.roles is None:
            return []
        found: list[Row] = []
        cover = self._cover()
        found.append({"code": "cover_hats" if cover else "own_cover"})
        if (under := base(self.roles))["by"] == "fallback":
            found.append({"code": "layout", "layout": under["layout_name"]})
        if places := [name for name, spot in self._feet().items() if not spot]:
            found.append({"code": "places", "what": places})
        if unsure := [name for name, spot in self._feet().items() if spot and not spot["behind"]]:
            found.append({"code": "unsure", "what": unsure})
        if self.hues.plain:
            found.append({"code": "panel"})
        if colours := self._replaced(cover):
            found.append({"code": "colours", "what": colours})
        theirs = [cover[name]["font"] for name in ("title", "body")] if cover else []
        fonts = dict.fromkeys(font for font in (*theirs, *self.fonts) if not is_known(font))
        return [*found, *({"code": "font", "font": font} for font in fonts)]

    def _replaced(self, cover: Row | None) -> list[str]:
        """Whose colours of theirs could not be read, so that another took their place."""
        hues, body = self.hues, (self.roles or {}).get("content", {}).get("body")
        assert hues is not None
        whose = {
            "cover": cover and inks(cover, hues),
            "text": body and not hues.plain and unreadable(body),
            "links": not hues.links,
            "feet": any(spot and unreadable(spot) for spot in self._feet().values()),
        }
        return [name for name, replaced in whose.items() if replaced]

    def _cover(self) -> dict[str, Any] | None:
        """Their title layout; None where they have none, or one without a place for a question."""
        role = (self.roles or {}).get("title")
        return role if role and role["by"] != "fallback" and role["body"] else None

    def _feet(self) -> dict[str, Any]:
        return feet(self.roles) if self.roles else {}


def ours() -> Surface:
    """Our own template."""
    return Surface(FILE.read_bytes())


def read(path: Path) -> Surface:
    """A template in a file. Raises Refused("template_…")."""
    given = path.read_bytes()
    blob, said = child.take(given)
    return replace(of(blob, said), origin=(fingerprint(given), fingerprint(blob)))


def fingerprint(template: bytes) -> str:
    """What a deck remembers of the file of its template: 80 bits of its SHA-256."""
    return hashlib.sha256(template).hexdigest()[:20]


def of(blob: bytes, said: dict[str, Any]) -> Surface:
    """A template that was taken in (foreign.child.take): its bytes, and what was said of it."""
    roles = said["roles"]
    if set(LAYOUTS) <= roles.keys() and (said["width"], said["height"]) == (at.WIDTH, at.HEIGHT):
        return Surface(blob)
    place = ground(blob, said)
    titles, texts = (wider(font) for font in place.fonts)
    fit = into(place.area, said["width"], said["height"], titles, texts)
    hues = colours.of(place.palette, place.behind)
    above = head(roles, place.area, place.palette)
    legible = LEGIBLE * max(1, said["height"] / at.HEIGHT)
    made = transplanted(blob, place, fit, hues, above, feet(roles))
    return Surface(made, fit, hues, above, roles, place.fonts, legible, said["height"])


def feet(roles: dict[str, Any]) -> dict[str, Any]:
    """Where date, footer and number stand on slides with content."""
    role = roles.get("title_only") or roles.get("content") or next(iter(roles.values()))
    return {name: role[name] for name in FEET.values()}


def _feet_of(slide: etree._Element, role: dict[str, Any]) -> str:
    """A slide's date, footer and number in the placeholders that a layout of theirs has."""
    found = ""
    for shape in slide.iter(p("sp")):
        ph = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
        spot = role.get(FEET.get(ph.get("type"), "")) if ph is not None else None
        if spot and spot["idx"] is not None:
            ph.set("idx", str(spot["idx"]))
            _refit(shape, spot)
            found += etree.tostring(shape, encoding="unicode")
    return found


def _refit(shape: etree._Element, spot: dict[str, Any]) -> None:
    """A footer in another place than the one for which it was cut."""
    for run in shape.iter(a("rPr")):
        run.set("sz", str(round(min(spot["size"], LARGEST_FOOTER) * 100)))
    for text in shape.iter(a("t")):
        text.text = _one_line(text.text or "", spot)


def _one_line(text: str, spot: dict[str, Any]) -> str:
    room = spot["w"] - spot["insets"][0] - spot["insets"][2] - spot["left"]
    size = min(spot["size"], LARGEST_FOOTER) * wider(spot["font"])
    return ellipsised(text, room, size, spot["bold"])


def _to_the_left(slide: etree._Element) -> None:
    """Says so of each title: LibreOffice takes a title's side from the master, not the layout."""
    for ph in slide.iter(p("ph")):
        if ph.get("type") == "title":
            text = ph.getparent().getparent().getparent().find(p("txBody"))
            text.find(a("bodyPr")).set("anchorCtr", "0")
            for one in text.iter(a("p")):
                if one.find(a("pPr")) is None:
                    one.insert(0, etree.Element(a("pPr"), algn="l"))
