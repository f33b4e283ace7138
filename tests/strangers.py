"""Templates as strangers might bring them."""

import io
import random
import re
import struct
import zipfile
import zlib

from pptx import Presentation

MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MB = 1 << 20
SECRET = "the salaries of the board"


def plain(slides=0):
    """What python-pptx makes of its own, with slides that hold a secret."""
    presentation = Presentation()
    for _ in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = SECRET
        slide.notes_slide.notes_text_frame.text = SECRET
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def unpacked(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, blob in parts.items():
            package.writestr(name, blob)
    return out.getvalue()


def with_parts(blob=None, **more):
    """A template with more parts, or others: {name: bytes}."""
    return packed(unpacked(blob or plain()) | more)


def edited(part, *changes, blob=None, **more):
    """A template with a part's text changed: (old, new) pairs, each of which must be there."""
    parts = unpacked(blob or plain())
    text = parts[part].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return packed(parts | {part: text.encode()} | more)


def related(part, kind, target, outside=False):
    """The relationships of a part as its template has them, and one more with the id rIdX."""
    folder, _, base = part.rpartition("/")
    name = f"{folder}/_rels/{base}.rels"
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rIdX" Type="{REL}/{kind}" Target="{target}"{mode}/>'
    text = unpacked(plain())[name].decode()
    return {name: text.replace("</Relationships>", f"{one}</Relationships>").encode()}


def png(width=2, height=2):
    """A picture of so many black points."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * min(height, 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURE = (
    '<p:pic xmlns:r="{}"><p:nvPicPr><p:cNvPr id="77" name="logo"/><p:cNvPicPr/><p:nvPr/>'
    '</p:nvPicPr><p:blipFill><a:blip r:{}="rIdX"/><a:stretch><a:fillRect/></a:stretch>'
    '</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>'
)


def with_picture(name, blob, how="embed"):
    """A template whose master shows a picture."""
    parts = related(MASTER, "image", f"../media/{name}") | {f"ppt/media/{name}": blob}
    kinds = '<Default Extension="{}" ContentType="image/png"/><Override'
    ending = name.rpartition(".")[2]
    blob = edited(MASTER, ("</p:spTree>", PICTURE.format(REL, how)), **parts)
    known = f'Extension="{ending}"' in unpacked(blob)[TYPES].decode()
    return blob if known else edited(TYPES, ("<Override", kinds.format(ending)), blob=blob)


def linked_picture():
    """A picture that is fetched from a server of the attacker's when the deck is opened."""
    parts = related(MASTER, "image", r"file:///\\attacker\share\x.png", outside=True)
    return edited(MASTER, ("</p:spTree>", PICTURE.format(REL, "link")), **parts)


def linked_and_kept_picture():
    """A picture that is there, and besides fetched from elsewhere."""
    both = PICTURE.format(REL, "embed").replace('r:embed="rIdX"', 'r:embed="rIdX" r:link="rIdY"')
    parts = related(MASTER, "image", "../media/logo.png") | {"ppt/media/logo.png": png()}
    return edited(MASTER, ("</p:spTree>", both), **parts)


def linked_text(target):
    """A master whose sample text links to somewhere."""
    parts = related(MASTER, "hyperlink", target, outside=True)
    link = f'<a:hlinkClick xmlns:r="{REL}" r:id="rIdX" action="ppaction://program"/></a:rPr>'
    text = unpacked(plain())[MASTER].decode()
    start = text.index("<a:rPr")
    run = text[start : text.index("/>", start) + 2]
    return edited(MASTER, (run, run.replace("/>", f">{link}")), **parts)


def of_kind(kind, **more):
    """A template whose main part has another content type."""
    return edited(TYPES, (MAIN, kind), **more)


def with_macros():
    """A .pptm."""
    kind = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    return of_kind(kind, **{"ppt/vbaProject.bin": b"\xd0\xcf\x11\xe0Attribute VB_Name"})


def large():
    """A template near the limits: layouts with a thousand shapes each, and a picture of 20 MB."""
    shape = '<p:sp><p:nvSpPr><p:cNvPr id="{}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    parts = unpacked(with_picture("logo.png", png() + random.Random(1).randbytes(20 * MB)))
    many = "".join(shape.format(n) for n in range(100, 1300))
    for name in [name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")]:
        parts[name] = parts[name].decode().replace("</p:spTree>", f"{many}</p:spTree>").encode()
    return packed(parts)


def with_a_dark_master():
    """Two masters: the first writes black on nearly black, the second is the usual one."""
    parts = unpacked(plain())
    rels, main = "ppt/_rels/presentation.xml.rels", "ppt/presentation.xml"
    master = "ppt/slideMasters/slideMaster2.xml"
    folder = {"slideLayouts": "others", "slideMaster1": "slideMaster2"}
    second = {}
    for name, part in parts.items():
        if "/slideMasters/" in name or "/slideLayouts/" in name:
            for old, new in folder.items():
                name, part = name.replace(old, new), part.replace(old.encode(), new.encode())
            second[name] = part.replace(b"relationships/others", b"relationships/slideLayouts")
    dark = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="101010"/></a:solidFill></p:bgPr></p:bg>'
    text = parts[MASTER].decode()
    parts[MASTER] = re.sub("<p:bg>.*?</p:bg>", dark, text, flags=re.DOTALL).encode()
    target = master.removeprefix("ppt/")
    one = f'<Relationship Id="rIdM" Type="{REL}/slideMaster" Target="{target}"/></Relationships>'
    parts[rels] = parts[rels].decode().replace("</Relationships>", one).encode()
    more = '<p:sldMasterId id="2147490000" r:id="rIdM"/></p:sldMasterIdLst>'
    parts[main] = parts[main].decode().replace("</p:sldMasterIdLst>", more).encode()
    return packed(parts | second)
