"""Slides of figures: a native chart, and in words what it says."""

from collections import Counter
from dataclasses import replace

from . import layouts as at
from .columns import numbered
from .content import Deck, Figures, Series
from .layouts import Box
from .metrics import PITCH, ellipsised, line_count
from .slide import QUESTION, TITLE, Chart, Paragraph, Slide, Text, fitting, one_line

BARS = 10  # on one slide; more go on the next


def participation(deck: Deck) -> list[Slide]:
    """Notes and writers per hat, with the facts beside the chart."""
    if not (found := deck.participation):
        return []
    texts = _head(found.title, deck)
    if found.facts:
        texts[12] = Text(tuple(Paragraph(fact) for fact in found.facts))
    chart = _chart(found, deck, at.CHART if found.facts else at.CHART._replace(w=872))
    return [Slide("participation", deck.words["summary"], texts, "participation", chart=chart)]


def votes(deck: Deck) -> list[Slide]:
    """A chart for each hat that was voted on; hats whose votes say the same say whose they are."""
    titles = Counter(figures.title for figures in deck.votes)
    return [
        slide
        for figures in deck.votes
        for slide in _votes(figures, deck, alone=titles[figures.title] == 1)
    ]


def _votes(figures: Figures, deck: Deck, *, alone: bool) -> list[Slide]:
    count = -(-len(figures.names) // BARS)
    most = max(max(one.values) for one in figures.series)
    whose = figures.facts[0]
    made = []
    for n in range(count):
        here = slice(n * len(figures.names) // count, (n + 1) * len(figures.names) // count)
        title = figures.title if alone else f"{whose}: {figures.title}"
        if n:
            title = numbered(f"{whose} – {deck.words['votes_go_on']}", n + 1, count)
        texts = _head(title, deck)
        texts[10] = fitting(" · ".join(figures.facts), at.ABOUT)
        series = tuple(Series(one.name, one.values[here]) for one in figures.series)
        notes = figures.notes[here]
        shown = replace(figures, names=figures.names[here], series=series, notes=notes)
        chart = _chart(shown, deck, at.WIDE_CHART, most)
        made.append(
            Slide(
                "votes",
                deck.words["summary"],
                texts,
                f"votes-{figures.hat}",
                ((figures.hat, *at.CORNER_HAT),),
                chart=chart,
                quotes=_quotes(chart, "" if n else texts[TITLE].paragraphs[0].text),
            )
        )
    return made


def _quotes(chart: Chart, title: str) -> tuple[tuple[str, str], ...]:
    """Where bars are notes: what says a note's words, each with its id; `title` names the winners,
    or is ""."""
    figures = chart.figures
    values = figures.series[0].values
    first = [id for id, value in zip(figures.notes, values, strict=False) if value == values[0]]
    return (
        *zip(figures.names, figures.notes, strict=False),
        *((chart.about, id) for id in figures.notes),
        *((title, id) for id in first if title),
    )


def _head(title: str, deck: Deck) -> dict[str | int, Text]:
    return {TITLE: fitting(title, at.HEAD), QUESTION: one_line(deck.question, at.ASKED)}


def _chart(figures: Figures, deck: Deck, box: Box, most: int = 0) -> Chart:
    """The chart, with every value told in words."""
    told = "; ".join(
        f"{one.name}: "
        + ", ".join(f"{name} {n}" for name, n in zip(figures.names, one.values, strict=True))
        for one in figures.series
    )
    size = _size(figures.names, box)
    names = tuple(ellipsised(name, at.BAR_NAME_W, size, False, 2) for name in figures.names)
    highest = most or max(max(one.values) for one in figures.series)
    about = f"{deck.words['chart']}. {told}"
    return Chart(replace(figures, names=names), about, highest, at.bars(len(names), box), size)


def _size(names: tuple[str, ...], box: Box) -> float:
    """The largest at which every name stands in full beside its bar; else the smallest."""
    each = at.bars(len(names), box).h / len(names)
    for size in at.BAR_NAMES:
        most = min(2, int(each / (size * PITCH)))
        if all(line_count(name, at.BAR_NAME_W, size) <= most for name in names):
            return size
    return at.BAR_NAMES[-1]
