"""The slides of a later export: notes stay on their pages, new ones come on pages of their own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.deck import columns, fit
from workshop.deck import layouts as at
from workshop.deck.content import THEME, Block, Board, Deck
from workshop.deck.naming import day
from workshop.deck.paging import flow, page_count, pieces
from workshop.deck.parts import chosen
from workshop.deck.slide import TITLE, Slide, fitting, readable
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
    key: str  # of its one page, or what the keys of an addition's pages begin with


def planned(
    deck: Deck, pins: Pins, today: str, parts: Iterable[str], least: float = 0
) -> list[Slide]:
    """All slides as they should be now, with keys; `today` is YYYY-MM-DD, `least` as for
    fit.slides."""
    wanted_parts = chosen(parts)
    cut = "appendix" in wanted_parts
    size = _size(deck, pins, least, cut=cut)

    def notes(
        board: Board, deck: Deck, usual: float, prompted: float, wanted: set[str]
    ) -> list[Slide]:
        known = _of(board, pins)
        if not any(known.values()):
            return columns.notes(board, deck, size or usual, prompted, wanted)
        found = []
        for part in _parts(board, deck, known, today, size or usual, cut=cut):
            made = columns.notes(part.board, deck, size or usual, prompted, wanted)
            found += [_named(one, board, part.key, n, made, deck) for n, one in enumerate(made, 1)]
        return found

    return keyed(fit.slides(deck, wanted_parts, notes, least))


def _size(deck: Deck, pins: Pins, least: float, *, cut: bool) -> float:
    """The size that the pages were first made in, as far as can be told: the largest that fits
    them all. 0 where there are none."""
    pages = [
        _page(board, blocks)
        for board in deck.boards
        for blocks in pinned(board, _of(board, pins), deck.words["goes_on"])[0].values()
        if blocks
    ]
    if not pages:
        return 0
    sizes = readable(columns.SIZES, least)
    found = (size for size in sizes if all(_count(page, size, cut=cut) == 1 for page in pages))
    return next(found, sizes[-1])


def _of(board: Board, pins: Pins) -> Pins:
    return {key: told for key, told in pins.items() if hat_of(key) == board.hat}


def _page(board: Board, blocks: list[Block]) -> Board:
    return replace(board, blocks=tuple(blocks), tight=True)


def _count(page: Board, size: float, *, cut: bool) -> int:
    """How many slides a page would take now."""
    columns = flow(pieces(page, size, "", cut=cut), at.COLUMN_H, whole=False)
    return page_count(columns)


def _parts(
    board: Board, deck: Deck, known: Pins, today: str, size: float, *, cut: bool
) -> list[_Part]:
    """The board's pages, and what is to be added. Titles tell them apart."""
    pages, new = pinned(board, known, deck.words["goes_on"])
    found = []
    for key, blocks in pages.items():
        while blocks and _count(_page(board, blocks), size, cut=cut) > 1:
            new = [*blocks[-1:], *new]  # grown since: its last note moves on
            blocks = blocks[:-1]
            if blocks and blocks[-1].level == THEME:
                new = [*blocks[-1:], *new]
                blocks = blocks[:-1]
        if blocks:
            title = title_of(board, key, deck)
            found.append(_Part(replace(_page(board, blocks), title=title), key))
    if new:
        start = f"{board.hat}+{today}_{1 + max(_batches(known, today), default=0)}"
        title = title_of(board, f"{start}.1/1", deck)
        found.append(_Part(replace(board, title=title, blocks=tuple(new)), start))
    return found


def _batches(known: Pins, today: str) -> list[int]:
    added = (ADDED.fullmatch(key) for key in known)
    return [int(one["batch"]) for one in added if one and one["day"] == today]


def title_of(board: Board, key: str, deck: Deck) -> str:
    """The title of a page: with its number where there are more, and with the day it was added."""
    title = board.title
    if added := ADDED.fullmatch(key):
        when = day(added["day"], deck.language)
        title = say(deck.language, "deck.added_on", title=title, day=when)
        if int(added["batch"]) > 1:
            title += f" ({added['batch']})"
    page = added or PAGE.fullmatch(key)
    return f"{title} {page['n']}/{page['of']}" if page and int(page["of"]) > 1 else title


def _named(slide: Slide, board: Board, key: str, n: int, of: list[Slide], deck: Deck) -> Slide:
    """The nth slide of a part with its key and title, in its hat's own section."""
    if not (PAGE.fullmatch(key) or ADDED.fullmatch(key)):
        key = f"{key}.{n}/{len(of)}"
    said = fitting(title_of(board, key, deck), at.HAT_TITLE)
    return replace(slide, key=key, section=board.title, texts={**slide.texts, TITLE: said})
