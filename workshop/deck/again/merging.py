"""One slide brought up to date: theirs where they changed it, ours where they did not."""

from dataclasses import dataclass, field

from . import texts
from .columns import Columns, saying
from .looks import look_of
from .marks import COLUMNS, LOOK, SAID, SOURCE, Mark, Told, hat_of, print_of
from .parts import Part
from .slots import Chart, Slot, slots

QUIET = (SAID, SOURCE, LOOK)  # slots that are no text on the slide
Found = dict[str, Slot | None]


@dataclass
class Merged:
    """What became of a slide."""

    slots: dict[str, tuple[Told, ...]]  # of ours, for the next time
    edited: bool = False  # by them
    updated: bool = False  # by us
    conflicts: list[str] = field(default_factory=list)  # text, note, withdrawn, gone
    lost: list[str] = field(default_factory=list)  # notes that they took off and are withdrawn
    more: list[tuple[str, str]] = field(default_factory=list)  # for the speaker notes: line, note


def merge(theirs: Part, mark: Mark, ours: Part, new: Mark, gone: set[str]) -> Merged:
    """Merge our new slide into theirs. `gone` are fingerprints of notes that must not show."""
    found = paired(mark, slots(theirs))
    edited = _edited(found, mark)
    columns = [name for name in COLUMNS if hat_of(mark.key)]
    changed = _changed(mark, new, columns)
    result = Merged(_for_next_time(mark, new, columns, changed), edited=bool(edited))
    if not columns:
        _withdraw(found, mark, edited, gone, result)
    if not changed:
        return result
    if not edited and mark.slots.get(LOOK) == (Told(look_of(theirs.tree)),):
        _take_over(theirs, ours)
        result.updated = True
        return result
    fresh: Found = {slot.name: slot for slot in slots(ours)}
    if edited & set(columns) and changed & set(columns):
        _merge_columns(found, mark, fresh, new, columns, gone, result)
        changed -= set(columns)
    if columns:
        changed -= _flowed(found, fresh, changed & set(columns), result)
    for name in sorted(changed):
        _merge_slot(found.get(name), fresh.get(name), name in edited, new, result)
    texts.relink(theirs, ours)
    return result


def _withdraw(found: Found, mark: Mark, edited: set[str], gone: set[str], result: Merged) -> None:
    """Where they edited a text that quotes notes, those that are withdrawn leave it."""
    for name in sorted(edited):
        for told in mark.slots.get(name, ()):
            slot = found.get(name)
            if told.note not in gone or slot is None:
                continue
            same = saying(slot.paragraphs, told)[:1]
            for one in same:
                texts.remove(one)
                result.updated = True
            result.conflicts += [] if same else ["withdrawn"]


def edited(theirs: Part, mark: Mark) -> bool:
    """Whether they changed any text of the slide."""
    return bool(_edited(paired(mark, slots(theirs)), mark))


def take_out(theirs: Part, mark: Mark, gone: set[str]) -> Merged:
    """A slide that is theirs now: withdrawn notes that stand as they were leave it."""
    there = [one for slot in slots(theirs) for one in slot.paragraphs]
    result = Merged({}, edited=True, conflicts=["gone"])
    for name, told in mark.slots.items():
        for withdrawn in [one for one in told if one.note in gone and name not in QUIET]:
            same = saying(there, withdrawn)[:1]
            if not same:
                result.lost.append(withdrawn.note)
            for one in same:
                texts.remove(one)
                there.remove(one)
        result.slots[name] = tuple(one for one in told if one.note not in gone)
    return result


def paired(mark: Mark, there: list[Slot]) -> Found:
    """The slots of the mark as they are now: by name, else by what they say, else by order."""
    left, found = list(there), Found(dict.fromkeys(_names(mark)))
    for name in found:
        named = [slot for slot in left if slot.name == name]
        if len(named) == 1:
            found[name] = named[0]
            left.remove(named[0])
    for name in _open(found):
        same = [slot for slot in left if _prints(slot) == _told(mark, name)]
        if same:
            found[name] = same[0]
            left.remove(same[0])
    nameless = [slot for slot in left if slot.placeholder and not slot.name]
    found.update(zip(_open(found), nameless, strict=False))
    return found


def _open(found: Found) -> list[str]:
    return [name for name, slot in found.items() if slot is None]


def _edited(found: Found, mark: Mark) -> set[str]:
    return {name for name, slot in found.items() if _prints(slot) != _told(mark, name)}


def _changed(mark: Mark, new: Mark, columns: list[str]) -> set[str]:
    """The slots in which we say something else than we did."""
    names = {*_names(mark), *_names(new)}
    source = mark.slots.get(SOURCE)
    if source and source == new.slots.get(SOURCE):
        names -= set(columns)  # perhaps laid out in another way: that is no change
    return {name for name in names if _told(new, name) != _told(mark, name)}


def _names(mark: Mark) -> list[str]:
    return [name for name in mark.slots if name not in QUIET]


def _prints(slot: Slot | None) -> list[str]:
    return slot.prints if slot else []


def _told(mark: Mark, name: str) -> list[str]:
    return [one.print for one in mark.slots.get(name, ())]


def _for_next_time(
    mark: Mark, new: Mark, columns: list[str], changed: set[str]
) -> dict[str, tuple[Told, ...]]:
    """What the next export will compare with: ours, and columns that stayed as they were laid."""
    if set(columns) & changed:
        return dict(new.slots)
    kept = {name: told for name, told in new.slots.items() if name not in columns}
    return kept | {name: mark.slots[name] for name in columns if name in mark.slots}


def _take_over(theirs: Part, ours: Part) -> None:
    """Ours in place of theirs, but for the speaker notes."""
    notes = theirs.of("notesSlide")
    theirs.tree = ours.tree
    theirs.links = {id: link for id, link in ours.links.items() if link.kind != "notesSlide"}
    for one in notes:
        theirs.link("notesSlide", one)


def _merge_columns(
    found: Found,
    mark: Mark,
    fresh: Found,
    new: Mark,
    names: list[str],
    gone: set[str],
    result: Merged,
) -> None:
    there, ours = ([slot for name in names if (slot := of.get(name))] for of in (found, fresh))
    columns = Columns(there, mark, ours, new, names)
    columns.merge(gone)
    result.updated |= columns.updated
    result.conflicts += columns.conflicts
    result.lost += columns.lost
    result.more += columns.more
    result.slots |= {name: tuple(told) for name, told in columns.kept.items()}


def _flowed(found: Found, fresh: Found, columns: set[str], result: Merged) -> set[str]:
    """Columns of ours that have no place there: they go on below the one before."""
    done = set()
    for name in sorted(columns):
        before = found.get(COLUMNS[0])
        if name != COLUMNS[0] and found.get(name) is None and before and (ours := fresh.get(name)):
            texts.replace(before.element, [*fresh[COLUMNS[0]].paragraphs, *ours.paragraphs])
            result.updated = True
            done |= {name, COLUMNS[0]}
    return done


def _merge_slot(
    there: Slot | None, ours: Slot | None, edited: bool, new: Mark, result: Merged
) -> None:
    if there is not None and not edited:
        there.say(ours)
        result.updated = True
    elif ours and _prints(there) != _prints(ours):
        result.conflicts.append("chart" if isinstance(ours, Chart) else "text")
        result.more += [(line, note) for line, note in _quoting(ours, new) if line]


def _quoting(ours: Slot, new: Mark) -> list[tuple[str, str]]:
    """The lines of ours, each with the note that it quotes: so that they can leave with it."""
    notes = {told.print: told.note for told in new.slots.get(ours.name, ())}
    return [(line, notes.get(print_of(line), "")) for line in ours.lines]
