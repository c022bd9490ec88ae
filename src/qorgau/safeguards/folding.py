"""Fold the truth of all conditions on an entry into one small number, its class.

Entries of one class are the same thing to every rule: what they start, answer, break or end, and
by which dated limit. What a class is, is read off one of its entries by the very functions that
assess a single history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qorgau.clock import civil
from qorgau.lawbook.conditions import Compare, Condition, Named, Not, Scope, reads
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event
from qorgau.safeguards.clustering import first_rows, looked_up
from qorgau.safeguards.compiling import FOREVER, Group
from qorgau.safeguards.course import Choices, Seen, reading
from qorgau.safeguards.record import Record

Leaf = Compare | Named


@dataclass(frozen=True)
class Fold:
    """The class of each entry, and what each class is to each group."""

    classes: NDArray[np.int32]  # per entry, in order of arrival
    actions: NDArray[np.uint8]  # [class, group]
    limits: NDArray[np.int32]  # [class, group]: place in the group's limits; -1 none
    unknown: NDArray[np.bool_]  # [class, group]: a condition the entries leave open


def fold(record: Record, groups: Sequence[Group]) -> Fold:
    """Classes of a record whose times are exact; of an uncertain one they hold for `earliest`."""
    known = last_said(record, _attributes_read(groups))
    classes = np.zeros(len(record), dtype=np.int32)
    examples: list[int] = []
    first_day, last_day = _days_of(record)
    firsts = first_rows(record.kinds.codes, len(record.kinds.values))
    plain = np.zeros(len(record.kinds.values), dtype=np.int32)
    featured: list[tuple[list[NDArray[np.int64]], NDArray[np.intp]]] = []
    for code, kind in enumerate(record.kinds.values):
        if firsts[code] < 0:
            continue
        leaves, days = _what_matters(kind, groups)
        days = [day for day in days if first_day < day <= last_day]
        rows = np.flatnonzero(record.kinds.codes == code) if leaves or days else np.zeros(0, np.intp)
        features = [*_truths(record, rows, leaves, known), *_eras(record, rows, days)]
        if any(len(feature) and feature.min() != feature.max() for feature in features):
            featured.append((features, rows))
        else:
            plain[code] = len(examples)
            examples.append(int(firsts[code]))
    looked_up(record.kinds.codes, plain, classes)
    for features, rows in featured:
        first, own = _distinct(features, len(rows))
        classes[rows] = own + len(examples)
        examples.extend(int(rows[place]) for place in first)
    return _read_classes(record, groups, classes, examples, known)


def _days_of(record: Record) -> tuple[int, int]:
    """The civil days of the first and the last entry."""
    if not len(record):
        return 0, 0
    return record.zone.civil_day(int(record.earliest.min())), record.zone.civil_day(
        int(record.earliest.max())
    )


def last_said(record: Record, names: Iterable[str]) -> dict[str, NDArray[np.int32]]:
    """For each subject the code of what its last entry says of each name; -1: nobody says."""
    found = {}
    for name in names:
        last = np.full(len(record.subjects.values), -1, dtype=np.int32)
        column = record.facts.get(name)
        if column is not None:
            rows = np.flatnonzero(column.codes >= 0)
            last[record.subjects.codes[rows]] = column.codes[rows]
        found[name] = last
    return found


def _attributes_read(groups: Iterable[Group]) -> set[str]:
    return {name for group in groups for condition in _conditions(group) for name in reads(condition)[1]}


def _conditions(group: Group) -> tuple[Condition, ...]:
    rule = group.safeguard
    lines = (line.applies_to for line in group.lines)
    return (rule.only_if, rule.answer_only_if, rule.act_only_if, *lines)


def _leaves(condition: Condition) -> Iterable[Leaf]:
    if isinstance(condition, Compare | Named):
        return (condition,)
    parts = (condition.inner,) if isinstance(condition, Not) else condition.parts
    return tuple(leaf for part in parts for leaf in _leaves(part))


def _what_matters(kind: str, groups: Iterable[Group]) -> tuple[dict[Leaf, None], list[int]]:
    """The conditions that may be asked of an entry of this kind, and the days that divide the law."""
    leaves: dict[Leaf, None] = {}
    days: set[int] = set()
    for group in groups:
        bits = group.roles.get(kind, 0)
        rule = group.safeguard
        asked: list[Condition] = []
        if bits & codes.START:
            asked.append(rule.only_if)
        if bits & codes.ANSWER:
            asked.append(rule.answer_only_if)
        if bits & codes.ACT:
            asked.append(rule.act_only_if)
        if bits & (codes.START | codes.RESTART):
            asked.extend(line.applies_to for line in group.lines)
            days |= {day for line in group.lines for p in line.periods for day in (p.first, p.until)}
        leaves.update((leaf, None) for condition in asked for leaf in _leaves(condition))
    return leaves, sorted(days - {FOREVER})


def _truths(
    record: Record,
    rows: NDArray[np.intp],
    leaves: Iterable[Leaf],
    known: Mapping[str, NDArray[np.int32]],
) -> Iterable[NDArray[np.int64]]:
    for leaf in leaves:
        if isinstance(leaf, Compare):
            yield _compare(record, rows, leaf, known)
        else:
            yield _named(record, rows, leaf, known)


def _said(
    record: Record, rows: NDArray[np.intp], scope: Scope, name: str, known: Mapping[str, NDArray[np.int32]]
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """What the entries, or their subjects, say of a name: codes and the texts behind them."""
    column = record.facts.get(name)
    if column is None:
        return np.full(len(rows), -1, dtype=np.int32), ()
    if scope is Scope.FACT:
        return column.codes[rows], column.values
    return known[name][record.subjects.codes[rows]], column.values


def _compare(
    record: Record, rows: NDArray[np.intp], leaf: Compare, known: Mapping[str, NDArray[np.int32]]
) -> NDArray[np.int64]:
    said, values = _said(record, rows, leaf.scope, leaf.name, known)
    answers = [leaf.answer(value) for value in (*values, None)]  # code -1 finds the last: not said
    table = np.array([2 if answer is None else int(answer) for answer in answers], dtype=np.int64)
    return table[said]


def _named(
    record: Record, rows: NDArray[np.intp], leaf: Named, known: Mapping[str, NDArray[np.int32]]
) -> NDArray[np.int64]:
    """The answers of a named predicate, asked once for each distinct tuple of what it reads."""
    features = [_said(record, rows, Scope.FACT, name, known)[0] for name in leaf.reads_facts]
    features += [_said(record, rows, Scope.ATTRIBUTE, name, known)[0] for name in leaf.reads_attributes]
    wide = [feature.astype(np.int64) + 1 for feature in features]
    if leaf.reads_date:
        wide.append(_civil_days(record, rows))
    first, own = _distinct(wide, len(rows))
    answers = [leaf.ask(_seen(record, int(rows[place]), known)) for place in first]
    table = np.array([2 if answer is None else int(answer) for answer in answers], dtype=np.int64)
    return table[own]


def _civil_days(record: Record, rows: NDArray[np.intp]) -> NDArray[np.int64]:
    changes = np.array(record.zone.changes, dtype=np.int64)
    offsets = np.array(record.zone.offsets, dtype=np.int64)
    times = record.earliest[rows]
    place = np.maximum(np.searchsorted(changes, times, side="right") - 1, 0)
    days: NDArray[np.int64] = (times + offsets[place]) // civil.DAY
    return days


def _eras(record: Record, rows: NDArray[np.intp], days: Sequence[int]) -> Iterable[NDArray[np.int64]]:
    """Between which dates of the law each entry lies."""
    if not days:
        return ()
    starts = [civil.day_start(day, record.zone.changes, record.zone.offsets) for day in days]
    return (np.searchsorted(np.array(starts), record.earliest[rows], side="right").astype(np.int64),)


def _distinct(
    features: Sequence[NDArray[np.int64]], length: int
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """For each distinct tuple of features a first row, and for each row which tuple it has."""
    key = np.zeros(length, dtype=np.int64)
    for feature in features:
        width = int(feature.max(initial=0)) + 1
        if width > 1:
            key = key * width + feature
            if int(key.max(initial=0)) > 1 << 40:
                key = np.unique(key, return_inverse=True)[1].astype(np.int64)
    if not length or not key.any():
        return np.zeros(min(length, 1), dtype=np.intp), key
    top = int(key.max()) + 1
    if top <= 1 << 16:
        return _distinct_small(key, top)
    _, first, own = np.unique(key, return_index=True, return_inverse=True)
    return first, own.astype(np.int64)


def _distinct_small(key: NDArray[np.int64], top: int) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """The same without sorting, where the keys are few."""
    first = np.full(top, -1, dtype=np.intp)
    first[key[::-1]] = np.arange(len(key) - 1, -1, -1)
    used = np.flatnonzero(first >= 0)
    place = np.zeros(top, dtype=np.int64)
    place[used] = np.arange(len(used))
    return first[used], place[key]


def _seen(record: Record, row: int, known: Mapping[str, NDArray[np.int32]]) -> Seen:
    entry = record.entry(row)
    subject = int(record.subjects.codes[row])
    attributes = {
        name: record.facts[name].values[last[subject]] for name, last in known.items() if last[subject] >= 0
    }
    event = Event(row, entry.kind, entry.happened, entry.facts, frozenset({entry.by}), (entry.id,))
    return Seen(event, row, entry.happened.earliest, attributes, record.zone)


def _read_classes(
    record: Record,
    groups: Sequence[Group],
    classes: NDArray[np.int32],
    examples: Sequence[int],
    known: Mapping[str, NDArray[np.int32]],
) -> Fold:
    shape = (len(examples), len(groups))
    actions = np.zeros(shape, dtype=np.uint8)
    limits = np.full(shape, -1, dtype=np.int32)
    unknown = np.zeros(shape, dtype=np.bool_)
    for place, row in enumerate(examples):
        seen = _seen(record, row, known)
        for column, group in enumerate(groups):
            bits = group.roles.get(seen.event.kind, 0)
            if bits:
                choices = Choices({}, [])
                actions[place, column], limits[place, column] = reading(group, bits, seen, choices)
                unknown[place, column] = bool(choices.asked)
    return Fold(classes, actions, limits, unknown)
