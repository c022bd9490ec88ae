"""From a log and the law to a result: hands the columns to the engine and gathers what it says."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qorgau.clock import show_instant, zone_named
from qorgau.eventlog.log import Log, Texts
from qorgau.lawbook import Language, Lawbook, Safeguard
from qorgau.lawbook.days_off import zone_for
from qorgau.portal.checking.result import CheckResult, Row, WorstCase
from qorgau.safeguards import SEVERITY, Column, GroupVerdicts, Record, State, assess_record
from qorgau.safeguards.record import UNKNOWN_SECOND
from qorgau.wording import say_span

_WORST = 20


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a log: which rules, until when, on how many threads."""

    book: Lawbook
    safeguards: tuple[Safeguard, ...]
    as_of: int | None  # None: the log is closed
    as_of_is_last_entry: bool
    threads: int


def check_log(
    log: Log, question: Question, *, progress: Callable[[float], None], started: float
) -> tuple[CheckResult, tuple[GroupVerdicts, ...]]:
    """Check every safeguard on every subject; `started` is when the clock of the whole job began."""
    verdicts = assess_record(
        record_of(log, question),
        question.safeguards,
        lawbook=question.book,
        as_of=question.as_of,
        threads=question.threads,
        progress=lambda done, total: progress(done / total if total else 1.0),
    )
    rules = {rule.id: rule for rule in question.safeguards}
    result = CheckResult(
        log_name=log.name,
        role=log.role,
        zone=log.zone,
        rows_read=log.rows_read,
        row_unit=log.row_unit,
        entries=len(log),
        subjects=verdicts.subjects,
        refusals=log.refusals,
        refused_by_reason=log.reasons(),
        notes=_notes(log),
        packs=tuple(question.book.packs) if any("/" in rule for rule in rules) else (),
        as_of=question.as_of,
        as_of_is_last_entry=question.as_of_is_last_entry,
        rows=tuple(_row(group, rules[group.safeguard]) for group in verdicts.groups),
        seconds=time.perf_counter() - started,
    )
    return result, verdicts.groups


def record_of(log: Log, question: Question) -> Record:
    """The engine's columns of a log, with the zone and working days of its place."""
    return Record(
        role=log.role,
        subjects=_with_entries(log.subjects),
        kinds=_column(log.kinds),
        earliest=log.earliest,
        latest=log.latest,
        zone=zone_for(log.zone, country=question.book.holidays, safeguards=question.safeguards),
        sources=_column(log.sources),
        recorded=log.recorded,
        objects={role: _column(column) for role, column in log.objects.items()},
        facts={name: _column(column) for name, column in log.facts.items()},
        observed=log.observes,
        stays=log.stays,
    )


def _with_entries(subjects: Texts) -> Column:
    """The subjects that some entry names; those of refused rows alone are not there to be judged."""
    used = np.unique(subjects.codes[subjects.codes >= 0])
    if len(used) == len(subjects.values):
        return _column(subjects)
    codes = np.searchsorted(used, subjects.codes).astype(np.int32)
    return Column(
        np.where(subjects.codes < 0, -1, codes).astype(np.int32), tuple(subjects.values[i] for i in used)
    )


def _column(texts: Texts) -> Column:
    return Column(texts.codes, texts.values)


def _notes(log: Log) -> tuple[str, ...]:
    notes = list(log.notes)
    if log.blank:
        notes.append(f"{log.blank:,} blank rows skipped.")
    notes += [f"{count:,} rows have no `{name}`." for name, count in log.missing_times.items()]
    notes += [
        f"{count:,} cells of `{name}` hold an error value and were left out."
        for name, count in log.error_cells.items()
    ]
    return tuple(notes)


def _row(group: GroupVerdicts, rule: Safeguard) -> Row:
    return Row(
        safeguard=rule,
        basis=group.basis,
        counts={state.value: group.count(state) for state in State},
        clocks=group.clock_count,
        median_delay_hours=_rounded(group.median_delay_hours),
        worst_delay_hours=_rounded(group.worst_delay_hours),
        median_answer_hours=_rounded(group.median_answer_hours),
        missing=group.missing,
    )


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 4)


def outcome_columns(groups: Sequence[GroupVerdicts], zone_name: str) -> dict[str, Sequence[object]]:
    """One row per subject and safeguard for `--out`; instants are local times of the place."""
    zone = zone_named(zone_name)
    columns: dict[str, list[object]] = {
        name: []
        for name in ("subject", "safeguard", "basis", "state", "clocks", "due", "happened", "delay_seconds")
    }
    for group in groups:
        size = len(group.subjects)
        columns["subject"] += group.subjects
        columns["safeguard"] += [group.safeguard] * size
        columns["basis"] += [group.basis.value] * size
        columns["state"] += [SEVERITY[code].value for code in group.state.tolist()]
        columns["clocks"] += group.clocks.tolist()
        for name, instants in (("due", group.due), ("happened", group.met)):
            columns[name] += [
                None if t == UNKNOWN_SECOND else show_instant(t, zone) for t in instants.tolist()
            ]
        columns["delay_seconds"] += [None if d == UNKNOWN_SECOND else d for d in group.delay.tolist()]
    return dict(columns)


def worst_cases(groups: Sequence[GroupVerdicts], zone_name: str, *, language: Language) -> list[WorstCase]:
    """The subjects to look at first: broken and late duties of national law and treaties before others."""
    zone = zone_named(zone_name)
    shares = [_bad(group) for group in groups]
    weights: Mapping[str, int] = {
        "national_law": 0,
        "treaty": 1,
        "standard": 2,
        "recommendation": 3,
        "proposal": 4,
    }
    order = sorted(
        (
            (weights[g.basis.value], -int(g.delay[i]) if g.delay[i] != UNKNOWN_SECOND else 0, g, int(i))
            for g, bad in zip(groups, shares, strict=True)
            for i in bad
        ),
        key=lambda item: item[:2],
    )
    chosen: dict[str, int] = {}
    cases: list[WorstCase] = []
    for _, _, group, i in order:
        if chosen.get(group.safeguard, 0) >= 3 or len(cases) >= _WORST:
            continue
        chosen[group.safeguard] = chosen.get(group.safeguard, 0) + 1
        due, met, delay = int(group.due[i]), int(group.met[i]), int(group.delay[i])
        cases.append(
            WorstCase(
                subject=group.subjects[i],
                safeguard=group.safeguard,
                basis=group.basis.value,
                state=SEVERITY[group.state[i]].value,
                due="" if due == UNKNOWN_SECOND else show_instant(due, zone),
                met="" if met == UNKNOWN_SECOND else show_instant(met, zone),
                delay="" if delay == UNKNOWN_SECOND or delay <= 0 else say_span(delay, language),
            )
        )
    return cases


def _bad(group: GroupVerdicts) -> list[int]:
    """The worst few subjects of a safeguard, by delay."""
    late = np.flatnonzero(
        (group.state == SEVERITY.index(State.LATE)) | (group.state == SEVERITY.index(State.BREACHED))
    )
    ranked = late[np.argsort(-group.delay[late].astype(np.float64), kind="stable")]
    return [int(i) for i in ranked[:3]]
