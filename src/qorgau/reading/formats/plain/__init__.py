"""Text files: footnotes in brackets or at the foot of a page, hard-wrapped lines joined, code pages told."""

from qorgau.reading.formats.plain.opening import read

__all__ = ["read"]
