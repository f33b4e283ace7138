"""Workshop documents in and out; the same workshop as a table, as a text and as a page.

A document that was exported, imported and exported again is the same document.
"""

from .markdown import markdown
from .reading import read
from .results import results, results_file
from .table import csv_text
from .writing import document

__all__ = ["csv_text", "document", "markdown", "read", "results", "results_file"]
