"""Our layouts as further ones of a taken-in template: theirs is the look, ours the places."""

import io
import re
import zipfile
from typing import Any

from lxml import etree

from workshop.deck import tablestyle
from workshop.deck import template as own
from workshop.deck.drawing import DECORATIVE, EMU
from workshop.deck.foreign.colours import contrast
from workshop.deck.foreign.covers import Area
from workshop.deck.foreign.names import a, p
from workshop.deck.layoutxml import HATS

from .fitting import CONTENT, Fit
from .ground import PAD, Ground
from .head import Head
from .hues import Hues

FIRST_ID = 1000  # of our shapes on a layout, above all of theirs
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
TYPES = "[Content_Types].xml"
STYLES = "ppt/tableStyles.xml"
HEADS = frozenset((*HATS, "blue", *(f"{hat} themes" for hat in HATS)))  # with a panel
FEET = {"dt": "date", "ftr": "footer", "sldNum": "number"}
LARGEST_FOOTER = 12  # points
# What a master may say of its text, and our layouts do not: said here, or ours would inherit it.
RUN = {"i": "0", "u": "none", "strike": "noStrike", "cap": "none", "spc": "0", "baseline": "0"}
TEXT = {"rot": "0", "vert": "horz", "numCol": "1", "anchorCtr": "0"}


def transplanted(
    blob: bytes, ground: Ground, fit: Fit, hues: Hues, head: Head | None, feet: dict[str, Any]
) -> bytes:
    """The template with our layouts, the same bytes every time. `feet`: a role's spots."""
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        parts = {name: package.read(name).decode() if _is_text(name) else package.read(name)
                 for name in package.namelist()}  # fmt: skip
    rels = parts[f"ppt/slideLayouts/_rels/slideLayout{ground.number}.xml.rels"]
    given = parts[f"ppt/slideLayouts/slideLayout{ground.number}.xml"]
    ids, links, kinds = "", "", ""
    for n, name in enumerate(own.LAYOUTS, ground.layouts + 1):
        part = f"slideLayouts/slideLayout{n}.xml"
        tree = _layout(name, etree.fromstring(given.encode()), fit, hues, head, feet)
        if hues.plain:
            _lay(tree, fit, ground)
        parts[f"ppt/{part}"] = own.HEAD + etree.tostring(tree, encoding="unicode")
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = rels
        ids += f'<p:sldLayoutId id="{2147483648 + n}" r:id="rIdH{n}"/>'
        links += f'<Relationship Id="rIdH{n}" Type="{own.REL}/slideLayout" Target="../{part}"/>'
        kinds += f'<Override PartName="/ppt/{part}" ContentType="{own.PML}.slideLayout+xml"/>'
    parts[MASTER] = parts[MASTER].replace("</p:sldLayoutIdLst>", f"{ids}</p:sldLayoutIdLst>")
    parts[MASTER_RELS] = parts[MASTER_RELS].replace("</Relationships>", f"{links}</Relationships>")
    parts[TYPES] = parts[TYPES].replace("</Types>", f"{kinds}</Types>")
    parts[STYLES] = _with_style(parts[STYLES], hues)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, own.FIXED), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _is_text(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _layout(
    name: str,
    base: etree._Element,
    fit: Fit,
    hues: Hues,
    head: Head | None,
    feet: dict[str, Any],
) -> etree._Element:
    """A layout of ours on what their layout shows: its background, its shapes, not its places."""
    made = etree.fromstring(_ours(f"ppt/slideLayouts/slideLayout{own.LAYOUTS.index(name) + 1}.xml"))
    shapes = made.find(f"{p('cSld')}/{p('spTree')}")
    for shape in shapes.findall(p("sp")):
        _be_plain(shape)
    if head:
        head.place(made, fit, name in HEADS, name)
    fit.apply(made)
    hues.apply(made, name.partition(" ")[0] if name in HEADS else "")
    if head:
        head.paint(made, name in HEADS, name)
    for shape in shapes.findall(p("sp")):
        _foot(shape, feet)
    for one in shapes.iter(p("cNvPr")):
        one.set("id", str(FIRST_ID + int(one.get("id"))))
    theirs = base.find(p("cSld"))
    theirs.set("name", name)
    tree = theirs.find(p("spTree"))
    for shape in list(tree):
        if shape.find(f"*/{p('nvPr')}/{p('ph')}") is not None:
            tree.remove(shape)
    tree.extend(shapes[2:])
    made.replace(made.find(p("cSld")), theirs)
    if base.get("showMasterSp"):
        made.set("showMasterSp", base.get("showMasterSp"))
    return made


def _be_plain(shape: etree._Element) -> None:
    """Says of a placeholder what it must not inherit from their master."""
    ph = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
    if ph is None:
        return
    properties = shape.find(p("spPr"))
    etree.SubElement(properties, a("noFill"))
    etree.SubElement(etree.SubElement(properties, a("ln")), a("noFill"))
    etree.SubElement(properties, a("effectLst"))
    shape.find(f"{p('txBody')}/{a('bodyPr')}").attrib.update(TEXT)
    for run in shape.iter(a("defRPr")):
        run.attrib.update(RUN)
        if ph.get("type") in ("title", "ctrTitle"):
            for kind in ("latin", "ea", "cs"):
                face = run.find(a(kind))
                face.set("typeface", face.get("typeface").replace("+mn", "+mj"))
        run.insert(1, etree.Element(a("effectLst")))
        level = run.getparent()
        level.attrib.update({"rtl": "0", "defTabSz": "914400"})
        _bullets(level)


def _bullets(level: etree._Element) -> None:
    after = etree.Element(a("spcAft"))
    etree.SubElement(after, a("spcPts"), val="0")
    level.find(a("spcBef")).addnext(after)
    size = etree.Element(a("buSzPct"), val="100000")
    after.addnext(size)
    colour = etree.Element(a("buClr"))  # not buClrTx, which LibreOffice does not heed
    etree.SubElement(colour, a("schemeClr"), val="tx1")
    after.addnext(colour)


def _foot(shape: etree._Element, feet: dict[str, Any]) -> None:
    """Puts a footer where theirs is, in the size and the colour that theirs has."""
    ph = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
    spot = feet.get(FEET.get("" if ph is None else ph.get("type"), ""))
    if not spot:
        return
    off, ext = shape.find(f"{p('spPr')}/{a('xfrm')}")
    for one, names in ((off, "xy"), (ext, ("w", "h"))):
        for key, name in zip(one.keys(), names, strict=True):
            one.set(key, str(round(spot[name] * EMU)))
    body = shape.find(f"{p('txBody')}/{a('bodyPr')}")
    for side, value in zip(("lIns", "tIns", "rIns", "bIns"), spot["insets"], strict=True):
        body.set(side, str(round(value * EMU)))
    run = next(shape.iter(a("defRPr")))
    run.set("sz", str(round(min(spot["size"], LARGEST_FOOTER) * 100)))
    if not unreadable(spot):
        run.remove(run.find(a("solidFill")))
    level = run.getparent()
    del level.attrib["algn"]


def unreadable(spot: dict[str, Any], least: float = 4.5) -> bool:
    """Whether a place of theirs is known to write in a colour that cannot be read there."""
    return bool(spot["colour"] and spot["behind"]) and (
        contrast(spot["colour"], spot["behind"]) < least
    )


def _lay(layout: etree._Element, fit: Fit, ground: Ground) -> None:
    """A plain panel in the paper's colour behind our content."""
    content = fit.area(CONTENT)
    pad = PAD * fit.scale
    x, y = max(content.x - pad, 0), max(content.y - pad, 0)
    low = content.y + content.h + pad / 3  # footers are below
    box = Area(x, y, content.x + content.w + pad - x, low - y)
    x, y, w, h = (round(value * EMU) for value in box)
    panel = etree.fromstring(
        f'<p:sp {own.NS}><p:nvSpPr><p:cNvPr id="{FIRST_ID - 1}" name="ground">{DECORATIVE}'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" '
        f'y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )
    first = (
        next(one for one in layout.iter(p("cNvPr")) if int(one.get("id")) > FIRST_ID)
        .getparent()
        .getparent()
    )
    first.addprevious(panel)


def _with_style(styles: str, hues: Hues) -> str:
    """Their table styles and ours, in their colours."""
    ours = re.search("<a:tblStyle .*</a:tblStyle>", _ours(STYLES).decode(), re.DOTALL).group()
    names = {"dk1": hues.ink, "lt1": hues.paper, "accent6": hues.grey}
    for old, new in names.items():
        ours = ours.replace(f'schemeClr val="{old}"', f'schemeClr val="{new}"')
    given = rf'<a:tblStyle styleId="{tablestyle.TABLE_STYLE}".*?</a:tblStyle>'
    styles = re.sub(given, "", styles, flags=re.DOTALL)
    if "</a:tblStyleLst>" in styles:
        return styles.replace("</a:tblStyleLst>", f"{ours}</a:tblStyleLst>")
    return re.sub(r"(<a:tblStyleLst[^>]*)/>", rf"\1>{ours}</a:tblStyleLst>", styles)


def _ours(name: str) -> bytes:
    with zipfile.ZipFile(own.FILE) as package:
        return package.read(name)
