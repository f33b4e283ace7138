"""A slide master with all that hangs on it, read from a package and clean."""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from workshop.rules import Refused

from . import limits, repair
from .clean import cleaned
from .images import Images
from .names import R, a, p
from .package import Package


@dataclass
class Chain:
    """One master, its theme, its layouts in their order, and the images that they show."""

    master: etree._Element
    theme: etree._Element | None
    layouts: list[etree._Element]
    images: Images
    removed: Counter[str]
    parts: set[str] = field(default_factory=set)  # of the package, that are in it


def chains(package: Package):
    """Each master of the package as a Chain, one after the other. Raises Refused."""
    root = package.xml(package.main)
    if root.tag != p("presentation"):
        raise Refused("template_type")
    rels = package.rels(package.main)
    ids = [one.get(f"{{{R}}}id", "") for one in root.iter(p("sldMasterId"))]
    names = [rels[id][1] for id in ids if rels.get(id, ("", ""))[0] == "slideMaster"]
    if not names:
        raise Refused("template_layouts")
    for name in names[: limits.MASTERS]:
        yield _chain(package, name)


def _chain(package: Package, name: str) -> Chain:
    removed: Counter[str] = Counter()
    images = Images(package, removed)
    rels = package.rels(name)
    given = package.xml(name)
    ids = [one.get(f"{{{R}}}id", "") for one in given.iter(p("sldLayoutId"))]
    layouts = [rels[id][1] for id in ids if rels.get(id, ("", ""))[0] == "slideLayout"]
    themes = [target for kind, target in rels.values() if kind == "theme" and target]
    theme = _sheet(package, themes[0], "theme", images, removed) if themes else None
    master = _sheet(package, name, "sldMaster", images, removed)
    sheets = [
        _sheet(package, layout, "sldLayout", images, removed)
        for layout in dict.fromkeys(layouts[: limits.LAYOUTS])
    ]
    parts = {one.lower() for one in (name, *themes[:1], *layouts)} | images.parts
    chain = Chain(master, theme, sheets, images, removed, parts)
    repair.repair(chain.master, chain.layouts)
    return chain


def _sheet(
    package: Package, name: str, root: str, images: Images, removed: Counter[str]
) -> etree._Element:
    """A part, cleaned. Raises Refused where it is not what it should be."""
    given = package.xml(name)
    if given.tag not in (p(root), a(root)):
        raise Refused("template_damaged")
    if root != "theme" and given.find(f"{p('cSld')}/{p('spTree')}") is None:
        raise Refused("template_damaged")
    rels = package.rels(name)
    removed["external_links"] += sum(not target for _, target in rels.values())

    def take(id: str) -> str:
        kind, target = rels.get(id, ("", ""))
        return images.take(target) if kind == "image" else ""

    return cleaned(given, take, removed)
