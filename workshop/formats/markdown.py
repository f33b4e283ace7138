"""Rows to Markdown: the workshop as a text that a person reads."""

from workshop.boards import Rows, has_board, in_order, notes_of, prompt_of, themes_of
from workshop.hats import BOARDS
from workshop.phrases import say
from workshop.records import Row


def markdown(rows: Rows) -> str:
    """The workshop as Markdown: question, each board by themes, syntheses, outcomes."""
    (own,) = rows["workshop"].values()
    lines = [f"# {_plain(own['title'] or own['question'])}", ""]
    lines += [f"**{_plain(own['question'])}**", ""] if own["title"] else []
    facts = " · ".join(filter(None, (own["date"], own["organiser"])))
    lines += [_plain(facts), ""] if facts else []
    for hat in BOARDS:
        if has_board(rows, hat):
            lines += _markdown_board(rows, hat, own["language"])
    if rows["outcome"]:
        lines += [f"## {say(own['language'], 'table.outcomes')}", ""]
        lines += [_markdown_outcome(row) for row in in_order(rows["outcome"])] + [""]
    return "\n".join(lines)


def _markdown_board(rows: Rows, hat: str, language: str) -> list[str]:
    word = say(language, f"hat.{hat}.word")
    lines = [f"## {say(language, f'hat.{hat}.name')}: {word}", "", _plain(prompt_of(rows, hat)), ""]
    themes = themes_of(rows, hat)
    for theme in [*themes, None]:
        under = theme["id"] if theme else ""
        notes = [note for note in notes_of(rows, hat) if note["theme"] == under]
        if notes and themes:
            name = theme["name"] if theme else say(language, "table.unthemed")
            lines += [f"### {_plain(name)}", ""]
        lines += [f"- {_plain(note['text'])}{_marks(note, language)}" for note in notes] + (
            [""] if notes else []
        )
    if (synthesis := rows["synthesis"].get(hat)) and synthesis["text"]:
        lines += [f"**{say(language, 'table.synthesis')}:** {_plain(synthesis['text'])}", ""]
    return lines


def _marks(note: Row, language: str) -> str:
    return "".join(f" ({say(language, f'mark.{mark}')})" for mark in note["marks"])


def _markdown_outcome(row: Row) -> str:
    who = ", ".join(filter(None, (row["owner"], row["due"])))
    return f"- {_plain(row['text'])}" + (f" ({_plain(who)})" if who else "")


def _plain(text: str) -> str:
    """People's text as one line of Markdown that formats nothing."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!~" else c for c in " ".join(text.split()))
