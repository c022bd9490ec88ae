"""Several demands in one sentence: "we urge the Government to close A, publish B and pay C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.submissions.coordination import english, romance, russian
from qorgau.reading.submissions.urging import urges

_LIST = re.compile(r"^[^:;]{3,120}:\s+(?=\S)")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;]*(?:\b(?:and|but|while|и|а|но|et|mais|y|e|pero|және|а\s+также))?[\s,;]*$")
_FEWEST = 3  # words: "publish them" alone goes on with what stands before it


def several(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of the demands of a sentence stands; nothing where there is only one."""
    for starts in _ways(text):
        spans = tuple(_spans(text, _long(text, starts)))
        if len(spans) > 1:
            return spans
    return ()


def _ways(text: str) -> Iterator[list[int]]:
    yield _after_colon(text)
    if _CYRILLIC.search(text):
        yield russian.kazakh_starts(text)
        yield russian.starts(text)
    else:
        yield romance.starts(text)
        yield english.starts(text)


def _after_colon(text: str) -> list[int]:
    """ "We recommend: a; b; c"."""
    head = _LIST.match(text)
    if head is None or not urges(head[0]):
        return []
    return [
        head.end(),
        *(
            head.end() + found.end()
            for found in re.finditer(r";\s+(?:and\s+|и\s+|et\s+|y\s+)?", text[head.end() :])
        ),
    ]


def _long(text: str, starts: list[int]) -> list[int]:
    """The beginnings without those of parts too short to be a demand, which go on with what stands beside them."""
    kept: list[int] = []
    for start in starts:
        if kept and _words(text[kept[-1] : start]) < _FEWEST:
            continue
        kept.append(start)
    if len(kept) > 1 and _words(text[kept[-1] :]) < _FEWEST:
        kept.pop()
    return kept


def _words(part: str) -> int:
    return len(_TAIL.sub("", part).split())


def _spans(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        yield start, start + len(_TAIL.sub("", text[start:end]))
