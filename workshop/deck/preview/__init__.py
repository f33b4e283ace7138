"""A finished deck as pictures, one SVG a slide: drawn from what the file says, without any other
program. For choosing parts and a template; not a proof of how a slide program draws them.
"""

from .drawing import Drawing
from .package import Package


def pictures(blob: bytes) -> list[dict[str, str]]:
    """The slides of a .pptx, in order: the `title` and the `svg` of each."""
    package = Package(blob)
    found = []
    for slide in package.slides():
        drawing = Drawing(package, slide)
        found.append({"title": drawing.title(), "svg": drawing.svg()})
    return found
