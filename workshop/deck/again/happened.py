"""Remembers what became of each slide, and reports it once all slides have their numbers."""

from . import shelf
from .fresh import Fresh
from .given import Given
from .merging import Merged
from .parts import Part
from .report import Report
from .withheld import Withheld


class Happened:
    """What happened to a deck so far."""

    def __init__(self, given: Given, fresh: Fresh, withheld: Withheld) -> None:
        self._given, self._fresh, self._withheld = given, fresh, withheld
        self._updated: list[Part] = []
        self._kept: list[Part] = []
        self._conflicts: list[tuple[Part, str]] = []
        self._removed: list[str] = []
        self._besides: list[dict[str, str]] = []

    def merged(self, slide: Part, result: Merged) -> None:
        """A slide of ours was brought up to date."""
        if result.updated:
            self._updated.append(slide)
        if result.edited:
            self._kept.append(slide)
        self._conflicts += [(slide, what) for what in dict.fromkeys(result.conflicts)]

    def removed(self, slide: Part) -> None:
        """A slide of ours is taken out."""
        self._removed.append(self._title(slide))

    def quoting(self, slides: list[Part], besides: bool) -> None:
        """Slides on which they quote what is withheld; `besides`: so does something else."""
        self._conflicts += [(slide, "quoted") for slide in slides]
        if besides:
            title = " ".join(self._fresh.deck.title.split())
            self._besides.append({"what": "quoted_besides", "title": title})

    def _title(self, slide: Part) -> str:
        title = shelf.title(slide)
        return self._withheld.name if self._withheld.quotes(title) else title

    def report(self) -> Report:
        """What happened, by the slides' numbers as they are now."""
        given, fresh = self._given, self._fresh
        there = given.there
        ours = {part for key, part in fresh.parts.items() if key not in there}
        told = {
            slide: {"slide": n, "title": self._title(slide)}
            for n, slide in enumerate(given.shelf.slides, 1)
        }
        return Report(
            updated=[told[slide] for slide in self._updated],
            added=[one for slide, one in told.items() if slide in ours],
            kept=[told[slide] for slide in self._kept],
            own=[one for slide, one in told.items() if slide not in ours | given.marks.keys()],
            removed=[{"title": title} for title in self._removed],
            deleted=[
                {"title": self._title(part)}
                for key, part in fresh.parts.items()
                if key not in there and part not in told
            ],
            conflicts=[
                *({"what": what, **told[slide]} for slide, what in self._conflicts),
                *self._besides,
            ],
            left_out=dict(sorted((+given.removed).items())),
        )
