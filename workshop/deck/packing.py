"""A presentation as the bytes of its file: each part compressed once, all entries of one date."""

import io
import zipfile
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.serialized import _ContentTypesItem

from .template import FIXED, HEAD

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
LEVEL = 4  # of compression: a tenth larger than the usual 6, in half the time


def packed(package: Any) -> bytes:
    """The package's bytes; the same parts give the same bytes."""
    parts = list(package.iter_parts())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as file:

        def put(name: str, content: bytes | str) -> None:
            entry = zipfile.ZipInfo(name, FIXED)
            file.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=LEVEL)

        put("[Content_Types].xml", serialize_part_xml(_ContentTypesItem.xml_for(parts)))
        put("_rels/.rels", _rels(package._rels))
        for part in parts:
            put(part.partname.membername, part.blob)
            if rels := _rels(part.rels):
                put(part.partname.rels_uri.membername, rels)
    return out.getvalue()


def _rels(rels: Any) -> str:
    """Relationships as text, which takes a tenth of the time that a tree of them takes."""
    listed = "".join(
        f'<Relationship Id="{rel.rId}" Type="{rel.reltype}" Target={quoteattr(rel.target_ref)}'
        + (' TargetMode="External"/>' if rel.is_external else "/>")
        for rel in rels.values()
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{listed}</Relationships>' if listed else ""
