"""Marks every slide of a deck that is being written, so that it can be brought up to date later."""

from dataclasses import replace

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from workshop.deck.fit import Paragraph, Slide
from workshop.deck.template import HEAD

from . import ledger
from .looks import look_of
from .marks import LOOK, SAID, SOURCE, Mark, Told, hat_of, parts, print_of


def marks(slides: list[Slide], said: list[str]) -> list[Mark]:
    """The mark of each slide; `said` are the speaker notes of each, before it is marked."""
    whole: dict[str, int] = {}
    for slide in slides:
        for paragraph in _paragraphs(slide):
            if paragraph.id:
                whole[paragraph.id] = whole.get(paragraph.id, 0) + len(paragraph.text)
    done: dict[str, int] = {}
    return [_mark(slide, spoken, done, whole) for slide, spoken in zip(slides, said, strict=True)]


def _mark(slide: Slide, spoken: str, done: dict[str, int], whole: dict[str, int]) -> Mark:
    slots = {}
    for place, text in slide.texts.items():
        pairs = [(one.text, one.id) for one in text.paragraphs if one.text.strip()]
        slots[str(place)] = tuple(parts(pairs, done, whole))
    if slide.source:
        slots[SOURCE] = (Told(slide.source),)
    lines = [line for line in spoken.split("\n") if line.strip()]
    slots[SAID] = tuple(Told(print_of(line)) for line in lines)
    return Mark(slide.key, slots)


def looked(mark: Mark, slide: str) -> Mark:
    """The mark with the look of its slide, where that is more than columns of text."""
    if hat_of(mark.key):
        return mark
    look = look_of(etree.fromstring(slide.encode()))
    return replace(mark, slots={**mark.slots, LOOK: (Told(look),)})


def _paragraphs(slide: Slide) -> list[Paragraph]:
    return [one for text in slide.texts.values() for one in text.paragraphs]


def add_ledger(package, marked: list[Mark]) -> None:  # type: ignore[no-untyped-def]
    """The list of all pages, as a property of the document."""
    pages = {mark.key: mark.notes for mark in marked}
    text = (HEAD + ledger.written(pages)).encode()
    part = Part(PackURI("/docProps/custom.xml"), ledger.TYPE, package, text)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)
