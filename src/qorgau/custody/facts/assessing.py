"""Verdicts and clocks of a custody and of what is part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qorgau.custody.facts.law import ROLES, law, packs
from qorgau.custody.facts.story import Story
from qorgau.lawbook import Safeguard
from qorgau.safeguards import Verdict, assess, histories

_REMEMBERED = 256
_ANSWERED: dict[object, tuple[Judged, ...]] = {}
"""Answers to questions asked a moment ago: an act asks before it takes its turn at the record, so that
the fold, while all other writers wait, finds the same answer ready. Same entries, same law, same answer."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A verdict with the safeguard and the role of the object it is counted for."""

    safeguard: Safeguard
    role: str
    verdict: Verdict


def judged(
    story: Story, *, as_of: int, touched_only: bool = False, word_of: str | None = None
) -> tuple[Judged, ...]:
    """The verdicts of every object that the entries name.

    touched_only: leaves out the rules that no entry touches, whose answer is that they do not apply.
    """
    asked = (packs(), story.fingerprint, story.zone.name, as_of, touched_only, word_of)
    known = _ANSWERED.get(asked)
    if known is None:
        kinds = frozenset(entry.kind for entry in story.entries)
        whole = _ANSWERED.get((*asked[:4], False, word_of)) if touched_only else None
        if whole is not None:
            known = _touched_among(whole, kinds)
        else:
            known = tuple(_of_each(story, kinds, as_of=as_of, touched_only=touched_only, word_of=word_of))
        if len(_ANSWERED) >= _REMEMBERED:
            _ANSWERED.clear()
        _ANSWERED[asked] = known
    return known


def _touched_among(whole: tuple[Judged, ...], kinds: frozenset[str]) -> tuple[Judged, ...]:
    """The answers of the rules that some entry touches, out of the answers of all."""
    rules = {role: {rule.id for rule in _touched(packs(), role, kinds)} for role in ROLES}
    return tuple(each for each in whole if each.safeguard.id in rules[each.role])


def _of_each(
    story: Story, kinds: frozenset[str], *, as_of: int, touched_only: bool, word_of: str | None
) -> Iterator[Judged]:
    book, observed = law().book, law().observed
    named = {role for entry in story.entries for role in entry.objects}
    for role in ROLES:
        if role not in named:
            continue
        rules = _touched(packs(), role, kinds) if touched_only else law().rules[role]
        for history in histories(story.entries, role=role, lawbook=book, zone=story.zone) if rules else ():
            found = assess(history, rules, lawbook=book, as_of=as_of, observed=observed, word_of=word_of)
            yield from (Judged(safeguard=book.safeguards[v.safeguard], role=role, verdict=v) for v in found)


@lru_cache(maxsize=4096)
def _touched(names: tuple[str, ...], role: str, kinds: frozenset[str]) -> tuple[Safeguard, ...]:
    return tuple(rule for rule in law().rules[role] if kinds & _begin(rule) and not _unseen(rule))


def _begin(rule: Safeguard) -> frozenset[str]:
    """The kinds without which the rule has no clock."""
    return frozenset(rule.starts or rule.acts)


def _unseen(rule: Safeguard) -> Iterable[str]:
    return rule.kinds_needed - law().observed
