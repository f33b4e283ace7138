"""The results page: what a workshop came to, for its participants, to read and to print."""

from flask import url_for
from markupsafe import Markup

from workshop import formats
from workshop.audience import Audience
from workshop.phrases import LANGUAGES, book
from workshop.records import by_kind

from .asking import existing, language, room
from .blueprint import bp

SHEETS = ("tokens", "base", "languages", "results")
LINK = Markup('<link rel="stylesheet" href="{}">')
ICON = Markup('<link rel="icon" href="{}">')


@bp.get("/results/<int:code>")
def results(code: int) -> str:
    """What every participant may see by now; nobody's own, whoever looks."""
    workshop = existing(str(code))
    rows = by_kind(room().rows(Audience(workshop, "participant")))
    sheets = (url_for("static", filename=f"style/{name}.css") for name in SHEETS)
    head = ICON.format(url_for("static", filename="icon.svg"))
    head += Markup("").join(LINK.format(sheet) for sheet in sheets)
    names = {name: book(name)["language"] for name in LANGUAGES}
    return formats.results(rows, language(), head, names)
