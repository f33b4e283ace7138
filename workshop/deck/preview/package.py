"""What a .pptx holds, as far as a preview needs it: slides with their layout, master and theme."""

import base64
import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

EMU = 12_700  # in a point
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
ID = f"{{{NS['r']}}}id"
EMBED = f"{{{NS['r']}}}embed"
IMAGES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}

Xml = Any


def find(xml: Xml, path: str) -> Xml:
    """The first element at a path with the usual prefixes; None where there is none."""
    return None if xml is None else xml.find(path, NS)


def find_all(xml: Xml, path: str) -> list[Xml]:
    """All elements at a path with the usual prefixes."""
    return [] if xml is None else xml.findall(path, NS)


@dataclass(frozen=True)
class SlideParts:
    """A slide and what it inherits from, nearest first."""

    name: str
    layers: tuple[str, str, str]  # names of slide, layout and master
    theme: str


class Package:
    """Reads parts of our own decks, and of those drawn on templates that we rebuilt."""

    def __init__(self, blob: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(blob))
        self._xml: dict[str, Xml] = {}

    def xml(self, name: str) -> Xml:
        """A part's root element."""
        if name not in self._xml:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            self._xml[name] = etree.fromstring(self._zip.read(name), parser)
        return self._xml[name]

    def related(self, name: str, kind: str = "", id: str = "") -> str:
        """The name of a part that `name` refers to, by kind or by id; "" for none."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self._zip.namelist():
            return ""
        for one in self.xml(rels):
            if one.get("Id") == id or (kind and one.get("Type", "").endswith(f"/{kind}")):
                return posixpath.normpath(posixpath.join(folder, one.get("Target"))).lstrip("/")
        return ""

    @cached_property
    def size(self) -> tuple[float, float]:
        """Width and height of the slides, in points."""
        size = find(self.xml("ppt/presentation.xml"), "p:sldSz")
        return int(size.get("cx")) / EMU, int(size.get("cy")) / EMU

    def slides(self) -> list[SlideParts]:
        """All slides in order."""
        main = "ppt/presentation.xml"
        listed = find_all(self.xml(main), "p:sldIdLst/p:sldId")
        return [self._parts(self.related(main, id=one.get(ID))) for one in listed]

    def _parts(self, name: str) -> SlideParts:
        layout = self.related(name, "slideLayout")
        master = self.related(layout, "slideMaster")
        return SlideParts(name, (name, layout, master), self.related(master, "theme"))

    def image(self, name: str, id: str) -> str:
        """A picture as a data: address; "" for kinds that browsers do not draw."""
        target = self.related(name, id=id)
        kind = IMAGES.get(target.rsplit(".", 1)[-1].lower())
        if not kind:
            return ""
        return f"data:{kind};base64,{base64.b64encode(self._zip.read(target)).decode()}"
