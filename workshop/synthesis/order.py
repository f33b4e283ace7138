"""An order in which alike notes are neighbours: the leaves of a tree of likeness."""

from collections.abc import Iterator, Sequence

Rows = Sequence[Sequence[float]]
OUT = float("-inf")  # the likeness to what has been merged already
WINDOW = 40  # notes of a stretch that may be turned: a hat, and short enough for 500 notes
ROUNDS = 10
CLEAR = 1e-9  # a gain that is more than rounding


def order(likeness: Rows) -> list[int]:
    """Positions of the texts whose likeness to each other is given, alike ones side by side."""
    branches = {i: [i] for i in range(len(likeness))}
    for kept, merged in _merges(likeness):
        branches[kept] = _joined(branches[kept], branches.pop(merged), likeness)
    return _turned(next(iter(branches.values()), []), likeness)


def _turned(line: list[int], likeness: Rows) -> list[int]:
    """The same line, with every stretch turned round whose ends fit their new neighbours better."""
    for _ in range(ROUNDS):
        turns = [_turn(line, start, likeness) for start in range(len(line) - 1)]
        if not any(turns):
            break
    return line


def _turn(line: list[int], start: int, likeness: Rows) -> bool:
    before = likeness[line[start - 1]] if start else None
    turned = False
    for end in range(start + 1, min(len(line), start + WINDOW)):
        first, last = line[start], line[end]
        gain = before[last] - before[first] if before else 0.0
        if end + 1 < len(line):
            after = line[end + 1]
            gain += likeness[first][after] - likeness[last][after]
        if gain > CLEAR:
            line[start : end + 1] = line[start : end + 1][::-1]
            turned = True
    return turned


def _joined(left: list[int], right: list[int], likeness: Rows) -> list[int]:
    """Two branches in a row, turned so that the ends that meet are as alike as can be."""
    turns = [(a, b) for a in (left, left[::-1]) for b in (right, right[::-1])]
    a, b = max(turns, key=lambda turn: likeness[turn[0][-1]][turn[1][0]])
    return a + b


def _merges(likeness: Rows) -> Iterator[tuple[int, int]]:
    """Average linkage by chains of nearest neighbours: which two join, inner branches first."""
    rows = [list(row) for row in likeness]
    sizes = [1] * len(rows)
    for i, row in enumerate(rows):
        row[i] = OUT
    left, chain = set(range(len(rows))), []
    while len(left) > 1:
        here = chain[-1] if chain else min(left)
        before = chain[-2] if len(chain) > 1 else None
        best = max(rows[here])
        # Of equals, the one we came from: else the chain could go in circles.
        if before is not None and rows[here][before] == best:
            del chain[-2:]
            left.discard(here)
            _merge(rows, sizes, before, here, left)
            yield before, here
        else:
            chain = [*(chain or [here]), rows[here].index(best)]


def _merge(rows: list[list[float]], sizes: list[int], kept: int, gone: int, left: set[int]) -> None:
    a, b = sizes[kept], sizes[gone]
    mean = [(a * x + b * y) / (a + b) for x, y in zip(rows[kept], rows[gone], strict=True)]
    mean[kept] = mean[gone] = OUT
    rows[kept] = mean
    for i in left:
        row = rows[i]
        row[kept], row[gone] = mean[i], OUT
    sizes[kept] = a + b
