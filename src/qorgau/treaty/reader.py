"""The one door to the reader of documents: what a file says, by the present program."""

from __future__ import annotations

from qorgau.reading.document import Document


def read_document(data: bytes, name: str) -> Document:
    """Read a file; raises SourceError with what, where, why and how to mend it."""
    # Loaded when the first file comes: the readers of PDF and Word are large, and most processes read none.
    from qorgau import reading

    return reading.read_document(data, name)
