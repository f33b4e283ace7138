"""Which parts a deck may be made of: what each is called, and what it may lead to."""

from typing import NamedTuple

from workshop.deck.foreign.names import R
from workshop.deck.template import OFFICE, PML

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XLSX = f"{OFFICE}.spreadsheetml.sheet"


class Kind(NamedTuple):
    """A kind of part, named as the relationship that leads to it."""

    type: str  # content type
    name: str  # {n} is counted, {} an image's ending
    leads_to: tuple[str, ...] = ()


def _pml(name: str, folder: str, leads_to: str = "") -> Kind:
    return Kind(f"{PML}.{name}+xml", f"ppt/{folder}.xml", tuple(leads_to.split()))


def _dml(name: str, folder: str, leads_to: str = "") -> Kind:
    return Kind(f"{OFFICE}.{name}+xml", f"ppt/{folder}.xml", tuple(leads_to.split()))


KINDS = {
    "": Kind("", "", ("officeDocument", "core-properties", "custom-properties")),
    "officeDocument": _pml(
        "presentation.main",
        "presentation",
        "slideMaster slide notesMaster presProps viewProps theme tableStyles",
    ),
    "slideMaster": _pml("slideMaster", "slideMasters/slideMaster{n}", "slideLayout theme image"),
    "slideLayout": _pml("slideLayout", "slideLayouts/slideLayout{n}", "slideMaster image"),
    "slide": _pml(
        "slide",
        "slides/slide{n}",
        "slideLayout notesSlide image chart hyperlink slide diagramData diagramLayout "
        "diagramQuickStyle diagramColors",
    ),
    "notesMaster": _pml("notesMaster", "notesMasters/notesMaster{n}", "theme image"),
    "notesSlide": _pml(
        "notesSlide", "notesSlides/notesSlide{n}", "notesMaster slide hyperlink image"
    ),
    "presProps": _pml("presProps", "presProps"),
    "viewProps": _pml("viewProps", "viewProps"),
    "tableStyles": _pml("tableStyles", "tableStyles"),
    "theme": _dml("theme", "theme/theme{n}", "image"),
    "themeOverride": _dml("themeOverride", "theme/themeOverride{n}", "image"),
    "chart": _dml("drawingml.chart", "charts/chart{n}", "package themeOverride image"),
    "diagramData": _dml("drawingml.diagramData", "diagrams/data{n}", "image"),
    "diagramLayout": _dml("drawingml.diagramLayout", "diagrams/layout{n}", "image"),
    "diagramQuickStyle": _dml("drawingml.diagramStyle", "diagrams/quickStyle{n}"),
    "diagramColors": _dml("drawingml.diagramColors", "diagrams/colors{n}"),
    "package": Kind(XLSX, "ppt/embeddings/workbook{n}.xlsx"),
    "image": Kind("image/{}", "ppt/media/image{n}.{}"),
    "core-properties": Kind(
        "application/vnd.openxmlformats-package.core-properties+xml", "docProps/core.xml"
    ),
    "custom-properties": Kind(f"{OFFICE}.custom-properties+xml", "docProps/custom.xml"),
}
CORE = f"{PACKAGE}/relationships/metadata/core-properties"


def relationship(kind: str) -> str:
    """The full type of a relationship of this kind."""
    return CORE if kind == "core-properties" else f"{R}/{kind}"


def kind_of(type: str) -> str:
    """The kind of a relationship by its full type; "" for one that is not on the list."""
    if type == CORE:
        return "core-properties"
    before, _, kind = type.rpartition("/")
    return kind if before == R and (kind in KINDS or kind == "hyperlink") else ""
