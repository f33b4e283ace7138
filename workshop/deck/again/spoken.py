"""Speaker notes: what we say there anew, what stays, and what a conflict adds."""

from lxml import etree

from workshop.deck.foreign.names import a, p

from . import texts
from .marks import ANY, SAID, Mark, Told, print_of
from .parts import Part
from .texts import text_of
from .withheld import Withheld

Line = tuple[str, tuple[str, ...]]  # with the fingerprints of the notes that it quotes


def body_of(slide: Part) -> etree._Element | None:
    """The text of a slide's speaker notes."""
    for notes in slide.of("notesSlide"):
        for shape in notes.tree.iter(p("sp")):
            place = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
            if place is not None and place.get("type") == "body":
                return shape.find(p("txBody"))
    return None


def text(slide: Part) -> str:
    """What the speaker notes say."""
    body = body_of(slide)
    return "" if body is None else "\n".join(text_of(one) for one in body.iter(a("p")))


def merge(
    slide: Part, mark: Mark, ours: list[str], withheld: Withheld, more: list[Line], lang: str
) -> tuple[Told, ...]:
    """Bring the speaker notes up to date; returns what is now told in them of ours.

    `ours` are the lines that we say anew, `more` what a conflict adds.
    """
    body = body_of(slide)
    if body is None:
        return ()
    said = mark.slots.get(SAID, ())
    before = {one.print for one in said if not one.stays}
    wanted = {print_of(line): line for line in ours}
    quoted: dict[str, list[Told]] = {}
    for one in said:
        if one.stays:
            quoted.setdefault(one.print, []).append(one)
    at, told = 0, [Told(one) for one in wanted]
    for one in body.findall(a("p")):
        line = text_of(one)
        its = print_of(line)
        if ANY.search(line):
            _unmark(one, line, lang)
        elif line and its in before and its not in wanted:
            at = body.index(one)
            body.remove(one)
        elif its in quoted and withheld.quotes(line):
            body.remove(one)
        elif its in quoted:
            told += quoted[its]
    at = at or len(body) - len(body.findall(a("p")))
    for n, (its, line) in enumerate(wanted.items()):
        if its not in before:
            body.insert(at + n, texts.paragraph(line, lang))
    present = {print_of(text_of(one)) for one in body.findall(a("p"))}
    for line, notes in more:
        if print_of(line) not in present:
            body.append(texts.paragraph(line, lang))
            told += [Told(print_of(line), note, stays=True) for note in notes or ("",)]
    return tuple(told)


def _unmark(paragraph: etree._Element, line: str, lang: str) -> None:
    """Take a mark out of a line, and the line where nothing else was on it."""
    left = " ".join(ANY.sub("", line).split())
    if left:
        paragraph.getparent().replace(paragraph, texts.paragraph(left, lang))
    else:
        paragraph.getparent().remove(paragraph)


def put_mark(slide: Part, mark: Mark, lang: str) -> None:
    """The slide's mark as the last line of its speaker notes."""
    body = body_of(slide)
    if body is not None:
        body.append(texts.paragraph(str(mark), lang))
