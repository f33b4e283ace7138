"""Placeholders of layouts and master, and how text at each of their levels looks, as XML."""

from . import layouts as at
from .drawing import EMU, xfrm
from .layouts import Box


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
    style = "".join(levels) or level(1, bold=box.bold, size=box.size).replace(
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


def footers(id: int) -> str:
    """Date, footer and number."""
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


def level(n: int, *, bold: bool = False, size: float = 16) -> str:
    """How text at a level looks unless a layout says more. Lines stand at the font's own pitch."""
    return (
        f'<a:lvl{n}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
    )


def hanging(look: str, indent: float, gap: float, bullet: str, first: int = -1) -> str:
    """A level's look with a gap above, its first line `first` times the indent to the side."""
    left = round(indent * EMU)
    look = look.replace('marL="0" indent="0"', f'marL="{left}" indent="{first * left}"')
    if bullet:
        mark = f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
        look = look.replace("<a:buNone/>", mark)
    return look.replace('<a:spcPts val="0"/>', f'<a:spcPts val="{gap * 100}"/>', 1)
