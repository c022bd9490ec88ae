"""Parts lines that hold two paragraphs: where a number is missing between two others, it may stand within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qorgau.reading.source import Line
from qorgau.reading.structure.numbering import Numbered, numbered_lines

_MOST_MISSING = 4
_SHORT = 160
_SECTION_AT_END = re.compile(
    r"(?<=[.!?»”)] )(?:[A-ZА-Я]|[IVX]{1,4})\s?\.\s?(?=[A-ZА-ЯЁ][a-zа-яё])[^.;:]{4,120}$"
)


def parted(lines: Sequence[Line]) -> tuple[list[Line], tuple[Numbered, ...]]:
    """The lines with hidden paragraphs on lines of their own, and the numbered ones among them."""
    numbered = numbered_lines(lines)
    cuts: dict[int, list[int]] = {}
    for at, found in (*_hidden(lines, numbered), *_hidden_headings(lines, numbered)):
        cuts[at] = sorted({*cuts.get(at, []), *found})
    if not cuts:
        return list(lines), numbered
    out: list[Line] = []
    for at, line in enumerate(lines):
        out += _cut(line, cuts.get(at, []))
    return out, numbered_lines(out)


def _hidden(lines: Sequence[Line], numbered: Sequence[Numbered]) -> Iterator[tuple[int, list[int]]]:
    """For each line that hides numbers, where they stand in it."""
    first = numbered[0] if numbered else None
    if first and 1 < first.number <= _MOST_MISSING:
        for at in range(first.at):
            found = list(_numbers_within(lines[at].text, range(1, first.number)))
            if found:
                yield at, found
    for left, right in pairwise(numbered):
        missing = range(left.number + 1, right.number)
        if not 0 < len(missing) <= _MOST_MISSING:
            continue
        for at in range(left.at, right.at):
            found = list(_numbers_within(lines[at].text, missing))
            if found:
                yield at, found


def _hidden_headings(lines: Sequence[Line], numbered: Sequence[Numbered]) -> Iterator[tuple[int, list[int]]]:
    """A section ("C. Principal subjects") that was joined to the end of the paragraph above it."""
    begins = {each.at for each in numbered}
    for at in range(len(lines) - 1):
        match = _SECTION_AT_END.search(lines[at].text)
        if match and at in begins and (at + 1 in begins or len(lines[at + 1].text) < _SHORT):
            yield at, [match.start()]


def _numbers_within(text: str, missing: range) -> Iterator[int]:
    start = 1
    for number in missing:
        match = re.compile(rf"(?<=[\w.)*”»] ){number}\s?\.\s?(?=[A-ZÀ-ÝА-ЯЁ])").search(text, start)
        if match:
            yield match.start()
            start = match.end()


def _cut(line: Line, at: Sequence[int]) -> list[Line]:
    edges = [0, *at, len(line.text)]
    pieces = []
    for start, end in pairwise(edges):
        text = line.text[start:end].rstrip()
        pieces.append(replace(line, text=text, start=line.start + start, bold_spans=(), label=None))
    return pieces
