"""An end that nobody wrote lies between its start and the subject's next start; a last one stays open."""

from pathlib import Path

from qorgau.clock import show_instant, zone_named
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

MAP = """
zone: UTC
subject: {role: custody, column: id}
times:
  - {column: in, kind: SolitaryStarted}
  - {column: out, kind: SolitaryEnded, ends: in}
"""


def read(tmp_path: Path, *rows: str):
    log = tmp_path / "log.csv"
    log.write_text("id,in,out\n" + "\n".join(rows) + "\n")
    return read_log(log, parse_map(MAP, name="map"))


def test_whoever_is_placed_again_had_left_before_though_nobody_wrote_when(tmp_path: Path) -> None:
    log = read(tmp_path, "a,2020-01-01 10:00,", "a,2020-03-01 10:00,2020-03-05 10:00", "b,2020-02-01 10:00,")
    zone = zone_named("UTC")
    ended = [
        (log.subjects[i], show_instant(int(log.earliest[i]), zone), show_instant(int(log.latest[i]), zone))
        for i in range(len(log))
        if log.kinds[i] == "SolitaryEnded"
    ]
    assert ended == [
        ("a", "2020-01-01 10:00", "2020-03-01 10:00"),
        ("a", "2020-03-05 10:00", "2020-03-05 10:00"),
    ]
    assert log.missing_times == {"out": 2}
    assert any(note.startswith("1 of the missing ends") for note in log.notes)


def test_a_start_and_end_of_one_row_are_one_stay(tmp_path: Path) -> None:
    log = read(tmp_path, "a,2020-01-01,2020-01-01", "a,2020-01-02,2020-01-03")
    assert log.stays is not None
    first, second, third, fourth = log.stays.tolist()
    assert first == second != third == fourth
