"""Marks every slide of a deck that is being written, so that it can be brought up to date later."""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from workshop.deck.content import Deck
from workshop.deck.slide import Paragraph, Slide
from workshop.deck.template import HEAD

from . import ledger
from .charts import figures_of
from .looks import look_of_ours
from .marks import LOOK, QUOTES, SAID, SOURCE, Mark, Told, hat_of, part_of, parts, print_of
from .pages import pinned, source
from .parts import Part as Drawn
from .slots import CHART, TABLE
from .slots import slots as slots_of

NAMELESS = "0"  # a place that has no number


def marks(slides: list[Slide], deck: Deck) -> list[Mark]:
    """The mark of each slide, which has a key; as far as it is known before it is drawn."""
    whole: dict[str, int] = {}
    for slide in filter(_is_page, slides):
        for one in _paragraphs(slide):
            whole[one.id] = whole.get(one.id, 0) + len(one.text)
    done: dict[str, int] = {}
    return _sourced([_mark(slide, done, whole) for slide in slides], deck)


def _is_page(slide: Slide) -> bool:
    return bool(hat_of(slide.key))


def _mark(slide: Slide, done: dict[str, int], whole: dict[str, int]) -> Mark:
    """Elsewhere than on a hat's pages a note is quoted: it stands there whole or in short."""
    slots = {}
    for place, text in slide.texts.items():
        if _is_page(slide):
            told = [one for one in text.paragraphs if one.whole.strip()]
            slots[str(place)] = tuple(parts(told, done, whole))
        else:
            slots[str(place)] = tuple(
                Told(print_of(words), print_of(one.id) if one.id else "")
                for one in text.paragraphs
                if (words := one.whole.strip())
            )
    if slide.table:
        cells = (cell for row in slide.table.rows for cell in row.cells)
        lines = (line for cell in cells for line in cell.split("\n") if line.strip())
        slots[TABLE] = tuple(Told(print_of(line)) for line in lines)
    if slide.quotes:
        slots[QUOTES] = tuple(Told(print_of(text), print_of(id)) for text, id in slide.quotes)
    return Mark(slide.key, slots)


def _paragraphs(slide: Slide) -> list[Paragraph]:
    return [one for text in slide.texts.values() for one in text.paragraphs if one.id]


def _sourced(marked: list[Mark], deck: Deck) -> list[Mark]:
    """The marks with fingerprints of what the hats' pages were made from."""
    prints: dict[str, str] = {}
    for board in deck.boards:
        pins = {mark.key: mark.pins for mark in marked if hat_of(mark.key) == board.hat}
        pages, _ = pinned(board, pins, deck.words["goes_on"])
        prints |= {key: source(blocks) for key, blocks in pages.items()}
    return [
        replace(mark, slots={**mark.slots, SOURCE: (Told(prints[mark.key]),)})
        if mark.key in prints
        else mark
        for mark in marked
    ]


def finished(mark: Mark, said: Iterable[str], slide: str, chart: str) -> Mark:
    """The mark with what the speaker notes say, and with the figures and the look of its slide;
    `slide` and `chart` are XML, or ""."""
    slots = dict(mark.slots)
    if part_of(mark.key) == "cover":  # on a template's own layout in other places, and perhaps cut
        slots = _as_drawn(slide)
    if chart:
        slots[CHART] = (Told(figures_of(etree.fromstring(chart.encode()))),)
    slots[SAID] = tuple(Told(print_of(line)) for line in said if line.strip())
    if not hat_of(mark.key):  # more than columns of text
        slots[LOOK] = (Told(look_of_ours(slide)),)
    return replace(mark, slots=slots)


def _as_drawn(slide: str) -> dict[str, tuple[Told, ...]]:
    drawn = slots_of(Drawn("slide", etree.fromstring(slide)))
    return {slot.name or NAMELESS: tuple(map(Told, slot.prints)) for slot in drawn if slot.prints}


def add_ledger(  # type: ignore[no-untyped-def]
    package, marked: list[Mark], chosen: tuple[str, ...], template: tuple[str, ...]
) -> None:
    """The list of all pages, the chosen parts and the template, as properties of the document."""
    pages = {mark.key: mark.notes for mark in marked}
    text = (HEAD + ledger.written(ledger.Ledger(pages, chosen, template))).encode()
    part = Part(PackURI("/docProps/custom.xml"), ledger.TYPE, package, text)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)
