"""Word files: paragraphs with bold, styles, computed numbers and footnotes; tracked deletions are left out."""

from qorgau.reading.formats.word.opening import read

__all__ = ["read"]
