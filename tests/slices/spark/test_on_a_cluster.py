"""On a cluster the verdicts are those of one process: Spark in local mode against the engine itself."""

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qorgau.clock import zone_named
from qorgau.eventlog.map_yaml import load_map
from qorgau.eventlog.reading import read_log
from qorgau.lawbook import Lawbook, Safeguard, load
from qorgau.lawbook.days_off import zone_for
from qorgau.safeguards import SEVERITY, Column, Record, State, assess_record
from qorgau.safeguards.record import UNKNOWN_SECOND

REPO = Path(__file__).resolve().parents[3]

MISSING = [name for name in ("pyspark", "pandas") if importlib.util.find_spec(name) is None]

pytestmark = [
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"not installed: {', '.join(MISSING)}. They come with the extra: pip install 'qorgau[spark]'",
    ),
    pytest.mark.skipif(
        shutil.which("java") is None, reason="Spark needs Java 17 or later, and there is no java"
    ),
    pytest.mark.filterwarnings("ignore"),  # pyspark's own, not ours
]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    started = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    started.sparkContext.setLogLevel("ERROR")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def book() -> Lawbook:
    return load(("kz",))


@pytest.fixture(scope="module")
def rules(book: Lawbook) -> tuple[Safeguard, ...]:
    return tuple(rule for rule in book.safeguards.values() if rule.per == "custody")


@pytest.fixture(scope="module")
def record(book: Lawbook, rules: tuple[Safeguard, ...]) -> Record:
    log = read_log(REPO / "demo" / "custody.csv", load_map(REPO / "demo" / "custody.map.yaml"))
    return Record(
        role=log.role,
        subjects=Column(log.subjects.codes, log.subjects.values),
        kinds=Column(log.kinds.codes, log.kinds.values),
        earliest=log.earliest,
        latest=log.latest,
        zone=zone_for(log.zone, country=book.holidays, safeguards=rules),
        sources=Column(log.sources.codes, log.sources.values),
        recorded=log.recorded,
        objects={role: Column(column.codes, column.values) for role, column in log.objects.items()},
        facts={name: Column(column.codes, column.values) for name, column in log.facts.items()},
        observed=log.observes,
    )


Row = tuple[str, str, str, str, int, int | None, int | None, int | None]


def in_one_process(
    record: Record, rules: tuple[Safeguard, ...], book: Lawbook, as_of: int | None
) -> set[Row]:
    verdicts = assess_record(record, rules, lawbook=book, as_of=as_of)
    return {
        (
            subject,
            group.safeguard,
            group.basis.value,
            SEVERITY[group.state[i]].value,
            int(group.clocks[i]),
            *(
                None if known[i] == UNKNOWN_SECOND else int(known[i])
                for known in (group.due, group.met, group.delay)
            ),
        )
        for group in verdicts.groups
        for i, subject in enumerate(group.subjects)
    }


def on_spark(
    session: Any,
    record: Record,
    rules: tuple[Safeguard, ...],
    book: Lawbook,
    as_of: int | None,
    partitions: int = 3,
) -> list[Row]:
    from qorgau.eventlog.spark import write_entries

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "entries.parquet")
        write_entries(record, file)
        return _collected(session.read.parquet(str(file)), record, rules, book, as_of, partitions)


def _collected(
    entries: Any,
    record: Record,
    rules: tuple[Safeguard, ...],
    book: Lawbook,
    as_of: int | None,
    partitions: int,
) -> list[Row]:
    from qorgau.eventlog.spark import assess_frame

    frame = assess_frame(
        entries,
        rules,
        role=record.role,
        lawbook=book,
        zone=record.zone,
        as_of=as_of,
        observed=record.observed,
        partitions=partitions,
    )
    return [tuple(row) for row in frame.collect()]


@pytest.mark.parametrize("closed", [False, True])
def test_the_demo_register_gets_the_same_verdicts_on_a_cluster(
    session: Any, record: Record, rules: tuple[Safeguard, ...], book: Lawbook, closed: bool
) -> None:
    as_of = None if closed else int(record.latest.max())
    here = in_one_process(record, rules, book, as_of)
    there = on_spark(session, record, rules, book, as_of)
    assert len(there) == len(here)
    assert set(there) == here
    assert len({row[3] for row in here}) > 3


def test_entries_of_one_second_keep_their_order_of_arrival(session: Any) -> None:
    from qorgau.lawbook import read_rules

    rules = tuple(rule for rule in read_rules(REPO / "bench" / "rules.yaml") if rule.id in {"c03", "c19"})
    kinds = ("ER Registration", "ER Triage", "CRP")
    story = np.array([0, 2, 1, 0, 1, 2] * 50, dtype=np.int32)  # every entry at the same second
    record = Record(
        role="case",
        subjects=Column(np.repeat(np.arange(100, dtype=np.int32), 3), tuple(f"case {i}" for i in range(100))),
        kinds=Column(story, kinds),
        earliest=np.full(300, 1_700_000_000),
        latest=np.full(300, 1_700_000_000),
        zone=zone_named("UTC"),
    )
    there = on_spark(session, record, rules, Lawbook(), None)
    assert set(there) == in_one_process(record, rules, Lawbook(), None)
    broken = {row[0] for row in there if row[1] == "c19" and row[3] == State.BREACHED.value}
    assert broken == {f"case {i}" for i in range(0, 100, 2)}


def test_a_rule_counted_per_another_object_is_refused_by_name(
    session: Any, record: Record, book: Lawbook
) -> None:
    from qorgau.eventlog.spark import SparkError

    other = next(rule for rule in book.safeguards.values() if rule.per not in {"custody", record.role})
    with pytest.raises(SparkError, match=other.id):
        on_spark(session, record, (other,), book, None)


def test_an_entry_that_names_no_subject_stops_the_check(
    session: Any, record: Record, rules: tuple[Safeguard, ...], book: Lawbook
) -> None:
    nameless = replace(
        record,
        subjects=Column(
            np.where(record.subjects.codes == 0, -1, record.subjects.codes), record.subjects.values
        ),
    )
    with pytest.raises(Exception, match="names no custody"):
        on_spark(session, nameless, rules[:1], book, None)
