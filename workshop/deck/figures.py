"""What can be counted: who took part, and what got votes. Titles say what the figures say."""

from workshop.boards import Rows, note_counts, notes_of, themes_of
from workshop.phrases import say
from workshop.records import Row
from workshop.rules import normalised

from .content import Figures, Series
from .naming import hat_name

MINUTE_MS = 60_000


def participation(rows: Rows, used: list[str], language: str) -> Figures | None:
    """Notes, and people who wrote them, for each hat; None before two hats have notes."""
    counts = note_counts(rows)
    notes = {hat: counts[hat] for hat in used}
    if sum(count > 0 for count in notes.values()) < 2:
        return None
    writers = {hat: _counted(rows, hat, "writers") for hat in used}
    series = [Series(say(language, "deck.series.notes"), tuple(notes.values()))]
    if any(writers.values()):
        series.append(Series(say(language, "deck.series.writers"), tuple(writers.values())))
    names = tuple(say(language, f"hat.{hat}.word") for hat in used)
    title = _most(notes, language)
    return Figures("", title, _facts(rows, notes, language), names, tuple(series), tuple(used))


def _most(notes: dict[str, int], language: str) -> str:
    """Which hat got most notes, where one got more than the others."""
    all_of_it, most = sum(notes.values()), max(notes.values())
    first, *others = [hat for hat, count in notes.items() if count == most]
    if others:
        hats = sum(count > 0 for count in notes.values())
        return say(language, "deck.spread", all=all_of_it, n=hats)
    about = say(language, f"deck.about.{first}")
    return say(language, "deck.most", all=all_of_it, about=about, n=most)


def _facts(rows: Rows, notes: dict[str, int], language: str) -> tuple[str, ...]:
    people, all_of_it = len(rows["participant"]), sum(notes.values())
    facts = []
    if people:
        facts.append(say(language, "deck.participants", n=people))
        facts.append(say(language, "deck.notes", n=all_of_it))
        each = f"{all_of_it / people:.1f}"
        facts.append(say(language, "deck.each", each=each if language == "en" else _comma(each)))
    if themes := sum(len(themes_of(rows, hat)) for hat in notes):
        facts.append(say(language, "deck.theme_count", n=themes))
    if minutes := round(sum(took(row) for row in rows["round"].values()) / MINUTE_MS):
        facts.append(say(language, "deck.writing", n=minutes))
    return tuple(facts)


def took(round: Row) -> int:
    """How long a round of writing was open, in ms; 0 where it was never, or is still."""
    opened, closed = round["opened_at"], round["closed_at"]
    return closed - opened if opened and closed > opened and round["hat"] != "blue" else 0


def _comma(number: str) -> str:
    return number.replace(".", ",")


def _counted(rows: Rows, hat: str, what: str) -> int:
    """The largest of a hat's rounds: who wrote in two of them is still one person."""
    return max((row[what] for row in rows["round"].values() if row["hat"] == hat), default=0)


def votes(rows: Rows, hat: str, language: str) -> Figures | None:
    """A hat's themes by votes, or its notes where those were voted on; None without votes."""
    found = [(row["name"], row["votes"], "") for row in themes_of(rows, hat)]
    if not any(count for _, count, _ in found):
        found = [(n["text"], n["votes"], n["id"]) for n in notes_of(rows, hat) if n["votes"]]
    if not found:
        return None
    found.sort(key=lambda one: -one[1])
    names = tuple(" ".join(normalised(name).split()) for name, *_ in found)
    values = tuple(count for _, count, _ in found)
    notes = tuple(filter(None, (id for *_, id in found)))
    facts = [hat_name(hat, language), say(language, "deck.votes", n=sum(values))]
    if voters := rows["board"].get(hat, {}).get("voters"):
        facts.append(say(language, "deck.voters", n=voters))
    series = (Series(say(language, "deck.series.votes"), values),)
    title = _winner(names, values, language)
    return Figures(hat, title, tuple(facts), names, series, notes=notes)


def _winner(names: tuple[str, ...], values: tuple[int, ...], language: str) -> str:
    """What the votes say, in one sentence; ties are told as such."""
    share = round(100 * values[0] / sum(values))
    if values.count(values[0]) == 1:
        return say(language, "deck.winner", name=names[0], share=share)
    if values.count(values[0]) == 2:
        return say(language, "deck.two_winners", one=names[0], two=names[1], share=share)
    return say(language, "deck.tie", n=values.count(values[0]), share=share)
