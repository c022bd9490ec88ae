"""Puts repaired lines and footnotes together into a source, every place counted in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qorgau.reading.repairing import Call, Draft, Fix, mend
from qorgau.reading.source import Format, Line, LineStyle, Note, Place, Repair, Source


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A footnote while it is being read; `key` is what its call names, unique in the document."""

    key: str
    mark: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader of one format found in a file, before repair."""

    drafts: Sequence[Draft]
    notes: Sequence[NoteDraft] = ()
    pages: int | None = None
    title: str | None = None


def settle(found: Found, *, data: bytes, name: str, format: Format) -> Source:
    """The source: lines mended and counted, footnotes at the end, each repair with its line."""
    drafts = [*found.drafts, *(_line_of_note(each) for each in found.notes)]
    kept = [each for each in _carried(mend(drafts)) if each.text]
    lines = tuple(_lines(kept))
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=format,
        lines=lines,
        notes=tuple(_notes(found.notes, kept, lines)),
        repairs=tuple(_repairs(kept)),
        pages=found.pages,
        title=_title(found.title),
    )


def _line_of_note(note: NoteDraft) -> Draft:
    return Draft(
        f"{note.mark} {note.text}", page=note.page, style=LineStyle.FOOTNOTE, label=note.mark, note=note.key
    )


def _title(title: str | None) -> str | None:
    return " ".join(title.split()) or None if title else None


def _carried(drafts: Iterable[Draft]) -> list[Draft]:
    """What was mended in a line that is left out is told at the next one, or at the last."""
    kept: list[Draft] = []
    waiting: list[Fix] = []
    for draft in drafts:
        if not draft.text:
            waiting += draft.fixes
            continue
        kept.append(replace(draft, fixes=(*waiting, *draft.fixes)) if waiting else draft)
        waiting = []
    if waiting and kept:
        kept[-1] = replace(kept[-1], fixes=(*kept[-1].fixes, *waiting))
    return kept


def _lines(drafts: Sequence[Draft]) -> Iterable[Line]:
    start = 0
    for number, draft in enumerate(drafts, start=1):
        yield Line(
            number=number,
            text=draft.text,
            start=start,
            page=draft.page,
            bold=_share(draft),
            italic=draft.italic,
            size=draft.size,
            level=draft.level,
            style=str(draft.style) if draft.style else None,
            label=draft.label or None,
            bold_spans=draft.bold or (),
            cell=draft.cell,
        )
        start += len(draft.text) + 1


def _share(draft: Draft) -> float | None:
    """How much of the line's letters and digits is bold; a label that the file numbers itself does not count."""
    if draft.bold is None:
        return None
    own = len(draft.label) if draft.label and draft.text.startswith(draft.label) else 0
    every = sum(sign.isalnum() for sign in draft.text[own:])
    bold = sum(sign.isalnum() for start, end in draft.bold for sign in draft.text[max(start, own) : end])
    return round(bold / every, 4) if every else 0.0


def _notes(notes: Sequence[NoteDraft], drafts: Sequence[Draft], lines: Sequence[Line]) -> Iterable[Note]:
    called = _calls(drafts, lines)
    own = {draft.note: line for draft, line in zip(drafts, lines, strict=True) if draft.note is not None}
    for note in notes:
        line = own.get(note.key)
        if line is None:
            continue
        words = len(note.mark) + 1 if line.text.startswith(f"{note.mark} ") else 0
        text = line.text[words:]
        place = Place(line.number, line.start + words, line.start + words + len(text), line.page)
        yield Note(note.mark, text, place, called.get(note.key))


def _calls(drafts: Sequence[Draft], lines: Sequence[Line]) -> dict[str, int]:
    """Where each footnote is called from; a second call of the same note does not move the first."""
    called: dict[str, int] = {}
    for draft, line in zip(drafts, lines, strict=True):
        for call in draft.calls:
            called.setdefault(call.key, line.start + _within(call, line))
    return called


def _within(call: Call, line: Line) -> int:
    return max(0, min(call.at, len(line.text)))


def _repairs(drafts: Sequence[Draft]) -> Iterable[Repair]:
    for number, draft in enumerate(drafts, start=1):
        for fix in draft.fixes:
            yield Repair(fix.what, number, fix.before, fix.after)
