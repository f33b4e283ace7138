"""How much wider than Arial a theme's font may be: what was measured then still fits.

Widths of the same words, beside Liberation Sans (which is as wide as Arial), from the fonts' own
tables; two workshops' notes and syntheses, in Finnish and in English, 9,500 characters each:

    drawn with                 regular fi, en   bold fi, en
    Gelasio (as Georgia)       1.00  1.00       1.09  1.07
    Tahoma (Wine's)            1.00  1.01       1.07  1.06
    DejaVu Sans                1.15  1.15       1.20  1.20

The larger counts, for themes' names and titles are bold. Gelasio was made as wide as Georgia, and
Wine's Tahoma as wide as Microsoft's, by what their makers say. For Verdana it is DejaVu Sans, whose
design is Verdana's but not its widths; Trebuchet MS is an estimate, not measured: no font that is
as wide was found. Carlito and Liberation Serif were measured, too: they are narrower than Arial.
"""

WIDER = {
    "arial": 1.0,
    "arial narrow": 1.0,
    "helvetica": 1.0,
    "liberation sans": 1.0,
    "calibri": 1.0,
    "calibri light": 1.0,
    "carlito": 1.0,
    "times new roman": 1.0,
    "liberation serif": 1.0,
    "cambria": 1.0,
    "garamond": 1.0,
    "georgia": 1.09,
    "gelasio": 1.09,
    "tahoma": 1.07,
    "trebuchet ms": 1.05,
    "verdana": 1.2,
    "dejavu sans": 1.2,
    "bitstream vera sans": 1.2,
}
ESTIMATED = {"trebuchet ms"}
UNKNOWN = 1.2  # another program puts DejaVu Sans in its place


def wider(name: str) -> float:
    """The divisor of font sizes for a font, 1 for those that are no wider than Arial."""
    return WIDER.get(name.strip().lower(), UNKNOWN)


def is_known(name: str) -> bool:
    """Whether its width is known, not assumed to be safe."""
    return name.strip().lower() in WIDER.keys() - ESTIMATED
