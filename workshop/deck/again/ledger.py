"""Which notes went out on which page: a property of the document, so that a slide that somebody
deleted is known to have been there.

In pieces of 255 letters, the most that PowerPoint's own window shows of a property.
"""

import re
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from .marks import KEY, PRINT

NAME = "hattupaja"
PARTS = "hattupaja parts"  # those of the deck that were chosen
TEMPLATE = "hattupaja template"  # fingerprints of the one that it is drawn on, if not our own
TAKEN_OFF = "taken-0"  # no page: notes that somebody took off a page, and that were withdrawn
PIECE = 255
CP = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PAGE = re.compile(rf"({KEY})=((?:{PRINT})*);")
MOST = 2_000  # pieces that are read: a workshop of 5,000 notes takes 120

Pages = dict[str, tuple[str, ...]]  # key: the fingerprints of the notes' ids


@dataclass
class Ledger:
    """What is known of an export: its pages, the parts that were chosen, its template, and the
    properties of the document that are not ours (name, text)."""

    pages: Pages = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    template: tuple[str, ...] = ()
    others: list[tuple[str, str]] = field(default_factory=list)


def written(known: Ledger) -> str:
    """docProps/custom.xml with all of it, what is not ours first."""
    text = "".join(f"{key}={''.join(notes)};" for key, notes in known.pages.items())
    rows = [*known.others, (PARTS, ",".join(known.chosen))]
    rows += [(TEMPLATE, ",".join(known.template))] if known.template else []
    rows += [(f"{NAME} {n // PIECE + 1}", text[n : n + PIECE]) for n in range(0, len(text), PIECE)]
    inside = "".join(
        f'<property fmtid="{FMTID}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(rows, 2)
    )
    return f'<Properties xmlns="{CP}" xmlns:vt="{VT}">{inside}</Properties>'


def read(tree: etree._Element) -> Ledger:
    """What a docProps/custom.xml says of it."""
    pieces, known = {}, Ledger()
    for one in tree.iter(f"{{{CP}}}property"):
        name, value = one.get("name", ""), "".join(one.itertext())
        if own := re.fullmatch(rf"{NAME} (\d{{1,4}})", name):
            pieces[int(own[1])] = value
        elif name == PARTS:
            known.chosen = tuple(value.split(","))
        elif name == TEMPLATE:
            known.template = tuple(value.split(","))
        elif name and one.find(f"{{{VT}}}lpwstr") is not None:
            known.others.append((name, value))
    text = "".join(pieces[n] for n in sorted(pieces)[:MOST])
    known.pages = {key: tuple(re.findall(PRINT, notes)) for key, notes in PAGE.findall(text)}
    return known
