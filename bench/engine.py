"""The engine under measure: the log as the engine's record, its verdicts as sets of cases."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.rules import RULES
from bench.sepsis import KINDS, SepsisLog
from qorgau.clock import zone_named
from qorgau.lawbook import Lawbook, Safeguard, read_rules
from qorgau.safeguards import SEVERITY, Column, Record, RecordVerdicts, State, assess_record

Cases = NDArray[np.int64]

_VIOLATED = (SEVERITY.index(State.LATE), SEVERITY.index(State.BREACHED))
_INFECTION = ("false", "true")


def safeguards(path: Path = RULES) -> tuple[Safeguard, ...]:
    """The benchmark's rules as the law book reads them."""
    return read_rules(path)


def record_of(log: SepsisLog) -> Record:
    """The log in the engine's columns, in order of arrival; subjects are named by case number."""
    return Record(
        role="case",
        subjects=Column(log.case, tuple(map(str, range(log.cases)))),
        kinds=Column(log.kind.astype(np.int32), KINDS),
        earliest=log.second,
        latest=log.second,
        zone=zone_named("UTC"),
        facts={
            "InfectionSuspected": Column(log.infection.astype(np.int32), _INFECTION),
            "Age": Column(log.age.astype(np.int32), _numbers(log.age)),
            "org:group": Column(log.group.astype(np.int32), _numbers(log.group)),
        },
    )


def _numbers(codes: NDArray[np.generic]) -> tuple[str, ...]:
    return tuple(map(str, range(int(codes.max()) + 1)))


def full_verdicts(record: Record, rules: tuple[Safeguard, ...], *, threads: int = 1) -> RecordVerdicts:
    """All verdicts with due, delay and counts, as `qorgau check` takes them; the log has ended."""
    return assess_record(record, rules, lawbook=Lawbook(), as_of=None, threads=threads)


def violating(verdicts: RecordVerdicts) -> dict[str, Cases]:
    """The cases that violate each rule by the full form, ascending."""
    found: dict[str, Cases] = {}
    for group in verdicts.groups:
        bad = np.flatnonzero(np.isin(group.state, _VIOLATED))
        found[group.safeguard] = np.sort(np.array([group.subjects[i] for i in bad], dtype=np.int64))
    return found
