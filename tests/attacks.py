"""Files that are no templates: attacks, damage, and other things under a template's name."""

import functools
import io
import itertools
import struct
import zipfile

from strangers import MAIN, MASTER, MB, THEME, edited, of_kind, packed, plain, unpacked, with_parts


def deep(levels):
    """A master with shapes in shapes."""
    tail = "<p:grpSp>" * levels + "</p:grpSp>" * levels + "</p:spTree>"
    return edited(MASTER, ("</p:spTree>", tail))


def declaring(declaration, use, part=MASTER):
    """A part that begins with a document type of its own."""
    text = unpacked(plain())[part].decode()
    head, _, rest = text.partition("?>")
    at = rest.index("</p:cSld>")
    return packed(
        unpacked(plain()) | {part: f"{head}?>{declaration}{rest[:at]}{use}{rest[at:]}".encode()}
    )


def laughing():
    """Ten entities, each ten times the one before."""
    names = "abcdefghij"
    lines = ['<!ENTITY a "ha">']
    for before, name in itertools.pairwise(names):
        lines.append(f'<!ENTITY {name} "{f"&{before};" * 10}">')
    return declaring(f"<!DOCTYPE lol [{''.join(lines)}]>", "&j;")


def lying(real=64 * MB):
    """A theme that unpacks to far more than the zip's table of contents says."""
    parts = unpacked(plain()) | {THEME: b" " * real}
    blob = bytearray(packed(parts))
    at = blob.rindex(THEME.encode())  # in the table of contents
    blob[at - 22 : at - 18] = struct.pack("<I", 1000)
    return bytes(blob)


@functools.cache
def bomb(size=1 << 30):
    """An entry of zeros in a small zip."""
    out = io.BytesIO(plain())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("ppt/media/zeros.png", "w", force_zip64=True) as entry,
    ):
        for _ in range(size // MB):
            entry.write(b"\0" * MB)
    return out.getvalue()


def encrypted():
    """What a password makes of a .pptx: another container altogether."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    )


def locked_entries():
    """A zip whose entries say that they are encrypted."""
    blob = bytearray(plain())
    at = blob.rindex(b"PK\x01\x02")
    blob[at + 8] |= 1
    return bytes(blob)


def many_entries(count=50_000):
    return packed(unpacked(plain()) | {f"ppt/media/{n}.png": b"" for n in range(count)})


def without_layouts():
    """A master that names no layout."""
    text = unpacked(plain())[MASTER].decode()
    start, end = text.index("<p:sldLayoutIdLst>"), text.index("</p:sldLayoutIdLst>")
    return edited(MASTER, (text[start:end], "<p:sldLayoutIdLst>"))


OUTSIDE = {"../../evil.txt": b"x"}
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "a bomb of a gibibyte": (bomb, "template_bomb"),
    "sizes that lie": (lying, "template_damaged"),
    "fifty thousand entries": (many_entries, "template_too_large"),
    "an external entity": (lambda: declaring(XXE, "&e;"), "template_dtd"),
    "a billion laughs": (laughing, "template_dtd"),
    "a document type on a slide that nobody wants": (
        lambda: with_parts(**{"ppt/slides/slide9.xml": XXE.encode("utf-16")}),
        "template_dtd",
    ),
    "a hundred thousand levels": (lambda: deep(100_000), "template_bomb"),
    "ten thousand levels": (lambda: deep(10_000), "template_bomb"),
    "a way out of the folder": (lambda: with_parts(**OUTSIDE), "template_unsafe"),
    "an absolute name": (lambda: with_parts(**{"/etc/x.xml": b"x"}), "template_unsafe"),
    "a password": (encrypted, "template_encrypted"),
    "entries with a password": (locked_entries, "template_encrypted"),
    "an old .ppt": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 90, "template_type"),
    "a page of text": (lambda: b"<html>hello</html>", "template_type"),
    "nothing at all": (lambda: b"", "template_type"),
    "a text document": (
        lambda: of_kind(MAIN.replace("presentationml.presentation", "wordprocessingml.document")),
        "template_type",
    ),
    "a zip of something else": (lambda: packed({"hello.txt": b"hello"}), "template_type"),
    "half a file": (lambda: plain()[:9000], "template_damaged"),
    "a master that is no XML": (lambda: with_parts(**{MASTER: b"<p:sld"}), "template_damaged"),
    "a theme in place of a master": (
        lambda: with_parts(**{MASTER: unpacked(plain())[THEME]}),
        "template_damaged",
    ),
    "a theme of nine megabytes": (
        lambda: edited(THEME, ("</a:theme>", " " * 9 * MB + "</a:theme>")),
        "template_bomb",
    ),
    "a master without a layout": (without_layouts, "template_layouts"),
}
