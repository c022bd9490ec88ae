"""Several demands in one sentence: "we urge the Government to close A, to publish B and to pay C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.submissions.urging import urges
from qorgau.reading.submissions.verbs import IMPERATIVES

_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\b")
_BY_COMMA = re.compile(r"[,;]\s*(?:and\s+)?$")
_BY_AND = re.compile(r"\band\s+$")
_ALSO = frozenset("speak visit live vote choose".split())
_RU_INFINITIVE = r"(?!(?:есть|пять|опять|печать|кровать|часть|стать|власть|область|помощь|ночь)\b)[а-яё]+(?:ать|ять|ить|еть|уть|ыть|сти|зти|йти|чь)(?:ся)?\b"
_RU_FIRST = re.compile(
    rf"\b(?:призываем|рекомендуем|просим|предлагаем|требуем|следует|необходимо|надлежит)\b[^,;.]{{0,90}}?\b(?P<verb>{_RU_INFINITIVE})"
)
_RU_NEXT = re.compile(rf"(?:[,;]\s+(?:а\s+также\s+|и\s+)?|\s+(?:и|а\s+также)\s+)(?P<verb>{_RU_INFINITIVE})")
_LIST = re.compile(r"^[^:;]{3,120}:\s+(?=\S)")
_FEWEST = 5
_RU_FEWEST = 3


def several(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of the demands of a sentence stands; nothing where there is only one."""
    for starts, fewest in ((_after_colon(text), _RU_FEWEST), (_to(text), _FEWEST), (_ru(text), _RU_FEWEST)):
        spans = tuple(_spans(text, starts))
        if len(spans) > 1 and all(len(text[start:end].split()) >= fewest for start, end in spans):
            return spans
    return ()


def _after_colon(text: str) -> list[int]:
    """ "We recommend: a; b; c"."""
    head = _LIST.match(text)
    if head is None or not urges(head[0]):
        return []
    return [
        head.end(),
        *(head.end() + found.end() for found in re.finditer(r";\s+(?:and\s+)?", text[head.end() :])),
    ]


def _to(text: str) -> list[int]:
    """Every "to close" that stands beside the first, and is no part of it ("steps to prevent")."""
    if not urges(text):
        return []
    found = [each for each in _TO.finditer(text) if each["verb"] in IMPERATIVES or each["verb"] in _ALSO]
    starts: list[int] = []
    nested = False
    for each in found:
        if not starts or _BY_COMMA.search(text[: each.start()]):
            starts.append(each.start())
            nested = False
        elif not nested and _BY_AND.search(text[: each.start()]):
            starts.append(each.start())
        else:  # "to let monitors visit and to speak in private" may be one thing
            nested = True
    return starts


def _ru(text: str) -> list[int]:
    first = _RU_FIRST.search(text.lower())
    if first is None:
        return []
    after = _RU_NEXT.finditer(text.lower(), first.end())
    return [first.start("verb"), *(each.start("verb") for each in after)]


def _spans(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        part = re.sub(r"[\s,;]*(?:\b(?:and|и|а\s+также))?[\s,;]*$", "", text[start:end])
        yield start, start + len(part)
