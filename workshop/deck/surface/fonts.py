"""How much wider than Arial a theme's font may be: what was measured then still fits.

Liberation Sans, Carlito, Liberation Serif and DejaVu Sans were measured on Finnish text; those
of Verdana, Tahoma, Georgia and Trebuchet are estimates on the safe side, not measured.
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
    "georgia": 1.1,
    "tahoma": 1.05,
    "trebuchet ms": 1.05,
    "verdana": 1.2,
}
UNKNOWN = 1.15  # another program puts DejaVu Sans in its place


def wider(name: str) -> float:
    """The divisor of font sizes for a font, 1 for those that are no wider than Arial."""
    return WIDER.get(name.strip().lower(), UNKNOWN)


def is_known(name: str) -> bool:
    """Whether its width was looked up, not assumed."""
    return name.strip().lower() in WIDER
