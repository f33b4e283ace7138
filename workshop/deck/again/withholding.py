"""Finds the words that must not show, and what of the finished deck still has them."""

from collections.abc import Iterator

from workshop.boards import Rows
from workshop.deck.foreign.names import a
from workshop.phrases import say
from workshop.rules import normalised

from . import books, texts
from .clean import C
from .fresh import Fresh
from .given import Given
from .marks import ANY, Mark, Told, print_of
from .parts import Part
from .slots import slots
from .texts import text_of
from .withheld import Withheld, plain

SHARED = ("slide", "slideLayout", "slideMaster", "notesMaster")  # not of one slide alone
TOLD = ("name", "descr", "title", "tooltip")  # attributes that people read


def withheld(rows: Rows, given: Given, fresh: Fresh, lang: str) -> Withheld:
    """What must not show in this deck. Words that the workshop says anew are not withheld."""
    language = fresh.deck.language
    name = say(language, "deck.withheld")
    anew = {one.print for mark in fresh.marks.values() for one in _told(mark)}
    said = plain("\n".join(text for part in fresh.shelf.slides for text in _texts(part)))
    hidden = (normalised(row["text"]) for row in rows["note"].values() if row["hidden"])
    words = {plain(text) for text in (*hidden, *_standing(given, fresh.gone))}
    return Withheld(
        frozenset(fresh.gone),
        frozenset(
            one.print
            for mark in given.marks.values()
            for one in _told(mark)
            if one.note in fresh.gone and one.print not in anew
        ),
        frozenset(one for one in words if one and one not in said),
        name,
        texts.paragraph(name, lang),
        say(language, "deck.chart"),
    )


def _told(mark: Mark) -> list[Told]:
    return [one for told in mark.slots.values() for one in told]


def _standing(given: Given, gone: set[str]) -> Iterator[str]:
    """The words of notes that are gone, as they stand on the slides of the hats' notes."""
    for slide, mark in given.marks.items():
        prints = {one.print for one in mark.pins if one.note in gone}
        for slot in slots(slide) if prints else ():
            for line in slot.lines:
                if print_of(line) in prints:
                    yield line.partition("…")[0]


def left_in(given: Given, withheld: Withheld) -> tuple[list[Part], bool]:
    """The slides on which somebody quotes what is withheld, and whether anything else does:
    layouts, properties, names of sections."""
    if not withheld.words and not withheld.prints:
        return [], False
    found = [slide for slide in given.shelf.slides if any(map(withheld.quotes, _all_texts(slide)))]
    return found, any(map(withheld.quotes, _elsewhere(given)))


def _all_texts(slide: Part) -> Iterator[str]:
    """What a slide says, with its speaker notes, charts and diagrams."""
    seen, waiting = {slide}, [slide]
    while waiting:
        part = waiting.pop()
        yield from _texts(part)
        for link in part.links.values():
            if link.to is not None and link.to not in seen and link.kind not in SHARED:
                seen.add(link.to)
                waiting.append(link.to)


def _elsewhere(given: Given) -> Iterator[str]:
    for _, text in given.others:
        yield text
    for part in given.root.of("core-properties"):
        yield from (one.text or "" for one in part.tree.iter())
    yield from given.shelf.sections.values()
    main = given.shelf.main
    for master in (*main.of("slideMaster"), *main.of("notesMaster")):
        for part in (master, *master.of("slideLayout")):
            yield from _texts(part)


def _texts(part: Part) -> Iterator[str]:
    if part.kind == "package":
        yield from books.texts(part.blob)
    if part.tree is None:
        return
    for one in part.tree.iter():
        if one.tag == a("p"):
            yield ANY.sub("", text_of(one))
        elif one.tag == f"{{{C}}}v":
            yield one.text or ""
        yield from (value for name in TOLD if (value := one.get(name)))
