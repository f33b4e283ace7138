"""How wide text is, and where its lines break, without any font installed.

Widths are those of Liberation Sans, which has the metrics of Arial; widths.json holds them in
1/2048 of an em (made by `python -m workshop.deck.metrics`, which needs fontTools and the font).
Against LibreOffice's own breaking this way of counting was exact in 256 of 256 Finnish cases.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

WIDTHS = Path(__file__).with_name("widths.json")
EM = 2048
WIDE = 1.0  # of an em: Chinese, Japanese, Korean
EMOJI = 1.4
UNKNOWN = 0.62
PITCH = 1.2  # from one line to the next, of the font size
CLOSE = 0.99  # of a box is used: kerning and rounding differ a little between programs


class Widths(dict[str, int]):
    """The width of each character, in 1/EM: known, or a guess."""

    def __missing__(self, character: str) -> int:
        self[character] = guess = _unknown(character)
        return guess


@cache
def widths(bold: bool) -> Widths:
    """Those of the regular or the bold face."""
    return Widths(json.loads(WIDTHS.read_text(encoding="utf-8"))["bold" if bold else "regular"])


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in points at a font size in points."""
    return _ems(text, bold) * size / EM


@lru_cache(maxsize=1 << 16)
def _ems(text: str, bold: bool) -> int:
    return sum(map(widths(bold).__getitem__, text))


def _unknown(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        emoji = unicodedata.category(character) == "So"
        return int((EMOJI if emoji else WIDE) * EM)
    return int((EMOJI if ord(character) > 0x1F000 else UNKNOWN) * EM)


Measured = tuple[str, int, int]  # a word with the space behind it; its width without, and with it
BREAKS = re.compile(r"\S+\s*|\s+")
IDEOGRAPHIC = re.compile("[\u2e80-\uffdc]")  # may break anywhere
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
UNSURE = re.compile(f"://|[\U0001f001-\U0010ffff{RIGHT_TO_LEFT}]")  # emoji and other pictures too


def lines(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The text as the lines that fit into `room` points; no character is lost.

    Breaks at spaces, within Chinese and the like anywhere, within a word only if it is wider than
    the room. "".join(lines(text, …)) == text without its line breaks.
    """
    most = _most(room, size)
    found = []
    for paragraph in text.split("\n"):
        if _is_one_line(paragraph, most, bold):
            found.append(paragraph)
            continue
        line, used = "", 0
        for piece, seen, whole in _pieces(paragraph, most, bold):
            if line and used + seen > most:
                found.append(line)
                line, used = "", 0
            line += piece
            used += whole
        found.append(line)
    return found


def line_count(text: str, room: float, size: float, bold: bool = False) -> int:
    """len(lines(…)), which is most of what anybody asks, without the lines."""
    most = _most(room, size)
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        if _is_one_line(paragraph, most, bold):
            continue
        used = 0
        for _, seen, whole in _pieces(paragraph, most, bold):
            if used and used + seen > most:
                count += 1
                used = 0
            used += whole
    return count


def _most(room: float, size: float) -> float:
    return room * CLOSE * EM / size


def _is_one_line(paragraph: str, most: float, bold: bool) -> bool:
    return _ems(paragraph.rstrip(), bold) <= most


def _pieces(paragraph: str, most: float, bold: bool) -> Iterator[Measured]:
    for piece in _words(paragraph, bold):
        if piece[1] > most:
            yield from (_measured(character, bold) for character in piece[0])
        else:
            yield piece


@lru_cache(maxsize=1 << 13)
def _words(paragraph: str, bold: bool) -> list[Measured]:
    """What may stand on a line of its own, measured once for all the sizes that are tried."""
    found = []
    for word in BREAKS.findall(paragraph):
        found += word if IDEOGRAPHIC.search(word) else [word]
    return [_measured(word, bold) for word in found]


def _measured(word: str, bold: bool) -> Measured:
    return word, _ems(word.rstrip(), bold), _ems(word, bold)


def height(text: str, room: float, size: float, bold: bool = False) -> float:
    """How tall the text stands in `room` points of width, in points."""
    return (line_count(text, room, size, bold) + spare_lines(text)) * size * PITCH


def spare_lines(text: str) -> int:
    """One more line where programs are known to differ: emoji, addresses, right-to-left."""
    return int(bool(UNSURE.search(text)))


@lru_cache(maxsize=256)
def ellipsised(
    text: str, room: float, size: float, bold: bool = False, most: int = 1, after: str = ""
) -> str:
    """The text, or as much of its beginning as fits with "…" on `most` lines; `after` follows."""
    text = " ".join(text.split())
    if line_count(text + after, room, size, bold) <= most:
        return text + after

    def fits(length: int) -> bool:
        return line_count(f"{text[:length].rstrip()}…{after}", room, size, bold) <= most

    shown, too_many = 0, len(text)
    while too_many - shown > 1:
        middle = (shown + too_many) // 2
        shown, too_many = (middle, too_many) if fits(middle) else (shown, middle)
    return f"{text[:shown].rstrip()}…{after}"


def _extract(regular: str, bold: str) -> None:
    from fontTools.ttLib import TTFont

    found = {}
    for name, path in (("regular", regular), ("bold", bold)):
        font = TTFont(path)
        names, advances = font.getBestCmap(), font["hmtx"]
        useful = [c for c in names if c < 0x530 or 0x2000 <= c < 0x2300 or c in (0x2605, 0x2713)]
        found[name] = {chr(c): advances[names[c]][0] for c in useful}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    WIDTHS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    _extract(*sys.argv[1:3])
