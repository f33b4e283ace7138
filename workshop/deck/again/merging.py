"""One slide brought up to date: theirs where they changed it, ours where they did not."""

from copy import deepcopy
from dataclasses import dataclass, field

from . import texts
from .columns import Columns, saying
from .compare import (
    QUIET,
    Found,
    changed_slots,
    edited_slots,
    for_next_time,
    notes_of,
    paired,
    prints_of,
)
from .looks import look_of
from .marks import COLUMNS, LOOK, QUOTES, Mark, Told, hat_of, print_of
from .parts import Link, Part
from .slots import TITLE, Chart, Slot, slots
from .spoken import Line
from .texts import text_of
from .withheld import Withheld


@dataclass
class Merged:
    """What became of a slide."""

    slots: dict[str, tuple[Told, ...]]  # of ours, for the next time
    edited: bool = False  # by them
    updated: bool = False  # by us
    conflicts: list[str] = field(default_factory=list)  # text, note, moved, chart, withdrawn, gone
    lost: list[str] = field(default_factory=list)  # notes that they took off and are withdrawn
    more: list[Line] = field(default_factory=list)  # for the speaker notes


def merge(theirs: Part, mark: Mark, ours: Part, new: Mark, withheld: Withheld) -> Merged:
    """Merge our new slide into theirs."""
    found = paired(mark, slots(theirs))
    fresh = paired(new, slots(ours))
    edited = edited_slots(found, mark)
    columns = [name for name in COLUMNS if hat_of(mark.key)]
    changed = changed_slots(mark, new, columns)
    result = Merged(for_next_time(mark, new, columns, changed))
    result.edited = bool(edited) or _formatted(found, fresh)
    if not columns:
        _withdraw(found, mark, edited, withheld, result)
        result.slots[QUOTES] = (*new.slots.get(QUOTES, ()), *_still_quoted(found, mark, edited))
    if not changed:
        return result
    as_it_was = not edited and mark.slots.get(LOOK) == (Told(look_of(theirs.tree)),)
    if as_it_was and _say_figures(found, fresh):
        _take_over(theirs, ours)
        result.updated = True
        return result
    if edited & set(columns) and changed & set(columns):
        _merge_columns(found, mark, fresh, new, columns, withheld, result)
        changed -= set(columns)
    if columns:
        changed -= _flowed(found, fresh, changed & set(columns), result)
    for name in sorted(changed):
        _merge_slot(found.get(name), fresh.get(name), name in edited, new, result)
    texts.relink(theirs, ours)
    return result


def _withdraw(
    found: Found, mark: Mark, edited: set[str], withheld: Withheld, result: Merged
) -> None:
    """Where they edited what quotes notes, those that are withdrawn leave it."""
    notes = notes_of(mark)
    for name in sorted(edited):
        slot = found.get(name)
        if isinstance(slot, Chart):
            result.updated |= slot.withhold(withheld)
            continue
        gone = {its for its, of in notes.items() if of & withheld.notes}
        standing = (
            [one for one in slot.paragraphs if print_of(text_of(one)) in gone] if slot else []
        )
        left = {print_of(text_of(one)) for one in standing}
        for one in standing:
            texts.remove(one)
            result.updated = True
        if slot and any(told.print in gone - left for told in mark.slots.get(name, ())):
            result.conflicts.append("withdrawn")


def _still_quoted(found: Found, mark: Mark, edited: set[str]) -> list[Told]:
    """Lines of an earlier export that stand where they edited, so that they can leave later."""
    notes = notes_of(mark)
    there = [slot for name in sorted(edited) if (slot := found.get(name))]
    prints = dict.fromkeys(print_of(line) for slot in there for line in slot.words)
    return [Told(its, note) for its in prints for note in sorted(notes.get(its, ()))]


def edited(theirs: Part, mark: Mark) -> bool:
    """Whether they changed any text of the slide."""
    return bool(edited_slots(paired(mark, slots(theirs)), mark))


def take_out(theirs: Part, mark: Mark, withheld: Withheld) -> Merged:
    """A slide that is theirs now: withdrawn notes that stand as they were leave it."""
    found = paired(mark, slots(theirs))
    there = [one for slot in found.values() if slot for one in slot.paragraphs]
    result = Merged({}, edited=True, conflicts=["gone"])
    notes, gone = notes_of(mark), withheld.notes
    for name, told in mark.slots.items():
        for one in told if name not in QUIET else ():
            if not (withdrawn := notes.get(one.print, set()) & gone):
                continue
            same = saying(there, one)[:1]
            if not same:
                result.lost += sorted(withdrawn)
            for standing in same:
                there.remove(standing)
                if name == TITLE:
                    texts.retold(standing, withheld.instead)
                else:
                    texts.remove(standing)
        result.slots[name] = tuple(one for one in told if one.note not in gone)
    for slot in found.values():
        if isinstance(slot, Chart):
            slot.withhold(withheld)
    return result


def _take_over(theirs: Part, ours: Part) -> None:
    """Ours in place of theirs, but for the speaker notes."""
    notes = theirs.of("notesSlide")
    theirs.tree = deepcopy(ours.tree)  # of a copy that they made of a slide, there are two
    theirs.links = {
        id: Link(link.kind, link.to, link.address)
        for id, link in ours.links.items()
        if link.kind != "notesSlide"
    }
    for one in notes:
        theirs.link("notesSlide", one)


def _formatted(found: Found, fresh: Found) -> bool:
    """Whether they formatted a chart of ours."""
    charts = ((name, one) for name, one in found.items() if isinstance(one, Chart))
    return any(one.formatted(fresh.get(name)) for name, one in charts)


def _say_figures(found: Found, fresh: Found) -> bool:
    """Let their charts show what ours do; False where one would not look as they made it look."""
    charts = [(one, fresh.get(name)) for name, one in found.items() if isinstance(one, Chart)]
    if not all(one.takes(ours) for one, ours in charts):
        return False
    for one, ours in charts:
        one.say(ours)
    return True


def _merge_columns(
    found: Found,
    mark: Mark,
    fresh: Found,
    new: Mark,
    names: list[str],
    withheld: Withheld,
    result: Merged,
) -> None:
    there, ours = (
        {name: slot for name in names if (slot := of.get(name))} for of in (found, fresh)
    )
    columns = Columns(there, mark, ours, new, names)
    columns.merge(withheld.notes)
    result.updated |= columns.updated
    result.conflicts += columns.conflicts
    result.lost += columns.lost
    result.more += columns.more
    result.slots |= columns.kept()


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
    if there is not None and not edited and there.takes(ours):
        there.say(ours)
        result.updated = True
    elif ours and prints_of(there) != prints_of(ours):
        result.conflicts.append("chart" if isinstance(ours, Chart) else "text")
        result.more += ours.quoting(notes_of(new))
