"""Reading an outside log by its map: rows to entries, with every row that was refused named."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.log import UNKNOWN_SECOND, Log, Seconds, Texts
from qorgau.eventlog.logmap import LogMap, MapError, Naming
from qorgau.eventlog.moments import Moments
from qorgau.eventlog.refusing import Refusing
from qorgau.eventlog.source import read_source
from qorgau.eventlog.stays import ended_by_the_next, pairs_of
from qorgau.eventlog.table import (
    ERROR_CELLS,
    Progress,
    Table,
    codes_of,
    joined,
    no_progress,
    recode,
    texts_of,
    tidy,
    unguarded,
)
from qorgau.eventlog.time_columns import moments_in
from qorgau.eventlog.written_times import Fault


def read_log(path: Path, log_map: LogMap, *, progress: Progress | None = None) -> Log:
    """Read a log; raises UnreadableLogError or MapError where the file or the map as a whole fails."""
    tell = progress or no_progress
    needed = log_map.needed()
    table = read_source(path, only=set(needed), log_map=log_map, progress=tell)
    if log_map.guard is not None:
        table = unguarded(table, sign=log_map.guard)
    _check_columns(needed, table, place=path.name)
    tell("telling the times", 0, len(table.rows))
    log = _log(table, log_map)
    tell("telling the times", len(table.rows), len(table.rows))
    return log


def _check_columns(needed: Mapping[str, str], table: Table, *, place: str) -> None:
    for column, key in needed.items():
        if column not in table.names:
            close = difflib.get_close_matches(column, table.names, n=1)
            hint = f"Did you mean `{close[0]}`?" if close else _known(table.names)
            raise MapError(f"{place} has no column `{column}`, which `{key}:` asks for. {hint}")


def _known(names: Sequence[str]) -> str:
    return f"Its columns are: {', '.join(names)}."


@dataclass(frozen=True)
class _Entries:
    """Which row and which of the map's times each entry comes from, in order of arrival."""

    count: int
    rows: NDArray[np.intp] | slice
    times: NDArray[np.intp] | int


def _log(table: Table, log_map: LogMap) -> Log:
    subjects = _naming(table, log_map.subject, absent=log_map.missing)
    times = [moments_in(table, time, log_map) for time in log_map.times]
    kinds = [_naming(table, log_map.kind_of(time)) for time in log_map.times]
    refusing = Refusing(table, log_map)
    refusing.subjects(subjects)
    refusing.times(times)
    refusing.kinds(kinds, times)
    missing_times = _missing_times(log_map, times, refusing.kept)
    times, bounded = ended_by_the_next(times, subjects, log_map, kept=refusing.kept)
    entries = _entries(times, kept=refusing.kept)
    facts, error_cells = _facts(table, log_map)
    return Log(
        name=log_map.log,
        role=log_map.role,
        subjects=subjects.take(entries.rows),
        kinds=(all_kinds := _chosen(kinds, entries)),
        earliest=_chosen_seconds([moments.earliest for moments in times], entries),
        latest=_chosen_seconds([moments.latest for moments in times], entries),
        recorded=_recorded(table, log_map, entries),
        sources=_sources(table, log_map).take(entries.rows),
        objects={
            role: _naming(table, naming, absent=log_map.missing).take(entries.rows)
            for role, naming in log_map.objects.items()
        },
        facts={name: texts.take(entries.rows) for name, texts in facts.items()},
        rows=table.rows[entries.rows],
        observes=_observed(log_map, all_kinds),
        zone=log_map.zone,
        rows_read=table.rows_read,
        refusals=tuple(sorted((*table.refusals, *refusing.refusals()))),
        stays=_stays(log_map, entries),
        row_unit=table.row_unit,
        blank=table.blank,
        missing_times=missing_times,
        error_cells=error_cells,
        notes=(*table.notes, *refusing.notes, *_bounded_note(bounded)),
    )


def _naming(table: Table, naming: Naming, *, absent: frozenset[str] = frozenset()) -> Texts:
    """One text for each row of the table."""
    if naming.always is not None:
        return Texts.always(naming.always, length=len(table.rows))
    if naming.each_row:
        numbers = tuple(str(row) for row in table.rows)
        return Texts(np.arange(len(numbers), dtype=np.int32), numbers)
    parts = [tidy(texts_of(table.columns[name]), absent=absent) for name in naming.columns]
    texts = joined(parts, by=naming.joined_by)
    if naming.if_empty is not None:
        texts = _filled(texts, naming.if_empty)
    if not naming.names and not naming.adding:
        return texts
    return recode(texts, [naming.names.get(value, value) + naming.adding for value in texts.values])


def _filled(texts: Texts, text: str) -> Texts:
    """The column with `text` where it was absent."""
    # Code -1 becomes the last place, which is the filling's.
    codes = texts.codes % (len(texts.values) + 1)
    return recode(Texts(codes.astype(np.int32), (*texts.values, text)), [*texts.values, text])


def _entries(times: Sequence[Moments], *, kept: NDArray[np.bool_]) -> _Entries:
    """Every told time of every kept row: row by row, and in the map's order within a row."""
    told = [(moments.fault == Fault.NONE) & kept for moments in times]
    if len(times) == 1:
        if told[0].all():
            return _Entries(len(kept), slice(None), 0)
        rows = np.flatnonzero(told[0])
        return _Entries(len(rows), rows, 0)
    places = np.flatnonzero(np.stack(told, axis=1))
    return _Entries(len(places), places // len(times), places % len(times))


def _bounded_note(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        f"{count:,} of the missing ends lie before the next start of the same subject and are kept as uncertain.",
    )


def _stays(log_map: LogMap, entries: _Entries) -> Seconds | None:
    """One number for a start and the end that the map pairs with it in the same row."""
    paired = np.full(len(log_map.times), -1, np.int64)
    for start, end in pairs_of(log_map):
        paired[[start, end]] = end
    if isinstance(entries.rows, slice) or isinstance(entries.times, int) or (paired < 0).all():
        return None
    pair = paired[entries.times]
    return np.where(pair < 0, -1, entries.rows * len(log_map.times) + pair)


def _chosen(columns: Sequence[Texts], entries: _Entries) -> Texts:
    """For each entry the text of its own time's column."""
    if len(columns) == 1:
        return columns[0].take(entries.rows)
    merged: dict[str, int] = {}
    codes = np.empty(entries.count, np.int32)
    rows = np.arange(len(columns[0]))[entries.rows]
    for time, column in enumerate(columns):
        lookup = [merged.setdefault(value, len(merged)) for value in column.values]
        mine = entries.times == time
        codes[mine] = np.asarray([*lookup, -1], np.int32)[column.codes[rows[mine]]]
    return Texts(codes, tuple(merged))


def _chosen_seconds(columns: Sequence[Seconds], entries: _Entries) -> Seconds:
    if len(columns) == 1:
        return columns[0][entries.rows]
    return np.stack(columns)[entries.times, entries.rows]


def _recorded(table: Table, log_map: LogMap, entries: _Entries) -> Seconds | None:
    if log_map.recorded is None:
        return None
    moments = moments_in(table, log_map.recorded, log_map)
    known = np.where(moments.fault == Fault.NONE, moments.earliest, UNKNOWN_SECOND)
    return known[entries.rows]


def _sources(table: Table, log_map: LogMap) -> Texts:
    if log_map.source is None:
        return Texts.absent(length=len(table.rows))
    return _naming(table, log_map.source, absent=log_map.missing)


def _facts(table: Table, log_map: LogMap) -> tuple[dict[str, Texts], dict[str, int]]:
    """The facts of each row, and how many cells of each held a spreadsheet's error."""
    facts: dict[str, Texts] = {}
    errors: dict[str, int] = {}
    for name, column in log_map.facts.items():
        texts = texts_of(table.columns[column])
        wrong = codes_of(ERROR_CELLS, texts)
        if wrong:
            errors[name] = int(np.isin(texts.codes, wrong).sum())
        facts[name] = tidy(texts, absent=log_map.missing | (ERROR_CELLS if wrong else frozenset()))
    return facts, errors


def _observed(log_map: LogMap, kinds: Texts) -> frozenset[str]:
    """The kinds the log can record: as the map says, else those it names or that were seen."""
    if log_map.observes is not None:
        return log_map.observes
    namings = [log_map.kind_of(time) for time in log_map.times]
    named = {naming.always for naming in namings if naming.always}
    renamed = {name for naming in namings for name in naming.names.values()}
    seen = {kinds.values[code] for code in np.unique(kinds.codes) if code >= 0}
    return frozenset(named | renamed | seen)


def _missing_times(log_map: LogMap, times: Sequence[Moments], kept: NDArray[np.bool_]) -> dict[str, int]:
    """How many kept rows leave each time empty."""
    counts = {
        time.name: int(((moments.fault == Fault.ABSENT) & kept).sum())
        for time, moments in zip(log_map.times, times, strict=True)
    }
    return {name: count for name, count in counts.items() if count}
