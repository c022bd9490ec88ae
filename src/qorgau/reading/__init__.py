"""Reads what treaty bodies, States and organisations write: paragraphs, recommendations, deadlines, figures, links."""

from qorgau.reading.as_json import as_json
from qorgau.reading.reader import read, read_document

__all__ = ["as_json", "read", "read_document"]
