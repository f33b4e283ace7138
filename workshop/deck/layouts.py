"""Where things stand on our slides: one place for the template that draws them and the fit that
measures them. Points; 16:9 is 960 × 540.
"""

from typing import NamedTuple

WIDTH, HEIGHT = 960, 540
MARGIN = 44


class Box(NamedTuple):
    """A text box: its place, its insets, its font size and weight."""

    x: float
    y: float
    w: float
    h: float
    size: float
    inset: float = 0
    bold: bool = False

    @property
    def room(self) -> float:
        """Width for a line of text."""
        return self.w - 2 * self.inset

    @property
    def depth(self) -> float:
        """Height for text."""
        return self.h - 2 * self.inset


# Footer, on every slide.
DATE = Box(MARGIN, 508, 160, 20, 10.5)
FOOTER = Box(220, 508, 520, 20, 10.5)
NUMBER = Box(WIDTH - MARGIN - 100, 508, 100, 20, 10.5)

# Title slide.
TITLE = Box(MARGIN + 40, 196, 792, 118, 40, bold=True)
TITLE_QUESTION = Box(MARGIN + 40, 322, 792, 84, 24)
TITLE_FACTS = Box(MARGIN + 40, 416, 792, 26, 16)

# Question slide: a row for each hat.
QUESTION_TITLE = Box(MARGIN, 30, 872, 26, 16, bold=True)
QUESTION = Box(MARGIN, 58, 872, 84, 30, bold=True)
ROW_X, ROW_Y, ROW_W, ROW_H, ROW_STEP = MARGIN + 92, 158, 780, 60, 68
ROW_SIZE = 17

# A hat's slides: a panel that wears the hat, and two columns of notes.
ASKED = Box(MARGIN, 26, 560, 20, 12)
BACK = Box(MARGIN + 580, 26, 160, 20, 12)
PANEL = Box(MARGIN, 72, 872, 88, 0)
HAT_TITLE = Box(MARGIN + 22, 80, 700, 36, 26, bold=True)
PROMPT = Box(MARGIN + 22, 116, 828, 40, 20)
COLUMN_W, COLUMN_Y, COLUMN_H = 416, 178, 318
COLUMNS = tuple(
    Box(MARGIN + n * (COLUMN_W + 40), COLUMN_Y, COLUMN_W, COLUMN_H, 16) for n in range(2)
)
INDENT = 16  # of a note, behind its bullet
GAP = 6  # above a note
THEME_GAP = 14  # above a theme's name

# A hat's themes: cards below its panel.
THEME_CARDS = Box(MARGIN, COLUMN_Y, 872, COLUMN_H, 16, 12)
THEME_GRID = {1: (1, 1), 2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2)}  # abreast, rows

# Slides with a title that says something, and one thing below it.
HEAD = Box(MARGIN, 50, 780, 64, 26, bold=True)
BODY_Y, BODY_H = 128, 368
BODY = Box(MARGIN, BODY_Y, 872, BODY_H, 22)
CORNER_HAT = (WIDTH - MARGIN - 72, 20, 72)  # x, y, width
ANSWER_INDENT = 20
ANSWER_GAP = 10
CHART = Box(MARGIN, BODY_Y, 590, BODY_H, 14)
FACTS = Box(MARGIN + 620, BODY_Y + 20, 252, BODY_H - 20, 20)
ABOUT = Box(MARGIN, 114, 780, 22, 14)
WIDE_CHART = Box(MARGIN, 142, 872, 354, 14)
BAR_STEP = 84  # from one bar to the next, at the most
BAR_NAMES, BAR_NAME_W = (18, 16, 14, 13), 250  # of bars: font sizes, width of up to two lines
TABLE = BODY
CELL_X, CELL_Y = 7, 5  # within a cell, at its sides, above and below

# Columns of text below a head: what the room added, and how the deck came about.
TALL_COLUMNS = tuple(box._replace(y=BODY_Y, h=BODY_H) for box in COLUMNS)

# Appendix: all notes in small print.
APPENDIX_HEAD = Box(MARGIN, 46, 780, 30, 22, bold=True)
APPENDIX_COLUMNS = tuple(box._replace(y=86, h=412, size=11) for box in COLUMNS)
APPENDIX_INDENT = 36  # of a note, behind its number
APPENDIX_GAP, APPENDIX_HAT_GAP = 3, 8

# Synthesis: up to six cards.
SYNTHESIS_TITLE = Box(MARGIN, 26, 872, 34, 26, bold=True)
SYNTHESIS_QUESTION = Box(MARGIN, 60, 872, 24, 16)
CARD_GAP, CARD_Y = 16, 112
CARD_INSET = 12
CARDS_H, CARD_HAT = 414, 26  # of all rows together, and in it above each row for the hats
ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (3, 2), 6: (3, 3)}  # how many cards stand abreast


def row_height(count: int) -> float:
    """How tall each card is where all rows are equally tall."""
    return CARDS_H / len(ROWS[count]) - CARD_HAT


def bars(count: int, box: Box) -> Box:
    """The box of a chart of so many bars: a few do not fill the slide."""
    return box._replace(h=min(box.h, 30 + count * BAR_STEP))


def cards(count: int, heights: tuple[float, ...] = ()) -> list[Box]:
    """The boxes of `count` cards (at most six), row by row and as large as the slide allows.

    Rows are equally tall unless `heights` says otherwise.
    """
    found = []
    y: float = CARD_Y
    for in_row, h in zip(ROWS[count], heights or [row_height(count)] * 2, strict=False):
        w = (872 - (in_row - 1) * CARD_GAP) / in_row
        for n in range(in_row):
            found.append(Box(MARGIN + n * (w + CARD_GAP), y, w, h, 16, CARD_INSET))
        y += h + CARD_HAT
    return found


def theme_cards(count: int, tall: float = HEIGHT) -> list[Box]:
    """The boxes of up to six themes below a hat's panel, at most `tall` and as there is room."""
    abreast, rows = THEME_GRID[count]
    area = THEME_CARDS
    w = (area.w - (abreast - 1) * CARD_GAP) / abreast
    h = min(tall, (area.h - (rows - 1) * CARD_GAP) / rows)
    return [
        area._replace(
            x=area.x + n % abreast * (w + CARD_GAP),
            y=area.y + n // abreast * (h + CARD_GAP),
            w=w,
            h=h,
        )
        for n in range(count)
    ]
