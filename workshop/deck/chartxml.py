"""A native bar chart as XML text, and the workbook behind it that people edit."""

import io
from datetime import UTC, datetime
from html import escape

from xlsxwriter import Workbook

from . import layouts as at
from .content import Figures, Series
from .drawing import COLOURS
from .metrics import width
from .slide import Chart

NS = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORIES, VALUES = 111_111_111, 222_222_222  # ids of the axes; the format wants them positive
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # of every workbook: the same figures, the same bytes
SHEET = "Sheet1"
SEVERAL = (("accent5", "accent5"), ("accent6", "accent6"))  # fill and edge where bars mix hats


def workbook(figures: Figures) -> bytes:
    """The chart's figures as a workbook: names down, a column for each series. Text stays text."""
    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, {"in_memory": True, **plain})
    book.set_properties({"created": MADE.replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    for n, name in enumerate(figures.names, 1):
        sheet.write_string(n, 0, name)
    for column, series in enumerate(figures.series, 1):
        sheet.write_string(0, column, series.name)
        for n, value in enumerate(series.values, 1):
            sheet.write_number(n, column, value)
    book.close()
    return out.getvalue()


def chart_xml(chart: Chart, lang: str) -> str:
    """Horizontal bars in the order given, each with its value; the hats' colours."""
    figures = chart.figures
    series = "".join(_series(chart, n, one, lang) for n, one in enumerate(figures.series))
    several = len(figures.series) > 1
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(chart.size, lang)}</c:legend>'
        if several
        else ""
    )
    return (
        f'<c:chartSpace {NS}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea>'
        f'{_plot(chart, legend)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="45"/>'
        f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:barChart>'
        f"{_names(chart.size, lang)}{_axis(chart.most)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(chart.size, lang)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(chart: Chart, legend: str) -> str:
    """Where the bars are: beside the longest name, which no program then makes too wide."""
    longest = max(width(name, chart.size) for name in chart.figures.names)
    x = (min(longest, at.BAR_NAME_W) + 14) / chart.box.w
    tall = 1 - (30 / chart.box.h if legend else 0)
    place = {"x": x, "y": 0, "w": 0.98 - x, "h": tall}
    values = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in place.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )


def _series(chart: Chart, n: int, series: Series, lang: str) -> str:
    figures = chart.figures
    column = "BCDE"[n]
    last = len(figures.names) + 1
    mixed = len(figures.series) > 1
    colours = SEVERAL[n] if mixed else COLOURS[figures.hat or figures.hats[0]][:2]
    points = ""
    if figures.hats and not mixed:
        points = "".join(
            f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"{_fill(*COLOURS[hat][:2])}</c:dPt>"
            for i, hat in enumerate(figures.hats)
        )
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1'
        f"</c:f>{_strings([series.name])}</c:strRef></c:tx>{_fill(*colours)}"
        f'<c:invertIfNegative val="0"/>{points}<c:dLbls>{_text(chart.size, lang)}'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName '
        'val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        f"</c:dLbls><c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>"
        f"{_strings(figures.names)}</c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${column}$2:"
        f"${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{_points(series.values)}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _strings(texts) -> str:  # type: ignore[no-untyped-def]
    return f"<c:strCache>{_points(texts)}</c:strCache>"


def _points(values) -> str:  # type: ignore[no-untyped-def]
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(str(value))}</c:v></c:pt>' for n, value in enumerate(values)
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _fill(fill: str, edge: str) -> str:
    return (
        f'<c:spPr><a:solidFill><a:schemeClr val="{fill}"/></a:solidFill><a:ln w="12700">'
        f'<a:solidFill><a:schemeClr val="{edge}"/></a:solidFill></a:ln></c:spPr>'
    )


def _text(size: float, lang: str) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )


def _names(size: float, lang: str) -> str:
    line = (
        '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>'
    )
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}{_text(size, lang)}<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _axis(most: int) -> str:
    """Hidden, for each bar says its value; from zero, with room for the longest bar's value."""
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{max(1, most) * 1.1:.1f}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark '
        'val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
