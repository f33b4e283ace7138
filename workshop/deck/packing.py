"""A presentation as the bytes of its file: each part compressed once, all entries of one date."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, NamedTuple

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.serialized import _ContentTypesItem

from .template import FIXED, HEAD

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
LEVEL = 4  # of compression: a tenth larger than the usual 6, in half the time


class Rels:
    """What a part leads to, as text: a tree of it takes ten times as long."""

    def __init__(self, first: int = 1) -> None:
        self.next, self.lines = first, ""

    def to(self, kind: str, target: str) -> str:
        """The id of a new relationship of this kind; `target` is relative to the part."""
        id = f"rId{self.next}"
        self.next += 1
        self.add(id, kind, target)
        return id

    def add(self, id: str, kind: str, target: str, more: str = "") -> None:
        """A relationship with an id of its own."""
        self.lines += f'<Relationship Id="{id}" Type="{kind}" Target="{escape(target)}"{more}/>'

    def __str__(self) -> str:
        return f'{HEAD}<Relationships xmlns="{RELS}">{self.lines}</Relationships>'


class Sheet(NamedTuple):
    """A part that python-pptx need not know: a slide, its notes, a chart, its workbook."""

    name: str  # as ppt/slides/slide1.xml
    blob: bytes
    rels: Rels | None = None


def packed(
    package: Any, links: Mapping[str, Rels], kinds: Mapping[str, str], sheets: Iterable[Sheet]
) -> bytes:
    """The bytes of the package with those sheets; the same parts give the same bytes.

    `links` lead to them: further relationships of parts of the package, by name. `kinds`: the
    content type of each sheet, by name. Sheets are taken one by one, so they need not all be in
    memory at once.
    """
    parts = list(package.iter_parts())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as file:

        def put(name: str, content: bytes | str, rels: Rels | None) -> None:
            entries = {name: content}
            if rels and rels.lines:
                folder, _, base = name.rpartition("/")
                entries[f"{folder}/_rels/{base}.rels"] = str(rels)
            for entry, data in entries.items():
                own = zipfile.ZipInfo(entry, FIXED)
                file.writestr(own, data, zipfile.ZIP_DEFLATED, compresslevel=LEVEL)

        put("[Content_Types].xml", _content_types(parts, kinds), None)
        put("_rels/.rels", str(_rels(package._rels)), None)
        for part in parts:
            name = part.partname.membername
            put(name, part.blob, _rels(part.rels, links.get(name)))
        for sheet in sheets:
            put(*sheet)
    return out.getvalue()


def _content_types(parts: list[Any], kinds: Mapping[str, str]) -> str:
    known = serialize_part_xml(_ContentTypesItem.xml_for(parts)).decode()
    more = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return known.replace("</Types>", f"{more}</Types>")


def _rels(given: Any, more: Rels | None = None) -> Rels:
    found = Rels()
    for rel in given.values():
        away = ' TargetMode="External"' if rel.is_external else ""
        found.add(rel.rId, rel.reltype, rel.target_ref, away)
    found.lines += more.lines if more else ""
    return found
