"""Slides of figures: a native chart, and in words what it says."""

from . import layouts as at
from .content import Deck, Figures, Series
from .metrics import ellipsised
from .slide import QUESTION, TITLE, Chart, Paragraph, Slide, Text, fitting, one_line

BARS = 12  # on one slide; more go on the next
LONGEST_NAME = 560  # points at NAME_SIZE: two lines beside the bars
NAME_SIZE = 12


def participation(deck: Deck) -> list[Slide]:
    """Notes and writers per hat, with the facts beside the chart."""
    if not (found := deck.participation):
        return []
    texts = _head(found.title, deck)
    texts[12] = Text(tuple(Paragraph(fact) for fact in found.facts))
    chart = _chart(found, deck)
    return [Slide("participation", deck.words["summary"], texts, "participation", chart=chart)]


def votes(deck: Deck) -> list[Slide]:
    """A chart for each hat that was voted on."""
    return [slide for figures in deck.votes for slide in _votes(figures, deck)]


def _votes(figures: Figures, deck: Deck) -> list[Slide]:
    count = -(-len(figures.names) // BARS)
    most = max(max(one.values) for one in figures.series)
    made = []
    for n in range(count):
        here = slice(n * len(figures.names) // count, (n + 1) * len(figures.names) // count)
        names = tuple(ellipsised(x, LONGEST_NAME, NAME_SIZE) for x in figures.names[here])
        series = tuple(Series(one.name, one.values[here]) for one in figures.series)
        title = figures.title if n == 0 else f"{figures.facts[0]} – {deck.words['votes_go_on']}"
        title += f" {n + 1}/{count}" if n else ""
        texts = _head(title, deck)
        texts[10] = fitting(" · ".join(figures.facts), at.ABOUT)
        shown = Figures(figures.hat, figures.title, figures.facts, names, series)
        made.append(
            Slide("votes", deck.words["summary"], texts, f"votes-{figures.hat}",
                  ((figures.hat, *at.CORNER_HAT),), chart=_chart(shown, deck, most))
        )  # fmt: skip
    return made


def _head(title: str, deck: Deck) -> dict[str | int, Text]:
    return {TITLE: fitting(title, at.HEAD), QUESTION: one_line(deck.question, at.ASKED)}


def _chart(figures: Figures, deck: Deck, most: int = 0) -> Chart:
    """The chart, with every value told in words."""
    told = "; ".join(
        f"{one.name}: "
        + ", ".join(f"{name} {n}" for name, n in zip(figures.names, one.values, strict=True))
        for one in figures.series
    )
    highest = most or max(max(one.values) for one in figures.series)
    return Chart(figures, f"{deck.words['chart']}. {told}", highest)
