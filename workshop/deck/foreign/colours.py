"""A template's colours as numbers, as far as they can be told without drawing."""

import colorsys
import re

from lxml import etree

from .names import a, p, whole

HEX = re.compile("[0-9A-Fa-f]{6}")
NAMED = {"black": "000000", "white": "FFFFFF"}
NEAR = 48  # of 255: a gradient whose stops differ less than this reads as one colour
FILLS = tuple(a(f"{kind}Fill") for kind in ("no", "solid", "grad", "blip", "patt", "grp"))


class Palette:
    """The theme's colours behind the names that a master or a layout gives them."""

    def __init__(self, theme: etree._Element | None, *maps: etree._Element | None) -> None:
        """`maps`: the master's colour map, and a layout's own above it."""
        scheme = next(theme.iter(a("clrScheme")), ()) if theme is not None else ()
        self._scheme = {etree.QName(one).localname: self.of(one) for one in scheme}
        self._map = {key: value for one in maps if one is not None for key, value in one.items()}

    def of(self, holder: etree._Element | None, inherited: str = "") -> str:
        """The colour in an element such as a:solidFill as RRGGBB; "" where it cannot be told.

        `inherited` is what the theme's own lists call phClr.
        """
        for one in holder if holder is not None else ():
            base = self._base(one, inherited)
            return _changed(base, one) if base else ""
        return ""

    def _base(self, one: etree._Element, inherited: str) -> str:
        kind, value = etree.QName(one).localname, one.get("val", "")
        if kind == "schemeClr":
            name = self._map.get(value, value)
            return inherited if value == "phClr" else self._scheme.get(name, "")
        if kind == "sysClr":
            value = one.get("lastClr", "")
        elif kind == "prstClr":
            value = NAMED.get(value, "")
        elif kind != "srgbClr":
            return ""
        return value.upper() if HEX.fullmatch(value) else ""

    def fill(self, holder: etree._Element | None, inherited: str = "") -> str | None:
        """What fills a shape or a background: RRGGBB, "" for what is no one colour, None: nothing.

        A gradient of nearly one colour is the middle of it.
        """
        for one in holder if holder is not None else ():
            if one.tag not in FILLS:
                continue
            if one.tag == a("noFill"):
                return None
            if one.tag == a("solidFill"):
                return self.of(one, inherited)
            if one.tag == a("gradFill"):
                return _middle([self.of(stop, inherited) for stop in one.iter(a("gs"))])
            return ""
        return None

    def background(self, sheet: etree._Element, theme: etree._Element | None) -> str | None:
        """What fills a master's or a layout's background; None where it has none of its own."""
        given = sheet.find(f"{p('cSld')}/{p('bg')}")
        if given is None:
            return None
        reference = given.find(p("bgRef"))
        if reference is None:
            return self.fill(given.find(p("bgPr")))
        fills = next(theme.iter(a("bgFillStyleLst")), ()) if theme is not None else ()
        at = whole(reference.get("idx")) - 1001
        if not 0 <= at < len(fills):
            return None
        holder = etree.Element("holder")
        holder.append(_copied(fills[at]))
        return self.fill(holder, self.of(reference))


def contrast(one: str, other: str) -> float:
    """How far two colours (RRGGBB) stand apart, 1 to 21, as the accessibility guidelines count."""
    low, high = sorted(map(_light, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = (part / 255 for part in bytes.fromhex(colour))
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _copied(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element))


def _middle(stops: list[str]) -> str:
    if not stops or "" in stops:
        return ""
    channels = list(zip(*(bytes.fromhex(stop) for stop in stops), strict=True))
    if any(max(one) - min(one) > NEAR for one in channels):
        return ""
    return "".join(f"{round(sum(one) / len(one)):02X}" for one in channels)


def _changed(colour: str, one: etree._Element) -> str:
    """A colour after its lumMod, tint and the like; "" where it is mostly transparent."""
    r, g, b = (part / 255 for part in bytes.fromhex(colour))
    for change in one:
        kind, value = etree.QName(change).localname, _share(change.get("val", ""))
        if kind == "alpha" and value < 0.5:
            return ""
        if kind == "shade":
            r, g, b = r * value, g * value, b * value
        elif kind == "tint":
            r, g, b = (1 - (1 - part) * value for part in (r, g, b))
        elif kind in ("lumMod", "lumOff", "satMod"):
            h, light, s = colorsys.rgb_to_hls(r, g, b)
            light = light * value if kind == "lumMod" else light + value * (kind == "lumOff")
            s = s * value if kind == "satMod" else s
            r, g, b = colorsys.hls_to_rgb(h, min(light, 1), min(s, 1))
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in (r, g, b))


def _share(text: str) -> float:
    """A share in thousandths of a percent, as the format writes it."""
    return int(text) / 100_000 if re.fullmatch(r"-?[0-9]{1,7}", text) else 1.0
