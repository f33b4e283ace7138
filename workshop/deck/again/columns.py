"""Columns of notes that somebody has edited: brought up to date note by note."""

from lxml import etree

from . import texts
from .groups import Groups
from .marks import Mark, Told, print_of
from .slots import Slot
from .texts import text_of


class Columns:
    """The columns of one slide: as exported, as they are there now, and as ours would be."""

    def __init__(
        self, there: dict[str, Slot], mark: Mark, ours: dict[str, Slot], new: Mark, names: list[str]
    ) -> None:
        self._there, self._mark = there, mark
        self.theirs = [one for slot in there.values() for one in slot.paragraphs]
        self.ours = {
            print_of(text_of(one)): one for slot in ours.values() for one in slot.paragraphs
        }
        self.base = [told for name in names for told in mark.slots.get(name, ())]
        self.new = [told for name in names for told in new.slots.get(name, ())]
        self.now: dict[str, list[Told]] = {}
        for told in self.new:
            self.now.setdefault(told.note, []).append(told)
        known = {told.print for told in self.base}
        self.strange = any(print_of(text_of(one)) not in known for one in self.theirs)
        self.updated = False
        self.conflicts: list[str] = []
        self.lost: list[str] = []  # notes that they took off and that are withdrawn
        self.more: list[tuple[str, tuple[str, ...]]] = []  # for the speaker notes

    def merge(self, gone: frozenset[str]) -> None:
        """Every note as it is now where theirs left it alone. `gone` must not show."""
        for note in dict.fromkeys(told.note for told in self.base if told.note):
            before = [told for told in self.base if told.note == note]
            after = self.now.get(note, [])
            if [one.print for one in before] != [one.print for one in after]:
                self._merge_note(note, before, after, note in gone)
        groups = Groups(self.base, self.new, self.theirs, self.ours)
        groups.merge(strange=self.strange)
        self.updated |= groups.updated
        self.conflicts += ["moved"] * groups.stuck

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
        if not words:
            return
        place = self.theirs.index(standing[0])
        for one in standing[1:]:
            texts.remove(one)
            self.theirs.remove(one)
        made = [texts.after(standing[0], one) for one in reversed(words[1:])]
        made.append(texts.retold(standing[0], words[0]))
        self.theirs[place : place + 1] = reversed(made)
        self.updated = True

    def kept(self) -> dict[str, tuple[Told, ...]]:
        """What the next export compares with: ours as they are now, each in the column in which it
        stands, or else stood."""
        columns = {
            told.note: name
            for name in reversed(self._there)
            for told in self._mark.slots.get(name, ())
        }
        stands = {
            print_of(text_of(one)): name
            for name, slot in self._there.items()
            for one in slot.paragraphs
        }
        found: dict[str, list[Told]] = {name: [] for name in self._there}
        name = next(reversed(found), "")
        for told in reversed(self.new):  # backwards: the name of a theme goes with what is under it
            name = stands.get(told.print) or (columns.get(told.note) if told.note else "") or name
            if name:
                found[name].insert(0, told)
        return {name: tuple(told) for name, told in found.items()}


def saying(paragraphs: list[etree._Element], told: Told) -> list[etree._Element]:
    """The paragraphs that say what was told."""
    return [one for one in paragraphs if print_of(text_of(one)) == told.print]
