"""Decides what the deck says: which slides, with which words. No sizes and no pptx here."""

from workshop.boards import Rows, has_board, notes_of, prompt_of, themes_of
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import normalised

from . import conclusions, figures
from .content import NOTE, PLAIN, THEME, Block, Board, Deck, Entry
from .highlights import highlights
from .method import export_id, method
from .naming import counted, day, hat_name, hats_in_order, is_named, note_text

WORDS = (
    "hats", "synthesis", "goes_on", "sources", "answer", "outcomes", "kind", "what", "who", "when",
    "rests_on", "appendix", "all_hats", "themed", "summary", "room", "method",
    "chart", "table", "no_notes", "votes_go_on",
)  # fmt: skip


def outline(rows: Rows) -> Deck:
    """The deck of a workshop, from the rows that the desk may see."""
    (own,) = rows["workshop"].values()
    language = own["language"]
    used = [hat for hat in hats_in_order(rows) if has_board(rows, hat)]
    named = is_named(rows)
    texts = {id: note_text(note, language, named=named) for id, note in rows["note"].items()}
    notes = {hat: notes_of(rows, hat) for hat in used}
    export = export_id(rows)
    return Deck(
        language=language,
        code=own["id"] or own["date"] or export,
        export=export,
        title=normalised(own["title"] or own["question"]),
        question=normalised(own["question"]),
        date=day(own["date"], language),
        organiser=normalised(own["organiser"]),
        hats=tuple((h, hat_name(h, language), normalised(prompt_of(rows, h))) for h in used),
        answer=conclusions.answer(rows, used, language),
        cards=conclusions.cards(rows, used, language),
        outcomes=conclusions.outcomes(rows, language),
        participation=figures.participation(rows, used, language),
        votes=tuple(filter(None, (figures.votes(rows, hat, language) for hat in used))),
        themes={hat: found for hat in used if (found := highlights(rows, hat, language))},
        boards=tuple(
            filter(None, (_board(rows, hat, notes[hat], texts, language) for hat in used))
        ),
        room=conclusions.room(rows, used, language),
        appendix={
            hat_name(hat, language): tuple(_entry(rows, one, texts, language) for one in found)
            for hat, found in notes.items()
            if found
        },
        method=method(rows, used, export, language),
        authors={id: n["author"] for id, n in rows["note"].items() if n.get("author")}
        if named
        else {},
        words={word: say(language, f"deck.{word}") for word in WORDS},
    )


def _board(
    rows: Rows, hat: str, notes: list[Row], texts: dict[str, str], language: str
) -> Board | None:
    """None for a hat that was never on and has nothing."""
    themes = themes_of(rows, hat)
    blocks = [*_themed(notes, themes, texts, language), *_remarks(rows, hat, notes, language)]
    if not blocks:
        return None
    return Board(hat, hat_name(hat, language), normalised(prompt_of(rows, hat)), tuple(blocks))


def _themed(
    notes: list[Row], themes: list[Row], texts: dict[str, str], language: str
) -> list[Block]:
    under: dict[str, list[Row]] = {theme["id"]: [] for theme in themes} | {"": []}
    for note in notes:
        under.get(note["theme"], under[""]).append(note)
    blocks = []
    for theme in [*themes, None]:
        inside = under[theme["id"] if theme else ""]
        if inside and themes:
            blocks.append(Block(THEME, _theme_name(theme, len(inside), language)))
        blocks += [_note(note, texts, language) for note in inside]
    return blocks


def _note(note: Row, texts: dict[str, str], language: str) -> Block:
    more = say(language, "deck.more", number=note["number"])
    return Block(NOTE, texts[note["id"]], note["id"], more)


def _theme_name(theme: Row | None, count: int, language: str) -> str:
    name = normalised(theme["name"]) if theme else say(language, "table.unthemed")
    return f"{name} ({counted(count, theme['votes'] if theme else 0, language)})"


def _remarks(rows: Rows, hat: str, notes: list[Row], language: str) -> list[Block]:
    """What must be said honestly: notes that wait for their reveal, or that nobody wrote."""
    rounds = [row for row in rows["round"].values() if row["hat"] == hat]
    closed = [row for row in rounds if row["state"] in ("open", "closed") and not row["at_once"]]
    waiting = sum(row["notes"] for row in closed)
    if waiting:
        return [Block(PLAIN, say(language, "deck.waiting", n=waiting))]
    if notes or not any(row["opened_at"] for row in rounds):
        return []
    hidden = any(note["hat"] == hat for note in rows["note"].values())
    word = "all_hidden" if hidden else "nobody_wrote"
    return [Block(PLAIN, say(language, f"deck.{word}"))]


def _entry(rows: Rows, note: Row, texts: dict[str, str], language: str) -> Entry:
    theme = rows["theme"].get(note["theme"])
    about = [" ".join(normalised(theme["name"]).split())] if theme else []
    about += [say(language, "deck.votes", n=note["votes"])] if note["votes"] else []
    return Entry(note["id"], note["number"], texts[note["id"]], ", ".join(about))
