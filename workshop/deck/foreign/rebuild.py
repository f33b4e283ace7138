"""A clean chain as a package: every name, relationship and content type is written by us."""

import io
import zipfile
from functools import cache

from lxml import etree

from workshop.deck import template as own
from workshop.deck.drawing import EMU

from .chain import Chain
from .names import EMBED, NS, RELS, TYPES, R, a, p, whole

FIRST = 2147483648  # the format's first number for masters and layouts
SIDES = range(914_400, 51_206_401)  # EMU: what the format allows for a slide's sides
OURS = (  # parts that are ours whatever the template
    "ppt/notesMasters/notesMaster1.xml",
    "ppt/notesMasters/_rels/notesMaster1.xml.rels",
    "ppt/theme/theme2.xml",
    "ppt/presProps.xml",
    "ppt/viewProps.xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "_rels/.rels",
    "ppt/_rels/presentation.xml.rels",
)
KINDS = {
    "ppt/presentation.xml": f"{own.PML}.presentation.main+xml",
    "ppt/presProps.xml": f"{own.PML}.presProps+xml",
    "ppt/viewProps.xml": f"{own.PML}.viewProps+xml",
    "ppt/tableStyles.xml": f"{own.PML}.tableStyles+xml",
    "ppt/slideMasters/": f"{own.PML}.slideMaster+xml",
    "ppt/notesMasters/": f"{own.PML}.notesMaster+xml",
    "ppt/slideLayouts/": f"{own.PML}.slideLayout+xml",
    "ppt/theme/": f"{own.OFFICE}.theme+xml",
    "docProps/app.xml": f"{own.OFFICE}.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def written(chain: Chain, presentation: etree._Element, styles: etree._Element | None) -> bytes:
    """The template's bytes, the same for the same template."""
    parts = _parts(chain, presentation, styles)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, blob in {"[Content_Types].xml": _content_types(parts), **parts}.items():
            package.writestr(zipfile.ZipInfo(name, own.FIXED), blob, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(
    chain: Chain, presentation: etree._Element, styles: etree._Element | None
) -> dict[str, bytes]:
    count = len(chain.layouts)
    layouts = [f"slideLayouts/slideLayout{n}.xml" for n in range(1, count + 1)]
    parts = {name: _ours(name) for name in OURS}
    parts["ppt/presentation.xml"] = _text(presentation)
    parts["ppt/tableStyles.xml"] = _ours("ppt/tableStyles.xml") if styles is None else _text(styles)

    links = [("theme", "../theme/theme1.xml"), *(("slideLayout", f"../{one}") for one in layouts)]
    ids = chain.master.find(p("sldLayoutIdLst"))
    ids[:] = [
        etree.Element(p("sldLayoutId"), {"id": str(FIRST + n), f"{{{R}}}id": f"rId{n + 1}"})
        for n in range(1, count + 1)
    ]
    parts |= _sheet("slideMasters/slideMaster1.xml", chain.master, links)
    for name, layout in zip(layouts, chain.layouts, strict=True):
        link = ("slideMaster", "../slideMasters/slideMaster1.xml")
        parts |= _sheet(name, layout, [link])
    if chain.theme is None:
        parts["ppt/theme/theme1.xml"] = _ours("ppt/theme/theme1.xml")
    else:
        parts |= _sheet("theme/theme1.xml", chain.theme, [])
    media = {f"ppt/media/{name}": blob for name, blob in chain.images.files.items()}
    shown = b"".join(blob for name, blob in parts.items() if name.endswith(".rels"))
    return parts | {k: v for k, v in media.items() if f'/{k.rpartition("/")[2]}"'.encode() in shown}


def _sheet(name: str, tree: etree._Element, links: list[tuple[str, str]]) -> dict[str, bytes]:
    """A part and its relationships; its images get theirs after `links`."""
    links, known = list(links), {}
    for blip in tree.iter(a("blip")):
        image = blip.get(EMBED)
        if image not in known:
            links.append(("image", f"../media/{image}"))
            known[image] = f"rId{len(links)}"
        blip.set(EMBED, known[image])
    folder, _, base = name.rpartition("/")
    rels = {f"ppt/{folder}/_rels/{base}.rels": _rels(links)} if links else {}
    return {f"ppt/{name}": _text(tree)} | rels


def presentation(
    given: etree._Element, style: etree._Element | None
) -> tuple[etree._Element, float, float]:
    """The presentation's own part, with one master and no slide; its width and height in points.

    Where the file gives no size, or one outside the format, it is PowerPoint's first: 4:3.
    """
    made = etree.Element(p("presentation"), nsmap=NS, saveSubsetFonts="1")
    if given.get("rtl") in ("1", "true"):
        made.set("rtl", "1")
    master = etree.SubElement(etree.SubElement(made, p("sldMasterIdLst")), p("sldMasterId"))
    master.set("id", str(FIRST))
    master.set(f"{{{R}}}id", "rId1")
    notes = etree.SubElement(etree.SubElement(made, p("notesMasterIdLst")), p("notesMasterId"))
    notes.set(f"{{{R}}}id", "rId2")
    etree.SubElement(made, p("sldIdLst"))
    w, h = _size(given)
    etree.SubElement(made, p("sldSz"), cx=str(w), cy=str(h))
    etree.SubElement(made, p("notesSz"), cx="6858000", cy="9144000")
    if style is not None:
        made.append(style)
    return made, w / EMU, h / EMU


def _size(given: etree._Element) -> tuple[int, int]:
    size = given.find(p("sldSz"))
    sides = [whole(size.get(side)) for side in ("cx", "cy")] if size is not None else [0, 0]
    return (sides[0], sides[1]) if all(side in SIDES for side in sides) else (9_144_000, 6_858_000)


def _text(tree: etree._Element) -> bytes:
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["a", "p", "r"])
    return own.HEAD.encode() + etree.tostring(tree, encoding="unicode").encode()


def _rels(links: list[tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{own.REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'{own.HEAD}<Relationships xmlns="{RELS}">{rows}</Relationships>'.encode()


def _content_types(parts: dict[str, bytes]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in sorted(parts)
        for start, kind in KINDS.items()
        if name.startswith(start) and not name.endswith(".rels")
    )
    endings = sorted({name.rpartition(".")[2] for name in parts if "/media/" in name})
    images = "".join(f'<Default Extension="{e}" ContentType="image/{e}"/>' for e in endings)
    return (
        f'{own.HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{images}{overrides}</Types>'
    ).encode()


@cache
def _own() -> dict[str, bytes]:
    with zipfile.ZipFile(own.FILE) as package:
        return {name: package.read(name) for name in package.namelist()}


def _ours(name: str) -> bytes:
    return _own()[name]
