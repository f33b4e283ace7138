"""Colours as a slide means them: through its master's colour map and its theme."""

from .package import Package, SlideParts, Xml, find

FALLBACK = "#808080"


class Colours:
    """The colours of one slide."""

    def __init__(self, package: Package, slide: SlideParts) -> None:
        theme = package.xml(slide.theme)
        scheme = find(theme, "a:themeElements/a:clrScheme")
        self._theme = {_name(one): _hex(one[0]) for one in scheme}
        mapped = find(package.xml(slide.layers[2]), "p:clrMap")
        self._map = dict(mapped.attrib) if mapped is not None else {}

    def of(self, fill: Xml) -> str:
        """The colour of a solid fill, #rrggbb, or #rrggbbaa where something shines through it;
        "" where there is none."""
        if fill is None or len(fill) == 0:
            return ""
        return self._plain(fill[0]) + _alpha(fill[0])

    def _plain(self, colour: Xml) -> str:
        if _name(colour) == "srgbClr":
            return f"#{colour.get('val')}"
        if _name(colour) == "schemeClr":
            return self.scheme(colour.get("val"))
        return _hex(colour)

    def scheme(self, name: str) -> str:
        """A theme colour by its name, such as bg1 or accent3."""
        return self._theme.get(self._map.get(name, name), FALLBACK)


def _name(xml: Xml) -> str:
    return xml.tag.rsplit("}", 1)[-1]


def _alpha(colour: Xml) -> str:
    said = find(colour, "a:alpha")
    return "" if said is None else f"{round(int(said.get('val')) / 100_000 * 255):02X}"


def _hex(colour: Xml) -> str:
    value = colour.get("lastClr") or colour.get("val", "")
    return f"#{value}" if len(value) == 6 else FALLBACK
