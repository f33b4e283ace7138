"""How much of a stranger's file we are willing to read.

Real templates measured: 24 of LibreOffice's and those of common corpora stay far below a tenth
of every figure here. What goes over is refused, never cut.
"""

MB = 1 << 20

FILE = 25 * MB
ENTRIES = 3_000
TOTAL = 150 * MB  # of all entries together, unpacked
ENTRY = 40 * MB
RATIO = 150  # unpacked to packed; text of real templates reaches about 40
RATIO_FROM = MB  # below this size a ratio says nothing
XML = 8 * MB  # one part
MARKS = 250_000  # "<" and "=" in one part: what a tree costs in memory, about 100 bytes each
ALL_MARKS = 600_000  # in all parts that are parsed
MASTERS = 20
LAYOUTS = 200  # of a master
IMAGES = 40 * MB  # of the images that are kept
PIXELS = 60_000_000  # of one image: what a program would unpack to draw it

MEMORY = 1024 * MB  # of the process that reads a template
SECONDS = 60
