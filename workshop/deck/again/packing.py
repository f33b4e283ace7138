"""Writes a deck's parts as a package: every name, relationship and content type is ours.

What nothing leads to is not written, so that no text of a slide that is gone travels along.
"""

import io
import posixpath
import zipfile
from collections import Counter

from lxml import etree

from workshop.deck.foreign.names import RELS, TYPES
from workshop.deck.template import FIXED, HEAD

from .kinds import KINDS, relationship
from .parts import Part


def written(root: Part) -> bytes:
    """The package's bytes, the same for the same parts."""
    names = _names(root)
    types = {f"/{name}": _type(part) for part, name in names.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:

        def put(name: str, blob: bytes) -> None:
            package.writestr(zipfile.ZipInfo(name, FIXED), blob, zipfile.ZIP_DEFLATED)

        put("[Content_Types].xml", _content_types(types))
        put("_rels/.rels", _rels(root, "", names))
        for part, name in names.items():
            put(name, part.blob if part.tree is None else _text(part.tree))
            if part.links:
                folder, base = posixpath.split(name)
                put(f"{folder}/_rels/{base}.rels", _rels(part, folder, names))
    return out.getvalue()


def _names(root: Part) -> dict[Part, str]:
    """A name for each part that something leads to, in the order in which they are met."""
    names: dict[Part, str] = {}
    counts: Counter[str] = Counter()
    waiting = [root]
    while waiting:
        part = waiting.pop(0)
        for link in part.links.values():
            if link.to is not None and link.to not in names:
                counts[link.kind] += 1
                name = KINDS[link.kind].name
                names[link.to] = name.format(link.to.ending, n=counts[link.kind])
                waiting.append(link.to)
    return names


def _type(part: Part) -> str:
    return KINDS[part.kind].type.format(part.ending)


def _text(tree: etree._Element) -> bytes:
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["a", "p", "r"])
    return HEAD.encode() + etree.tostring(tree, encoding="unicode").encode()


def _rels(part: Part, folder: str, names: dict[Part, str]) -> bytes:
    made = etree.Element(f"{{{RELS}}}Relationships", nsmap={None: RELS})
    for id, link in part.links.items():
        one = etree.SubElement(made, f"{{{RELS}}}Relationship", Id=id)
        one.set("Type", relationship(link.kind))
        if link.to is None:
            one.set("Target", link.address)
            one.set("TargetMode", "External")
        else:
            one.set("Target", posixpath.relpath(f"/{names[link.to]}", f"/{folder}"))
    return _text(made)


def _content_types(types: dict[str, str]) -> bytes:
    made = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    for ending, type in defaults.items():
        etree.SubElement(made, f"{{{TYPES}}}Default", Extension=ending, ContentType=type)
    for name, type in types.items():
        etree.SubElement(made, f"{{{TYPES}}}Override", PartName=name, ContentType=type)
    return _text(made)
