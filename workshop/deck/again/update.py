"""An edited deck and the workshop as it is now become one deck."""

from collections.abc import Iterable
from pathlib import Path

from workshop.boards import Rows
from workshop.deck import parts, powerpoint
from workshop.deck.naming import day
from workshop.phrases import say

from . import marks, merging, spoken
from .fresh import Fresh, made_anew
from .given import Given, taken_in
from .graft import Graft
from .happened import Happened
from .marks import Mark, Told, hat_of
from .packing import written
from .parts import Part
from .report import Report
from .spoken import Line
from .withholding import left_in, withheld


def update(
    rows: Rows, blob: bytes, today: str, templates: Iterable[Path] = ()
) -> tuple[bytes, Report]:
    """The deck's bytes and what happened; `today` (YYYY-MM-DD) stands on what is added. The
    template that it is drawn on is looked for among `templates`.

    Raises Refused: "template_…" for a file that is not taken in, "deck_unmarked" for one that is no
    export of ours, "deck_of_another" for one of another workshop, "deck_template" for one whose
    template is not at hand.
    """
    given = taken_in(blob)
    fresh = made_anew(rows, given, today, templates)
    return _Update(rows, given, fresh, today).made()


class _Update:
    """Works on the given deck until it is up to date."""

    def __init__(self, rows: Rows, given: Given, fresh: Fresh, today: str) -> None:
        self.given, self.fresh, self.today = given, fresh, today
        self.language = fresh.deck.language
        self.lang = powerpoint.LANGUAGES.get(self.language, self.language)
        self.withheld = withheld(rows, given, fresh, self.lang)
        self.happened = Happened(given, fresh, self.withheld)

    def made(self) -> tuple[bytes, Report]:
        given, fresh = self.given, self.fresh
        self._adapt()
        for slide, mark in given.marks.items():
            self._merge(slide, mark)
        self._add()
        self.happened.quoting(*left_in(given, self.withheld))
        report = self.happened.report()
        self._complete()
        notes = {slide.key: fresh.marks[slide.key].notes for slide in fresh.slides}
        given.write_ledger(notes, parts.names(given.parts))
        given.shelf.put_back(given.sectioned)
        return written(given.root), report

    def _adapt(self) -> None:
        """Our slides lead to layouts and slides of theirs."""
        there, ours = self.given.there, self.fresh.parts
        same = {ours[key]: slide for key, slide in there.items() if key in ours}
        graft = Graft(self.given.shelf, self.fresh.shelf)
        for part in ours.values():
            graft.adapt(part, same)

    def _merge(self, slide: Part, mark: Mark) -> None:
        fresh = self.fresh
        if mark.key not in fresh.parts:
            self._without_ours(slide, mark)
            return
        ours = fresh.parts[mark.key]
        said = [line for line in spoken.text(ours).split("\n") if line.strip()]
        lines = [line for line in map(marks.without, said) if line.strip()]
        result = merging.merge(slide, mark, ours, fresh.marks[mark.key], self.withheld)
        told = spoken.merge(slide, mark, lines, self.withheld, self._more(result.more), self.lang)
        self._finish(slide, mark.key, result, told)

    def _without_ours(self, slide: Part, mark: Mark) -> None:
        """A slide that we would not make any more: gone, unless they have edited it."""
        if not merging.edited(slide, mark):
            self.happened.removed(slide)
            self.given.shelf.drop(slide)
            return
        result = merging.take_out(slide, mark, self.withheld)
        told = spoken.merge(slide, mark, [], self.withheld, [], self.lang)
        self._finish(slide, mark.key, result, told)

    def _finish(
        self, slide: Part, key: str, result: merging.Merged, told: tuple[Told, ...]
    ) -> None:
        """Mark a slide for the next time, and remember what happened to it."""
        slots = {name: all_ for name, all_ in result.slots.items() if name != marks.SAID}
        spoken.put_mark(slide, Mark(key, {**slots, marks.SAID: told}), self.lang)
        self.given.lost.update(result.lost)
        self.happened.merged(slide, result)

    def _more(self, lines: list[Line]) -> list[Line]:
        if not lines:
            return []
        when = day(self.today, self.language)
        return [(say(self.language, "deck.now_says", day=when), ()), *lines]

    def _add(self) -> None:
        """Slides that never went out before."""
        given, there = self.given, self.given.there
        for slide in self.fresh.slides:
            if slide.key not in there and slide.key not in given.pages:
                part = self.fresh.parts[slide.key]
                given.shelf.insert(self._place(slide.key), part, slide.section)

    def _place(self, key: str) -> int:
        """Behind the last slide of its hat, else behind the nearest of ours that comes before."""
        slides = self.given.shelf.slides
        keys = {slide: mark.key for slide, mark in self.given.marks.items()}
        keys |= {part: own for own, part in self.fresh.parts.items()}
        hat = hat_of(key)
        of_hat = [n for n, one in enumerate(slides) if hat and hat_of(keys.get(one, "")) == hat]
        if of_hat:
            return of_hat[-1] + 1
        order = [slide.key for slide in self.fresh.slides]
        before = set(order[: order.index(key)])
        places = [n for n, one in enumerate(slides) if keys.get(one) in before]
        return places[-1] + 1 if places else 0

    def _complete(self) -> None:
        """What some programs leave out and PowerPoint asks for."""
        theirs = self.given.shelf.main
        for kind in ("presProps", "viewProps", "tableStyles"):
            if not theirs.of(kind):
                for part in self.fresh.shelf.main.of(kind):
                    theirs.link(kind, part)
