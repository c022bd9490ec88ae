"""Lay what people corrected over a reading: a newer reading keeps every correction, or says where one no longer fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qorgau.reading.document import Document, DocumentKind
from qorgau.treaty.facts.mend import CannotApply, Mend
from qorgau.treaty.facts.mend_places import is_tracked, place_of, words_at
from qorgau.treaty.facts.mended_leaves import mend_id, mend_leaf, mend_tracking
from qorgau.treaty.facts.mended_paragraphs import join, mend_heading, mend_kind, mend_text, split
from qorgau.treaty.facts.words import Fix

HEADER_FIELDS = ("symbol", "committee", "state", "cycle", "kind", "adopted", "language", "title")


@dataclass(frozen=True, kw_only=True)
class Misfit:
    """A correction that the reading has no place for, and why (the key of a phrase)."""

    id: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A reading with all that fits laid over it, and what does not."""

    document: Document
    applied: tuple[str, ...]
    misfits: tuple[Misfit, ...]


def corrected(document: Document, mends: Sequence[Mend]) -> Corrected:
    """The reading with the corrections, in the order in which they were made."""
    applied: list[str] = []
    misfits: list[Misfit] = []
    for mend in mends:
        try:
            document = applied_to(document, mend)
            applied.append(mend.id)
        except CannotApply as cannot:
            misfits.append(Misfit(id=mend.id, why=cannot.why))
    return Corrected(document=document, applied=tuple(applied), misfits=tuple(misfits))


def applied_to(document: Document, mend: Mend) -> Document:
    """The reading with one correction; raises CannotApply."""
    return _ACTS[mend.what](document, mend)


def before_of(document: Document, mend: Mend) -> str:
    """What stands where the correction is to go; raises CannotApply."""
    if mend.what is Fix.HEADER:
        return _said(getattr(document, _field(mend.target)))
    if mend.what in (Fix.LEAF_TEXT, Fix.ID, Fix.IS_RECOMMENDATION):
        words = words_at(document, mend.target)
        if mend.what is Fix.LEAF_TEXT:
            return words
        return mend.target if mend.what is Fix.ID else ("yes" if is_tracked(document, mend.target) else "no")
    paragraph = document.paragraphs[place_of(document, mend)]
    return {
        Fix.PARAGRAPH_KIND: paragraph.kind.value,
        Fix.HEADING: paragraph.heading or "",
        Fix.PARAGRAPH_TEXT: paragraph.text,
    }.get(mend.what, paragraph.number or "")


def _said(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _field(name: str) -> str:
    if name not in HEADER_FIELDS:
        raise CannotApply("misfit_no_field")
    return name


def _header(document: Document, mend: Mend) -> Document:
    name, value = _field(mend.target), mend.value
    try:
        if name == "adopted":
            return replace(document, adopted=dt.date.fromisoformat(value) if value else None)
        if name == "kind":
            return replace(document, kind=DocumentKind(value))
    except ValueError as error:
        raise CannotApply("misfit_no_value") from error
    if name == "language":
        return replace(document, language=value)
    said: dict[str, Any] = {name: value or None}
    return replace(document, **said)


_ACTS: Mapping[Fix, Callable[[Document, Mend], Document]] = {
    Fix.PARAGRAPH_KIND: mend_kind,
    Fix.HEADING: mend_heading,
    Fix.PARAGRAPH_TEXT: mend_text,
    Fix.LEAF_TEXT: mend_leaf,
    Fix.SPLIT: split,
    Fix.JOIN: join,
    Fix.IS_RECOMMENDATION: mend_tracking,
    Fix.ID: mend_id,
    Fix.HEADER: _header,
}
