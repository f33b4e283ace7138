"""Themes on a slide of notes that somebody has edited: renamed, refiled, come and gone."""

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from workshop.deck.foreign.names import a

from . import texts
from .marks import Told, print_of
from .texts import text_of

Paragraph = etree._Element


@dataclass(eq=False)
class Group:
    """Notes under the name of a theme; `name` is None where they stand under none."""

    name: Told | None
    notes: list[str] = field(default_factory=list)
    to: "Group | None" = None  # of an old one: what it is now


def grouped(told: list[Told]) -> list[Group]:
    """The groups of a slide in order; what has no note under it is none."""
    found = [Group(None)]
    for one in told:
        if not one.note:
            found.append(Group(one))
        elif one.note not in found[-1].notes:
            found[-1].notes.append(one.note)
    return [group for group in found if group.notes]


class Groups:
    """Brings the themes of a slide up to date; its notes' words are so already."""

    def __init__(
        self,
        base: list[Told],
        new: list[Told],
        theirs: list[Paragraph],
        ours: dict[str, Paragraph],
    ) -> None:
        self.theirs, self.ours = theirs, ours  # ours by fingerprint
        self.old, self.new = grouped(base), grouped(new)
        self.told: dict[str, list[Told]] = {}  # of each note, as it is now
        for one in new:
            self.told.setdefault(one.note, []).append(one)
        prints: dict[str, Paragraph] = {}
        for one in reversed(theirs):
            prints[print_of(text_of(one))] = one
        self._standing = prints
        self.updated = False
        self.stuck = False  # something could not be put under its theme
        self._pair()

    def merge(self, *, strange: bool) -> None:
        """Rename, then move notes, then take away names under which nothing is left. `strange`:
        somebody wrote on the slide."""
        self._heads = {group: self._head(group) for group in self.old}
        for group in self.new:
            self._rename(group)
        last: Paragraph | None = None
        for group in self.new:
            last = self._fill(group, last, strange=strange)
        for group in self.old:
            if group.to is None:
                self._clear(self._heads[group])

    def _head(self, group: Group) -> Paragraph | None:
        return self._standing.get(group.name.print) if group.name else None

    def _pair(self) -> None:
        """What each old group is now: by its name, else the one with most of its notes."""
        names = {_name(self._words(group)): group for group in reversed(self.new)}
        for group in self.old:
            there = self._head(group)
            if there is not None:
                group.to = names.get(_name(text_of(there)))
            elif group.name is None:
                group.to = names.get("")
        named = {group.to for group in self.old}
        for group in self.old:
            free = [one for one in self.new if one not in named and one.name and group.name]
            most = max(free, key=lambda one: len(_both(one, group)), default=None)
            if group.to is None and most and _both(most, group):
                group.to = most

    def _words(self, group: Group) -> str:
        """What our name of a group says; "" for none."""
        there = self.ours.get(group.name.print) if group.name else None
        return "" if there is None else text_of(there)

    def _rename(self, group: Group) -> None:
        words = self.ours.get(group.name.print) if group.name else None
        heads = [self._heads[one] for one in self.old if one.to is group]
        for n, there in enumerate(one for one in heads if one is not None):
            if words is None:
                continue
            fresh = words if n == 0 else _going_on(words, text_of(there))
            if text_of(there) != text_of(fresh):
                self._replace(there, texts.retold(there, fresh))

    def _replace(self, there: Paragraph, fresh: Paragraph) -> None:
        self.theirs[self.theirs.index(there)] = fresh
        self._heads = {
            group: fresh if head is there else head for group, head in self._heads.items()
        }
        self.updated = True

    def _fill(self, group: Group, last: Paragraph | None, *, strange: bool) -> Paragraph | None:
        """Notes that belong here now come here; returns the last paragraph of the group."""
        of = [one for one in self.old if one.to is group]
        heads = [head for one in of if (head := self._heads[one]) is not None]
        at = heads[0] if heads else None
        for note in group.notes:
            standing = [
                self._standing[one.print] for one in self.told[note] if one.print in self._standing
            ]
            was = next((one for one in self.old if note in one.notes), None)
            at_home = was in of or was is None
            if at_home or (standing and self._is_under(standing[0], heads)):
                at = standing[-1] if standing else at
            elif not standing:
                self.stuck |= strange  # it may stand there in words of theirs
            elif not self._is_where_it_was(standing[0], was):
                self.stuck = True
            elif at is None and of and any(one.name for one in of):
                self.stuck = True  # they made something else of this theme's name
            else:
                at = at if at is not None or group.name is None else self._open(group, last)
                at = self._move(standing, at if at is not None else last)
        return at if at is not None else last

    def _is_under(self, note: Paragraph, heads: list[Paragraph]) -> bool:
        """Whether they have put it there themselves."""
        return any(self._above(note) is head for head in heads)

    def _is_where_it_was(self, note: Paragraph, was: Group) -> bool:
        head = self._heads[was]
        return head is None or self._above(note) is head

    def _above(self, note: Paragraph) -> Paragraph | None:
        """The name of a theme of ours that a paragraph stands under."""
        heads = [head for head in self._heads.values() if head is not None]
        before = self.theirs[: self.theirs.index(note)]
        return next((one for one in reversed(before) if any(one is head for head in heads)), None)

    def _open(self, group: Group, last: Paragraph | None) -> Paragraph | None:
        """The name of a theme that is new here, after the group before it."""
        after = last if last is not None else self.theirs[-1]
        assert group.name is not None
        like = next((head for head in self._heads.values() if head is not None), None)
        made = texts.like(like, self.ours[group.name.print])
        self._put(made, after)
        return made

    def _move(self, note: list[Paragraph], at: Paragraph | None) -> Paragraph:
        for one in note:
            if at is None or at is one:
                at = one
                continue
            texts.remove(one)
            self.theirs.remove(one)
            self._put(one, at)
            at = one
        return note[-1]

    def _put(self, one: Paragraph, after: Paragraph) -> None:
        after.addnext(one)
        self.theirs.insert(self.theirs.index(after) + 1, one)
        self.updated = True

    def _clear(self, head: Paragraph | None) -> None:
        if head is None:
            return
        place = self.theirs.index(head)
        heads = [one for one in self._heads.values() if one is not None]
        below = self.theirs[place + 1 : place + 2]
        opened = {self.ours[one.name.print] for one in self.new if one.name}
        new_heads = {text_of(one) for one in opened}
        if not below or any(below[0] is one for one in heads) or text_of(below[0]) in new_heads:
            texts.remove(head)
            self.theirs.remove(head)
            self.updated = True


def _both(one: Group, other: Group) -> set[str]:
    return set(one.notes) & set(other.notes)


def _name(heading: str) -> str:
    return heading.rsplit(" (", 1)[0]


def _going_on(words: Paragraph, was: str) -> Paragraph:
    """Our name of a theme where it says, a second time, that it goes on."""
    made = deepcopy(words)
    ending = was.rsplit(" (", 1)[1:]
    pieces = list(made.iter(a("t")))
    pieces[0].text = " (".join([_name(text_of(words)), *ending])
    for one in pieces[1:]:
        one.text = ""
    return made
