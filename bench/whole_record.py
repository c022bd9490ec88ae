"""The 20 rules over a whole record: the engine beside the plain sum of its columns, DuckDB and numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from bench import duckdb_peer, engine, numpy_peer
from bench.engine import Cases
from bench.measure import Row, Took, row, took
from bench.rules import bench_rules
from bench.sepsis import SepsisLog, sized
from qorgau.lawbook import Safeguard
from qorgau.safeguards import Record, RecordVerdicts
from qorgau.safeguards.violations import Store, clustered_store, violating_cases, violations

FLOOR = "sum of the columns"
OURS = "from arrival order"
FEW = 5  # repetitions of what takes a good part of a second
LARGE = 5_000_000  # events from which slow peers run once


@dataclass(frozen=True, slots=True)
class Pass:
    """The engine's pass over the clustered store, each time beside the sum of the same columns."""

    floor: Took
    one_thread: Took
    floor_again: Took
    two_threads: Took


def rows(sizes: tuple[str, ...], *, runs: int) -> Iterator[Row]:
    """All rows of each size, and how the seconds grow with it."""
    passing: dict[str, float] = {}
    arriving: dict[str, float] = {}
    for size in sizes:
        log, _ = sized(size)
        record, rules = engine.record_of(log), engine.safeguards()
        passed = _pass(record, rules, runs)
        yield from _pass_rows(size, passed)
        arrived = took(partial(violating_cases, record, rules), runs=_runs(log, runs))
        yield row(
            "20 rules from arrival order to cases",
            _on(size),
            arrived,
            against=(FLOOR, passed.floor),
        )
        yield from _compared(size, log, record, rules, arrived)
        passing[size], arriving[size] = passed.one_thread.best / len(log), arrived.best / len(log)
    if len(sizes) > 1:
        yield _growth("over the store", passing)
        yield _growth("from arrival order", arriving)


@dataclass(frozen=True, slots=True)
class Ours:
    """What the peers are compared with, on the same log and rules."""

    arrived: Took  # from order of arrival
    over_store: Took  # from a log that is clustered already, as the peers' logs are


def ours(size: str, *, runs: int) -> Ours:
    """All violating cases of all rules, both ways, one thread."""
    log, _ = sized(size)
    record, rules = engine.record_of(log), engine.safeguards()
    store = clustered_store(record, rules)
    return Ours(
        took(partial(violating_cases, record, rules), runs=2 * runs),
        took(partial(violations, store), runs=2 * runs),
    )


def _on(size: str) -> str:
    return f"{size} events"


def _runs(log: SepsisLog, runs: int) -> int:
    return FEW if len(log) > LARGE else runs


def _few(log: SepsisLog) -> int:
    """Repetitions of what takes seconds: once on the largest log, and then without a first call."""
    return 1 if len(log) > LARGE else FEW


def _pass(record: Record, rules: tuple[Safeguard, ...], runs: int) -> Pass:
    store = clustered_store(record, rules)
    return Pass(
        *_in_turn(lambda: _sum(store), lambda: violations(store), runs),
        *_in_turn(lambda: _sum(store), lambda: violations(store, threads=2), runs),
    )


def _sum(store: Store) -> int:
    return int(store.times.sum(dtype=np.int64)) + int(store.classes.sum(dtype=np.int64))


def _in_turn(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[Took, Took]:
    """Both measured in turn, so that what disturbs the one disturbs the other."""
    pairs = [(took(first, runs=1), took(second, runs=1)) for _ in range(2 * runs + 1)]
    return _together([one for one, _ in pairs]), _together([other for _, other in pairs])


def _together(single: list[Took]) -> Took:
    seconds = sorted(one.median for one in single)
    return Took(seconds[0], seconds[len(seconds) // 2], len(seconds))


def _pass_rows(size: str, passed: Pass) -> Iterator[Row]:
    yield row("sum of int32 seconds and uint8 classes", _on(size), passed.floor)
    yield row(
        "20 rules over the store, 1 thread", _on(size), passed.one_thread, against=(FLOOR, passed.floor)
    )
    two = (FLOOR, passed.floor_again)
    yield row("20 rules over the store, 2 threads", _on(size), passed.two_threads, against=two)


def _compared(
    size: str, log: SepsisLog, record: Record, rules: tuple[Safeguard, ...], arrived: Took
) -> Iterator[Row]:
    """Other ways to the same answer, each asked which cases violate each rule."""
    found = violating_cases(record, rules)
    yield _full_form(size, record, rules, found, arrived, runs=_few(log))
    yield _duckdb(size, log, found, arrived)
    yield _numpy(size, log, found, arrived)


def _full_form(
    size: str,
    record: Record,
    rules: tuple[Safeguard, ...],
    found: Mapping[str, Cases],
    arrived: Took,
    *,
    runs: int,
) -> Row:
    """The full form gives due, delay and counts as well; its violating cases must be the same."""
    answers: list[RecordVerdicts] = []
    full = took(lambda: answers.append(engine.full_verdicts(record, rules)), runs=runs, warm=runs > 1)
    said = _agreement(found, engine.violating(answers[-1]))
    what = "20 rules in full: due, delay, counts"
    return row(what, _on(size), full, against=(OURS, arrived), said=said)


def _duckdb(size: str, log: SepsisLog, found: Mapping[str, Cases], arrived: Took) -> Row:
    answers: dict[str, Cases] = {}
    with duckdb_peer.connect(log, threads=2) as database:
        time = took(
            lambda: answers.update({r.id: duckdb_peer.violating(database, r) for r in bench_rules()}),
            runs=_few(log),
            warm=_few(log) > 1,
        )
    said = _agreement(found, answers)
    return row("DuckDB, 20 queries, 2 threads", _on(size), time, against=(OURS, arrived), said=said)


def _numpy(size: str, log: SepsisLog, found: Mapping[str, Cases], arrived: Took) -> Row:
    answers: dict[str, Cases] = {}
    clustered = numpy_peer.clustered(log)
    time = took(
        lambda: answers.update({r.id: numpy_peer.violating(clustered, r) for r in bench_rules()}),
        runs=_few(log),
        warm=_few(log) > 1,
    )
    said = f"{_agreement(found, answers)}"
    return row("numpy by hand on a clustered log", _on(size), time, against=(OURS, arrived), said=said)


def _agreement(ours: Mapping[str, Cases], theirs: Mapping[str, Cases]) -> str:
    """How many rules have the very same set of violating cases, and which do not."""
    wrong = [rule for rule, cases in ours.items() if not np.array_equal(cases, theirs[rule])]
    if not wrong:
        return f"the same cases on all {len(ours)} rules"
    return f"DISAGREES on {', '.join(wrong)}"


def _growth(what: str, per_event: Mapping[str, float]) -> Row:
    """Seconds per event of the largest log against the next smaller one: 1 is linear."""
    (small, less), (large, more) = list(per_event.items())[-2:]
    return Row(f"growth {what}: seconds per event", _on(large), more, more / less, f"the same at {small}")
