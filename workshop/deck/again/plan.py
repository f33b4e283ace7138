"""The slides of a later export: notes stay on their pages, new ones come on pages of their own."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from workshop.deck import fit
from workshop.deck import layouts as at
from workshop.deck.fit import Paragraph, Slide, Text
from workshop.deck.outline import THEME, Board, Deck, day
from workshop.deck.paging import flow, page_count, pieces
from workshop.phrases import say

from .keys import keyed
from .marks import hat_of
from .pages import Pins, pinned

# white-2/5 of the first export; white+2026-11-22_2.1/3 of the second addition on a day
PAGE = re.compile(r"[a-z]+-(?P<n>\d+)/(?P<of>\d+)")
ADDED = re.compile(r"[a-z]+\+(?P<day>\d{4}-\d\d-\d\d)_(?P<batch>\d+)\.(?P<n>\d+)/(?P<of>\d+)")


@dataclass(frozen=True)
class _Part:
    """Some pages of a board, laid out as a board of their own."""

    board: Board
    whole: Board
    key: str  # of its one page, or what the keys of an addition's pages begin with


def planned(deck: Deck, pins: Pins, today: str) -> list[Slide]:
    """All slides as they should be now, with keys; `today` is YYYY-MM-DD."""
    parts: list[_Part] = []
    boards: list[Board] = []
    size = _size(deck, pins)
    for board in deck.boards:
        known = _of(board, pins)
        if any(known.values()):
            its = _parts(board, deck, known, today, size or fit.SIZES[-1])
            parts += its
            boards += [part.board for part in its]
        else:
            boards.append(board)
    slides = fit.slides(replace(deck, boards=tuple(boards)), size)
    return keyed(_named(slides, deck, {part.board.title: part for part in parts}), deck)


def _size(deck: Deck, pins: Pins) -> float:
    """The size that the pages were first made in, as far as can be told: the largest that fits
    them all. 0 where there are none."""
    pages = [
        replace(board, blocks=tuple(blocks))
        for board in deck.boards
        for blocks in pinned(board, _of(board, pins), deck.words["goes_on"])[0].values()
        if blocks
    ]
    if not pages:
        return 0
    fitting = (size for size in fit.SIZES if all(_pages(page, size) == 1 for page in pages))
    return next(fitting, fit.SIZES[-1])


def _of(board: Board, pins: Pins) -> Pins:
    return {key: told for key, told in pins.items() if hat_of(key) == board.hat}


def _pages(board: Board, size: float) -> int:
    return page_count(flow(pieces(board, size, ""), at.COLUMN_H))


def _parts(board: Board, deck: Deck, known: Pins, today: str, size: float) -> list[_Part]:
    """The board's pages, and what is to be added. Titles tell them apart."""
    pages, new = pinned(board, known, deck.words["goes_on"])
    found = []
    for key, blocks in pages.items():
        while blocks and _pages(replace(board, blocks=tuple(blocks)), size) > 1:
            new = [*blocks[-1:], *new]  # grown since: its last note moves on
            blocks = blocks[:-1]
            if blocks and blocks[-1].level == THEME:
                new = [*blocks[-1:], *new]
                blocks = blocks[:-1]
        if blocks:
            own = replace(board, title=title_of(board, key, deck), blocks=tuple(blocks))
            found.append(_Part(own, board, key))
    if new:
        start = f"{board.hat}+{today}_{1 + max(_batches(known, today), default=0)}"
        title = title_of(board, f"{start}.1/1", deck)
        found.append(_Part(replace(board, title=title, blocks=tuple(new)), board, start))
    return found


def _batches(known: Pins, today: str) -> list[int]:
    added = (ADDED.fullmatch(key) for key in known)
    return [int(one["batch"]) for one in added if one and one["day"] == today]


def title_of(board: Board, key: str, deck: Deck) -> str:
    """The title of a page: with its number where there are more, and with the day it was added."""
    title = board.title
    if added := ADDED.fullmatch(key):
        when = day(added["day"], deck.language)
        title = say(deck.language, "deck.added", title=title, day=when)
        if int(added["batch"]) > 1:
            title += f" ({added['batch']})"
    page = added or PAGE.fullmatch(key)
    return f"{title} {page['n']}/{page['of']}" if page and int(page["of"]) > 1 else title


def _named(slides: list[Slide], deck: Deck, parts: dict[str, _Part]) -> list[Slide]:
    """The slides of parts with their keys and titles, in their hat's own section."""
    counts, seen = Counter(slide.section for slide in slides), Counter[str]()
    found = []
    for slide in slides:
        part = parts.get(slide.section)
        if part is None:
            found.append(slide)
            continue
        seen[slide.section] += 1
        key = part.key
        if not (PAGE.fullmatch(key) or ADDED.fullmatch(key)):
            key = f"{key}.{seen[slide.section]}/{counts[slide.section]}"
        title = title_of(part.whole, key, deck)
        said = Text((Paragraph(title),), slide.texts[fit.TITLE].size)
        texts = {**slide.texts, fit.TITLE: said}
        found.append(replace(slide, key=key, section=part.whole.title, texts=texts))
    return found
