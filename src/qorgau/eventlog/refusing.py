"""Which rows are refused, why, and how each could be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from qorgau.clock.zone import FIRST_YEAR, LAST_YEAR
from qorgau.eventlog.log import Reason, Refusal, Texts
from qorgau.eventlog.logmap import LogMap, TimeColumn
from qorgau.eventlog.moments import Moments
from qorgau.eventlog.table import ERROR_CELLS, Column, Stamps, Table, codes_of
from qorgau.eventlog.written_times import Fault
from qorgau.eventlog.zones import zone_table

_REASONS = {
    Fault.UNREADABLE: Reason.UNREADABLE_TIME,
    Fault.IMPOSSIBLE: Reason.IMPOSSIBLE_TIME,
    Fault.DAY_OR_MONTH: Reason.DAY_OR_MONTH,
    Fault.ERROR_CELL: Reason.ERROR_CELL,
}
_MENDS = {
    Fault.UNREADABLE: "Write the time as 2019-05-03 14:00, or say `formats:` or `missing:` for "
    "this column in the map.",
    Fault.IMPOSSIBLE: "Check the time in the source; the map's `zone:` decides which local times exist.",
    Fault.DAY_OR_MONTH: "Say `dates: day_first` or `dates: month_first` in the map.",
    Fault.ERROR_CELL: "Mend the formula in the source, or type the value.",
}


class Refusing:
    """Collects refusals row by row; a row is refused once, for its first reason."""

    def __init__(self, table: Table, log_map: LogMap) -> None:
        """Begin with every row kept."""
        self._table, self._map = table, log_map
        self.kept: NDArray[np.bool_] = np.ones(len(table.rows), np.bool_)
        self._refusals: list[Refusal] = []
        self.notes: list[str] = []

    def refusals(self) -> list[Refusal]:
        """What was refused so far."""
        return self._refusals

    def subjects(self, subjects: Texts) -> None:
        """Refuse rows without a subject and rows whose subject is a spreadsheet's error."""
        name = " and ".join(self._map.subject.columns)
        self._refuse(
            subjects.codes < 0,
            Reason.NO_SUBJECT,
            lambda _row: f"`{name}` is empty",
            f"Fill in `{name}`, or leave the row out.",
        )
        wrong = codes_of(ERROR_CELLS, subjects)
        if wrong:
            self._refuse(
                np.isin(subjects.codes, wrong),
                Reason.ERROR_CELL,
                lambda row: f"`{name}` holds {subjects[row]}",
                _MENDS[Fault.ERROR_CELL],
            )

    def times(self, times: Sequence[Moments]) -> None:
        """Refuse rows with a time that is wrong, with no time at all, or ending before they begin."""
        for time, moments in zip(self._map.times, times, strict=True):
            for fault, reason in _REASONS.items():
                self._refuse(moments.fault == fault, reason, self._faulty(time, fault), _MENDS[fault])
        nothing = np.logical_and.reduce([moments.fault == Fault.ABSENT for moments in times])
        names = ", ".join(f"`{time.name}`" for time in self._map.times)
        self._refuse(
            nothing,
            Reason.NO_TIME,
            lambda _row: f"{names} left empty",
            "Fill in when it happened; a log of times can hold nothing else.",
        )
        self._ends(times)

    def _ends(self, times: Sequence[Moments]) -> None:
        places = {time.name: index for index, time in enumerate(self._map.times)}
        for time, end in zip(self._map.times, times, strict=True):
            if time.ends is None:
                continue
            begun, start = self._map.times[places[time.ends]], times[places[time.ends]]
            both = (start.fault == Fault.NONE) & (end.fault == Fault.NONE)
            self._refuse(
                both & (end.latest < start.earliest),
                Reason.END_BEFORE_START,
                self._too_early(time, begun),
                "Check the two times in the source; they may be swapped, or one may be mistyped.",
            )

    def kinds(self, kinds: Sequence[Texts], times: Sequence[Moments]) -> None:
        """Refuse rows that do not say what happened at a time they give."""
        for time, texts, moments in zip(self._map.times, kinds, times, strict=True):
            columns = ", ".join(f"`{name}`" for name in self._map.kind_of(time).columns)
            self._refuse(
                (texts.codes < 0) & (moments.fault == Fault.NONE),
                Reason.NO_KIND,
                lambda _row, columns=columns: f"{columns} is empty",  # type: ignore[misc]
                "Fill in what happened, or leave the row out.",
            )

    def _refuse(
        self, wrong: NDArray[np.bool_], reason: Reason, message: Callable[[int], str], mend: str
    ) -> None:
        rows = np.flatnonzero(wrong & self.kept)
        self.kept[rows] = False
        self._refusals.extend(
            Refusal(int(self._table.rows[row]), reason, message(int(row)), mend) for row in rows
        )

    def _faulty(self, time: TimeColumn, fault: Fault) -> Callable[[int], str]:
        def message(row: int) -> str:
            written = " and ".join(self._cells(time, row))
            if fault is Fault.IMPOSSIBLE:
                zone = self._map.reading_of(time).zone
                return f"{written} is no day and hour that ever was in {zone} (years {FIRST_YEAR} to {LAST_YEAR})"
            if fault is Fault.DAY_OR_MONTH:
                return f"{written} can be day first or month first"
            return f"{written} is not a time"

        return message

    def _too_early(self, end: TimeColumn, start: TimeColumn) -> Callable[[int], str]:
        return lambda row: (
            f"{' and '.join(self._cells(end, row))} is before {' and '.join(self._cells(start, row))}"
        )

    def _cells(self, time: TimeColumn, row: int) -> Iterator[str]:
        for name in time.columns():
            yield f"`{name}` {self._cell(self._table.columns[name], row)}"

    def _cell(self, column: Column, row: int) -> str:
        if isinstance(column, Stamps):
            local = np.asarray([column.seconds[row]])
            if column.in_utc:
                local = zone_table(self._map.zone).local(local)
            return str(
                datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None) + timedelta(seconds=int(local[0]))
            )
        if isinstance(column, Texts):
            return column[row] or "(empty)"
        return column[row].as_py() or "(empty)"
