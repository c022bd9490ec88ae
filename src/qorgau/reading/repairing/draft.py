"""A line while it is being read: its text, what is bold in it, and where footnotes are called from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qorgau.reading.source import Cell, Mended

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Call:
    """Where a footnote is called from; `key` is the footnote's own, unique in the document."""

    key: str
    at: int


@dataclass(frozen=True, slots=True)
class Fix:
    """What was mended in a line, or only seen there (`after` is None)."""

    what: Mended
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the text that becomes another; `what` is None for white space, which is not worth a report."""

    start: int
    end: int
    after: str
    what: Mended | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One line to be; fields as in `Line`. `bold` is None where the source cannot say."""

    text: str
    page: int | None = None
    bold: tuple[Span, ...] | None = None
    italic: float | None = None
    size: float | None = None
    level: int | None = None
    style: str | None = None
    label: str | None = None
    calls: tuple[Call, ...] = ()
    fixes: tuple[Fix, ...] = ()
    cell: Cell | None = None
    note: str | None = None  # the key of the footnote whose words these are


def edited(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """The draft with the edits made; they are in order and apart. Spans and calls move with the text."""
    if not edits:
        return draft
    text = _rewritten(draft.text, edits)
    move = _moves(edits)
    bold = None if draft.bold is None else _moved_spans(draft.bold, move)
    calls = tuple(Call(call.key, move(call.at)) for call in draft.calls)
    fixes = tuple(
        Fix(edit.what, _around(draft.text, edit), _around(draft.text, edit, after=True))
        for edit in edits
        if edit.what is not None
    )
    return replace(draft, text=text, bold=bold, calls=calls, fixes=draft.fixes + fixes)


def _rewritten(text: str, edits: Sequence[Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join([*pieces, text[at:]])


class _moves:  # noqa: N801  (a function that remembers)
    """Where an offset of the old text stands in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.starts = [edit.start for edit in edits]
        self.edits = edits
        self.shifts = [0]
        for edit in edits:
            self.shifts.append(self.shifts[-1] + len(edit.after) - (edit.end - edit.start))

    def __call__(self, at: int) -> int:
        count = bisect_right(self.starts, at)
        if not count:
            return at
        last = self.edits[count - 1]
        if at >= last.end:
            return at + self.shifts[count]
        return last.start + self.shifts[count - 1] + min(at - last.start, len(last.after))


def _moved_spans(spans: tuple[Span, ...], move: _moves) -> tuple[Span, ...]:
    moved = ((move(start), move(end)) for start, end in spans)
    return tuple((start, end) for start, end in moved if end > start)


def _around(text: str, edit: Edit, *, after: bool = False) -> str:
    """The word or words that an edit touches, so that a report can be read."""
    first, last = max(0, edit.start - 30), min(len(text), edit.end + 30)
    start = max(text.rfind(" ", first, edit.start) + 1, first)
    end = text.find(" ", edit.end, last)
    end = last if end < 0 else end
    middle = edit.after if after else text[edit.start : edit.end]
    return text[start : edit.start] + middle + text[edit.end : end]
