"""Workshop documents in and out; the same workshop as a table and as a text.

A document that was exported, imported and exported again is the same document.
"""

from .markdown import markdown
from .reading import read
from .table import csv_text
from .writing import document

__all__ = ["csv_text", "document", "markdown", "read"]
