"""The rules by hand in numpy: positions of A and B in the clustered log, joined by binary search."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bench.rules import Rule, Template
from bench.sepsis import KINDS, SepsisLog

Positions = NDArray[np.intp]
Mask = NDArray[np.bool_]
FOREVER = 1 << 60


def clustered(log: SepsisLog) -> SepsisLog:
    """The log by case; within a case by time, ties in order of arrival."""
    return log.take(np.argsort(log.case, kind="stable"))


def violating(log: SepsisLog, rule: Rule) -> NDArray[np.int64]:
    """The cases of a clustered log that violate the rule, ascending."""
    a, b = _triggers(log, rule), np.flatnonzero(log.kind == _kind(rule.b))
    if rule.template is Template.ABSENCE:
        return np.flatnonzero(np.bincount(log.case[a], minlength=log.cases) >= rule.count)
    if rule.template is Template.NOT_RESPONSE and rule.same:
        return _same_group(log, rule, a, b)
    bad = _BROKEN[rule.template](log, a, b, FOREVER if rule.seconds is None else rule.seconds)
    return np.unique(log.case[bad]).astype(np.int64)


def _kind(name: str) -> int:
    return KINDS.index(name) if name else -1


def _triggers(log: SepsisLog, rule: Rule) -> Positions:
    held = log.kind == _kind(rule.a)
    if rule.fact == "InfectionSuspected":
        held = held & (log.infection == 1)
    elif rule.fact == "Age":
        old = log.age >= int(rule.value)
        held = held & (log.age >= 0) & (old if rule.op == "at_least" else ~old)
    return np.flatnonzero(held)


def _next_within(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Mask:
    """Whether the next B after each A lies in the same case and within the limit."""
    return _joined(log, a, b, np.searchsorted(b, a, side="right"), seconds)


def _last_within(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Mask:
    """Whether the last B before each A lies in the same case and within the limit."""
    return _joined(log, a, b, np.searchsorted(b, a, side="left") - 1, seconds)


def _joined(log: SepsisLog, a: Positions, b: Positions, place: Positions, seconds: int) -> Mask:
    exists = (place >= 0) & (place < len(b))
    if not len(b):
        return exists
    partner = b[np.clip(place, 0, len(b) - 1)]
    near = np.abs(log.second[partner] - log.second[a]) <= seconds
    joined: Mask = exists & near & (log.case[partner] == log.case[a])
    return joined


def _response(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Positions:
    return a[~_next_within(log, a, b, seconds)]


def _precedence(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Positions:
    return b[~_last_within(log, b, a, seconds)]


def _not_response(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Positions:
    return a[_next_within(log, a, b, seconds)]


def _chain_response(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Positions:
    follows = np.minimum(a + 1, len(log) - 1)
    answered = np.isin(follows, b) & (log.case[follows] == log.case[a]) & (follows > a)
    within: Mask = log.second[follows] - log.second[a] <= seconds
    unanswered: Positions = a[~(answered & within)]
    return unanswered


def _responded(log: SepsisLog, a: Positions, b: Positions, seconds: int) -> Positions:
    return a[~(_next_within(log, a, b, seconds) | _last_within(log, a, b, seconds))]


_BROKEN = {
    Template.RESPONSE: _response,
    Template.PRECEDENCE: _precedence,
    Template.NOT_RESPONSE: _not_response,
    Template.CHAIN_RESPONSE: _chain_response,
    Template.RESPONDED_EXISTENCE: _responded,
}


def _same_group(log: SepsisLog, rule: Rule, a: Positions, b: Positions) -> NDArray[np.int64]:
    """Not-response with the same group: the rule once per group."""
    seconds = FOREVER if rule.seconds is None else rule.seconds
    found = [
        log.case[_not_response(log, a[log.group[a] == group], b[log.group[b] == group], seconds)]
        for group in np.unique(log.group[a])
    ]
    return np.unique(np.concatenate(found)).astype(np.int64) if found else np.empty(0, np.int64)
