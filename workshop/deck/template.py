"""Builds template.pptx, the deck's own template: `python -m workshop.deck.template`.

From nothing but the lines below: our theme, one master, one layout for each kind of slide.
Nothing of a template of somebody else's travels into people's files.
"""

import io
import zipfile
from pathlib import Path

from . import layouts as at
from .drawing import EMU, card_xml, hat_xml, xfrm
from .layouts import Box

FILE = Path(__file__).with_name("template.pptx")
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # the format wants one named
FIXED = (1980, 1, 1, 0, 0, 0)  # the date of every entry: the same template, the same bytes

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
NS = f"{A} {R} {P}"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"
PML = f"{OFFICE}.presentationml"

HATS = ("white", "red", "black", "yellow", "green")
LAYOUTS = ("title", "question", *HATS, "blue", "synthesis")

# The light tokens of static/style/tokens.css. folHlink doubles as the yellow hat's edge.
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
    "folHlink": "8A6A00",
}
PANELS = {
    "white": "lt1",
    "red": "accent1",
    "black": "dk1",
    "yellow": "accent3",
    "green": "accent4",
    "blue": "accent5",
}
EDGES = {"white": "accent6", "yellow": "folHlink"}
ON = {"red": "lt1", "black": "lt1", "blue": "lt1"}  # text on the panel; dark elsewhere


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
        "ppt/tableStyles.xml": f'<a:tblStyleLst {A} def="{TABLE_STYLE}"/>',
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
        + _footers(4)
    )
    levels = "".join(_level(n) for n in range(1, 10))
    title = _level(1, bold=True, size=26)
    return (
        f'<p:sldMaster {NS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        f'{MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(n: int, *, bold: bool = False, size: float = 16) -> str:
    """How text at a level looks unless a layout says more. Lines stand at the font's own pitch."""
    return (
        f'<a:lvl{n}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
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
        f"</p:cSld>{MAP}<p:notesStyle>{_level(1, size=12)}</p:notesStyle></p:notesMaster>"
    )


def _layout(name: str) -> str:
    shapes = {"title": _title, "question": _question, "synthesis": _synthesis}.get(name)
    inside = shapes() if shapes else _hat(name)
    return (
        f'<p:sldLayout {NS} preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>{TREE}'
        f"{inside}{_footers(90)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
        "</p:clrMapOvr></p:sldLayout>"
    )


def _title() -> str:
    row = "".join(
        hat_xml(hat, 20 + 10 * n, 84 + n * 134, 98, 112) for n, hat in enumerate((*HATS, "blue"))
    )
    return (
        row
        + placeholder(2, "Title", "ctrTitle", None, at.TITLE, anchor="b")
        + placeholder(3, "Question", "subTitle", 1, at.TITLE_QUESTION)
        + placeholder(4, "Facts", "body", 10, at.TITLE_FACTS, colour="tx2")
    )


def _question() -> str:
    rows = "".join(
        placeholder(
            10 + n,
            f"Hat {n + 1}",
            "body",
            11 + n,
            Box(at.ROW_X, at.ROW_Y + n * at.ROW_STEP, at.ROW_W, at.ROW_H, at.ROW_SIZE),
            anchor="ctr",
            levels=(_level(1, bold=True, size=at.ROW_SIZE), _level(2, size=at.ROW_SIZE - 1)),
        )
        for n in range(len(HATS))
    )
    return (
        placeholder(2, "Title", "title", None, at.QUESTION_TITLE, colour="tx2")
        + placeholder(3, "Question", "body", 10, at.QUESTION)
        + rows
    )


def _hat(hat: str) -> str:
    edge = EDGES.get(hat, PANELS[hat])
    on = ON.get(hat, "tx1")
    panel = card_xml(5, "panel", at.PANEL, PANELS[hat], edge)
    levels = (
        _theme_level(),
        _note_level(bullet=True),
        _note_level(bullet=False),
        _level(4, size=at.COLUMNS[0].size),
    )
    columns = "".join(
        placeholder(10 + n, f"Notes {n + 1}", "body", 11 + n, box, levels=levels)
        for n, box in enumerate(at.COLUMNS)
    )
    return (
        panel
        + hat_xml(hat, 20, at.PANEL.x + at.PANEL.w - 122, at.PANEL.y - 66, 96)
        + placeholder(2, "Title", "title", None, at.HAT_TITLE, colour=on, anchor="ctr")
        + placeholder(3, "Question", "body", 30, at.ASKED, colour="tx2", anchor="ctr")
        + placeholder(4, "Prompt", "body", 10, at.PROMPT, colour=on)
        + columns
    )


def _theme_level() -> str:
    level = _level(1, bold=True, size=at.COLUMNS[0].size)
    return level.replace('<a:spcPts val="0"/>', f'<a:spcPts val="{at.THEME_GAP * 100}"/>', 1)


def _note_level(*, bullet: bool) -> str:
    """A note hangs behind its bullet; what goes on from the page before has none."""
    indent = round(at.INDENT * EMU)
    n = 2 if bullet else 3
    level = _level(n, size=at.COLUMNS[0].size)
    level = level.replace('marL="0" indent="0"', f'marL="{indent}" indent="{-indent * bullet}"')
    if bullet:
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        level = level.replace("<a:buNone/>", mark)
    return level.replace('<a:spcPts val="0"/>', f'<a:spcPts val="{at.GAP * 100}"/>', 1)


def _synthesis() -> str:
    cards = "".join(
        placeholder(
            10 + n,
            f"Card {n + 1}",
            "body",
            11 + n,
            box,
            levels=(_level(1, bold=True, size=box.size), _level(2, size=box.size)),
        )
        for n, box in enumerate(at.cards(6))
    )
    return (
        placeholder(2, "Title", "title", None, at.SYNTHESIS_TITLE)
        + placeholder(3, "Question", "body", 10, at.SYNTHESIS_QUESTION, colour="tx2")
        + cards
    )


def placeholder(
    id: int,
    name: str,
    kind: str,
    idx: int | None,
    box: Box,
    *,
    colour: str = "tx1",
    anchor: str = "t",
    align: str = "l",
    levels: tuple[str, ...] = (),
    text: str = "",
) -> str:
    """A placeholder of a layout or the master, with the look of its text."""
    place = f'type="{kind}"' + ("" if idx is None else f' idx="{idx}"')
    style = "".join(levels) or _level(1, bold=box.bold, size=box.size).replace(
        'schemeClr val="tx1"', f'schemeClr val="{colour}"'
    ).replace('algn="l"', f'algn="{align}"')
    inset = round(box.inset * EMU)
    body = (
        f'<a:bodyPr lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{anchor}" wrap="square"><a:noAutofit/></a:bodyPr>'
    )
    inside = text or '<a:endParaRPr lang="en-US"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(box)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{body}'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _footers(id: int) -> str:
    number = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr '
    number += 'lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    return (
        placeholder(id, "Date", "dt", 20, at.DATE, colour="tx2", anchor="ctr")
        + placeholder(
            id + 1, "Footer", "ftr", 21, at.FOOTER, colour="tx2", anchor="ctr", align="ctr"
        )
        + placeholder(
            id + 2, "Number", "sldNum", 22, at.NUMBER, colour="tx2", anchor="ctr", align="r",
            text=number,
        )
    )  # fmt: skip


if __name__ == "__main__":
    FILE.write_bytes(build())
