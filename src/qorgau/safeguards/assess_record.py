"""Assess a whole record: all subjects, all safeguards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from qorgau.lawbook import Lawbook
from qorgau.lawbook.safeguard import Safeguard
from qorgau.lawbook.words import Basis
from qorgau.safeguards.assess import assess
from qorgau.safeguards.compiling import groups_of
from qorgau.safeguards.history import History, histories
from qorgau.safeguards.record import UNKNOWN_SECOND, GroupVerdicts, Record, RecordVerdicts
from qorgau.safeguards.verdict import SEVERITY, State, Verdict

Progress = Callable[[int, int], None]  # subjects done, subjects in all


def assess_record(
    record: Record,
    safeguards: Iterable[Safeguard],
    *,
    lawbook: Lawbook,
    as_of: int | None,
    word_of: str | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> RecordVerdicts:
    """The verdicts on every subject; `as_of` None: the log has ended and nothing stays open."""
    rules = tuple(safeguards)
    groups_of(rules)  # a rule that cannot be evaluated is named before any work is done
    by_role: dict[str, list[Safeguard]] = {}
    for rule in rules:
        by_role.setdefault(rule.per, []).append(rule)
    entries = [record.entry(row) for row in range(len(record))]
    stories = {role: histories(entries, role=role, lawbook=lawbook, zone=record.zone) for role in by_role}
    total, done = sum(map(len, stories.values())), 0
    found: dict[str, list[GroupVerdicts]] = {}
    for role, own in by_role.items():
        per_subject = []
        for history in stories[role]:
            per_subject.append(
                assess(
                    history,
                    own,
                    lawbook=lawbook,
                    as_of=as_of,
                    observed=record.observed,
                    word_of=word_of,
                )
            )
            done += 1
            if progress is not None:
                progress(done, total)
        _collect(found, own, per_subject, stories[role], record)
    return RecordVerdicts(
        tuple(group for rule in rules for group in found[rule.id]),
        len(record),
        len(record.subjects.values),
        total,
    )


def _collect(
    found: dict[str, list[GroupVerdicts]],
    rules: Sequence[Safeguard],
    per_subject: Sequence[Sequence[Verdict]],
    stories: Sequence[History],
    record: Record,
) -> None:
    groups = groups_of(rules)
    subjects = tuple(story.subject for story in stories)
    for place, group in enumerate(groups):
        own = [verdicts[place] for verdicts in per_subject]
        verdicts = of_verdicts(group.safeguard, group.basis, subjects, own)
        if not own:
            verdicts = nothing_checked(group.safeguard, group.basis, record)
        found.setdefault(group.safeguard.id, []).append(verdicts)


def of_verdicts(
    rule: Safeguard, basis: Basis, subjects: tuple[str, ...], verdicts: Sequence[Verdict]
) -> GroupVerdicts:
    """One safeguard's verdicts on many subjects as columns."""
    late = [
        clock.delay[0]
        for verdict in verdicts
        for clock in verdict.clocks
        if clock.state is State.LATE and clock.delay
    ]
    return GroupVerdicts(
        safeguard=rule.id,
        basis=basis,
        subjects=subjects,
        state=np.array([SEVERITY.index(v.state) for v in verdicts], dtype=np.uint8),
        due=_seconds([v.due.earliest if v.due else None for v in verdicts]),
        met=_seconds([v.met.earliest if v.met else None for v in verdicts]),
        delay=_seconds([v.delay[0] if v.delay else None for v in verdicts]),
        clocks=np.array([len(v.clocks) for v in verdicts], dtype=np.int32),
        late_delays=np.array(late, dtype=np.int64),
        missing=next((v.missing for v in verdicts if v.missing), ()),
    )


def nothing_checked(rule: Safeguard, basis: Basis, record: Record) -> GroupVerdicts:
    """The answer for a rule counted per an object that the log never names."""
    size = len(record.subjects.values)
    nothing = np.full(size, UNKNOWN_SECOND, dtype=np.int64)
    return GroupVerdicts(
        safeguard=rule.id,
        basis=basis,
        subjects=record.subjects.values,
        state=np.full(size, SEVERITY.index(State.NOT_CHECKED), dtype=np.uint8),
        due=nothing,
        met=nothing,
        delay=nothing,
        clocks=np.zeros(size, dtype=np.int32),
        late_delays=np.zeros(0, dtype=np.int64),
        missing=(rule.per,),
    )


def _seconds(values: Sequence[int | None]) -> NDArray[np.int64]:
    filled = [UNKNOWN_SECOND if value is None else value for value in values]
    return np.array(filled, dtype=np.int64)
