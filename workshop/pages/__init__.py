"""HTTP: pages, joining, downloads."""

from . import answers, programs, results, screens, still
from .blueprint import bp

__all__ = ["answers", "bp", "programs", "results", "screens", "still"]
