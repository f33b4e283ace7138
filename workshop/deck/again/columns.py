"""Columns of notes that somebody has edited: brought up to date note by note."""

from lxml import etree

from . import texts
from .marks import Mark, Told, print_of
from .slots import Slot
from .texts import text_of


class Columns:
    """The columns of one slide: as exported, as they are there now, and as ours would be."""

    def __init__(
        self, there: list[Slot], mark: Mark, ours: list[Slot], new: Mark, names: list[str]
    ) -> None:
        self.theirs = [one for slot in there for one in slot.paragraphs]
        self.ours = {print_of(text_of(one)): one for slot in ours for one in slot.paragraphs}
        self.kept = {name: list(mark.slots[name]) for name in names if name in mark.slots}
        self.base = [told for listed in self.kept.values() for told in listed]
        self.now: dict[str, list[Told]] = {}
        for told in (one for name in names for one in new.slots.get(name, ())):
            self.now.setdefault(told.note, []).append(told)
        known = {told.print for told in self.base}
        self.strange = any(print_of(text_of(one)) not in known for one in self.theirs)
        self.updated = False
        self.conflicts: list[str] = []
        self.lost: list[str] = []  # notes that they took off and that are withdrawn
        self.more: list[tuple[str, tuple[str, ...]]] = []  # for the speaker notes

    def merge(self, gone: set[str]) -> None:
        """Every note as it is now where theirs left it alone. `gone` must not show."""
        for note in dict.fromkeys(told.note for told in self.base if told.note):
            before = [told for told in self.base if told.note == note]
            after = self.now.get(note, [])
            if [one.print for one in before] != [one.print for one in after]:
                self._merge_note(note, before, after, note in gone)
                self._keep(note, after)
        self._merge_headings()

    def _merge_note(self, note: str, before: list[Told], after: list[Told], gone: bool) -> None:
        standing = self._standing(before)
        whole = len(standing) == len(before)
        if not whole and gone:
            self.lost.append(note)
            self.conflicts += ["withdrawn"] * self.strange
        elif not whole:
            if self.strange and after:
                self.conflicts.append("note")
                self.more += [(text_of(one), (note,)) for one in self._words(after)]
            return
        if not after:
            for one in standing:
                texts.remove(one)
                self.theirs.remove(one)
                self.updated = True
        elif standing:
            self._retell(standing, self._words(after))

    def _standing(self, before: list[Told]) -> list[etree._Element]:
        """The paragraphs of a note that are as they were exported."""
        found: list[etree._Element] = []
        for told in before:
            same = [one for one in saying(self.theirs, told) if one not in found]
            found += same[:1]
        return found

    def _words(self, after: list[Told]) -> list[etree._Element]:
        return [self.ours[one.print] for one in after if one.print in self.ours]

    def _retell(self, standing: list[etree._Element], words: list[etree._Element]) -> None:
        for one in standing[1:]:
            texts.remove(one)
        for one in reversed(words[1:]):
            texts.after(standing[0], one)
        if words:
            texts.retell(standing[0], words[0])
            self.updated = True

    def _keep(self, note: str, after: list[Told]) -> None:
        """What the next export compares with: the note as it is now, where it first stood."""
        placed = False
        for name, listed in self.kept.items():
            fresh: list[Told] = []
            for one in listed:
                if one.note != note:
                    fresh.append(one)
                elif not placed:
                    fresh += after
                    placed = True
            self.kept[name] = fresh

    def _merge_headings(self) -> None:
        """Themes' names with new counts, where the name is still the same."""
        known = {told.print for told in self.base if not told.note}
        by_name = {_name(text_of(one)): one for one in self._words(self.now.get("", []))}
        for one in self.theirs:
            old, fresh = print_of(text_of(one)), by_name.get(_name(text_of(one)))
            if old not in known or fresh is None or one.getparent() is None:
                continue
            if (new := print_of(text_of(fresh))) != old:
                texts.retell(one, fresh)
                self.updated = True
                for name, listed in self.kept.items():
                    self.kept[name] = [_renamed(told, old, new) for told in listed]


def saying(paragraphs: list[etree._Element], told: Told) -> list[etree._Element]:
    """The paragraphs that say what was told."""
    return [one for one in paragraphs if print_of(text_of(one)) == told.print]


def _renamed(told: Told, old: str, new: str) -> Told:
    return Told(new) if told.print == old and not told.note else told


def _name(heading: str) -> str:
    return heading.rsplit(" (", 1)[0]
