"""What was concluded: the answer, a text per hat, decisions and actions, what the room added."""

import re

from workshop.boards import Rows, in_order, themes_of
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import normalised

from .content import NOTE, THEME, Answer, Block, Board, Card, Outcome, Statement
from .naming import day, hat_name, text_of

SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zåäö])")
MOST_RESTS = 3  # themes and quotes in a cell of the table
QUOTE = 60  # characters of a note quoted there


def answer(rows: Rows, used: list[str], language: str) -> Answer | None:
    """Decisions as sentences, and why: the first sentence of each hat's synthesis.

    None where nothing was decided and no synthesis says more than its first sentence: then the
    syntheses themselves are the answer.
    """
    outcomes = [row for row in in_order(rows["outcome"]) if row["kind"] == "decision"]
    decisions = tuple(
        Statement(_sentence(row["text"]), "", tuple(row["notes"])) for row in outcomes
    )
    reasons = tuple(filter(None, (_first(rows, hat, language) for hat in used)))
    more = any(len(text_of(rows, hat)) > len(_opening(rows, hat).text) for hat in used)
    if not decisions and not (len(reasons) > 1 and more):
        return None
    return Answer(decisions[0].text if decisions else "", decisions, reasons)


def _sentence(text: str) -> str:
    """On one line, ending as a sentence does."""
    text = " ".join(normalised(text).split())
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _first(rows: Rows, hat: str, language: str) -> Statement | None:
    said = _opening(rows, hat)
    lead = say(language, f"hat.{hat}.word")
    return Statement(said.text, lead, said.notes) if said.text else None


def _opening(rows: Rows, hat: str) -> Statement:
    """The first sentence of a hat's synthesis, with the notes of the statement it is from."""
    row = rows["synthesis"].get(hat)
    statements = [one for one in (row or {}).get("statements", []) if one["text"].strip()]
    text = statements[0]["text"] if statements else text_of(rows, hat)
    notes = tuple(statements[0]["notes"]) if statements else ()
    return Statement(SENTENCE.split(" ".join(normalised(text).split()), maxsplit=1)[0], "", notes)


def cards(rows: Rows, used: list[str], language: str) -> tuple[Card, ...]:
    """A card for each hat that was on, and one for the outcomes."""
    made = [_card(rows, hat, language) for hat in used if _was_on(rows, hat)]
    if lines := [_outcome_line(row, language) for row in in_order(rows["outcome"])]:
        made.append(Card("blue", say(language, "table.outcomes"), tuple(lines)))
    return tuple(made)


def _card(rows: Rows, hat: str, language: str) -> Card:
    row = rows["synthesis"].get(hat, {})
    heading = hat_name(hat, language)
    if text_of(rows, hat) and row.get("status") == "draft":
        heading = say(language, "deck.proposal", name=heading)
    statements = tuple(
        Statement(normalised(one["text"]), "", tuple(one["notes"]))
        for one in row.get("statements", [])
        if one["text"].strip()
    )
    said = _said(rows, hat, language)
    return Card(hat, heading, (said,), agreement(row, language), statements)


def agreement(row: Row, language: str) -> str:
    """ "17 of 20: this is us", where the check has ended and the text is still the one checked."""
    if not row.get("answered") or row.get("checking") or row.get("status") != "checked":
        return ""
    return say(language, "deck.agreement", agreeing=row["agreeing"], answered=row["answered"])


def _said(rows: Rows, hat: str, language: str) -> str:
    """A hat's synthesis; where nobody wrote one, the names of its themes speak for it."""
    if text := text_of(rows, hat):
        return text
    names = ", ".join(normalised(theme["name"]) for theme in themes_of(rows, hat))
    return (
        say(language, "deck.themes", names=names) if names else say(language, "deck.no_synthesis")
    )


def _was_on(rows: Rows, hat: str) -> bool:
    opened = any(row["hat"] == hat and row["opened_at"] for row in rows["round"].values())
    return opened or bool(text_of(rows, hat))


def _outcome_line(row: Row, language: str) -> str:
    who = ", ".join(filter(None, (row["owner"], day(row["due"], language))))
    kind = say(language, f"deck.{row['kind']}")
    return normalised(f"{kind}: {row['text']}" + (f" ({who})" if who else ""))


def outcomes(rows: Rows, language: str) -> tuple[Outcome, ...]:
    """Decisions, then actions, each with what it rests on."""
    ordered = sorted(in_order(rows["outcome"]), key=lambda row: row["kind"] != "decision")
    return tuple(_outcome(rows, row, language) for row in ordered)


def _outcome(rows: Rows, row: Row, language: str) -> Outcome:
    rests = _rests_on(rows, row, language)
    return Outcome(
        (
            say(language, f"deck.{row['kind']}"),
            normalised(row["text"]),
            normalised(row["owner"]),
            day(row["due"], language),
            "\n".join(line for line, _ in rests),
        ),
        tuple(id for id in row["notes"] if _shown(rows, id)),
        tuple(id for _, id in rests),
    )


def _rests_on(rows: Rows, row: Row, language: str) -> list[tuple[str, str]]:
    """Names of themes and short quotes, each with the id of the note that it quotes, or ""; how
    many more where there are more."""
    themes = [rows["theme"][id]["name"] for id in row["themes"] if id in rows["theme"]]
    quotes = [(rows["note"][id]["text"], id) for id in row["notes"] if _shown(rows, id)]
    found = [(_short(name), "") for name in themes] + [
        (say(language, "deck.quote", text=_short(text)), id) for text, id in quotes
    ]
    more = (
        [(say(language, "deck.more_of_it", n=len(found) - MOST_RESTS), "")]
        if len(found) > MOST_RESTS
        else []
    )
    return found[:MOST_RESTS] + more


def _shown(rows: Rows, id: str) -> bool:
    return id in rows["note"] and not rows["note"][id]["hidden"]


def _short(text: str) -> str:
    text = " ".join(normalised(text).split())
    return text if len(text) <= QUOTE else f"{text[:QUOTE].rstrip()}…"


def room(rows: Rows, used: list[str], language: str) -> Board | None:
    """Per hat that was checked: how many agreed, and the remarks that are open or kept."""
    blocks: list[Block] = []
    for hat in used:
        if not (agreed := agreement(rows["synthesis"].get(hat, {}), language)):
            continue
        blocks.append(Block(THEME, f"{hat_name(hat, language)} ({agreed})"))
        blocks += [Block(NOTE, *one) for one in _remarks(rows, hat, language)]
    if not blocks:
        return None
    added = sum(block.level == NOTE for block in blocks)
    title = say(language, "deck.added", n=added) if added else say(language, "deck.agreed")
    return Board("blue", title, "", tuple(blocks))


def _remarks(rows: Rows, hat: str, language: str) -> list[tuple[str, str]]:
    """Each with its state, and what it is known by: its own words, for its id could tell whose."""
    mine = [one for one in rows["agreement"].values() if one["hat"] == hat and one["remark"]]
    return [
        (
            f"{normalised(one['remark'])} ({say(language, 'deck.remark.' + one['state'])})",
            f"{hat} {normalised(one['remark'])}",
        )
        for one in sorted(mine, key=lambda one: (one["state"] != "kept", one["id"]))
        if one["state"] in ("kept", "open")
    ]
