"""Which notes went out on which page: a property of the document, so that a slide that somebody
deleted is known to have been there.

In pieces of 255 letters, the most that PowerPoint's own window shows of a property.
"""

import re
from html import escape

from lxml import etree

from .marks import KEY, PRINT

NAME = "hattupaja"
PARTS = "hattupaja parts"  # those of the deck that were chosen
TAKEN_OFF = "taken-0"  # no page: notes that somebody took off a page, and that were withdrawn
PIECE = 255
CP = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PAGE = re.compile(rf"({KEY})=((?:{PRINT})*);")
MOST = 2_000  # pieces that are read: a workshop of 5,000 notes takes 120

Pages = dict[str, tuple[str, ...]]  # key: the fingerprints of the notes' ids


def written(
    pages: Pages, chosen: tuple[str, ...], others: list[tuple[str, str]] | None = None
) -> str:
    """docProps/custom.xml with these pages and the parts that were chosen, and other properties
    (name, text) before them."""
    text = "".join(f"{key}={''.join(notes)};" for key, notes in pages.items())
    rows = [*(others or ()), (PARTS, ",".join(chosen))]
    rows += [(f"{NAME} {n // PIECE + 1}", text[n : n + PIECE]) for n in range(0, len(text), PIECE)]
    inside = "".join(
        f'<property fmtid="{FMTID}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(rows, 2)
    )
    return f'<Properties xmlns="{CP}" xmlns:vt="{VT}">{inside}</Properties>'


def read(tree: etree._Element) -> tuple[Pages, tuple[str, ...], list[tuple[str, str]]]:
    """The pages, the parts that were chosen, and the texts of all other properties, of a
    docProps/custom.xml."""
    pieces, others = {}, []
    chosen: tuple[str, ...] = ()
    for one in tree.iter(f"{{{CP}}}property"):
        name, value = one.get("name", ""), "".join(one.itertext())
        if own := re.fullmatch(rf"{NAME} (\d{{1,4}})", name):
            pieces[int(own[1])] = value
        elif name == PARTS:
            chosen = tuple(value.split(","))
        elif name and one.find(f"{{{VT}}}lpwstr") is not None:
            others.append((name, value))
    text = "".join(pieces[n] for n in sorted(pieces)[:MOST])
    pages = {key: tuple(re.findall(PRINT, notes)) for key, notes in PAGE.findall(text)}
    return pages, chosen, others
