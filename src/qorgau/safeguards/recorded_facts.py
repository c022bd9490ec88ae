"""Silence about facts: a rule that turns on a fact the log never records is not checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from qorgau.lawbook.conditions import Any, Compare, Condition, Named, Not, reads
from qorgau.lawbook.safeguard import Safeguard

Answers = frozenset[bool | None]

_ANY: Answers = frozenset({True, False, None})


@dataclass(frozen=True, slots=True)
class _Silent:
    """An entry that says nothing, to learn what a predicate makes of silence."""

    civil_date: int = 1

    def fact(self, name: str) -> str | None:
        return None

    def attribute(self, name: str) -> str | None:
        return None


def facts_never_recorded(rule: Safeguard, recorded: frozenset[str]) -> tuple[str, ...]:
    """The facts without which no entry of this log can answer one of the rule's conditions."""
    asked = [rule.only_if, rule.answer_only_if, rule.act_only_if]
    lines = [line.applies_to for line in rule.limits]
    if all(_answers(condition, recorded) == {None} for condition in lines):
        asked += lines
    missing = (_missing(c, recorded) for c in asked if _answers(c, recorded) == {None})
    return tuple(dict.fromkeys(name for names in missing for name in names))


def _missing(condition: Condition, recorded: frozenset[str]) -> list[str]:
    facts, attributes, _ = reads(condition)
    return sorted((facts | attributes) - recorded)


def _answers(condition: Condition, recorded: frozenset[str]) -> Answers:
    """What a condition can answer in a log that records only these facts."""
    if isinstance(condition, Compare):
        return _ANY if condition.name in recorded else frozenset({condition.answer(None)})
    if isinstance(condition, Named):
        return _named(condition, recorded)
    if isinstance(condition, Not):
        return frozenset(None if a is None else not a for a in _answers(condition.inner, recorded))
    parts = [_answers(part, recorded) for part in condition.parts]
    return _joined(parts, decides=isinstance(condition, Any))


def _named(condition: Named, recorded: frozenset[str]) -> Answers:
    names = {*condition.reads_facts, *condition.reads_attributes}
    if not names or names & recorded:
        return _ANY
    return frozenset({condition.ask(_Silent())})


def _joined(parts: Iterable[Answers], *, decides: bool) -> Answers:
    """All answers of a conjunction (False decides) or a disjunction (True decides)."""

    def pair(left: Answers, right: Answers) -> Answers:
        return frozenset(_both(a, b, decides) for a in left for b in right)

    return reduce(pair, parts, frozenset({not decides}))


def _both(one: bool | None, other: bool | None, decides: bool) -> bool | None:
    if decides in (one, other):
        return decides
    return None if None in (one, other) else not decides
