"""Images by what they are, not by what they are called.

Kept: PNG, JPEG, GIF. Left out: SVG (a document that may carry scripts and links) and the metafiles
EMF and WMF: each is a list of commands to a graphics library, some of which name files and printer
drivers, and nobody who passes one on can tell what it draws. The report says so, so that
the logo can be brought again as PNG.
"""

import hashlib
import struct

from workshop.rules import Refused

from . import limits
from .package import Package

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
METAFILES = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00", b"\x01\x00\x00\x00")
FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def kind(blob: bytes) -> str:
    """What an image is: "png", "jpeg", "gif", "metafile", or "" for anything else."""
    for magic, name in MAGIC:
        if blob.startswith(magic):
            return name if 0 < pixels(blob, name) <= limits.PIXELS else ""
    return "metafile" if blob.startswith(METAFILES) else ""


def pixels(blob: bytes, name: str) -> int:
    """How many pixels an image unpacks to; 0 where it does not say."""
    try:
        if name == "png":
            w, h = struct.unpack(">II", blob[16:24])
        elif name == "gif":
            w, h = struct.unpack("<HH", blob[6:10])
        else:
            h, w = _jpeg_size(blob)
    except struct.error:
        return 0
    return w * h


def _jpeg_size(blob: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(blob) and blob[at] == 0xFF:
        mark = blob[at + 1]
        if mark in FRAMES:
            return struct.unpack(">HH", blob[at + 5 : at + 9])
        at += 1 if mark == 0xFF else 2 + struct.unpack(">H", blob[at + 2 : at + 4])[0]
    return 0, 0


class Images:
    """The images that are kept, each once, under names of our own."""

    def __init__(self, package: Package, removed) -> None:
        self.files: dict[str, bytes] = {}
        self._package, self._removed = package, removed
        self._names: dict[str, str] = {}  # by the hash of the content
        self._parts: dict[str, str] = {}  # by the name of the part

    @property
    def parts(self) -> set[str]:
        """The names of the parts that were asked for."""
        return {name.lower() for name in self._parts}

    def take(self, part: str) -> str:
        """Our name for the image in this part; "" where it is none that we keep."""
        if part not in self._parts:
            self._parts[part] = self._taken(part) if part else ""
        return self._parts[part]

    def _taken(self, part: str) -> str:
        if part.lower() not in self._package.names:
            return ""
        blob = self._package.read(part)
        ending = kind(blob)
        if ending in ("", "metafile"):
            self._removed["metafiles" if ending else "images"] += 1
            return ""
        print_ = hashlib.sha256(blob).hexdigest()
        if print_ not in self._names:
            self._names[print_] = f"image{len(self.files) + 1}.{ending}"
            self.files[self._names[print_]] = blob
            if sum(map(len, self.files.values())) > limits.IMAGES:
                raise Refused("template_too_large")
        return self._names[print_]
