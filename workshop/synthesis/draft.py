"""A draft of a board's synthesis: themes in a row, each told in its notes' own words.

Every sentence names the notes that it rests on; the conclusion is left to people.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from workshop.phrases import say

from .likeness import Likeness, Rows, Vector
from .naming import central

FEWEST, MOST = 3, 4  # themes, where there are as many
LENGTH = 350  # characters of a draft: what a room reads from a slide
QUOTED = 90  # characters of a note that is quoted
Row = Mapping[str, Any]
Statement = dict[str, Any]


def draft(
    notes: Sequence[Row],
    themes: Sequence[Row],
    language: str,
    vectors: Mapping[str, Vector] | None = None,
) -> list[Statement]:
    """Statements `{"text", "notes"}`; the notes quoted come first, then the others of the theme.

    Notes have `id`, `text`, `theme` and perhaps `star` and `votes`; themes `id`, `name` and perhaps
    `star` and `votes`. The last statement is empty: what people conclude themselves.
    """
    likeness = Likeness([note["text"] for note in notes], vectors).notes
    if told := _leading(notes, themes):
        parts = [_Part(theme, own, notes, likeness) for theme, own in told[:MOST]]
    else:
        parts = [_Part(None, [i], notes, likeness) for i in _weightiest(notes, likeness)[:MOST]]
    return [*_fitting(parts, language), {"text": "", "notes": []}]


def _leading(notes: Sequence[Row], themes: Sequence[Row]) -> list[tuple[Row, list[int]]]:
    """Themes with their notes' positions: starred ones first, then by votes and size."""
    filed = [
        (theme, [i for i, note in enumerate(notes) if note.get("theme") == theme["id"]])
        for theme in themes
    ]
    return sorted(
        ((theme, own) for theme, own in filed if own),
        key=lambda one: (not one[0].get("star"), -_votes(one[0]), -len(one[1])),
    )


def _weightiest(
    notes: Sequence[Row], likeness: Rows, among: Sequence[int] | None = None
) -> list[int]:
    """Positions of notes: starred ones first, then by votes, then central ones."""
    places = central(range(len(notes)) if among is None else among, likeness)
    return sorted(places, key=lambda i: (not notes[i].get("star"), -_votes(notes[i])))


class _Part:
    """What a draft may tell of one theme, or of a note without one."""

    def __init__(
        self, theme: Row | None, own: list[int], notes: Sequence[Row], likeness: Rows
    ) -> None:
        middle = central(own, likeness)[0]
        others = [i for i in _weightiest(notes, likeness, own) if i != middle]
        self.theme, self.notes = theme, [notes[i] for i in [middle, *others]]

    def statement(self, language: str, quotes: int) -> Statement:
        """The sentence with so many quotes, and the ids of all notes, the quoted ones first."""
        said = "; ".join(_quoted(note, language) for note in self.notes[:quotes])
        ids = [note["id"] for note in self.notes[:quotes]]
        ids += [note["id"] for note in self.notes[quotes:]]
        return {"text": self._text(language, said), "notes": ids}

    def _text(self, language: str, said: str) -> str:
        if self.theme is None:
            return say(language, "draft.note", quotes=said)
        size = say(language, "draft.notes", n=len(self.notes))
        votes = _votes(self.theme) or sum(_votes(note) for note in self.notes)
        if votes:
            size = f"{size}, {say(language, 'draft.votes', n=votes)}"
        return say(language, "draft.theme", name=self.theme["name"], size=size, quotes=said)


def _fitting(parts: list[_Part], language: str) -> list[Statement]:
    """FEWEST to MOST parts with a quote each, and second quotes as far as LENGTH allows."""
    told = [part.statement(language, 1) for part in parts]
    while len(told) > FEWEST and _length(told) > LENGTH:
        told.pop()
    for i, part in enumerate(parts[: len(told)]):
        longer = [*told[:i], part.statement(language, 2), *told[i + 1 :]]
        told = longer if _length(longer) <= LENGTH else told
    return told


def _length(told: list[Statement]) -> int:
    return sum(len(statement["text"]) for statement in told)


def _quoted(note: Row, language: str) -> str:
    text = " ".join(note["text"].split())
    if len(text) > QUOTED:
        cut = text[:QUOTED]
        text = (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.–-") + "…"
    return say(language, "draft.quote", text=text)


def _votes(row: Row) -> int:
    return row.get("votes") or 0
