"""The layouts of the template: what stands where on each kind of slide, as XML."""

from . import layouts as at
from .drawing import EMU, card_xml, hat_xml, xfrm
from .layouts import Box

HATS = ("white", "red", "black", "yellow", "green")
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


def inside(name: str) -> str:
    """The shapes of a layout: "title", "question", "synthesis", or a hat's."""
    shapes = {"title": _title, "question": _question, "synthesis": _synthesis}.get(name)
    return (shapes() if shapes else _hat(name)) + footers(90)


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
            levels=(level(1, bold=True, size=at.ROW_SIZE), level(2, size=at.ROW_SIZE - 1)),
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
        level(4, size=at.COLUMNS[0].size),
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
    look = level(1, bold=True, size=at.COLUMNS[0].size)
    return look.replace('<a:spcPts val="0"/>', f'<a:spcPts val="{at.THEME_GAP * 100}"/>', 1)


def _note_level(*, bullet: bool) -> str:
    """A note hangs behind its bullet; what goes on from the page before has none."""
    indent = round(at.INDENT * EMU)
    n = 2 if bullet else 3
    look = level(n, size=at.COLUMNS[0].size)
    look = look.replace('marL="0" indent="0"', f'marL="{indent}" indent="{-indent * bullet}"')
    if bullet:
        mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        look = look.replace("<a:buNone/>", mark)
    return look.replace('<a:spcPts val="0"/>', f'<a:spcPts val="{at.GAP * 100}"/>', 1)


def _synthesis() -> str:
    cards = "".join(
        placeholder(
            10 + n,
            f"Card {n + 1}",
            "body",
            11 + n,
            box,
            levels=(level(1, bold=True, size=box.size), level(2, size=box.size)),
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
