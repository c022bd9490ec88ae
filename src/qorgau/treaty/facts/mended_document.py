"""A reading with other paragraphs, and its recommendations with other words or ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qorgau.reading.document import Document, Paragraph


def with_paragraphs(document: Document, place: int, *paragraphs: Paragraph, instead_of: int = 1) -> Document:
    """The document with these paragraphs in place of one or more from that place on."""
    old = document.paragraphs
    return replace(document, paragraphs=(*old[:place], *paragraphs, *old[place + instead_of :]))


def with_words(document: Document, ids: set[str], words: str) -> Document:
    """The document whose recommendations of these ids have other words."""
    found = tuple(replace(each, text=words) if each.id in ids else each for each in document.recommendations)
    return replace(document, recommendations=found)


def with_ids(document: Document, names: Mapping[str, str]) -> Document:
    """The document whose recommendations have the names that their leaves got."""
    found = tuple(
        replace(each, id=names[each.id], paragraph=names[each.id].partition("(")[0])
        if each.id in names
        else each
        for each in document.recommendations
    )
    return replace(document, recommendations=found)
