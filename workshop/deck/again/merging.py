"""One slide brought up to date: theirs where they changed it, ours where they did not."""

from dataclasses import dataclass, field

from lxml import etree

from . import texts
from .looks import look_of
from .marks import COLUMNS, LOOK, SAID, SOURCE, Mark, Told, hat_of, print_of
from .parts import Part
from .slots import Slot, slots, text_of

QUIET = (SAID, SOURCE, LOOK)  # slots that are no text on the slide


@dataclass
class Merged:
    """What became of a slide."""

    slots: dict[str, tuple[Told, ...]]  # of ours, for the next time
    edited: bool = False  # by them
    updated: bool = False  # by us
    conflicts: list[str] = field(default_factory=list)  # text, note, withdrawn
    lost: list[str] = field(default_factory=list)  # notes that they took off and that are withdrawn
    more: list[tuple[str, str]] = field(default_factory=list)  # for the speaker notes: line, note


def merge(theirs: Part, mark: Mark, ours: Part, new: Mark, gone: set[str]) -> Merged:
    """Merge our new slide into theirs. `gone` are fingerprints of notes that must not show."""
    found = paired(mark, slots(theirs.tree))
    edited = {name for name in found if _prints(found[name]) != _base(mark, name)}
    changed = {
        name for name in (*_names(new), *_names(mark)) if _told(new, name) != _base(mark, name)
    }
    columns = {name for name in (*mark.slots, *new.slots) if _is_column(mark.key, name)}
    if mark.slots.get(SOURCE) == new.slots.get(SOURCE) and mark.slots.get(SOURCE):
        changed -= columns
    result = Merged(_kept_columns(mark, new, columns, changed), edited=bool(edited))
    if not changed:
        return result
    if not edited and mark.slots.get(LOOK) == (Told(look_of(theirs.tree)),):
        _take_over(theirs, ours)
        result.updated = True
        return result
    fresh = {slot.name: slot for slot in slots(ours.tree)}
    if edited & columns:
        _merge_notes(found, mark, fresh, new, columns, gone, result)
        changed -= columns
    for name in sorted(changed):
        _merge_slot(name, found.get(name), fresh.get(name), edited, columns, found, result)
    return result


def paired(mark: Mark, there: list[Slot]) -> dict[str, Slot | None]:
    """The slots of the mark as they are now: by name, else by what they say, else by order."""
    left, found = list(there), dict.fromkeys(_names(mark))
    for name in found:
        named = [slot for slot in left if slot.name == name]
        if len(named) == 1:
            found[name] = named[0]
            left.remove(named[0])
    for name in [name for name, slot in found.items() if slot is None]:
        same = [slot for slot in left if _prints(slot) == _base(mark, name)]
        if same:
            found[name] = same[0]
            left.remove(same[0])
    nameless = [slot for slot in left if slot.placeholder and not slot.name]
    for name in [name for name, slot in found.items() if slot is None]:
        if nameless:
            found[name] = nameless.pop(0)
    return found


def edited(theirs: Part, mark: Mark) -> bool:
    """Whether they changed any text of the slide."""
    found = paired(mark, slots(theirs.tree))
    return any(_prints(found[name]) != _base(mark, name) for name in found)


def _names(mark: Mark) -> list[str]:
    return [name for name in mark.slots if name not in QUIET]


def _is_column(key: str, name: str) -> bool:
    return bool(hat_of(key)) and name in COLUMNS


def _prints(slot: Slot | None) -> list[str]:
    return [print_of(text_of(one)) for one in slot.paragraphs] if slot else []


def _base(mark: Mark, name: str) -> list[str]:
    return [one.print for one in mark.slots.get(name, ())]


_told = _base


def _kept_columns(
    mark: Mark, new: Mark, columns: set[str], changed: set[str]
) -> dict[str, tuple[Told, ...]]:
    """What the next export will compare with: ours, and columns that stayed as they were laid."""
    if columns & changed:
        return dict(new.slots)
    kept = {name: told for name, told in new.slots.items() if name not in columns}
    kept |= {name: mark.slots[name] for name in columns if name in mark.slots}
    return kept


def _take_over(theirs: Part, ours: Part) -> None:
    """Ours in place of theirs, but for the speaker notes."""
    notes = {id: link for id, link in theirs.links.items() if link.kind == "notesSlide"}
    theirs.tree = ours.tree
    theirs.links = {id: link for id, link in ours.links.items() if link.kind != "notesSlide"}
    for link in notes.values():
        theirs.link("notesSlide", link.to)


def _merge_slot(name, there, fresh, edited, columns, found, result) -> None:  # type: ignore[no-untyped-def]
    said = fresh.text if fresh else ""
    if there is None and name in columns and fresh is not None:
        first = next((found[one] for one in sorted(columns) if found.get(one)), None)
        if first is not None:
            texts.extend(first, fresh.paragraphs)
            result.updated = True
            return
    if there is not None and name not in edited:
        texts.replace(there, fresh.paragraphs if fresh else [])
        result.updated = True
    elif said and (there is None or _prints(there) != _prints(fresh)):
        result.conflicts.append("text")
        result.more += [(line, "") for line in said.split("\n")]


def _merge_notes(found, mark, fresh, new, columns, gone, result) -> None:  # type: ignore[no-untyped-def]
    """Columns that they have edited: note by note, as far as a note still stands as it was."""
    names = sorted(columns)
    theirs = [one for name in names if found.get(name) for one in found[name].paragraphs]
    ours = {
        print_of(text_of(one)): one
        for name in names
        if name in fresh
        for one in fresh[name].paragraphs
    }
    now: dict[str, list[Told]] = {}
    for told in (one for name in names for one in new.slots.get(name, ())):
        now.setdefault(told.note, []).append(told)
    base = [told for name in names for told in mark.slots.get(name, ())]
    known = {told.print for told in base}
    strange = any(print_of(text_of(one)) not in known for one in theirs)
    kept = {name: list(mark.slots.get(name, ())) for name in names if name in mark.slots}
    for note in dict.fromkeys(told.note for told in base if told.note):
        before = [told for told in base if told.note == note]
        after = now.get(note, [])
        if [one.print for one in before] == [one.print for one in after]:
            continue
        _merge_note(note, before, after, theirs, ours, strange, gone, result)
        _renote(kept, note, after)
    _merge_headings(
        base,
        theirs,
        [ours[one.print] for one in now.get("", []) if one.print in ours],
        kept,
        result,
    )
    result.slots |= {name: tuple(told) for name, told in kept.items()}


def _merge_note(note, before, after, theirs, ours, strange, gone, result) -> None:  # type: ignore[no-untyped-def]
    standing = []
    for told in before:
        same = [one for one in _saying(theirs, told) if one not in standing]
        standing += same[:1]
    if len(standing) < len(before):
        if note in gone:
            result.lost.append(note)
        if strange and note in gone:
            result.conflicts.append("withdrawn")
        elif strange and after:
            result.conflicts.append("note")
            result.more += [(text_of(ours[one.print]), note) for one in after if one.print in ours]
        if note not in gone:
            return
    if not after:
        for one in standing:
            texts.remove(one)
            theirs.remove(one)
            result.updated = True
    elif standing:
        words = [ours[one.print] for one in after if one.print in ours]
        for one in standing[1:]:
            texts.remove(one)
        for one in reversed(words[1:]):
            texts.after(standing[0], one)
        if words:
            texts.retell(standing[0], words[0])
            result.updated = True


def _saying(paragraphs: list[etree._Element], told: Told) -> list[etree._Element]:
    return [one for one in paragraphs if print_of(text_of(one)) == told.print]


def _renote(kept: dict[str, list[Told]], note: str, after: list[Told]) -> None:
    """What the next export compares with: the note as it is now, where it first stood."""
    placed = False
    for name, told in kept.items():
        fresh: list[Told] = []
        for one in told:
            if one.note != note:
                fresh.append(one)
            elif not placed:
                fresh += after
                placed = True
        kept[name] = fresh


def _merge_headings(base, theirs, ours, kept, result) -> None:  # type: ignore[no-untyped-def]
    """Themes' names with new counts, where the name is still the same."""
    known = {told.print for told in base if not told.note}
    by_name = {_name(text_of(one)): one for one in ours}
    for one in theirs:
        old, fresh = print_of(text_of(one)), by_name.get(_name(text_of(one)))
        if old not in known or fresh is None or one.getparent() is None:
            continue
        new = print_of(text_of(fresh))
        if new != old:
            texts.retell(one, fresh)
            result.updated = True
            for name, told in kept.items():
                kept[name] = [Told(new) if t.print == old and not t.note else t for t in told]


def _name(heading: str) -> str:
    return heading.rsplit(" (", 1)[0]


def take_out(theirs: Part, mark: Mark, gone: set[str], result: Merged) -> None:
    """Withdrawn notes that stand as they were on a slide that is theirs now."""
    there = [one for slot in slots(theirs.tree) for one in slot.paragraphs]
    for name, all_ in mark.slots.items():
        for told in all_ if name not in QUIET else ():
            if told.note not in gone:
                continue
            same = _saying(there, told)
            if not same:
                result.lost.append(told.note)
            for one in same[:1]:
                texts.remove(one)
                there.remove(one)
        result.slots[name] = tuple(one for one in all_ if one.note not in gone)
