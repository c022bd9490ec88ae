"""Corrections of paragraphs: kind, heading, words, one split in two, two joined."""

from __future__ import annotations

import re
from dataclasses import replace

from qorgau.reading.document import Document, ParagraphKind
from qorgau.treaty.facts.mend import CannotApply, Mend
from qorgau.treaty.facts.mend_places import place_of
from qorgau.treaty.facts.mended_document import with_ids, with_paragraphs, with_words

_OFFSET = re.compile("[0-9]{1,7}")


def mend_kind(document: Document, mend: Mend) -> Document:
    """Another kind of a paragraph, of which a person is sure."""
    place = place_of(document, mend)
    known = {each.value for each in ParagraphKind}
    if mend.value not in known:
        raise CannotApply("misfit_no_kind")
    return with_paragraphs(
        document, place, replace(document.paragraphs[place], kind=ParagraphKind(mend.value), confidence=1.0)
    )


def mend_heading(document: Document, mend: Mend) -> Document:
    """Another last heading above a paragraph; none for an empty one."""
    place = place_of(document, mend)
    old = document.paragraphs[place]
    headings = (*old.headings[:-1], mend.value) if old.headings else (mend.value,)
    return with_paragraphs(document, place, replace(old, heading=mend.value or None, headings=headings))


def mend_text(document: Document, mend: Mend) -> Document:
    """Other words of a paragraph; those of its only leaf and of its recommendation go with them."""
    place = place_of(document, mend)
    old = document.paragraphs[place]
    if len(old.leaves) > 1:
        return with_paragraphs(document, place, replace(old, text=mend.value, lead=mend.value))
    leaves = tuple(replace(leaf, text=mend.value) for leaf in old.leaves)
    mended = with_paragraphs(document, place, replace(old, text=mend.value, lead=mend.value, leaves=leaves))
    return with_words(mended, {leaf.id for leaf in leaves} or {old.number or ""}, mend.value)


def split(document: Document, mend: Mend) -> Document:
    """One paragraph in two at a character; leaves behind it go with the second one and take its number."""
    place = place_of(document, mend)
    old = document.paragraphs[place]
    offset = int(mend.value) if _OFFSET.fullmatch(mend.value) else 0
    if not 0 < offset < len(old.text):
        raise CannotApply("misfit_no_offset")
    number = mend.place or None
    if number and any(each.number == number for each in document.paragraphs):
        raise CannotApply("misfit_id_taken")
    behind = {leaf.id for leaf in old.leaves if old.text.find(leaf.text) >= offset}
    first = replace(
        old, text=old.text[:offset].rstrip(), lead=old.lead[:offset].rstrip(),
        leaves=tuple(leaf for leaf in old.leaves if leaf.id not in behind), tail=None,
    )  # fmt: skip
    moved = {leaf.id: _renumbered(leaf.id, old.number, number) for leaf in old.leaves if leaf.id in behind}
    second = replace(
        old, number=number, text=old.text[offset:].lstrip(), lead=old.text[offset:].lstrip(),
        leaves=tuple(replace(leaf, id=moved[leaf.id]) for leaf in old.leaves if leaf.id in behind),
        confidence=1.0,
    )  # fmt: skip
    return with_ids(with_paragraphs(document, place, first, second), moved)


def _renumbered(leaf_id: str, old: str | None, new: str | None) -> str:
    return f"{new}{leaf_id.removeprefix(old)}" if old and new and leaf_id.startswith(old) else leaf_id


def join(document: Document, mend: Mend) -> Document:
    """A paragraph put to the end of the one before."""
    place = place_of(document, mend)
    if place == 0:
        raise CannotApply("misfit_nothing_before")
    first, second = document.paragraphs[place - 1], document.paragraphs[place]
    both = replace(
        first,
        text=f"{first.text} {second.text}".strip(),
        leaves=(*first.leaves, *second.leaves),
        tail=second.tail,
        footnotes=(*first.footnotes, *second.footnotes),
        citations=(*first.citations, *second.citations),
        confidence=1.0,
    )
    return with_paragraphs(document, place - 1, both, instead_of=2)
