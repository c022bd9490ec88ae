"""Lay what people corrected over a reading: a newer reading keeps every correction, or says where one no longer fits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qorgau.reading.document import Document, DocumentKind, Leaf, Paragraph, ParagraphKind, Recommendation
from qorgau.treaty.facts.words import Fix

TEXT, HEADER_FIELDS = (
    "text",
    ("symbol", "committee", "state", "cycle", "kind", "adopted", "language", "title"),
)
_ANCHOR = 160
_SPACE = re.compile(r"\s+")
_OFFSET = re.compile("[0-9]{1,7}")


class CannotApply(Exception):  # noqa: N818 - read aloud: "cannot apply"
    """A correction does not fit the reading; `why` is the key of a phrase."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, kw_only=True)
class Mend:
    """One correction as it stands in its entry.

    target: a leaf id, a field of the head, or "p<place>" of a paragraph as it was numbered then; number and anchor:
    the paragraph's own number and the beginning of its words, by which it is found again. place: for a split, the
    number of the second paragraph.
    """

    id: str
    what: Fix
    target: str
    value: str
    number: str = ""
    anchor: str = ""
    place: str = ""
    before: str = ""

    @classmethod
    def of(cls, entry_id: str, facts: Mapping[str, Any]) -> Mend:
        """The correction of an entry's facts."""
        return cls(
            id=entry_id,
            what=Fix(str(facts["what"])),
            target=str(facts["target"]),
            value=str(facts.get("value", "")),
            number=str(facts.get("number", "")),
            anchor=str(facts.get("anchor", "")),
            place=str(facts.get("place", "")),
            before=str(facts.get("before", "")),
        )


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


def anchor_of(paragraph: Paragraph) -> str:
    """The beginning of a paragraph's words, by which it is found in another reading."""
    return _plain(paragraph.text)[:_ANCHOR]


def before_of(document: Document, mend: Mend) -> str:
    """What stands where the correction is to go; raises CannotApply."""
    if mend.what is Fix.HEADER:
        return _said(getattr(document, _field(mend.target)))
    if mend.what in (Fix.LEAF_TEXT, Fix.ID, Fix.IS_RECOMMENDATION):
        words = _words_at(document, mend.target)
        if mend.what is Fix.LEAF_TEXT:
            return words
        return mend.target if mend.what is Fix.ID else ("yes" if _tracked(document, mend.target) else "no")
    paragraph = document.paragraphs[_place(document, mend)]
    return {
        Fix.PARAGRAPH_KIND: paragraph.kind.value,
        Fix.HEADING: paragraph.heading or "",
        Fix.PARAGRAPH_TEXT: paragraph.text,
    }.get(mend.what, paragraph.number or "")


def paragraph_at(document: Document, target: str) -> Paragraph:
    """The paragraph "p<place>" of the document as it now stands; raises CannotApply."""
    if not re.fullmatch("p[0-9]{1,5}", target) or int(target[1:]) >= len(document.paragraphs):
        raise CannotApply("misfit_no_paragraph")
    return document.paragraphs[int(target[1:])]


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()


def _said(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _place(document: Document, mend: Mend) -> int:
    """The paragraph that the correction is about: by its words, else by its own number."""
    by_words = [place for place, each in enumerate(document.paragraphs) if anchor_of(each) == mend.anchor]
    if len(by_words) == 1:
        return by_words[0]
    numbered = [
        place for place, each in enumerate(document.paragraphs) if mend.number and each.number == mend.number
    ]
    if len(numbered) == 1:
        return numbered[0]
    if len(by_words) > 1 and mend.target[1:].isdigit() and int(mend.target[1:]) in by_words:
        return int(mend.target[1:])
    raise CannotApply("misfit_no_paragraph")


def _leaf(document: Document, leaf_id: str) -> tuple[int, Leaf]:
    """A leaf with the paragraph that holds it; an undivided paragraph is its own leaf."""
    for place, paragraph in enumerate(document.paragraphs):
        for leaf in paragraph.leaves:
            if leaf.id == leaf_id:
                return place, leaf
        if paragraph.number == leaf_id and not paragraph.leaves:
            return place, Leaf(id=leaf_id, text=paragraph.text, place=paragraph.place)
    raise CannotApply("misfit_no_leaf")


def _words_at(document: Document, leaf_id: str) -> str:
    """The words of a leaf, or of a recommendation that is no leaf: a row of a table, a demand of running text."""
    found = next((each for each in document.recommendations if each.id == leaf_id), None)
    return found.text if found else _leaf(document, leaf_id)[1].text


def _stands(document: Document, leaf_id: str) -> bool:
    """Whether it is a leaf or an undivided paragraph, and no row of a table."""
    return any(
        each.number == leaf_id if not each.leaves else any(leaf.id == leaf_id for leaf in each.leaves)
        for each in document.paragraphs
    )


def _tracked(document: Document, leaf_id: str) -> bool:
    return any(each.id == leaf_id for each in document.recommendations)


def _with(document: Document, place: int, *paragraphs: Paragraph, instead_of: int = 1) -> Document:
    old = document.paragraphs
    return replace(document, paragraphs=(*old[:place], *paragraphs, *old[place + instead_of :]))


def _kind(document: Document, mend: Mend) -> Document:
    place = _place(document, mend)
    known = {each.value for each in ParagraphKind}
    if mend.value not in known:
        raise CannotApply("misfit_no_kind")
    return _with(
        document, place, replace(document.paragraphs[place], kind=ParagraphKind(mend.value), confidence=1.0)
    )


def _heading(document: Document, mend: Mend) -> Document:
    place = _place(document, mend)
    old = document.paragraphs[place]
    headings = (*old.headings[:-1], mend.value) if old.headings else (mend.value,)
    return _with(document, place, replace(old, heading=mend.value or None, headings=headings))


def _paragraph_text(document: Document, mend: Mend) -> Document:
    place = _place(document, mend)
    old = document.paragraphs[place]
    if len(old.leaves) > 1:
        return _with(document, place, replace(old, text=mend.value, lead=mend.value))
    leaves = tuple(replace(leaf, text=mend.value) for leaf in old.leaves)
    mended = _with(document, place, replace(old, text=mend.value, lead=mend.value, leaves=leaves))
    return _words_of(mended, {leaf.id for leaf in leaves} or {old.number or ""}, mend.value)


def _leaf_text(document: Document, mend: Mend) -> Document:
    if not _stands(document, mend.target) and _tracked(document, mend.target):
        return _words_of(document, {mend.target}, mend.value)
    place, leaf = _leaf(document, mend.target)
    old = document.paragraphs[place]
    leaves = tuple(replace(each, text=mend.value) if each.id == leaf.id else each for each in old.leaves)
    text = old.text.replace(leaf.text, mend.value, 1)
    new = replace(old, text=text, lead=old.lead if leaves else text, leaves=leaves)
    return _words_of(_with(document, place, new), {leaf.id}, mend.value)


def _words_of(document: Document, ids: set[str], words: str) -> Document:
    found = tuple(replace(each, text=words) if each.id in ids else each for each in document.recommendations)
    return replace(document, recommendations=found)


def _split(document: Document, mend: Mend) -> Document:
    place = _place(document, mend)
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
    return _renamed(_with(document, place, first, second), moved)


def _renumbered(leaf_id: str, old: str | None, new: str | None) -> str:
    return f"{new}{leaf_id.removeprefix(old)}" if old and new and leaf_id.startswith(old) else leaf_id


def _renamed(document: Document, names: Mapping[str, str]) -> Document:
    found = tuple(
        replace(each, id=names[each.id], paragraph=names[each.id].partition("(")[0])
        if each.id in names
        else each
        for each in document.recommendations
    )
    return replace(document, recommendations=found)


def _join(document: Document, mend: Mend) -> Document:
    place = _place(document, mend)
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
    return _with(document, place - 1, both, instead_of=2)


def _is_recommendation(document: Document, mend: Mend) -> Document:
    rest = tuple(each for each in document.recommendations if each.id != mend.target)
    if mend.value == "no" and len(rest) < len(document.recommendations):
        return replace(document, recommendations=rest)
    place, leaf = _leaf(document, mend.target)
    if mend.value == "no":
        return document
    if mend.value != "yes":
        raise CannotApply("misfit_yes_or_no")
    if len(rest) < len(document.recommendations):
        return document
    paragraph = document.paragraphs[place]
    new = Recommendation(
        id=leaf.id, paragraph=paragraph.number, text=leaf.text, kind="recommendation", place=leaf.place,
        heading=paragraph.heading,
    )  # fmt: skip
    return replace(document, recommendations=_in_order(document, (*rest, new)))


def _in_order(document: Document, found: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
    ids = [
        name
        for each in document.paragraphs
        for name in ([leaf.id for leaf in each.leaves] or [each.number or ""])
    ]
    order = {name: place for place, name in enumerate(ids)}
    return tuple(sorted(found, key=lambda each: order.get(each.id, len(order))))


def _id(document: Document, mend: Mend) -> Document:
    taken = {each.id for paragraph in document.paragraphs for each in paragraph.leaves}
    taken |= {each.number for each in document.paragraphs if each.number}
    taken |= {each.id for each in document.recommendations}
    if not mend.value or (mend.value in taken and mend.value != mend.target):
        raise CannotApply("misfit_id_taken")
    if not _stands(document, mend.target) and _tracked(document, mend.target):
        return _renamed(document, {mend.target: mend.value})
    place, leaf = _leaf(document, mend.target)
    old = document.paragraphs[place]
    leaves = tuple(replace(each, id=mend.value) if each.id == leaf.id else each for each in old.leaves)
    new = replace(old, leaves=leaves, number=old.number if leaves else mend.value)
    return _renamed(_with(document, place, new), {leaf.id: mend.value})


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
    Fix.PARAGRAPH_KIND: _kind,
    Fix.HEADING: _heading,
    Fix.PARAGRAPH_TEXT: _paragraph_text,
    Fix.LEAF_TEXT: _leaf_text,
    Fix.SPLIT: _split,
    Fix.JOIN: _join,
    Fix.IS_RECOMMENDATION: _is_recommendation,
    Fix.ID: _id,
    Fix.HEADER: _header,
}
