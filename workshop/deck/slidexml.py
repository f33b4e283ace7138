"""A slide's placeholders, a table and speaker notes as XML text."""

import unicodedata
from collections.abc import Callable
from html import escape

from . import layouts as at
from .drawing import EMU, card_xml, hat_xml, xfrm
from .layouts import Box
from .layoutxml import EDGES, PANELS
from .slide import BACK, QUESTION, Paragraph, Slide, Table, Text
from .tablestyle import TABLE_STYLE
from .template import NS, TREE

PLACES = {"title": {"title": "ctrTitle", 1: "subTitle"}}
GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006"
JUMP = "ppaction://hlinksldjump"

Rid = Callable[[str], str]  # the id of the relationship to a place, "" where there is no such place


def slide_xml(slide: Slide, lang: str, footers: str, rid: Rid, chart: str) -> str:
    """The whole slide; `chart` is the id of the relationship to its chart, if it has one."""
    drawn = [card_xml(140 + n, f"card {hat}", box, "lt1", EDGES.get(hat, PANELS[hat]))
             for n, (hat, box) in enumerate(slide.cards)]  # fmt: skip
    drawn += [hat_xml(hat, 200 + 10 * n, *place) for n, (hat, *place) in enumerate(slide.hats)]
    said = {
        place: _placeholder(3 + n, slide.layout, place, text, lang, rid)
        for n, (place, text) in enumerate(slide.texts.items())
    }
    title = said.pop("title")
    if slide.table:
        box = at.TABLE._replace(h=sum(row.tall for row in slide.table.rows))
        said[11] = _frame(80, "tbl", slide.table.about, box, _table_xml(slide.table, lang, rid))
    if slide.chart:
        place = f'<c:chart xmlns:c="{GRAPHIC}/chart" r:id="{chart}"/>'
        said[11] = _frame(80, "chart", slide.chart.about, slide.chart.box, place)
    inside = title + "".join(drawn) + "".join(_in_reading_order(said)) + footers
    return (
        f"<p:sld {NS}><p:cSld><p:spTree>{TREE}{inside}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _in_reading_order(said: dict[str | int, str]) -> list[str]:
    """As they stand on the slide: the question and the way back are above all else."""
    top = {QUESTION: 0, BACK: 1}
    places = sorted((place for place in said if isinstance(place, int)),
                    key=lambda place: (top.get(place, 2), place))  # fmt: skip
    return [said[place] for place in places]


def _placeholder(id: int, layout: str, place: str | int, text: Text, lang: str, rid: Rid) -> str:
    kind = PLACES.get(layout, {}).get(place, "title" if place == "title" else "body")
    idx = "" if place == "title" else f' idx="{place}"'
    own = xfrm(text.box) if text.box else ""
    paragraphs = paragraphs_xml(text.paragraphs, text.size, lang, rid)
    return sp(id, f"{kind} {place}", f'type="{kind}"{idx}', own, paragraphs)


def paragraphs_xml(
    paragraphs: tuple[Paragraph, ...], size: float | None, lang: str, rid: Rid
) -> str:
    """Where one runs from right to left the others say that they do not: LibreOffice goes on."""
    directions = [_right_to_left(one.lead + one.text + one.linked) for one in paragraphs]
    ways = {True: ' algn="r" rtl="1"', False: ' algn="l" rtl="0"' if any(directions) else ""}
    return "".join(
        _paragraph(one, size, lang, rid, ways[direction])
        for one, direction in zip(paragraphs, directions, strict=True)
    )


def _paragraph(paragraph: Paragraph, size: float | None, lang: str, rid: Rid, way: str) -> str:
    """A paragraph: its lead, its text, its tail and its link."""
    own = paragraph.size or size
    look = f'lang="{lang}"' + (f' sz="{round(own * 100)}"' if own else "")
    runs = _run(paragraph.lead, f'<a:rPr {look} b="1"/>') if paragraph.lead else ""
    text = paragraph.text.rstrip()
    runs += f"<a:br><a:rPr {look}/></a:br>".join(
        _run(line, f"<a:rPr {look}/>") if line else "" for line in text.split("\n")
    )
    if paragraph.tail:
        grey = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
        runs += _run(paragraph.tail, f"<a:rPr {look}>{grey}</a:rPr>")
    if paragraph.linked:
        runs += _link(paragraph, look, rid, after=bool(text))
    level = paragraph.level - 1
    attributes = (f' lvl="{level}"' if level else "") + way
    return f"<a:p><a:pPr{attributes}/>{runs}</a:p>" if attributes else f"<a:p>{runs}</a:p>"


def _run(text: str, look: str) -> str:
    return f"<a:r>{look}<a:t>{escape(text, quote=False)}</a:t></a:r>"


def _link(paragraph: Paragraph, look: str, rid: Rid, *, after: bool) -> str:
    """Words that lead to a slide; plain ones where that slide is not in the deck."""
    to = rid(paragraph.link) if paragraph.link else ""
    click = f'<a:hlinkClick r:id="{to}" action="{JUMP}"/>' if to else ""
    space = _run(" ", f"<a:rPr {look}/>") if after else ""
    return space + _run(paragraph.linked.strip(), f"<a:rPr {look}>{click}</a:rPr>")


def sp(id: int, name: str, place: str, own: str, paragraphs: str) -> str:
    """A placeholder with text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{own}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def _frame(id: int, kind: str, about: str, box: Box, inside: str) -> str:
    """A table or a chart in its placeholder, with what it shows in words."""
    uri = f"{GRAPHIC}/{'table' if kind == 'tbl' else kind}"
    place = xfrm(box).replace("<a:xfrm>", "<p:xfrm>").replace("</a:xfrm>", "</p:xfrm>")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{kind}" '
        f'descr="{escape(about)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f'</p:cNvGraphicFramePr><p:nvPr><p:ph type="{kind}" idx="11"/></p:nvPr>'
        f'</p:nvGraphicFramePr>{place}<a:graphic><a:graphicData uri="{uri}">{inside}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _table_xml(table: Table, lang: str, rid: Rid) -> str:
    grid = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in table.widths)
    x, y = at.CELL_X * EMU, at.CELL_Y * EMU
    ends = f'<a:tcPr marL="{x}" marR="{x}" marT="{y}" marB="{y}"/></a:tc>'
    rows = ""
    for row in table.rows:
        cells = (
            paragraphs_xml(tuple(map(Paragraph, cell.split("\n"))), table.size, lang, rid)
            for cell in row.cells
        )
        inside = "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{cell}</a:txBody>{ends}" for cell in cells
        )
        rows += f'<a:tr h="{round(row.tall * EMU)}">{inside}</a:tr>'
    return (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
    )


def notes_xml(said: tuple[str, ...], lang: str) -> str:
    """The speaker notes' page: a paragraph for each line."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
    )
    look = f'<a:rPr lang="{lang}"/>'
    lines = "".join(f"<a:p>{_run(' '.join(text.split()), look)}</a:p>" for text in said)
    body = sp(3, "Notes", 'type="body" sz="quarter" idx="3"', "", lines)
    return (
        f"<p:notes {NS}><p:cSld><p:spTree>{TREE}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def footers_xml(lang: str, date: str, footer: str, number: int) -> str:
    """Date, footer and number, last in reading order. The workshop's, never a template's."""
    # LibreOffice forgets the layout's font in a footer unless the theme's is named here.
    themed = f'<a:rPr lang="{lang}"><a:latin typeface="+mn-lt"/></a:rPr>'
    count = (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f"{themed}<a:t>{number}</a:t></a:fld></a:p>"
    )
    dated = sp(90, "Date", 'type="dt" idx="20"', "", f"<a:p>{_run(date, themed)}</a:p>")
    named = sp(91, "Footer", 'type="ftr" idx="21"', "", f"<a:p>{_run(footer, themed)}</a:p>")
    return (dated if date else "") + named + sp(92, "Number", 'type="sldNum" idx="22"', "", count)


def _right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    if text.isascii():  # as most are
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((one for one in directions if one in ("L", "R", "AL")), "L")
    return first != "L"
