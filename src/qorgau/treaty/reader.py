"""The one door to the reader of documents: what a file says, by the present program."""

from __future__ import annotations

from functools import lru_cache

from qorgau.reading.document import Document, DocumentKind

# Of our own making: read once, so that the words and rules of the reader are loaded before the first file comes.
_SHORT = """Committee against Torture

Concluding observations on the fourth periodic report of Kazakhstan

1. The Committee is concerned that article 1 of the Criminal Code is not applied.

2. The State party should, by 12 May 2027, train 100 officers.
"""


def read_document(data: bytes, name: str, *, kind: DocumentKind | None = None) -> Document:
    """Read a file, as the kind that a person says it is where one is given; raises SourceError with what, where, why and how to mend it.

    It is read in a process of its own, with an end to its time and memory.
    """
    # Loaded when the first file comes: the readers of PDF and Word are large, and most processes read none.
    from qorgau import reading
    from qorgau.treaty.reading_apart import read_apart

    _load()
    return read_apart(lambda: reading.read_document(data, name, kind=kind), name)


@lru_cache(maxsize=1)
def _load() -> None:
    from qorgau import reading

    reading.read_document(_SHORT.encode(), "short.txt")
