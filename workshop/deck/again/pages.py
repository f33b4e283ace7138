"""Which notes belong on which page of a hat: they stay where they were first exported to."""

from workshop.deck.content import GOES_ON, NOTE, PLAIN, THEME, Block, Board

from .marks import Told, print_of

Pins = dict[str, tuple[Told, ...]]  # by a page's key: the notes that were exported on it


def pinned(board: Board, pins: Pins, goes_on: str) -> tuple[dict[str, list[Block]], list[Block]]:
    """The blocks of each page, and of those notes that are on no page yet.

    A page that has nothing to say any more has no blocks. Remarks stand on the last page that has.
    """
    places = _places(pins)
    last = next(reversed(places.values()))[0][0] if places else ""
    found: dict[str, list[Block]] = {key: [] for key in pins}
    new: list[Block] = []
    named: dict[tuple[str, int], int] = {}
    theme: Block | None = None
    number = 0
    for block in board.blocks:
        if block.level == THEME:
            theme, number = block, number + 1
        elif block.level == PLAIN:
            (new if new else found.get(last, new)).append(block)
        else:
            for key, part in _pieces(block, places):
                to = found[key] if key else new
                if theme and named.setdefault((key, number), 0) == 0:
                    named[key, number] = 1
                    to.append(_heading(theme, number, key, named, goes_on))
                to.append(part)
    return found, new


def _places(pins: Pins) -> dict[str, list[tuple[str, Told]]]:
    """For each note the pages that it is on."""
    places: dict[str, list[tuple[str, Told]]] = {}
    for key, told in pins.items():
        for one in told:
            places.setdefault(one.note, []).append((key, one))
    return places


def _pieces(block: Block, places: dict[str, list[tuple[str, Told]]]) -> list[tuple[str, Block]]:
    """Where a note stands: whole on one page, or its parts as they were if it is as long still."""
    at = places.get(print_of(block.id), [])
    if not at:
        return [("", block)]
    length = len(block.text)
    spans: dict[str, tuple[int, int]] = {}
    for key, told in at:
        if told.part is None or told.part[2] != length:
            return [(at[0][0], block)]
        start, end = spans.get(key, told.part[:2])
        spans[key] = (min(start, told.part[0]), max(end, told.part[1]))
    return [
        (key, Block(GOES_ON if start else NOTE, block.text[start:end], block.id))
        for key, (start, end) in spans.items()
    ]


def _heading(
    theme: Block, number: int, key: str, named: dict[tuple[str, int], int], goes_on: str
) -> Block:
    """A theme's name with its counts where it stands first, else saying that it goes on."""
    elsewhere = any(other == number and at != key for at, other in named)
    if not elsewhere:
        return theme
    name = theme.text.rsplit(" (", 1)[0]
    return Block(THEME, f"{name} {goes_on}")


def source(blocks: list[Block]) -> str:
    """A fingerprint of what a page is made from."""
    return print_of("\n".join(f"{block.level} {block.id} {block.text}" for block in blocks))
