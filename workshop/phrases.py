"""Everything people read, in their language: static/phrases/*.json, shared with the pages."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "static" / "phrases"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
FALLBACK = "en"


def book(language: str) -> dict[str, Any]:
    """All phrases of a language, nested by section; those of FALLBACK where we lack it."""
    return _read(language if language in LANGUAGES else FALLBACK)


@cache
def _read(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def say(language: str, key: str, **values: object) -> str:
    """The phrase at a dotted key, `{name}` filled in from values.

    A phrase may be {"one": …, "other": …}; `n` chooses. Raises KeyError for an unknown key.
    """
    phrase: Any = book(language)
    for part in key.split("."):
        phrase = phrase[part]
    if isinstance(phrase, dict):
        phrase = phrase["one" if values.get("n") == 1 else "other"]
    return phrase.format_map(values)


def day(language: str, date: str) -> str:
    """A day (YYYY-MM-DD) as people write it; "" for none."""
    if not date:
        return ""
    year, month, number = (int(part) for part in date.split("-"))
    named = say(language, f"deck.month.{month}")
    return say(language, "deck.date", day=number, month=named, year=year)
