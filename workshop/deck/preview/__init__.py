"""A finished deck as pictures, one SVG a slide: drawn from what the file says, without any other
program. For choosing parts and a template; not a proof of how a slide program draws them.
"""

import json

from .drawing import Drawing
from .package import Package


def pictures(blob: bytes) -> bytes:
    """The slides of a .pptx as JSON: a list of {"title", "svg"}, in order."""
    package = Package(blob)
    found = []
    for slide in package.slides():
        drawing = Drawing(package, slide)
        found.append({"title": drawing.title(), "svg": drawing.svg()})
    return json.dumps(found, ensure_ascii=False).encode()
