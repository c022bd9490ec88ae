"""Reading CSV by a map: what becomes an entry, and what is refused with its line."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qorgau.eventlog.log import Log, Reason, UnreadableLogError
from qorgau.eventlog.logmap import MapError
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

STAYS = """
subject: {role: custody, column: id}
zone: Asia/Almaty
times:
  - {column: placed, kind: SolitaryStarted}
  - {column: removed, kind: SolitaryEnded, ends: placed}
"""


def read(tmp_path: Path, content: str | bytes, *, by: str = STAYS, name: str = "log.csv") -> Log:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_log(path, parse_map(by, name="map.yaml"))


def utc(seconds: int) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%d %H:%M:%S")


def refused(log: Log) -> list[tuple[int, Reason]]:
    return [(refusal.row, refusal.reason) for refusal in log.refusals]


def test_one_row_with_a_start_and_an_end_becomes_two_entries(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nA,2019-05-03 14:00,2019-05-05 09:30\n")
    assert [log.kinds[0], log.kinds[1]] == ["SolitaryStarted", "SolitaryEnded"]
    assert [utc(t) for t in log.earliest] == ["2019-05-03 08:00:00", "2019-05-05 03:30:00"]
    assert log.rows.tolist() == [2, 2]
    assert log.rows_read == 1


def test_a_missing_end_makes_no_entry_and_is_counted(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nA,2019-05-03,\nB,2019-05-03,2019-05-04\n")
    assert len(log) == 3
    assert log.missing_times == {"removed": 1}
    assert not log.refusals


def test_a_row_without_any_time_is_refused(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nA,,\nB,2019-05-03,\n")
    assert refused(log) == [(2, Reason.NO_TIME)]


def test_an_end_before_its_start_is_refused_and_both_cells_are_shown(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nA,2019-05-03,2019-05-01\n")
    assert refused(log) == [(2, Reason.END_BEFORE_START)]
    assert "2019-05-01" in log.refusals[0].message
    assert "2019-05-03" in log.refusals[0].message


def test_an_end_that_may_still_follow_its_start_is_kept(tmp_path: Path) -> None:
    by = STAYS + "clock: 12h_without_ampm\n"
    log = read(tmp_path, "id,placed,removed\nA,2019-05-03 10:00,2019-05-03 02:00\n", by=by)
    assert len(log) == 2
    assert not log.refusals


def test_a_case_called_na_or_null_is_a_case(tmp_path: Path) -> None:
    names = ["NA", "null", "None", "#N/A", "nan"]
    rows = "".join(f"{name},2019-05-03,\n" for name in names)
    log = read(tmp_path, "id,placed,removed\n" + rows)
    assert list(log.subjects.values) == names
    assert not log.refusals


def test_a_name_the_map_calls_missing_is_no_case(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nNA,2019-05-03,\nB,2019-05-03,NA\n", by=STAYS + "missing: [NA]")
    assert refused(log) == [(2, Reason.NO_SUBJECT)]
    assert log.missing_times == {"removed": 1}


def test_an_id_written_away_as_missing_is_restored_where_the_map_says_so(tmp_path: Path) -> None:
    by = STAYS.replace("column: id", "column: id, if_empty: NA")
    log = read(tmp_path, "id,placed,removed\nMA,2019-05-03,\n,2019-05-03,\nOA,2019-05-03,\n", by=by)
    assert [log.subjects[row] for row in range(3)] == ["MA", "NA", "OA"]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31.02.2019", Reason.IMPOSSIBLE_TIME),
        ("2019-05-03 25:00", Reason.IMPOSSIBLE_TIME),
        ("2019-05-03 12:60", Reason.IMPOSSIBLE_TIME),
        ("0201-05-03", Reason.IMPOSSIBLE_TIME),
        ("soon", Reason.UNREADABLE_TIME),
        ("14:30", Reason.UNREADABLE_TIME),
        ("3/5/2019", Reason.DAY_OR_MONTH),
        ("#VALUE!", Reason.ERROR_CELL),
    ],
)
def test_a_time_that_is_none_is_refused_with_its_line(tmp_path: Path, cell: str, reason: Reason) -> None:
    log = read(tmp_path, f"id,placed,removed\nA,2019-05-03,\nB,{cell},\n")
    assert refused(log) == [(3, reason)]
    assert cell in log.refusals[0].message
    assert log.refusals[0].mend


def test_an_error_cell_in_a_fact_is_absent_and_counted(tmp_path: Path) -> None:
    by = STAYS + "facts: [finding]\n"
    log = read(tmp_path, "id,placed,removed,finding\nA,2019-05-03,,#VALUE!\nB,2019-05-03,,NA\n", by=by)
    assert [log.facts["finding"][0], log.facts["finding"][1]] == [None, "NA"]
    assert log.error_cells == {"finding": 1}


def test_a_ragged_row_is_refused_by_the_line_it_begins_on(tmp_path: Path) -> None:
    content = (
        'id,placed,removed\nA,2019-05-03,\n"B\nb",2019-05-03,\n\nC,2019-05-03\n'
        "D,2019-05-03,,,\nE,2019-05-03,\n"
    )
    log = read(tmp_path, content)
    assert refused(log) == [(6, Reason.RAGGED_ROW), (7, Reason.RAGGED_ROW)]
    assert log.rows.tolist() == [2, 3, 8]
    assert (log.rows_read, log.blank) == (5, 1)


def test_lines_of_nothing_but_delimiters_are_blank_and_not_rows(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed,more\nA,2019-05-03,,x\n,,,\n,,,lost\n")
    assert log.blank == 1
    assert refused(log) == [(4, Reason.NO_SUBJECT)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end_is_found_out(tmp_path: Path, delimiter: str, ending: str) -> None:
    rows = [["id", "placed", "removed"], ["A", "2019-05-03", ""], ["B", "2019-05-03", ""]]
    log = read(tmp_path, ending.join(delimiter.join(row) for row in rows) + ending)
    assert log.subjects.values == ("A", "B")
    assert log.rows.tolist() == [2, 3]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"]
)
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    by = STAYS.replace("column: id", "column: номер").replace("placed", "помещён")
    content = "номер,помещён,removed\nдело о водворении,03.05.2019,\n"
    log = read(tmp_path, content.encode(encoding), by=by)
    assert log.subjects.values == ("дело о водворении",)
    assert bool(log.notes) == (encoding == "windows-1251")


def test_line_ends_mixed_in_one_file_keep_rows_and_lines_together(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\r\nA,2019-05-03,\n\r\nB,2019-05-03,\rC,2019-05-03,\n")
    assert [log.subjects[row] for row in range(3)] == ["A", "B", "C"]
    assert (log.rows.tolist(), log.blank) == ([2, 4, 5], 1)


def test_an_assumed_encoding_is_named(tmp_path: Path) -> None:
    content = "id,placed,removed\nводворение в карцер,2019-05-03,\n"
    log = read(tmp_path, content.encode("windows-1251"))
    assert "windows-1251" in log.notes[0]


def test_a_wrong_encoding_in_the_map_names_the_line(tmp_path: Path) -> None:
    content = "id,placed,removed\nA,2019-05-03,\nдело,2019-05-03,\n".encode("windows-1251")
    with pytest.raises(UnreadableLogError, match="line 3"):
        read(tmp_path, content, by=STAYS + "encoding: utf-8")


def test_a_gzipped_log_reads_the_same(tmp_path: Path) -> None:
    content = b"id,placed,removed\nA,2019-05-03,\n"
    log = read(tmp_path, gzip.compress(content), name="log.csv.gz")
    assert log.subjects.values == ("A",)


def test_a_packed_file_cut_short_is_an_error(tmp_path: Path) -> None:
    content = gzip.compress(b"id,placed,removed\nA,2019-05-03,\n" * 50)
    with pytest.raises(UnreadableLogError, match="cut short"):
        read(tmp_path, content[:-20], name="log.csv.gz")


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"\xef\xbb\xbf", b"id,placed,removed\n"])
def test_an_empty_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableLogError):
        read(tmp_path, content)


def test_doubled_column_names_are_an_error_that_names_them(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError, match=r"`placed` \(columns 2, 3\)"):
        read(tmp_path, "id,placed,placed\nA,2019-05-03,\n")


def test_a_quotation_mark_never_closed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError):
        read(tmp_path, 'id,placed,removed\nA,2019-05-03,\nB,"2019-05-03,\nC,2019-05-03,\n')


def test_a_quotation_mark_inside_a_value_that_is_not_quoted_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError, match=r"line 2.*not closed"):
        read(tmp_path, 'id,placed,removed\nA"a,2019-05-03,\nB"b,2019-05-03,\n')


def test_a_header_without_names_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError, match="no column has a name"):
        read(tmp_path, "\n,,\n")


def test_a_column_the_file_lacks_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="Did you mean `removal`"):
        read(tmp_path, "id,placed,removal\nA,2019-05-03,\n")


def test_a_title_above_the_header_is_passed_over(tmp_path: Path) -> None:
    log = read(tmp_path, "Register of placements,,\n,,\nid,placed,removed\nA,2019-05-03,\n")
    assert log.rows.tolist() == [4]


def test_the_map_may_say_on_which_line_the_header_stands(tmp_path: Path) -> None:
    content = "a,b,c\nid,placed,removed\nA,2019-05-03,\n"
    assert read(tmp_path, content, by=STAYS + "header: 2").rows.tolist() == [3]


def test_kinds_are_renamed_and_unknown_ones_kept(tmp_path: Path) -> None:
    by = """
subject: {role: case, column: id}
zone: UTC
times: [at]
kind: {column: what, names: {IN: Admitted}}
"""
    log = read(tmp_path, "id,at,what\nA,2019-05-03,IN\nA,2019-05-04,OUT\nA,2019-05-05,\n", by=by)
    assert log.kinds.values == ("Admitted", "OUT")
    assert log.observes == {"Admitted", "OUT"}
    assert refused(log) == [(4, Reason.NO_KIND)]


def test_a_kind_named_by_the_map_is_observed_though_none_happened(tmp_path: Path) -> None:
    log = read(tmp_path, "id,placed,removed\nA,2019-05-03,\n")
    assert log.observes == {"SolitaryStarted", "SolitaryEnded"}


def test_a_date_and_its_clock_may_stand_in_two_columns(tmp_path: Path) -> None:
    by = """
subject: {role: custody, column: id}
zone: UTC
times: [{date: day, time: hour, kind: Admitted}]
"""
    log = read(tmp_path, "id,day,hour\nA,03.05.2019,14:30\nB,03.05.2019,\nC,03.05.2019,x\n", by=by)
    assert [utc(t) for t in log.earliest] == ["2019-05-03 14:30:00", "2019-05-03 00:00:00"]
    assert [utc(t) for t in log.latest] == ["2019-05-03 14:30:00", "2019-05-03 23:59:59"]
    assert refused(log) == [(4, Reason.UNREADABLE_TIME)]


def test_objects_sources_and_the_hour_of_typing_are_kept(tmp_path: Path) -> None:
    by = """
subject: {role: custody, column: id}
zone: UTC
times: [{column: at, kind: Apprehended}]
recorded: typed
source: {column: word, names: {полиция: police_entry}}
objects: {person: who}
"""
    content = "id,at,typed,word,who\nA,2019-05-03 14:00,2019-05-03 15:00,полиция,P1\n"
    log = read(tmp_path, content + "B,2019-05-03,,,\n", by=by)
    assert (log.sources[0], log.sources[1]) == ("police_entry", None)
    assert log.objects["person"][0] == "P1"
    assert log.recorded is not None
    assert utc(log.recorded[0]) == "2019-05-03 15:00:00"
