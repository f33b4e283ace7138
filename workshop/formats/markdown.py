"""Rows to Markdown: the workshop as a text that a person reads."""

from workshop.boards import Rows
from workshop.phrases import day, say
from workshop.records import Row

from . import telling
from .telling import Told

STAR = " ★"


def markdown(rows: Rows) -> str:
    """The workshop as Markdown: question, outcomes, each board by themes with its synthesis."""
    (own,) = rows["workshop"].values()
    language = own["language"]
    lines = [f"# {_plain(own['title'] or own['question'])}", ""]
    lines += [f"**{_plain(own['question'])}**", ""] if own["title"] else []
    facts = " · ".join(filter(None, (day(language, own["date"]), own["organiser"])))
    lines += [_plain(facts), ""] if facts else []
    if outcomes := telling.outcomes(rows, language):
        lines += [f"## {say(language, 'table.outcomes')}", ""]
        lines += [_outcome(one, language) for one in outcomes] + [""]
    for board in telling.boards(rows):
        lines += _board(board, language)
    return "\n".join(lines)


def _outcome(one: Told, language: str) -> str:
    who = ", ".join(filter(None, (one["owner"], one["due"])))
    themes = ", ".join(theme["name"] for theme in one["themes"])
    kind = say(language, f"deck.{one['kind']}")
    said = f"- {kind}: {_plain(one['text'])}"
    said += f" ({_plain(who)})" if who else ""
    return said + (f" ← {_plain(themes)}" if themes else "")


def _board(board: Told, language: str) -> list[str]:
    name, word = (say(language, f"hat.{board['hat']}.{key}") for key in ("name", "word"))
    lines = [f"## {name}: {word}", ""]
    lines += [_plain(board["prompt"]), ""] if board["prompt"] else []
    facts = [say(language, "deck.notes", n=board["notes"])]
    facts += [say(language, "results.voters", n=board["voters"])] if board["voters"] else []
    facts += (
        [say(language, "projector.sorted_by", lens=_plain(board["lens"]))] if board["lens"] else []
    )
    lines += [" · ".join(facts), ""]
    if board["synthesis"]:
        lines += _synthesis(board["synthesis"], language)
    for group in board["groups"]:
        lines += [*_heading(group, language), ""] if board["themed"] else []
        lines += [line for pile in group["piles"] for line in _pile(pile, language)]
        lines += [""] if group["piles"] else []
    if board["waiting"]:
        lines += [say(language, "deck.waiting", n=board["waiting"]), ""]
    return lines


def _synthesis(synthesis: Told, language: str) -> list[str]:
    title = say(language, "table.synthesis")
    draft = f" ({say(language, 'projector.draft')})" if synthesis["status"] == "draft" else ""
    lines = [f"**{title}{draft}:** {' '.join(map(_plain, synthesis['statements']))}", ""]
    if synthesis["answered"]:
        counts = {key: synthesis[key] for key in ("agreeing", "answered")}
        lines += [say(language, "projector.this_is_us", **counts), ""]
    elif synthesis["status"] == "checked":
        lines += [say(language, "projector.checked"), ""]
    for state, title in (("kept", "results.missing"), ("open", "table.open")):
        if remarks := synthesis[state]:
            lines += [f"{say(language, title)}:", ""]
            lines += [f"- {_plain(remark)}" for remark in remarks] + [""]
    return lines


def _heading(group: Told, language: str) -> list[str]:
    counts = [say(language, "deck.notes", n=group["notes"])]
    counts += [say(language, "deck.votes", n=group["votes"])] if group["votes"] else []
    name = _plain(group["theme"]) or say(language, "table.unthemed")
    return [f"### {name}{STAR if group['star'] else ''} ({', '.join(counts)})"]


def _pile(pile: Told, language: str) -> list[str]:
    """A note on a line; its near-copies below it."""
    counts = [f"×{pile['count']}"] if pile["count"] > 1 else []
    counts += [say(language, "deck.votes", n=pile["votes"])] if pile["votes"] else []
    after = f" ({', '.join(counts)})" if counts else ""
    others = [f"  - {_note(note, language)}" for note in pile["others"]]
    return [f"- {_note(pile['first'], language)}{after}", *others]


def _note(note: Row, language: str) -> str:
    marks = "".join(f" ({say(language, f'mark.{mark}')})" for mark in note["marks"])
    author = f" – {_plain(note['author'])}" if note.get("author") else ""
    return f"{_plain(note['text'])}{marks}{STAR if note.get('star') else ''}{author}"


def _plain(text: str) -> str:
    """People's text as one line of Markdown that formats nothing."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!~" else c for c in " ".join(text.split()))
