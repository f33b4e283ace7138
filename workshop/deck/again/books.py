"""The workbook behind a chart: its cells, and nothing that computes, links or runs."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from workshop.deck.foreign import limits
from workshop.deck.foreign.package import parsed
from workshop.deck.template import FIXED, HEAD
from workshop.rules import Refused

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = re.compile(r"xl/worksheets/sheet\d{1,3}\.xml")
CELLS = {f"{{{S}}}{one}" for one in ("row", "c", "v", "is", "t", "r", "sheetData", "worksheet")}
STRINGS = {f"{{{S}}}{one}" for one in ("sst", "si", "t", "r")}
BOOK = limits.MB * 10


def cleaned(blob: bytes) -> bytes:
    """The workbook with the same values in the same cells; b"" where it cannot be read."""
    try:
        return _rebuilt(blob)
    except (Refused, zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError):
        return b""


def texts(blob: bytes) -> list[str]:
    """What a clean workbook says: its cells with text, and the names of its sheets."""
    found = []
    for _, tree in _trees(blob):
        found += ["".join(one.itertext()) for one in tree.iter(f"{{{S}}}si", f"{{{S}}}is")]
        found += [one.get("name", "") for one in tree.iter(f"{{{S}}}sheet")]
    return found


def reworded(blob: bytes, better: Callable[[str], str]) -> bytes:
    """A clean workbook with other words in its cells."""
    parts = {}
    for name, tree in _trees(blob):
        for one in list(tree.iter(f"{{{S}}}si", f"{{{S}}}is")):
            text = "".join(one.itertext())
            if (fresh := better(text)) != text:
                one[:] = []
                etree.SubElement(one, f"{{{S}}}t").text = fresh
        parts[name] = tree
    return _zipped(parts)


def _trees(blob: bytes) -> list[tuple[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(blob)) as given:
        return [(name, parsed(given.read(name).decode())) for name in given.namelist()]


def _rebuilt(blob: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(blob)) as given:
        if sum(one.file_size for one in given.infolist()) > BOOK:
            return b""
        book = parsed(given.read("xl/workbook.xml").decode("utf-8-sig"))
        targets = _targets(parsed(given.read("xl/_rels/workbook.xml.rels").decode("utf-8-sig")))
        sheets = []
        for one in book.iter(f"{{{S}}}sheet"):
            path = targets.get(one.get(f"{{{R}}}id", ""), "")
            if SHEET.fullmatch(path):
                tree = parsed(given.read(path).decode("utf-8-sig"))
                sheets.append((one.get("name", "Sheet"), _kept(tree, CELLS)))
        strings = None
        if "xl/sharedStrings.xml" in given.namelist():
            tree = parsed(given.read("xl/sharedStrings.xml").decode("utf-8-sig"))
            strings = _kept(tree, STRINGS)
    return _packed(sheets, strings) if sheets else b""


def _targets(rels: etree._Element) -> dict[str, str]:
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/xl", one.get("Target", "")))[1:]
        for one in rels.iter(f"{{{RELS}}}Relationship")
        if one.get("TargetMode", "Internal") == "Internal"
    }


def _kept(given: etree._Element, words: set[str]) -> etree._Element:
    made = etree.Element(given.tag, nsmap={None: S})
    for name in ("r", "t"):  # a cell's place and type; its style is not kept
        if given.get(name) is not None:
            made.set(name, given.get(name))
    made.text = given.text
    for child in given:
        if child.tag in words:
            made.append(_kept(child, words))
    return made


def _packed(sheets: list[tuple[str, etree._Element]], strings: etree._Element | None) -> bytes:
    numbers = range(1, len(sheets) + 1)
    book = etree.Element(f"{{{S}}}workbook", nsmap={None: S, "r": R})
    listed = etree.SubElement(book, f"{{{S}}}sheets")
    for n, (name, _) in zip(numbers, sheets, strict=True):
        one = etree.SubElement(listed, f"{{{S}}}sheet", name=name[:31], sheetId=str(n))
        one.set(f"{{{R}}}id", f"rId{n}")
    links = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    types = [(f"/xl/worksheets/sheet{n}.xml", f"{SML}.worksheet+xml") for n in numbers]
    types.append(("/xl/workbook.xml", f"{SML}.sheet.main+xml"))
    parts = {f"xl/worksheets/sheet{n}.xml": tree for n, (_, tree) in enumerate(sheets, 1)}
    if strings is not None:
        links.append(("sharedStrings", "sharedStrings.xml"))
        types.append(("/xl/sharedStrings.xml", f"{SML}.sharedStrings+xml"))
        parts["xl/sharedStrings.xml"] = strings
    parts = {
        "[Content_Types].xml": _types(types),
        "_rels/.rels": _rels([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _rels(links),
        **parts,
    }
    return _zipped(parts)


def _zipped(parts: dict[str, etree._Element]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, tree in parts.items():
            text = HEAD + etree.tostring(tree, encoding="unicode")
            package.writestr(zipfile.ZipInfo(name, FIXED), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _rels(links: list[tuple[str, str]]) -> etree._Element:
    made = etree.Element(f"{{{RELS}}}Relationships", nsmap={None: RELS})
    for n, (kind, target) in enumerate(links, 1):
        one = etree.SubElement(made, f"{{{RELS}}}Relationship", Id=f"rId{n}", Target=target)
        one.set("Type", f"{R}/{kind}")
    return made


def _types(types: list[tuple[str, str]]) -> etree._Element:
    made = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(made, f"{{{TYPES}}}Default", Extension="rels", ContentType=rels)
    for name, type in types:
        etree.SubElement(made, f"{{{TYPES}}}Override", PartName=name, ContentType=type)
    return made
