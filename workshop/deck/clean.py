"""Text that no reader of slides stumbles over: the writer's own last look, whatever comes in.

Control characters would crash python-pptx or show as _x0007_, lone surrogates cannot be written,
and bidirectional overrides would turn the lines around them.
"""

import re
import unicodedata

NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ufdd0-\ufdef]"
)
ASTRAL_NONCHARACTERS = {plane * 0x10000 + low for plane in range(17) for low in (0xFFFE, 0xFFFF)}
MARKS = 4  # combining marks in a row; more would cover the lines around


def clean(text: str) -> str:
    """The text, safe in XML and on a slide."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    text = DROPPED.sub("", NEWLINES.sub("\n", text)).translate(dict.fromkeys(ASTRAL_NONCHARACTERS))
    return _without_towers(unicodedata.normalize("NFC", text)).strip()


def _without_towers(text: str) -> str:
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MARKS:
            kept.append(character)
    return "".join(kept)
