"""Fold a document's entries: as it was taken, each reading, what was corrected, what it makes due."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model

from qorgau.ledger.entry import CorrectionAct, Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import (
    DOCUMENT_ACCEPTED,
    DOCUMENT_CONFIRMED,
    DOCUMENT_PUBLISHED,
    DOCUMENT_READ,
    DOCUMENT_TAKEN,
    READING_CORRECTED,
)
from qorgau.treaty.facts.entry_facts import counted, group, in_lines, listed, number, of_kind, text, yes
from qorgau.treaty.facts.naming import slug_of, stem_of
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.models import CorrectionRow, DeadlineRow, DocumentRow, ReadingRow

HEAD = ("symbol", "title", "kind", "sender", "committee", "state", "cycle", "language", "adopted")
"""The fields of a document's head that a reading gives and a person may correct."""


def fold_document(document_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one document; none before it was taken."""
    standing = counted(entries)
    taken = next(iter(of_kind(standing, DOCUMENT_TAKEN)), None)
    if taken is None:
        return
    readings = of_kind(standing, DOCUMENT_TAKEN, DOCUMENT_READ)
    yield _document_row(document_id, taken, readings, standing)
    yield from _reading_rows(document_id, readings)
    yield from _correction_rows(document_id, entries)
    yield from _deadline_rows(document_id, standing)


def _document_row(
    document_id: str,
    taken: RecordedEntry,
    readings: Sequence[RecordedEntry],
    standing: Sequence[RecordedEntry],
) -> DocumentRow:
    last = readings[-1].entry
    corrections = of_kind(standing, READING_CORRECTED)
    head = _head(last, corrections)
    accepted, published = _last(standing, DOCUMENT_ACCEPTED), _last(standing, DOCUMENT_PUBLISHED)
    confirmed = next(iter(of_kind(standing, DOCUMENT_CONFIRMED)), None)
    # Who typed a symbol over a file answers for it alone: what others said of the file, they said of another paper.
    typed = _typed_symbol(corrections)
    file = text(taken.entry, "sha256")
    stem = stem_of(head["symbol"] or None, file)
    return DocumentRow(
        document_id=document_id,
        stem=stem,
        slug=slug_of(stem),
        name=text(taken.entry, "name"),
        media_type=text(taken.entry, "media_type"),
        size=number(taken.entry, "size") or 0,
        file_sha256=file,
        body_id=taken.entry.for_body,
        taken_at=taken.entry.recorded,
        accepted_at=accepted.entry.recorded if accepted else None,
        recommendations=number(last, "recommendations") or 0,
        corrections=len(corrections),
        held_back=yes(taken.entry, "held_back"),
        published_on=text(published.entry, "on") if published else "",
        by_state=yes(taken.entry, "by_state"),
        mandated=yes((typed or taken).entry, "mandated"),
        confirmed_by=confirmed.entry.for_body if confirmed and not typed else "",
        reading=text(last, "reading"),
        program=text(last, "program"),
        **head,
    )


def _head(read: Entry, corrections: Sequence[RecordedEntry]) -> dict[str, Any]:
    said = group(read, "head")
    head = {name: str(said.get(name, "")) for name in HEAD}
    for each in corrections:
        if text(each.entry, "what") == Fix.HEADER and text(each.entry, "target") in head:
            head[text(each.entry, "target")] = text(each.entry, "value")
    return head


def _typed_symbol(corrections: Sequence[RecordedEntry]) -> RecordedEntry | None:
    found = [
        each
        for each in corrections
        if (text(each.entry, "what"), text(each.entry, "target")) == (Fix.HEADER, "symbol")
    ]
    return found[-1] if found else None


def _last(standing: Sequence[RecordedEntry], kind: str) -> RecordedEntry | None:
    found = of_kind(standing, kind)
    return found[-1] if found else None


def _reading_rows(document_id: str, readings: Sequence[RecordedEntry]) -> Iterator[ReadingRow]:
    for place, each in enumerate(readings, start=1):
        yield ReadingRow(
            key=f"{document_id}/{place:03}",
            document_id=document_id,
            entry_id=each.entry.id,
            number=place,
            program=text(each.entry, "program"),
            sha256=text(each.entry, "reading"),
            at=each.entry.recorded,
        )


def _correction_rows(document_id: str, entries: Sequence[RecordedEntry]) -> Iterator[CorrectionRow]:
    withdrawn = {
        each.entry.corrects.entry: each.entry.corrects.why
        for each in counted_withdrawals(entries)
        if each.entry.corrects is not None
    }
    made = [each for each in of_kind(entries, READING_CORRECTED) if each.entry.corrects is None]
    for place, each in enumerate(made, start=1):
        facts = each.entry.facts
        yield CorrectionRow(
            entry_id=each.entry.id,
            document_id=document_id,
            what=text(each.entry, "what"),
            target=text(each.entry, "target"),
            facts=json.dumps(dict(facts), ensure_ascii=False, sort_keys=True),
            before=text(each.entry, "before"),
            after=text(each.entry, "value"),
            reason=text(each.entry, "reason"),
            account=each.entry.by or "",
            body_id=each.entry.for_body,
            at=each.entry.recorded,
            number=place,
            withdrawn_why=withdrawn.get(each.entry.id, ""),
        )


def counted_withdrawals(entries: Sequence[RecordedEntry]) -> list[RecordedEntry]:
    """The entries that withdraw a correction."""
    return [
        each
        for each in of_kind(entries, READING_CORRECTED)
        if each.entry.corrects is not None and each.entry.corrects.act is CorrectionAct.WITHDRAWS
    ]


def _deadline_rows(document_id: str, standing: Sequence[RecordedEntry]) -> Iterator[DeadlineRow]:
    accepted = _last(standing, DOCUMENT_ACCEPTED)
    for place, each in enumerate(listed(accepted.entry, "deadlines") if accepted else []):
        yield DeadlineRow(
            key=f"{document_id}/{place:02}",
            document_id=document_id,
            what=str(each["what"]),
            due=str(each["due"]),
            words=str(each.get("words", "")),
            paragraph=str(each.get("paragraph", "")),
            leaves=in_lines(each.get("leaves", ())),
        )
