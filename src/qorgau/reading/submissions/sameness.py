"""The same demand twice, in its chapter and in a summary, is one demand with two places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from qorgau.reading.submissions.found import Wanted

WORD = re.compile(r"\w+")
FEW = 5
NEAR = 0.8
EMPTY = frozenset(
    "a an the of to and or in on at for by with from as its their this that these those all any is are be it "
    "и в во на с со по для от к о об что как".split()
)


def merged(wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """One of each demand, the one under an article first; later or earlier places are kept with it."""
    kept: list[Wanted] = []
    words: list[tuple[str, ...]] = []
    for each in wanted:
        said = _words(each.text)
        at = next(
            (at for at, other in enumerate(words) if may_be_same(said, other) and same(each, kept[at])), None
        )
        if at is None:
            kept.append(each)
            words.append(said)
        else:
            kept[at] = _joined(kept[at], each)
            words[at] = _words(kept[at].text)
    return tuple(kept)


def may_be_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two demands are worth a closer look: they begin alike, or share most of their words."""
    if one[:1] == other[:1]:
        return True
    shorter, longer = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    return shorter > FEW and shorter >= NEAR * longer and any(word in other for word in one[1:FEW])


# "We recommend that the Government abolish ..." says in a chapter what "Abolish ..." says in the summary.
STATE = r"(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:government|state\s+party|state|authorities|parliament|ministry)(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?"
OPENING = re.compile(
    rf"^(?:(?:we|our\s+organi[sz]ations?|the\s+\w+|[A-Z][\w’'&-]*(?:\s+[\w’'&-]+){{0,4}}?)\s+(?:therefore\s+|also\s+|\w+ly\s+)?"
    rf"(?:recommends?|urges?|calls?\s+(?:up)?on|asks?|requests?)\s+(?:that\s+)?(?:{STATE}\s+)?(?:(?:to|should|must)\s+)?|{STATE}\s+(?:should|must)\s+)",
    re.IGNORECASE,
)


def same(one: Wanted, other: Wanted) -> bool:
    """Whether two demands say the same; two items of one list never are."""
    if one.group == other.group or one.kind != other.kind:
        return False
    left, right = _words(one.text), _words(other.text)
    short, long = sorted((left, right), key=len)
    if short == long or (len(short) >= 4 and long[: len(short)] == short):
        return True
    if min(len(left), len(right)) <= FEW or _numbers(one.text) != _numbers(other.text):
        return False
    if len(short) < NEAR * len(long):
        return False
    odd = set(left) ^ set(right)
    return (
        len(odd) <= 0.15 * len(set(left) | set(right)) and fuzz.ratio(" ".join(left), " ".join(right)) >= 85
    )


def _joined(first: Wanted, again: Wanted) -> Wanted:
    """The place under an article stands for both, otherwise the first."""
    has, gets = bool(first.section.articles), bool(again.section.articles)
    if gets == has:
        gets, has = _goes_further(again, first), False
    keep, drop = (again, first) if gets and not has else (first, again)
    return replace(
        keep,
        also_at=(*first.also_at, *again.also_at, drop.place),
        addressed_to=keep.addressed_to or drop.addressed_to,
        confidence=max(first.confidence, again.confidence),
    )


def _goes_further(again: Wanted, first: Wanted) -> bool:
    """Whether the second says all that the first does, and then more."""
    left, right = _words(first.text), _words(again.text)
    longer = len(right) > len(left) and right[: len(left)] == left
    return longer and again.confidence >= first.confidence


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """What is demanded, without who demands it of whom."""
    return tuple(word for word in WORD.findall(OPENING.sub("", text, count=1).lower()) if word not in EMPTY)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))
