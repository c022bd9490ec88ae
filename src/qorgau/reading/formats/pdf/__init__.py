"""PDF files: words with place, size and weight; put together into paragraphs, footnotes and furniture apart."""

from qorgau.reading.formats.pdf.opening import read

__all__ = ["read"]
