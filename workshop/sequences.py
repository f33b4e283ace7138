"""The method as data: which hats come in which order, for which purpose, and for how long.

Sequences by purpose as facilitators' handbooks list them (B blue, W white, R red, K black,
Y yellow, G green); the first is that of a whole workshop. Their names, the hats' questions and
the words to say are phrases (`sequence.NAME`, `hat.HAT.asks`, `hat.HAT.say`).
"""

from typing import Any

from .hats import Hat
from .phrases import say

LETTERS = {
    "B": Hat.BLUE,
    "W": Hat.WHITE,
    "R": Hat.RED,
    "K": Hat.BLACK,
    "Y": Hat.YELLOW,
    "G": Hat.GREEN,
}

SEQUENCES = {
    "whole": "BWRKYGB",
    "first_ideas": "BWGB",
    "alternatives": "BWGYKRB",
    "solutions": "BWKGB",
    "feedback": "BKGB",
    "planning": "BYKWBGB",
    "improvement": "BWWYKGRB",
    "problem": "BWGRYKGB",
    "review": "BRWYKGRB",
}

# A few minutes a hat: red asks for a word or two without reasons, green needs the longest.
MINUTES = {
    Hat.BLUE: 3,
    Hat.WHITE: 5,
    Hat.RED: 2,
    Hat.BLACK: 5,
    Hat.YELLOW: 5,
    Hat.GREEN: 7,
}


def rounds(name: str, language: str) -> list[dict[str, Any]]:
    """The rounds of a sequence: hat, minutes and what is asked. Raises KeyError for an unknown
    name. Blue opens by asking what for, and closes by asking what next."""
    hats = [LETTERS[letter] for letter in SEQUENCES[name]]
    words = ["asks"] * (len(hats) - 1) + ["closes"]
    return [
        {"hat": hat, "minutes": MINUTES[hat], "prompt": say(language, f"hat.{hat}.{word}")}
        for hat, word in zip(hats, words, strict=True)
    ]
