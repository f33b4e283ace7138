"""What of a file did not come along, counted under words that phrases exist for."""

import re
from collections import Counter

from .names import LEFT_OUT
from .package import Package

# By the name of the part, the first that fits.
PLACES = (
    (r"_rels/|\[content_types\]|/$", ""),
    (r"vbaproject|vbadata", "macros"),
    (r"/slides/", "slides"),
    (r"/notes(slides|masters)/", "notes"),
    (r"comment|/persons/", "comments"),
    (r"/slidemasters/", "masters"),
    (r"/(slidelayouts|handoutmasters|theme)/", "sheets"),
    (r"^customxml/|docprops/custom", "custom_xml"),
    (r"/tags/", "tags"),
    (r"printersettings", "printer_settings"),
    (r"\.fntdata$|/fonts/", "fonts"),
    (r"thumbnail", "thumbnail"),
    (r"\.svgz?$", "svg"),
    (r"activex|/ctrlprops/", "controls"),
    (r"/embeddings/|/charts/|/diagrams/|/drawings/|oleobject|\.xls|\.bin$", "objects"),
    (r"\.(mp[34g]|m4[av]|avi|wm[va]|wav|mov|au|mid|aac|ogg)$", "media"),
    (r"^docprops/|/(presprops|viewprops|tablestyles|presentation)\.xml$|/revisioninfo", ""),
    (r"/media/|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp)$", "unused_images"),
    (r"", "unknown"),
)
CODES = {code for _, code in PLACES if code} | set(LEFT_OUT.values()) | {"extensions"}


def left_out(package: Package, kept: set[str]) -> Counter[str]:
    """The parts of a package that were not kept, by kind; ours in their place do not count."""
    names = (name for name in package.names if name not in kept)
    found = Counter(next(kind for at, kind in PLACES if re.search(at, name)) for name in names)
    found.pop("", None)
    return found
