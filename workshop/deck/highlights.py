"""The themes of a hat with the notes that weigh most in them."""

from collections import Counter

from workshop.boards import Rows, notes_of, themes_of
from workshop.records import Row
from workshop.rules import normalised

from .content import Card
from .naming import counted, is_named, note_text

AT_MOST = 3  # notes of a theme


def highlights(rows: Rows, hat: str, language: str) -> tuple[Card, ...]:
    """A card for each theme that has notes, most votes first; none where themes are fewer than
    two or so small that the cards would say no less than all notes do."""
    notes = notes_of(rows, hat)
    under: dict[str, list[Row]] = {}
    for note in notes:
        under.setdefault(note["theme"], []).append(note)
    themes = [theme for theme in themes_of(rows, hat) if theme["id"] in under]
    if len(themes) < 2 or all(len(under[theme["id"]]) <= AT_MOST for theme in themes):
        return ()
    copies = Counter(n["stack"] for n in notes if n["stack"] not in ("", n["id"]))
    themes.sort(key=lambda theme: (-theme["votes"], -theme.get("star", 0), theme["position"]))
    return tuple(_card(theme, under[theme["id"]], copies, rows, language) for theme in themes)


def _card(theme: Row, notes: list[Row], copies: Counter[str], rows: Rows, language: str) -> Card:
    """Votes first, then the facilitator's star, then how often it was said, then who came first.

    Near-copies stand for themselves on the slides with all notes; here the first speaks for them.
    """
    here = {note["id"] for note in notes}
    first = [
        note for note in notes if note["stack"] in ("", note["id"]) or note["stack"] not in here
    ]
    first.sort(key=lambda n: (-n["votes"], -n.get("star", 0), -copies[n["id"]], n["number"]))
    shown = first[:AT_MOST]
    heading = f"{normalised(theme['name'])} ({counted(len(notes), theme['votes'], language)})"
    lines = tuple(_line(note, copies[note["id"]], rows, language) for note in shown)
    return Card(theme["hat"], heading, lines, notes=tuple(note["id"] for note in shown))


def _line(note: Row, copies: int, rows: Rows, language: str) -> str:
    text = " ".join(note_text(note, language, named=is_named(rows)).split())
    often = f" (×{copies + 1})" if copies else ""
    return f"{text}{often}"
