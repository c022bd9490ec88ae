"""Footnotes of a PDF: small print at the foot of a page, called by raised numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from qorgau.reading.formats.joining import joined_text
from qorgau.reading.formats.pdf.rows import Row
from qorgau.reading.formats.pdf.words import Word
from qorgau.reading.formats.settling import NoteDraft

_MARK = re.compile(r"(\d{1,3}|\*{1,4}|[†‡§])[.)]?")
_SMALL = 0.94  # of the size of running text
_NARROW = 0.4  # of the size: the width of a digit that the font itself raises
_RAISED_SIZE, _RAISED_BY = 0.86, 0.08


@dataclass(slots=True)
class Notes:
    """The notes found so far, with the marks of each page."""

    drafts: list[NoteDraft] = field(default_factory=list)
    by_page: dict[int, dict[str, str]] = field(default_factory=dict)

    def key(self, mark: str, page: int) -> str | None:
        """The note that a mark on a page calls: on the page itself, or on the next where a long note was moved."""
        for at in (page, page + 1, page - 1):
            if mark in self.by_page.get(at, {}):
                return self.by_page[at][mark]
        return None


def without_feet(pages: Sequence[Sequence[Row]], body_size: float) -> tuple[list[list[Row]], Notes]:
    """The rows of running text of each page, and the notes."""
    notes = Notes()
    running = []
    for page in pages:
        running.append(list[Row]())
        calls = _calls(page)
        for _, column in groupby(page, key=lambda row: row.column):
            rows = list(column)
            if rows[0].standing is not None:
                running[-1] += rows
                continue
            begins = _begins(rows, body_size, calls, continued=bool(notes.drafts))
            for row in rows[begins:]:
                _take(row, notes, calls)
            running[-1] += rows[:begins]
    return running, notes


def _calls(page: Sequence[Row]) -> frozenset[str]:
    """The raised numbers on a page that do not begin a row: some of them call its notes."""
    return frozenset(
        word.text
        for row in page
        for word in row.words[1:]
        if word.text.isdigit() and (is_raised(word, row) or is_narrow(word))
    )


def _begins(rows: Sequence[Row], body_size: float, calls: frozenset[str], *, continued: bool) -> int:
    """Where the small print at the foot begins; it counts as notes only where a row begins with a mark."""
    at = len(rows)
    while at > 0 and rows[at - 1].size <= body_size * _SMALL:
        at -= 1
    marked = [index for index in range(at, len(rows)) if _mark(rows[index], calls)]
    if not marked:
        return len(rows)
    return at if continued and at > 0 else marked[0]


def _take(row: Row, notes: Notes, calls: frozenset[str]) -> None:
    mark = _mark(row, calls)
    own = notes.by_page.setdefault(row.page, {})
    if mark is not None and _next(mark, notes):
        key = f"{row.page}:{mark}"
        own[mark] = key
        rest = Row(row.words[1:], row.y, row.size, row.page)
        notes.drafts.append(NoteDraft(key, mark, rest.text, row.page))
    elif notes.drafts:
        last = notes.drafts[-1]
        notes.drafts[-1] = replace(last, text=joined_text([last.text, row.text]))


def _mark(row: Row, calls: frozenset[str]) -> str | None:
    """The mark that a row begins with: a raised number, one apart from what follows, or one that the page calls."""
    found = _MARK.fullmatch(row.words[0].text)
    if found is None or len(row.words) < 2:
        return None
    gap = row.words[1].x0 - row.words[0].x1
    if is_raised(row.words[0], row) or not found[1].isdigit() or gap > 0.35 * row.size:
        return found[1]
    # set raised by the font itself, a number is as large as its row and stands close: "2 See"
    following = row.words[1]
    own = following.glued or found[1] in calls
    return found[1] if own and following.text.lstrip('“"«(‘„')[:1].isupper() else None


def _next(mark: str, notes: Notes) -> bool:
    """Whether a mark can follow the notes so far: a number one more than the last, or a first one."""
    last = next((each.mark for each in reversed(notes.drafts) if each.mark.isdigit()), None)
    if not mark.isdigit() or last is None:
        return True
    return 0 < int(mark) - int(last) <= 3 or int(mark) == 1


def is_narrow(word: Word) -> bool:
    """Whether a number close to a word is narrower than digits are: raised by the font itself."""
    return word.glued and word.x1 - word.x0 < _NARROW * word.look.size * len(word.text)


def is_raised(word: Word, row: Row) -> bool:
    """Whether a word is set small and above the baseline of its row."""
    size = row.size
    return word.look.size < size * _RAISED_SIZE and word.y > row.y + size * _RAISED_BY
