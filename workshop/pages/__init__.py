"""HTTP: pages, joining, downloads."""

from . import answers, programs, screens, still
from .blueprint import bp

__all__ = ["answers", "bp", "programs", "screens", "still"]
