"""New figures in a chart that somebody has formatted: its colours, labels and axes stay."""

from collections import Counter
from copy import deepcopy
from itertools import zip_longest

from lxml import etree

from workshop.deck.foreign.names import R, a
from workshop.deck.template import THEME

from .clean import C
from .parts import Part

END = 0.98  # of the width: where our bars end; see chartxml.py
ROOM = 1.1  # our axis ends so much beyond the longest bar
OF_BARS = ("dPt", f"dLbls/{{{C}}}dLbl")  # what one bar has of its own
ALIASES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def c(name: str) -> str:
    """The full name of an element of a chart."""
    return f"{{{C}}}{name}"


def series_of(chart: etree._Element) -> list[etree._Element]:
    """The series that have plain values."""
    return [one for one in chart.iter(c("ser")) if one.find(c("val")) is not None]


def names_of(series: etree._Element) -> list[str]:
    """The names of its bars."""
    found = {int(pt.get("idx", "0")): pt.findtext(c("v")) or "" for pt in _points(series, "cat")}
    return [found.get(n, "") for n in range(max(found, default=-1) + 1)]


def _bars(series: etree._Element) -> list[tuple[str, int]]:
    """Its bars by name; of those that are called alike the first, the second …"""
    count: Counter[str] = Counter()
    found = []
    for name in names_of(series):
        found.append((name, count[name]))
        count[name] += 1
    return found


def alike(theirs: etree._Element, ours: etree._Element) -> bool:
    """Whether the figures of ours have a place in theirs."""
    return len(series_of(theirs)) == len(series_of(ours)) == len(list(theirs.iter(c("ser"))))


def formatted(theirs: etree._Element, ours: etree._Element) -> bool:
    """Whether somebody gave it another kind of bars, or other colours."""
    if _kinds(theirs) != _kinds(ours):
        return True
    for mine, own in zip_longest(series_of(theirs), series_of(ours)):
        if mine is None or own is None:
            return False  # other figures; see alike
        before, now = _colours(own), _colours(mine)
        if any(now[bar] != before[bar] for bar in now.keys() & before.keys()):
            return True
    return False


def pour(theirs: Part, ours: Part) -> None:
    """Their chart shows the figures of ours; the two must be alike."""
    for mine, own in zip(series_of(theirs.tree), series_of(ours.tree), strict=True):
        _move_bars(mine, own)
        _refill(mine, own)
    _refit(theirs.tree, ours.tree)
    for book in ours.of("package"):
        _put_book(theirs, Part("package", blob=book.blob))


def _points(series: etree._Element, part: str) -> list[etree._Element]:
    return list(series.iterfind(f"{c(part)}//{c('pt')}"))


def _kinds(chart: etree._Element) -> list[str]:
    """What kinds of plots it has: "barChart bar"."""
    return [
        " ".join(
            [etree.QName(one).localname, *(way.get("val", "") for way in one.iter(c("barDir")))]
        )
        for one in chart.iterfind(f"{c('chart')}/{c('plotArea')}/*")
        if one.find(c("ser")) is not None
    ]


def _colours(series: etree._Element) -> dict[tuple[str, int], str]:
    """The colour of each bar."""
    usual = _colour(series)
    own = {int(one.find(c("idx")).get("val")): _colour(one) for one in series.iterfind(c("dPt"))}
    return {bar: own.get(n) or usual for n, bar in enumerate(_bars(series))}


def _colour(of: etree._Element) -> str:
    """RRGGBB of a fill, or what else it is; "" for none of its own."""
    fill = of.find(f"{c('spPr')}/{a('solidFill')}")
    if fill is None or not len(fill):
        look = of.find(c("spPr"))
        return "" if look is None or not len(look) else etree.QName(look[0]).localname
    name = fill[0].get("val", "")
    changed = "".join(f"{etree.QName(one).localname}{one.get('val')}" for one in fill[0])
    return THEME.get(ALIASES.get(name, name), name).upper() + changed


def _move_bars(mine: etree._Element, own: etree._Element) -> None:
    """What a bar has of its own stays with its name."""
    before, after = _bars(mine), _bars(own)
    to = {n: after.index(bar) for n, bar in enumerate(before) if bar in after}
    for n, (old, new) in enumerate(zip(before, after, strict=False)):
        if old not in after and new not in before:
            to[n] = n  # it has another name now
    for path in OF_BARS:
        _renumber(mine, path, to)
    there = {one.find(c("idx")).get("val") for one in mine.iterfind(c("dPt"))}
    come = {str(n) for n in range(len(after)) if n not in to.values()} - there
    fresh = [one for one in own.iterfind(c("dPt")) if one.find(c("idx")).get("val") in come]
    after_ = [*mine.iterfind(c("dPt")), *mine.iterfind(c("invertIfNegative")), mine.find(c("spPr"))]
    for one in reversed(fresh):
        if after_[0] is not None:
            after_[0].addnext(deepcopy(one))


def _renumber(mine: etree._Element, path: str, to: dict[int, int]) -> None:
    """In order of the new numbers, as the format wants them; those of bars that are gone go."""
    found = list(mine.iterfind(f"{{{C}}}{path}"))
    if not found:
        return
    above, place = found[0].getparent(), found[0].getparent().index(found[0])
    kept = []
    for one in found:
        above.remove(one)
        number = int(one.find(c("idx")).get("val"))
        if number in to:
            one.find(c("idx")).set("val", str(to[number]))
            kept.append(one)
    for n, one in enumerate(sorted(kept, key=lambda one: int(one.find(c("idx")).get("val")))):
        above.insert(place + n, one)


def _refill(mine: etree._Element, own: etree._Element) -> None:
    """The names and numbers of ours, in their format of numbers."""
    code = mine.findtext(f"{c('val')}//{c('formatCode')}")
    for part in ("tx", "cat", "val"):
        fresh = own.find(c(part))
        old = mine.find(c(part))
        if fresh is None:
            continue
        if old is not None:
            mine.replace(old, deepcopy(fresh))
        elif part == "cat":
            mine.find(c("val")).addprevious(deepcopy(fresh))
    for one in mine.iterfind(f"{c('val')}//{c('formatCode')}"):
        one.text = code or one.text


def _refit(theirs: etree._Element, ours: etree._Element) -> None:
    """Room for longer names and longer bars, where nobody gave them another."""
    for one in theirs.iterfind(f"{c('chart')}/{c('plotArea')}/{c('layout')}"):
        fresh = ours.find(f"{c('chart')}/{c('plotArea')}/{c('layout')}")
        if fresh is not None and abs(_number(one, "x") + _number(one, "w") - END) < 0.002:
            one.getparent().replace(one, deepcopy(fresh))
    for old, new in zip(theirs.iter(c("max")), ours.iter(c("max")), strict=False):
        end, fresh_end = float(old.get("val", "0")), float(new.get("val", "0"))
        if abs(end / ROOM - round(end / ROOM)) < 0.06 or end < fresh_end / ROOM:
            old.set("val", new.get("val"))


def _number(layout: etree._Element, name: str) -> float:
    found = layout.find(f"{c('manualLayout')}/{c(name)}")
    return 0.0 if found is None else float(found.get("val", "0"))


def _put_book(chart: Part, book: Part) -> None:
    """The workbook behind the chart; some programs forget that there was one."""
    for link in chart.links.values():
        if link.kind == "package":
            link.to = book
            return
    last = [one for one in chart.tree if one.tag in (c("chart"), c("spPr"), c("txPr"))][-1]
    leads = etree.Element(c("externalData"))
    leads.set(f"{{{R}}}id", chart.link("package", book))
    etree.SubElement(leads, c("autoUpdate"), val="0")
    last.addnext(leads)
