"""The six hats: their order, and which of them have a board.

Names, questions and words to say are phrases; see static/phrases.
"""

from enum import StrEnum


class Hat(StrEnum):
    """A way of looking. Blue is the facilitator's own hat and has no board."""

    WHITE = "white"
    RED = "red"
    BLACK = "black"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"


BOARDS = (Hat.WHITE, Hat.RED, Hat.BLACK, Hat.YELLOW, Hat.GREEN)
