"""Compares a slide as we exported it with what it says there now, and with what we say now."""

from .marks import LOOK, QUOTES, SAID, SOURCE, Mark, Told
from .slots import Slot

QUIET = (SAID, SOURCE, LOOK, QUOTES)  # slots that are no text on the slide
Found = dict[str, Slot | None]


def paired(mark: Mark, there: list[Slot]) -> Found:
    """The slots of the mark as they are now: by name, else by what they say, else by order."""
    left, found = list(there), Found(dict.fromkeys(slots_of(mark)))
    for name in found:
        named = [slot for slot in left if slot.name == name]
        if len(named) == 1:
            found[name] = named[0]
            left.remove(named[0])
    for name in _open(found):
        same = [slot for slot in left if prints_of(slot) == _told(mark, name)]
        if same:
            found[name] = same[0]
            left.remove(same[0])
    nameless = [slot for slot in left if slot.placeholder and not slot.name]
    found.update(zip(_open(found), nameless, strict=False))
    return found


def _open(found: Found) -> list[str]:
    return [name for name, slot in found.items() if slot is None]


def edited_slots(found: Found, mark: Mark) -> set[str]:
    """The slots that no longer say what we exported."""
    return {name for name, slot in found.items() if prints_of(slot) != _told(mark, name)}


def changed_slots(mark: Mark, new: Mark, columns: list[str]) -> set[str]:
    """The slots in which we say something else than we did."""
    names = {*slots_of(mark), *slots_of(new)}
    source = mark.slots.get(SOURCE)
    if source and source == new.slots.get(SOURCE):
        names -= set(columns)  # perhaps laid out in another way: that is no change
    return {name for name in names if _told(new, name) != _told(mark, name)}


def slots_of(mark: Mark) -> list[str]:
    """The names of the slots with text."""
    return [name for name in mark.slots if name not in QUIET]


def notes_of(mark: Mark) -> dict[str, set[str]]:
    """The notes that each text on the slide quotes, by the text's fingerprint."""
    found: dict[str, set[str]] = {}
    for name, all_ in mark.slots.items():
        for told in all_ if name != SAID else ():
            if told.note:
                found.setdefault(told.print, set()).add(told.note)
    return found


def prints_of(slot: Slot | None) -> list[str]:
    """The fingerprints of what a slot says; none where it is gone."""
    return slot.prints if slot else []


def _told(mark: Mark, name: str) -> list[str]:
    return [one.print for one in mark.slots.get(name, ())]


def for_next_time(
    mark: Mark, new: Mark, columns: list[str], changed: set[str]
) -> dict[str, tuple[Told, ...]]:
    """What the next export will compare with: ours, and columns that stayed as they were laid."""
    if set(columns) & changed:
        return dict(new.slots)
    kept = {name: told for name, told in new.slots.items() if name not in columns}
    return kept | {name: mark.slots[name] for name in columns if name in mark.slots}
