"""Registers kept in spreadsheets: titles, blank rows, mixed dates, errors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from qorgau.eventlog.log import Log, Reason, UnreadableLogError
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

PLACEMENTS = """
subject: {role: placement, column: id}
zone: UTC
dates: month_first
times:
  - {column: placed, kind: SolitaryStarted}
  - {column: removed, kind: SolitaryEnded, ends: placed}
"""
HEADER = ["id", "placed", "removed"]


def read(path: Path, *, by: str = PLACEMENTS) -> Log:
    return read_log(path, parse_map(by, name="map.yaml"))


def register(tmp_path: Path, *rows: Sequence[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    book.save(tmp_path / "register.xlsx")
    return tmp_path / "register.xlsx"


def days(seconds: Any) -> list[str]:
    return [datetime.fromtimestamp(int(s), UTC).strftime("%Y-%m-%d %H:%M") for s in seconds]


def test_real_dates_and_dates_typed_in_four_ways_are_read_in_one_column(tmp_path: Path) -> None:
    starts = [datetime(2019, 5, 3, 14, 0), date(2019, 5, 3), "03.05.2019", "2019-05-03 14:00",
              "5/13/19", 43588.5]  # fmt: skip
    path = register(tmp_path, HEADER, *([number, start] for number, start in enumerate(starts)))
    log = read(path)
    assert days(log.earliest) == [
        "2019-05-03 14:00", "2019-05-03 00:00", "2019-05-03 00:00", "2019-05-03 14:00",
        "2019-05-13 00:00", "2019-05-03 12:00",
    ]  # fmt: skip
    assert not log.refusals


def test_blank_rows_are_counted_and_rows_keep_their_number_in_the_sheet(tmp_path: Path) -> None:
    path = register(
        tmp_path, ["Register of placements"], [], HEADER, ["A", "2019-05-03"], [],
        ["B", "2019-05-04", "2019-05-01"], ["C", "2019-05-05"],
    )  # fmt: skip
    log = read(path)
    assert (log.row_unit, log.rows.tolist(), log.blank) == ("row", [4, 7], 1)
    assert [(r.row, r.reason) for r in log.refusals] == [(6, Reason.END_BEFORE_START)]
    assert log.missing_times == {"removed": 2}


def test_merged_titles_between_the_rows_are_passed_over_and_said(tmp_path: Path) -> None:
    path = register(
        tmp_path, ["Placements of 2019"], HEADER, ["A", "2019-05-03"], ["June"], ["B", "2019-06-03"]
    )
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("A4:C4")
    book.save(path)
    log = read(path)
    assert log.rows.tolist() == [3, 5]
    assert any("row" in note and "4" in note for note in log.notes)


def test_a_merged_cell_speaks_for_each_of_its_rows(tmp_path: Path) -> None:
    path = register(tmp_path, HEADER, ["A", "2019-05-03"], [None, "2019-06-03"])
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.active.merge_cells("A2:A3")
    book.save(path)
    assert [read(path).subjects[row] for row in range(2)] == ["A", "A"]


def test_an_error_in_a_needed_cell_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(HEADER)
    sheet.append(["A", "2019-05-03"])
    sheet.append(["B", "2019-05-03"])
    sheet["C3"].value = "#VALUE!"
    sheet["C3"].data_type = "e"
    book.save(tmp_path / "register.xlsx")
    log = read(tmp_path / "register.xlsx")
    assert [(r.row, r.reason) for r in log.refusals] == [(3, Reason.ERROR_CELL)]


def test_the_fullest_sheet_is_read_unless_the_map_says_another(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "About"
    book.active.append(["exported by the register"])
    sheet = book.create_sheet("Placements")
    sheet.append(HEADER)
    sheet.append(["A", "2019-05-03"])
    book.save(tmp_path / "register.xlsx")
    log = read(tmp_path / "register.xlsx")
    assert len(log) == 1
    assert any("About" in note for note in log.notes)
    with pytest.raises(UnreadableLogError, match="About, Placements"):
        read(tmp_path / "register.xlsx", by=PLACEMENTS + "sheet: Placement")


def test_a_date_cell_and_a_clock_cell_are_put_together(tmp_path: Path) -> None:
    by = """
subject: {role: placement, column: id}
zone: UTC
times: [{date: day, time: hour, kind: SolitaryStarted}]
"""
    path = register(
        tmp_path, ["id", "day", "hour"], ["A", date(2019, 5, 3), time(14, 30)], ["B", "3 May 2019", "7:05 PM"]
    )
    assert days(read(path, by=by).earliest) == ["2019-05-03 14:30", "2019-05-03 19:05"]


def test_ids_typed_as_numbers_keep_no_decimal_point(tmp_path: Path) -> None:
    path = register(tmp_path, HEADER, [1001, "2019-05-03"], [1002.0, "2019-05-03"])
    assert read(path).subjects.values == ("1001", "1002")


def test_a_register_without_ids_counts_each_row_as_its_own_subject(tmp_path: Path) -> None:
    by = PLACEMENTS.replace("column: id", "each: row")
    path = register(tmp_path, HEADER, ["", "2019-05-03"], ["", "2019-05-03"])
    assert read(path, by=by).subjects.values == ("2", "3")


def test_a_file_that_is_no_spreadsheet_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(b"id,placed\nA,2019-05-03\n")
    with pytest.raises(UnreadableLogError, match="spreadsheet"):
        read(path)


def test_an_empty_sheet_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError, match="empty"):
        read(register(tmp_path))
