"""Builds template.pptx, the deck's own template: `python -m workshop.deck.template`.

From nothing but the lines below: our theme, one master, one layout for each kind of slide.
Nothing of a template of somebody else's travels into people's files.
"""

import io
import zipfile
from pathlib import Path

from . import layouts as at
from .drawing import EMU
from .layoutxml import HATS, inside
from .placeholders import footers, level, placeholder
from .tablestyle import style

FILE = Path(__file__).with_name("template.pptx")
FIXED = (1980, 1, 1, 0, 0, 0)  # the date of every entry: the same template, the same bytes

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
NS = f"{A} {R} {P}"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"
PML = f"{OFFICE}.presentationml"

THEMES = tuple(f"{hat} themes" for hat in HATS)
LAYOUTS = (
    *("title", "question", *HATS, "blue", "synthesis"),
    *("answer", "outcomes", "participation", "votes", *THEMES, "room", "appendix", "method"),
)

# The light tokens of static/style/tokens.css. folHlink doubles as the yellow hat's edge; it is a
# little darker here, for it is also the colour of links that have been followed.
THEME = {
    "dk1": "1A1C20",
    "lt1": "FFFFFF",
    "dk2": "565A61",
    "lt2": "ECE9E2",
    "accent1": "B3122A",
    "accent2": "1A1C20",
    "accent3": "FFCE1F",
    "accent4": "3DB878",
    "accent5": "1B4DB3",
    "accent6": "6E6A60",
    "hlink": "0B57D0",
    "folHlink": "7F6100",
}


def build() -> bytes:
    """The template's bytes, the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts().items():
            package.writestr(zipfile.ZipInfo(name, FIXED), HEAD + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts() -> dict[str, str]:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _rels(
            ("officeDocument", "ppt/presentation.xml"),
            ("extended-properties", "docProps/app.xml"),
            core="docProps/core.xml",
        ),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
        '2006/extended-properties"><Application>Hattupaja</Application></Properties>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
        'package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Hattupaja</dc:title></cp:coreProperties>",
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NS}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NS}/>",
        "ppt/tableStyles.xml": style(),
        "ppt/theme/theme1.xml": _theme("Hattupaja"),
        "ppt/theme/theme2.xml": _theme("Hattupaja notes"),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in _numbers()),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels(("theme", "../theme/theme2.xml")),
    }
    for n, name in zip(_numbers(), LAYOUTS, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = _layout(name)
        rels = _rels(("slideMaster", "../slideMasters/slideMaster1.xml"))
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = rels
    return parts


def _numbers() -> range:
    return range(1, len(LAYOUTS) + 1)


def _content_types() -> str:
    own = {
        "/ppt/presentation.xml": f"{PML}.presentation.main+xml",
        "/ppt/presProps.xml": f"{PML}.presProps+xml",
        "/ppt/viewProps.xml": f"{PML}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{PML}.tableStyles+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{PML}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{PML}.notesMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{n}.xml": f"{PML}.slideLayout+xml" for n in _numbers()},
        **{f"/ppt/theme/theme{n}.xml": f"{OFFICE}.theme+xml" for n in (1, 2)},
        "/docProps/app.xml": f"{OFFICE}.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in own.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _rels(*targets: tuple[str, str], core: str = "") -> str:
    rows = [(f"{REL}/{kind}", target) for kind, target in targets]
    if core:
        kind = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        )
        rows.append((kind, core))
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows, 1)
    )
    ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{ns}">{inside}</Relationships>'


def _presentation() -> str:
    return (
        f'<p:presentation {NS} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{at.WIDTH * EMU}" cy="{at.HEIGHT * EMU}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def _theme(name: str) -> str:
    colours = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in THEME.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}</a:ln>'
    return (
        f'<a:theme {A} name="{name}"><a:themeElements><a:clrScheme name="Hats">{colours}'
        f'</a:clrScheme><a:fontScheme name="Arial"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Flat">'
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)


def _master() -> str:
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in _numbers())
    shapes = (
        placeholder(2, "Title", "title", None, at.SYNTHESIS_TITLE)
        + placeholder(3, "Text", "body", 1, at.COLUMNS[0])
        + footers(4)
    )
    levels = "".join(level(n) for n in range(1, 10))
    title = level(1, bold=True, size=26)
    return (
        f'<p:sldMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        f'{MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        '</p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" '
        'cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="685800" y="4000500"/><a:ext cx="5486400" cy="4400550"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>'
        '<a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )
    return (
        f'<p:notesMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{image}{body}</p:spTree>"
        f"</p:cSld>{MAP}<p:notesStyle>{level(1, size=12)}</p:notesStyle></p:notesMaster>"
    )


def _layout(name: str) -> str:
    return (
        f'<p:sldLayout {NS} preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>{TREE}'
        f"{inside(name)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
        "</p:clrMapOvr></p:sldLayout>"
    )


if __name__ == "__main__":
    FILE.write_bytes(build())
