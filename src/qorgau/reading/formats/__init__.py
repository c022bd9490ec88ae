"""Files of four formats into one form. The format is told by content, never by the name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import chain

from qorgau.reading.formats.bounds import MOST_CHARACTERS, check_size
from qorgau.reading.formats.settling import Found, settle
from qorgau.reading.formats.telling import format_of
from qorgau.reading.source import Format, Source, SourceError

_READERS = {Format.DOCX: "word", Format.PDF: "pdf", Format.TEXT: "plain", Format.HTML: "markup"}


def open_source(data: bytes, *, name: str) -> Source:
    """Reads a file of any of the four formats; SourceError says why one cannot be read and what to do."""
    check_size(data, name)
    told = format_of(data, name)
    found = _reader(told)(data, name)
    check_length(found, name)
    source = settle(found, data=data, name=name, format=told)
    if not any(any(sign.isalnum() for sign in line.text) for line in source.lines):
        raise SourceError("file_without_text", name=name)
    return source


def check_length(found: Found, name: str) -> None:
    """Refuses what unpacks to more letters than any document has."""
    told = chain((each.text for each in found.drafts), (each.text for each in found.notes))
    if sum(map(len, told)) > MOST_CHARACTERS:
        raise SourceError("file_longer", name=name, most=MOST_CHARACTERS)


def _reader(format: Format) -> Callable[[bytes, str], Found]:
    """The reader of a format, loaded when it is first needed: PDF and XML libraries take a moment."""
    read: Callable[[bytes, str], Found] = import_module(f"{__name__}.{_READERS[format]}").read
    return read


__all__ = ["open_source"]
