"""Which of a template's colours text and panels take, and the hats' own, which stay.

The hats' are the only colours that are written as numbers: no theme of somebody else's has them.
"""

from typing import NamedTuple

from lxml import etree

from workshop.deck.foreign.colours import Palette, contrast
from workshop.deck.foreign.names import A, a, p
from workshop.deck.template import THEME

READABLE = 4.5  # contrast, WCAG 2.2, 1.4.3
DARK = 3.0  # contrast to black: below it a black hat needs an edge
INKS = ("tx1", "bg1", "tx2", "bg2")
# PowerPoint otherwise gives links the theme's colour for them, whatever the text says.
AHYP = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
AS_TEXT = (
    f'<a:extLst xmlns:a="{A}"><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
    f'<ahyp:hlinkClr xmlns:ahyp="{AHYP}" val="tx"/></a:ext></a:extLst>'
)
PANEL = ("10", "")  # the title and the prompt on a hat's panel, by idx


class Hues(NamedTuple):
    """Names of the template's colours: of text, of secondary text, of panels."""

    ink: str
    grey: str
    paper: str
    plain: bool  # a panel of the paper's colour goes behind everything
    dark: bool
    links: bool  # the template's colour of links can be read here
    known: dict[str, str]  # names of colours by their RRGGBB

    def apply(self, sheet: etree._Element, hat: str = "") -> None:
        """Gives a sheet or a chart these colours; `hat`: the hat on whose panel its title is."""
        for one in list(sheet.iter(a("schemeClr"))):
            self._one(one, _shape(one), hat)

    def link(self, slide: etree._Element) -> None:
        """Gives links the colour of the text where their own cannot be read."""
        if self.links:
            return
        for one in slide.iter(a("hlinkClick")):
            fill = etree.Element(a("solidFill"))
            etree.SubElement(fill, a("schemeClr"), val=self.ink)
            one.addprevious(fill)
            one.append(etree.fromstring(AS_TEXT))

    def _one(self, one: etree._Element, shape: etree._Element | None, hat: str) -> None:
        name = one.get("val")
        on_panel = bool(hat) and _idx(shape) in PANEL
        if name in THEME and _name(shape).startswith("card ") and not _in_line(one):
            one.set("val", self.paper)
        elif name in THEME:
            if self.dark and name == "dk1" and _in_line(one):
                name = "lt1"
            _number(one, name)
        elif on_panel:
            _number(one, {"tx1": "dk1", "tx2": "dk2"}.get(name, name))
        else:
            one.set("val", {"tx1": self.ink, "tx2": self.grey}.get(name, name))


def of(palette: Palette, behind: str) -> Hues:
    """The colours for content that stands on `behind` (RRGGBB; "" where it cannot be told)."""
    known = {name: named(palette, name) for name in (*INKS, "hlink")}

    def readable(names: tuple[str, ...], on: str) -> str:
        found = (n for n in names if on and known[n] and contrast(known[n], on) >= READABLE)
        return next(found, "")

    ink = readable(INKS, behind)
    plain = not ink
    if plain:
        ink, behind = "tx1", known["bg1"]
    paper = _nearest(known, ink, behind)
    grey = readable(("tx2",), behind) if readable(("tx2",), known[paper]) else ""
    legible = bool(readable(("hlink",), behind) and readable(("hlink",), known[paper]))
    dark = bool(behind) and contrast(behind, "000000") < DARK
    return Hues(ink, grey or ink, paper, plain, dark, legible, {known[n]: n for n in INKS})


def _nearest(known: dict[str, str], ink: str, behind: str) -> str:
    """Of the colours on which the ink can be read, the one most like what is behind."""
    fit = [n for n in INKS if n != ink and known[n] and contrast(known[n], known[ink]) >= READABLE]
    return min(fit, key=lambda n: contrast(known[n], behind), default="bg1")


def named(palette: Palette, name: str) -> str:
    """A colour of the template's as RRGGBB."""
    holder = etree.Element(a("solidFill"))
    etree.SubElement(holder, a("schemeClr"), val=name)
    return palette.of(holder)


def _number(one: etree._Element, name: str) -> None:
    if name in THEME:
        one.tag = a("srgbClr")
        one.set("val", THEME[name])


def _shape(one: etree._Element) -> etree._Element | None:
    return next(one.iterancestors(p("sp")), None)


def _name(shape: etree._Element | None) -> str:
    return "" if shape is None else shape.find(f"{p('nvSpPr')}/{p('cNvPr')}").get("name", "")


def _idx(shape: etree._Element | None) -> str | None:
    ph = None if shape is None else shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
    if ph is None or ph.get("type") not in ("title", "body"):
        return None
    return ph.get("idx", "")


def _in_line(one: etree._Element) -> bool:
    return next(one.iterancestors(a("ln")), None) is not None
