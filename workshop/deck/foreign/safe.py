"""Where text may stand on a layout that has no good place for it."""

from itertools import pairwise

from .covers import Area, Cover, behind
from .looks import Looks
from .pages import LARGE, Page

COLUMNS, ROWS = 24, 18  # of the grid on which a quiet place is looked for
MARGIN, TOP, BOTTOM = 0.06, 0.05, 0.1  # of a slide that is nowhere quiet
INSET = 0.02  # of the slide's width, from what is drawn
HEAD = 0.18  # of the slide's height, for a title of our own placing
LOW = 0.45  # of the slide's height: a title that ends below leaves no room


def places(page: Page, looks: Looks) -> tuple[Area | None, Area]:
    """Where a title (None: where it is) and a body may stand, as near to the template as can be."""
    w, h = page.width, page.height
    needed = LARGE * w * h
    title, home = page.title, looks.home("body")
    low = title.y + title.h if title and title.y + title.h <= LOW * h else None
    if low is not None and home is not None and page.inside(home):
        below = _below(home, low)
        if below.size >= needed:
            return None, below
    usual = Area(MARGIN * w, TOP * h, (1 - 2 * MARGIN) * w, (1 - TOP - BOTTOM) * h)
    quiet = quiet_place(looks.under(page.tree), w, h) or usual
    for area in (quiet, usual) if low is not None else ():
        if _below(area, low).size >= needed:
            return None, _below(area, low)
    area = quiet if quiet.h > 2 * HEAD * h else usual
    return area._replace(h=HEAD * h), _below(area, area.y + (HEAD + INSET) * h)


def _below(area: Area, low: float) -> Area:
    top = max(area.y, low)
    return Area(area.x, top, area.w, max(area.y + area.h - top, 0))


def beside(area: Area, gap: float) -> list[Area]:
    """Two columns of a place."""
    half = (area.w - gap) / 2
    return [Area(area.x + n * (half + gap), area.y, half, area.h) for n in range(2)]


def quiet_place(under: list[Cover], width: float, height: float) -> Area | None:
    """The largest place of one known colour; None where none takes a quarter of the slide."""
    w, h = width / COLUMNS, height / ROWS
    grid = [[behind(Area(x * w, y * h, w, h), under) for x in range(COLUMNS)] for y in range(ROWS)]
    best = max((_in_rows(grid, top) for top in range(ROWS)), key=lambda one: one[2] * one[3])
    area = Area(best[0] * w, best[1] * h, best[2] * w, best[3] * h)
    if area.size < LARGE * width * height:
        return None
    inset = INSET * width
    return Area(area.x + inset, area.y + inset, area.w - 2 * inset, area.h - 2 * inset)


def _in_rows(grid: list[list[str]], top: int) -> tuple[int, int, int, int]:
    """The largest (x, y, w, h) of one colour whose first row is `top`."""
    best = (0, top, 0, 0)
    row = list(grid[top])
    for y in range(top, ROWS):
        row = [one if one == grid[y][x] else "" for x, one in enumerate(row)]
        ends = [0, *(x for x in range(1, COLUMNS) if row[x] != row[x - 1]), COLUMNS]
        for left, right in pairwise(ends):
            if row[left] and (right - left) * (y - top + 1) > best[2] * best[3]:
                best = (left, top, right - left, y - top + 1)
    return best
