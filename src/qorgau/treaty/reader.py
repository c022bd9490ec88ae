"""The one door to the reader of documents: what a file says, by the present program."""

from __future__ import annotations

from qorgau.reading.document import Document, DocumentKind


def read_document(data: bytes, name: str, *, kind: DocumentKind | None = None) -> Document:
    """Read a file, as the kind that a person says it is where one is given; raises SourceError with what, where, why and how to mend it."""
    # Loaded when the first file comes: the readers of PDF and Word are large, and most processes read none.
    from qorgau import reading

    return reading.read_document(data, name, kind=kind)
