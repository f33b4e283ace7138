"""HTTP: pages, joining, downloads."""

from . import answers, downloads, programs, results, screens, still, templates
from .blueprint import bp

__all__ = ["answers", "bp", "downloads", "programs", "results", "screens", "still", "templates"]
