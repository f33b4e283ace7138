"""Rows to the results page: what the room wrote and decided, for those who were there."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from workshop.boards import Rows
from workshop.phrases import day, say

from . import telling

ROOT = Path(__file__).parent.parent.parent
SHEETS = ("tokens", "base", "results")
# Nothing is loaded and nothing runs, whatever a note may say.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def results(rows: Rows, language: str, head: Markup, languages: dict[str, str]) -> str:
    """The page in a language, from the rows that its reader may see.

    `head` brings the style sheets; `languages` (names by code) are offered at the foot.
    """
    (own,) = rows["workshop"].values()
    told = telling.boards(rows)
    return (
        _pages()
        .get_template("results.html")
        .render(
            own=own,
            day=day(language, own["date"]),
            boards=told,
            notes=sum(board["notes"] for board in told),
            outcomes=telling.outcomes(rows, language),
            language=language,
            languages=languages,
            head=head,
            say=lambda key, **values: say(language, key, **values),
        )
    )


def results_file(rows: Rows) -> str:
    """The page as a file that needs nothing besides itself, in the workshop's language."""
    (own,) = rows["workshop"].values()
    policy = Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(ALONE)
    style = Markup("<style>{}</style>").format(Markup(_sheets()))
    return results(rows, own["language"], policy + style, {})


def _sheets() -> str:
    """Our own style sheets in one, without the font, which is a file of its own."""
    folder = ROOT / "static" / "style"
    text = "\n".join((folder / f"{name}.css").read_text("utf-8") for name in SHEETS)
    return re.sub(r"@font-face\s*\{[^}]*\}", "", text)


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
