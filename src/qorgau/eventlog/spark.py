"""The same check on a cluster: Spark brings each subject's entries together, the same engine assesses them.

A frame of entries has the columns `subject, seq, kind, earliest, latest` and, where known,
`source`, `recorded`, `object=ROLE` and `fact=NAME`. Instants are UTC seconds; `seq` is the order of
arrival over the whole log. pyspark is an optional extra; nothing here imports it, the caller's
frame is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from qorgau.clock import Zone
from qorgau.lawbook import Lawbook, Safeguard
from qorgau.safeguards import SEVERITY, Column, GroupVerdicts, Record, assess_record
from qorgau.safeguards.compiling import groups_of
from qorgau.safeguards.record import UNKNOWN_SECOND, Seconds

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

NEEDED = ("subject", "seq", "kind", "earliest", "latest")
OBJECT = "object="
FACT = "fact="
VERDICTS = (
    "subject string, safeguard string, basis string, state string, clocks int, due long, met long, delay long"
)
_SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("subject", "safeguard", "basis", "state")]
    + [("clocks", pa.int32())]
    + [(name, pa.int64()) for name in ("due", "met", "delay")]
)
_STATES = np.array([state.value for state in SEVERITY], dtype=object)


class SparkError(ValueError):
    """A frame or a rule that cannot be checked in partitions; says which, why and how to mend it."""


@dataclass(frozen=True)
class Question:
    """What is asked of every partition; sent to the workers as it stands."""

    role: str
    safeguards: tuple[Safeguard, ...]
    lawbook: Lawbook
    zone: Zone
    as_of: int | None
    observed: frozenset[str] | None

    def record(self, entries: pa.Table) -> Record:
        """A partition's entries as the engine's record; they stand in order of arrival."""
        names = entries.column_names
        return Record(
            role=self.role,
            subjects=_column(entries, "subject"),
            kinds=_column(entries, "kind"),
            earliest=_seconds(entries, "earliest"),
            latest=_seconds(entries, "latest"),
            zone=self.zone,
            sources=_column(entries, "source") if "source" in names else None,
            recorded=_seconds(entries, "recorded") if "recorded" in names else None,
            objects={name.removeprefix(OBJECT): _column(entries, name) for name in _with(names, OBJECT)},
            facts={name.removeprefix(FACT): _column(entries, name) for name in _with(names, FACT)},
            observed=self.observed,
        )


def assess_frame(
    frame: DataFrame,
    safeguards: Iterable[Safeguard],
    *,
    role: str,
    lawbook: Lawbook,
    zone: Zone,
    as_of: int | None,
    observed: frozenset[str] | None = None,
    partitions: int | None = None,
) -> DataFrame:
    """One row per subject, safeguard and basis, as `assess_record` would give them.

    `as_of` None: the log has ended. `partitions`: into how many parts the subjects are divided; each
    must fit in a worker's memory. Raises SparkError, and UncheckableRuleError as the engine does.
    """
    rules = tuple(safeguards)
    _refuse(frame.columns, rules, role)
    question = Question(role, rules, lawbook, zone, as_of, observed)
    by = ("subject",) if partitions is None else (partitions, "subject")
    together = frame.repartition(*by).sortWithinPartitions("subject", "seq")
    return together.mapInArrow(_assess_part(question), VERDICTS)


def write_entries(record: Record, file: Path) -> None:
    """Write a record that was read here as Parquet, to be read on the cluster as a frame of entries."""
    columns = {
        "subject": _texts(record.subjects),
        "seq": pa.array(np.arange(len(record), dtype=np.int64)),
        "kind": _texts(record.kinds),
        "earliest": pa.array(record.earliest),
        "latest": pa.array(record.latest),
    }
    if record.sources is not None:
        columns["source"] = _texts(record.sources)
    if record.recorded is not None:
        columns["recorded"] = pa.array(record.recorded, mask=record.recorded == UNKNOWN_SECOND)
    columns.update({OBJECT + role: _texts(column) for role, column in record.objects.items()})
    columns.update({FACT + name: _texts(column) for name, column in record.facts.items()})
    partial = file.with_name(f"{file.name}.part")
    pq.write_table(pa.table(columns), partial)
    partial.replace(file)


def _refuse(columns: Iterable[str], rules: Iterable[Safeguard], role: str) -> None:
    missing = [name for name in NEEDED if name not in set(columns)]
    if missing:
        raise SparkError(f"the frame of entries has no column `{missing[0]}`. It needs {', '.join(NEEDED)}.")
    other = [rule for rule in rules if rule.per != role]
    if other:
        raise SparkError(
            f"{other[0].id}: it is counted per {other[0].per}, but the entries are divided by {role}."
            f" Check it in one process, or divide the log by {other[0].per}."
        )
    groups_of(rules)  # a rule that cannot be evaluated is named before the cluster starts


def _assess_part(
    question: Question,
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def assess(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = [batch for batch in batches if batch.num_rows]
        if not held:
            return
        entries = pa.Table.from_batches(held)
        _refuse_without_subject(entries, question.role)
        verdicts = assess_record(
            question.record(entries),
            question.safeguards,
            lawbook=question.lawbook,
            as_of=question.as_of,
        )
        for group in verdicts.groups:
            yield _rows(group)

    return assess


def _refuse_without_subject(entries: pa.Table, role: str) -> None:
    nameless = entries.filter(entries["subject"].is_null())
    if nameless.num_rows:
        first = nameless["seq"][0].as_py()
        raise SparkError(
            f"entry {first} names no {role}, so it belongs to no partition ({nameless.num_rows} such entries)."
            " Give each entry its subject, or check the log in one process."
        )


def _with(names: Iterable[str], prefix: str) -> list[str]:
    return [name for name in names if name.startswith(prefix)]


def _column(entries: pa.Table, name: str) -> Column:
    encoded: Any = entries[name].combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return Column(codes.astype(np.int32), tuple(encoded.dictionary.to_pylist()))


def _seconds(entries: pa.Table, name: str) -> Seconds:
    column: Any = entries[name]
    seconds: Seconds = column.fill_null(UNKNOWN_SECOND).to_numpy().astype(np.int64)
    return seconds


def _texts(column: Column) -> pa.Array[Any]:
    index: Any = pa.array(column.codes, mask=column.codes < 0)
    return pa.DictionaryArray.from_arrays(index, pa.array(column.values, pa.string())).cast(pa.string())


def _rows(group: GroupVerdicts) -> pa.RecordBatch:
    size = len(group.subjects)
    columns: list[Any] = [
        group.subjects,
        [group.safeguard] * size,
        [group.basis.value] * size,
        _STATES[group.state],
        group.clocks,
        *(pa.array(known, mask=known == UNKNOWN_SECOND) for known in (group.due, group.met, group.delay)),
    ]
    typed = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    return pa.RecordBatch.from_arrays(typed, schema=_SCHEMA)
