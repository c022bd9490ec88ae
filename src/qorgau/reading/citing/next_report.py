"""Which report comes next and when: "its fifth", "its combined eleventh and twelfth"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qorgau.reading.citing import deadlines, numerals, sentences
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Deadline, NextReport

_JOIN: Final = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|to|through|и|по|et|y|à|a|-)\s+|\s*[-–]\s*)"
_ORDINALS: Final = rf"({numerals.ORDINAL}(?:{_JOIN}(?:the\s+)?{numerals.ORDINAL})*)"
_REPORT: Final = re.compile(
    rf"{_ORDINALS}\s+(?:(?:combined|consolidated|periodic|national|regular|periodical|объединенн\w+|сводн\w+|периодическ\w+)\s+){{0,3}}(?:reports?|доклад\w*|rapports?|informes?)"
    rf"|\b(?:be|is|as|being)\s+(?:(?:its|the|their)\s+)?(?:combined\s+)?{_ORDINALS}"
    rf"|\b(?:будет|станет|является)\s+(?:его\s+|ее\s+)?{_ORDINALS}",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\s(?:to|through|по)\s|[-–]\s*(?=[a-zа-я])", re.IGNORECASE)
# a report yet to come, not the one just considered
_TO_COME: Final = re.compile(
    r"\b(?:submi|due|next|invit|request|will\s+be|constitute|expected|представ|предлагает|просит|следующ|очередн|сроки?|soumettre|présenter|prochain|presente|próximo)\w*",
    re.IGNORECASE,
)
_COMBINED: Final = re.compile(
    r"\bin\s+(?:a|one)\s+(?:single\s+|combined\s+|consolidated\s+)?(?:report|document)\b|\bв\s+(?:одном|едином|сводном)\s+(?:докладе|документе)",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:considered|has\s+considered|рассмотрел|a\s+examiné|examinó)\b", re.IGNORECASE
)


def find(passages: Sequence[Passage], found: Sequence[Deadline], *, last: int = 0) -> NextReport | None:
    """The next report; its number comes from the sentence that sets the deadline, else from the nearest that names one.

    `last` is the last report that the committee considered.
    """
    due = [one for one in found if one.what == deadlines.NEXT_REPORT]
    named = [(place, numbers) for passage in passages for place, numbers in _numbered(passage)]
    # the report that was considered is not the next one
    spoken = [(place, numbers) for place, numbers in named if numbers[0] > last]
    if not due and not spoken:
        return None
    at = due[0].place.start if due else spoken[-1][0]
    numbers = min(spoken, key=lambda one: abs(one[0] - at))[1] if spoken else ()
    return NextReport(due[0].due if due else None, numbers[0] if numbers else None, numbers)


def _numbered(passage: Passage) -> Iterator[tuple[int, tuple[int, ...]]]:
    for start, end in sentences.spans(passage.text):
        text = passage.text[start:end]
        if not _TO_COME.search(text) or _PAST.search(text):
            continue
        named = [
            (passage.place.start + start + match.start(), numbers)
            for match in _REPORT.finditer(text)
            if (numbers := numbers_in(match[1] or match[2] or match[3]))
        ]
        yield from _as_one(named) if _COMBINED.search(text) else named


def _as_one(named: Sequence[tuple[int, tuple[int, ...]]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Reports that one sentence asks for together: "its third report ... and its fourth report, in one document"."""
    if named:
        yield named[-1][0], tuple(sorted({number for _, numbers in named for number in numbers}))


def numbers_in(words: str) -> tuple[int, ...]:
    """The numbers of ordinals in words: "eleventh to thirteenth" gives 11, 12, 13."""
    found = [numerals.ordinal(match.group()) for match in re.finditer(numerals.ORDINAL, words, re.IGNORECASE)]
    numbers = [number for number in found if number is not None]
    if len(numbers) == 2 and _RANGE.search(words) and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)
