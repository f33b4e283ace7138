"""A stranger's zip, read under limits and believed in nothing that it says of itself."""

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from workshop.rules import Refused

from . import limits
from .names import RELS, TYPES, R

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CENTRAL = b"PK\x01\x02"  # begins every entry of a zip's table of contents
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DECLARES = re.compile(r"<!(?!--|\[CDATA\[)")  # DOCTYPE, ENTITY and their kin
OUTSIDE = re.compile(r'(^|/)\.\.(/|$)|^/|[\\:\x00-\x1f"<>|?*]')
# libxml2's words for what is too deep, too large or too long a name.
TOO_MUCH = (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG)
PARTS = (".xml", ".rels", ".vml")
PML = "application/vnd.openxmlformats-officedocument.presentationml"
MACRO = "application/vnd.ms-powerpoint"
MAIN = {f"{PML}.{kind}.main+xml" for kind in ("presentation", "template", "slideshow")} | {
    f"{MACRO}.{kind}.macroEnabled.main+xml" for kind in ("presentation", "template", "slideshow")
}


class Package:
    """The entries of a zip by name (lower case, as part names are compared)."""

    def __init__(self, blob: bytes) -> None:
        """Raises Refused where the file is too much, no presentation, or not what it seems."""
        self._zip = _opened(blob)
        self.names = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        self._marks = 0
        for entry in self._zip.infolist():
            if entry.filename.lower().endswith(PARTS):
                self._declares_nothing(entry)
        self.main = self._main()

    def read(self, name: str, most: int = limits.ENTRY) -> bytes:
        """An entry's bytes, at most `most`. Raises Refused where it is missing or more."""
        entry = self.names.get(name.lower())
        if entry is None:
            raise Refused("template_damaged")
        try:
            with self._zip.open(entry) as file:
                blob = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            raise Refused("template_damaged") from None
        if len(blob) > most:
            raise Refused("template_too_large")
        return blob

    def xml(self, name: str) -> etree._Element:
        """A part as a tree. Raises Refused."""
        text = _text(self.read(name, limits.XML))
        marks = text.count("<") + text.count("=")
        self._marks += marks
        if marks > limits.MARKS or self._marks > limits.ALL_MARKS:
            raise Refused("template_too_large")
        return parsed(text)

    def rels(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part ("" for the package): {id: (kind, part's name)}.

        What points outside the package has no name; a kind that is not the format's own is "".
        """
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path.lower() not in self.names:
            return {}
        found = {}
        for one in self.xml(path).iter(f"{{{RELS}}}Relationship"):
            before, _, kind = one.get("Type", "").rpartition("/")
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            outside = one.get("TargetMode", "Internal") != "Internal" or ":" in target
            found[one.get("Id", "")] = (kind if before == R else "", "" if outside else target[1:])
        return found

    def _declares_nothing(self, entry: zipfile.ZipInfo) -> None:
        """No DTD and no entity in any part, whether we mean to use it or not."""
        tail = b""
        try:
            with self._zip.open(entry) as file:
                while piece := file.read(1 << 16):
                    seen = (tail + piece).replace(b"\x00", b"")  # UTF-16 as well
                    if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                        raise Refused("template_dtd")
                    tail = piece[-32:]
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            raise Refused("template_damaged") from None

    def _main(self) -> str:
        """The name of the presentation's own part."""
        if "[content_types].xml" not in self.names or "_rels/.rels" not in self.names:
            raise Refused("template_type")
        named = [name for kind, name in self.rels("").values() if kind == "officeDocument" and name]
        types = self.xml("[Content_Types].xml").iter(f"{{{TYPES}}}Override")
        kinds = {one.get("PartName", "").lower(): one.get("ContentType") for one in types}
        if not named or kinds.get(f"/{named[0].lower()}") not in MAIN:
            raise Refused("template_type")
        return named[0]


def _opened(blob: bytes) -> zipfile.ZipFile:
    if len(blob) > limits.FILE:
        raise Refused("template_too_large")
    if blob.startswith(OLE):
        raise Refused("template_encrypted" if ENCRYPTED in blob else "template_type")
    # Before zipfile reads the table of contents: it would make an object of every line.
    # Twice as many, for an embedded workbook brings along a table of its own.
    if blob.count(CENTRAL) > 2 * limits.ENTRIES:
        raise Refused("template_too_large")
    try:
        package = zipfile.ZipFile(io.BytesIO(blob))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refused("template_damaged" if blob.startswith(b"PK") else "template_type") from None
    entries = package.infolist()
    if len(entries) > limits.ENTRIES:
        raise Refused("template_too_large")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("template_encrypted")
    if any(OUTSIDE.search(entry.filename) for entry in entries):
        raise Refused("template_unsafe")
    if any(_swells(entry) for entry in entries):
        raise Refused("template_bomb")
    if sum(entry.file_size for entry in entries) > limits.TOTAL:
        raise Refused("template_too_large")
    return package


def _swells(entry: zipfile.ZipInfo) -> bool:
    size, packed = entry.file_size, max(1, entry.compress_size)
    return size > limits.ENTRY or (size > limits.RATIO_FROM and size > limits.RATIO * packed)


def _text(blob: bytes) -> str:
    """A part's text: UTF-8 or UTF-16, the two that the format allows."""
    wide = blob.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return blob.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("template_damaged") from None


def parsed(text: str) -> etree._Element:
    """A tree without comments and processing instructions. Raises Refused for what XML may do."""
    text = DECLARATION.sub("", text, count=1)
    if DECLARES.search(text):
        raise Refused("template_dtd")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        too_much = error.code in TOO_MUCH
        raise Refused("template_bomb" if too_much else "template_damaged") from None
