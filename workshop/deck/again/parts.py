"""A deck as parts that lead to one another, taken in as far as an allow-list reaches."""

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from workshop.deck.foreign import images
from workshop.deck.foreign.names import RELS, p
from workshop.deck.foreign.package import Package
from workshop.rules import Refused

from . import books
from .clean import cleaned
from .kinds import KINDS, kind_of

SCHEMES = ("http", "https", "mailto")
LONGEST_LINK = 2_000
ROOTS = {  # what each must be
    "officeDocument": "presentation",
    "slideMaster": "sldMaster",
    "slideLayout": "sldLayout",
    "slide": "sld",
    "notesMaster": "notesMaster",
    "notesSlide": "notes",
}


@dataclass(eq=False)
class Part:
    """A part: a tree or bytes, and what it leads to."""

    kind: str
    tree: etree._Element | None = None
    blob: bytes = b""
    ending: str = ""  # of an image
    links: dict[str, "Link"] = field(default_factory=dict)

    def of(self, kind: str) -> list["Part"]:
        """The parts of a kind that it leads to."""
        return [link.to for link in self.links.values() if link.kind == kind and link.to]

    def link(self, kind: str, to: "Part") -> str:
        """Lead to a part; returns the relationship's id."""
        id = next(id for n in range(1, 100_000) if (id := f"rId{n}") not in self.links)
        self.links[id] = Link(kind, to)
        return id


@dataclass(eq=False)
class Link:
    """Where a part leads: to another, or to an address outside."""

    kind: str
    to: Part | None = None
    address: str = ""


class Reader:
    """Takes a deck in, part by part, as far as the allow-list reaches."""

    def __init__(self, blob: bytes) -> None:
        """Raises Refused("template_…") for what cannot be taken in."""
        self.removed: Counter[str] = Counter()
        self._package = Package(blob)
        self._parts: dict[str, Part] = {}
        self.root = Part("")
        self._follow(self.root, "")

    @property
    def names(self) -> set[str]:
        """The names of the parts that were taken in, in small letters."""
        return set(self._parts)

    def _follow(self, part: Part, name: str) -> None:
        """Without recursion: a chain of slides may be as long as it likes."""
        waiting = [(part, name)]
        while waiting:
            part, name = waiting.pop()
            for id, kind, target, outside in self._links(name):
                if kind not in KINDS[part.kind].leads_to:
                    continue
                if kind == "hyperlink":
                    if outside and _harmless(target):
                        part.links[id] = Link(kind, None, target)
                elif not outside and target.lower() in self._package.names:
                    to = self._parts.get(target.lower())
                    if to is None and self._is_second(kind):
                        continue
                    if to is None:
                        to = self._parts[target.lower()] = Part(kind)
                        waiting.append((to, target))
                    if to.kind == kind:
                        part.links[id] = Link(kind, to)
            self._load(part, name)

    def _is_second(self, kind: str) -> bool:
        """Of what a package has one at most."""
        only = "{n}" not in KINDS[kind].name
        return only and any(part.kind == kind for part in self._parts.values())

    def _links(self, name: str) -> list[tuple[str, str, str, bool]]:
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path.lower() not in self._package.names:
            return []
        found = []
        for one in self._package.xml(path).iter(f"{{{RELS}}}Relationship"):
            outside = one.get("TargetMode", "Internal") != "Internal"
            target = one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            found.append((one.get("Id", ""), kind_of(one.get("Type", "")), target, outside))
        return found

    def _load(self, part: Part, name: str) -> None:
        if not part.kind:
            return
        if part.kind == "image":
            part.blob = self._package.read(name)
            part.ending = images.kind(part.blob)
        elif part.kind == "package":
            part.blob = self._package.read(name)
        else:
            part.tree = self._package.xml(name)
            if part.kind in ROOTS and part.tree.tag != p(ROOTS[part.kind]):
                raise Refused("template_damaged")

    def taken(self) -> Part:
        """The root of the deck, clean."""
        root = self.known()
        for part in self._parts.values():
            if part.tree is not None and part.kind != "custom-properties":
                part.tree = cleaned(part.tree, part.links.__contains__, self.removed)
        return root

    def known(self) -> Part:
        """The same with its trees as they are: for a deck of our own making."""
        for part in self._parts.values():
            if part.kind == "image" and part.ending in ("", "metafile"):
                self.removed["metafiles" if part.ending else "images"] += 1
                part.ending = ""
            if part.kind == "package":
                part.blob = books.cleaned(part.blob)
        for part in [self.root, *self._parts.values()]:
            part.links = {id: link for id, link in part.links.items() if _kept(link)}
        return self.root


def _kept(link: Link) -> bool:
    if link.kind == "image":
        return bool(link.to and link.to.ending)
    return bool(link.to.blob) if link.to and link.kind == "package" else True


def _harmless(address: str) -> bool:
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return False
    plain = address.isprintable() and len(address) <= LONGEST_LINK
    return plain and scheme in SCHEMES


def main(root: Part) -> Part:
    """The presentation's own part. Raises Refused where there is none."""
    found = root.of("officeDocument")
    if not found:
        raise Refused("template_type")
    if found[0].tree.find(p("sldMasterIdLst")) is None:
        raise Refused("template_damaged")
    return found[0]
