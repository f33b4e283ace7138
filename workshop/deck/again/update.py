"""An edited deck and the workshop as it is now become one deck."""

from dataclasses import replace

from lxml import etree

from workshop.boards import Rows
from workshop.deck import parts, powerpoint
from workshop.deck.content import Deck
from workshop.deck.naming import day
from workshop.deck.outline import outline
from workshop.phrases import say
from workshop.rules import Refused

from . import ledger, marks, merging, shelf, spoken
from .graft import Graft
from .marks import Mark, Told, hat_of, part_of, print_of
from .packing import written
from .pages import Pins
from .parts import Part, Reader, main
from .plan import planned
from .report import Report
from .shelf import Shelf


def update(rows: Rows, blob: bytes, today: str) -> tuple[bytes, Report]:
    """The deck's bytes and what happened; `today` (YYYY-MM-DD) stands on what is added.

    Raises Refused: "template_…" for a file that is not taken in, "deck_unmarked" for one that is no
    export of ours, "deck_of_another" for one of another workshop.
    """
    return _Update(rows, blob, today).made()


class _Update:
    def __init__(self, rows: Rows, blob: bytes, today: str) -> None:
        reader = Reader(blob)
        sections = shelf.sections_of(main(reader.root).tree)
        self.root = reader.taken()
        self.removed = reader.removed
        self.theirs = Shelf(self.root, sections)
        self.sectioned = bool(sections)
        self.today = today
        self.marks = {
            slide: mark
            for slide in self.theirs.slides
            if (mark := marks.read(spoken.text(slide))) is not None
        }
        if not self.marks:
            raise Refused("deck_unmarked")
        self.deck = outline(rows)
        self.pages, chosen, self.others = self._ledger()
        self.parts = chosen or tuple(dict.fromkeys(part_of(key) for key in self._keys()))
        self._plan(rows)
        self.report = Report(left_out=dict(sorted((+self.removed).items())))
        self.lang = powerpoint.LANGUAGES.get(self.deck.language, self.deck.language)

    def _ledger(self) -> tuple[ledger.Pages, tuple[str, ...], list[tuple[str, str]]]:
        found = self.root.of("custom-properties")
        return ledger.read(found[0].tree) if found else ({}, (), [])

    def _keys(self) -> list[str]:
        return [*self.pages, *(mark.key for mark in self.marks.values())]

    def _plan(self, rows: Rows) -> None:
        """Our slides as they should be now, by key."""
        pins: Pins = {
            key: tuple(Told("", note) for note in notes) for key, notes in self.pages.items()
        }
        pins |= {mark.key: mark.pins for mark in reversed(self.marks.values())}
        self.lost = set(self.pages.pop(ledger.TAKEN_OFF, ()))
        pins.pop(ledger.TAKEN_OFF, None)
        known = {told.note for all_ in pins.values() for told in all_}
        known |= {told.note for mark in self.marks.values() for told in mark.quoted}
        ids = {block.id for board in self.deck.boards for block in board.blocks if block.id}
        self.visible = {print_of(id) for id in ids}
        written_ = {print_of(id) for id in rows["note"]}
        if known and written_ and not known & written_:
            raise Refused("deck_of_another")
        self.gone = known - self.visible
        self.deck = _without(self.deck, self.lost)
        self.slides = planned(self.deck, pins, self.today, self.parts)
        (own,) = rows["workshop"].values()
        self.ours = Shelf(
            Reader(powerpoint.write(self.deck, self.slides, own["date"], self.parts)).known()
        )
        self.new = {
            slide.key: part for slide, part in zip(self.slides, self.ours.slides, strict=True)
        }
        self.new_marks = {key: _mark_of(part) for key, part in self.new.items()}

    def made(self) -> tuple[bytes, Report]:
        there = {mark.key: slide for slide, mark in reversed(self.marks.items())}
        graft = Graft(self.theirs, self.ours)
        same = {self.new[key]: slide for key, slide in there.items() if key in self.new}
        missing = [slide for slide in self.slides if slide.key not in there]
        added = [slide for slide in missing if slide.key not in self.pages]
        for part in self.new.values():
            graft.adapt(part, same)
        for slide, mark in self.marks.items():
            self._merge(slide, mark)
        for slide in added:
            self.theirs.insert(self._place(slide.key), self.new[slide.key], slide.section)
        self._tell(missing, added)
        self._complete()
        self._write_ledger()
        self.theirs.put_back(self.sectioned)
        return written(self.root), self.report

    def _merge(self, slide: Part, mark: Mark) -> None:
        if mark.key not in self.new:
            self._without_ours(slide, mark)
            return
        new = self.new_marks[mark.key]
        said = [line for line in spoken.text(self.new[mark.key]).split("\n") if line.strip()]
        ours = [line for line in map(marks.without, said) if line.strip()]
        result = merging.merge(slide, mark, self.new[mark.key], new, self.gone)
        told = spoken.merge(slide, mark, ours, self.gone, self._more(result.more), self.lang)
        self._mark(slide, mark.key, result, told)
        self._note(slide, result)

    def _mark(self, slide: Part, key: str, result: merging.Merged, told: tuple[Told, ...]) -> None:
        slots = {name: all_ for name, all_ in result.slots.items() if name != marks.SAID}
        spoken.put_mark(slide, Mark(key, {**slots, marks.SAID: told}), self.lang)

    def _without_ours(self, slide: Part, mark: Mark) -> None:
        """A slide that we would not make any more: gone, unless they have edited it."""
        if not merging.edited(slide, mark):
            self.report.removed.append({"title": shelf.title(slide)})
            self.theirs.drop(slide)
            return
        result = merging.take_out(slide, mark, self.gone)
        told = spoken.merge(slide, mark, [], self.gone, [], self.lang)
        self._mark(slide, mark.key, result, told)
        self._note(slide, result)

    def _more(self, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if not lines:
            return []
        when = day(self.today, self.deck.language)
        return [(say(self.deck.language, "deck.now_says", day=when), ""), *lines]

    def _note(self, slide: Part, result: merging.Merged) -> None:
        """Remember what happened; numbers come when all slides stand."""
        self.lost.update(result.lost)
        if result.updated:
            self.report.updated.append({"part": slide})
        if result.edited:
            self.report.kept.append({"part": slide})
        for what in dict.fromkeys(result.conflicts):
            self.report.conflicts.append({"part": slide, "what": what})

    def _place(self, key: str) -> int:
        """Behind the last slide of its hat, else behind the nearest of ours that comes before."""
        keys = {slide: self.marks[slide].key for slide in self.theirs.slides if slide in self.marks}
        keys |= {part: own for own, part in self.new.items() if part in self.theirs.ids}
        hat = hat_of(key)
        of_hat = [
            n
            for n, one in enumerate(self.theirs.slides)
            if hat and hat_of(keys.get(one, "")) == hat
        ]
        if of_hat:
            return of_hat[-1] + 1
        order = [slide.key for slide in self.slides]
        before = set(order[: order.index(key)])
        places = [n for n, one in enumerate(self.theirs.slides) if keys.get(one) in before]
        return places[-1] + 1 if places else 0

    def _tell(self, missing: list, added: list) -> None:  # type: ignore[type-arg]
        number = {slide: n for n, slide in enumerate(self.theirs.slides, 1)}
        for listed in (self.report.updated, self.report.kept, self.report.conflicts):
            for one in listed:
                part = one.pop("part")
                one |= {"slide": number[part], "title": shelf.title(part)}
        ours = {self.new[slide.key] for slide in added}
        for part, n in number.items():
            if part in ours:
                self.report.added.append({"slide": n, "title": shelf.title(part)})
            elif part not in self.marks:
                self.report.own.append({"slide": n, "title": shelf.title(part)})
        for slide in missing:
            if slide not in added:
                self.report.deleted.append({"title": shelf.title(self.new[slide.key])})

    def _complete(self) -> None:
        """What some programs leave out and PowerPoint asks for."""
        for kind in ("presProps", "viewProps", "tableStyles"):
            if not self.theirs.main.of(kind):
                for part in self.ours.main.of(kind):
                    self.theirs.main.link(kind, part)

    def _write_ledger(self) -> None:
        """Every page that ever went out, as far as its notes are known."""
        pages = {slide.key: self.new_marks[slide.key].notes for slide in self.slides}
        there = {mark.key for mark in self.marks.values()}
        for key, notes in self.pages.items():
            if key not in there:  # deleted by them: its notes stay out for good
                pages[key] = tuple(dict.fromkeys((*notes, *pages.get(key, ()))))
        if self.lost:
            pages[ledger.TAKEN_OFF] = tuple(sorted(self.lost))
        text = ledger.written(pages, parts.names(self.parts), self.others)
        found = self.root.of("custom-properties")
        if not found:
            found = [Part("custom-properties")]
            self.root.link("custom-properties", found[0])
        found[0].tree = etree.fromstring(text)


def _without(deck: Deck, lost: set[str]) -> Deck:
    """The deck without notes that somebody took off it."""
    boards = [
        replace(board, blocks=tuple(one for one in board.blocks if print_of(one.id) not in lost))
        for board in deck.boards
    ]
    return replace(deck, boards=tuple(board for board in boards if board.blocks))


def _mark_of(slide: Part) -> Mark:
    found = marks.read(spoken.text(slide))
    assert found is not None
    return found
