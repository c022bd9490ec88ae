"""Maps: read strictly, written back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.eventlog.logmap import LogMap, MapError, Naming, TimeColumn
from qorgau.eventlog.map_writing import dump_map, quoted
from qorgau.eventlog.map_yaml import load_map, parse_map
from qorgau.eventlog.moments import Clock, DateOrder, Midnight

FULL = """
log: register of placements
subject: {role: placement, columns: [place, number], joined_by: "/", if_empty: NA}
zone: Asia/Almaty
clock: 12h_without_ampm
dates: day_first
midnight: whole_day
missing: [NULL, "-"]
formats: ["%d.%m.%Y %H:%M", excel_serial]
kind:
  column: what
  names: {IN: SolitaryStarted, "1:30": SolitaryReviewed}
times:
  - at
  - {column: out, ends: at, kind: SolitaryEnded, clock: 24h, zone: Asia/Oral, missing: [no]}
  - {date: day, time: hour, kind: {columns: [what, step], joined_by: "+", adding: " began"}}
  - {between: [2015-01-01, 2019-12-31], kind: WelfareChecked}
recorded: {column: typed, midnight: exact}
source: {column: word, names: {police: police_entry}}
objects: {officer: badge, placement: {each: row}, place: {columns: [a, b], joined_by: "-"}}
facts: {age: Age, reason: why}
observes: [SolitaryStarted, SolitaryEnded]
sheet: "2019"
header: 3
delimiter: tab
encoding: windows-1251
"""
SHORT = "subject: {role: custody, column: id}\nzone: UTC\ntimes: [{column: at, kind: Admitted}]\n"


def test_every_key_of_a_map_is_read() -> None:
    log_map = parse_map(FULL, name="map.yaml")
    assert log_map.subject == Naming(columns=("place", "number"), joined_by="/", if_empty="NA")
    assert (log_map.clock, log_map.dates) == (Clock.HALF_LOST, DateOrder.DAY_FIRST)
    assert log_map.midnight is Midnight.WHOLE_DAY
    assert log_map.missing == {"NULL", "-"}
    assert log_map.kind == Naming(
        columns=("what",), names={"IN": "SolitaryStarted", "1:30": "SolitaryReviewed"}
    )
    assert [time.name for time in log_map.times] == ["at", "out", "day", "between"]
    assert log_map.reading_of(log_map.times[1]).zone == "Asia/Oral"
    assert log_map.reading_of(log_map.times[1]).clock is Clock.FULL
    assert log_map.recorded == TimeColumn(column="typed", midnight=Midnight.EXACT)
    assert (log_map.header, log_map.delimiter, log_map.sheet) == (3, "\t", "2019")
    assert log_map.objects == {
        "officer": Naming(columns=("badge",)),
        "placement": Naming(each_row=True),
        "place": Naming(columns=("a", "b"), joined_by="-"),
    }
    assert log_map.facts == {"age": "Age", "reason": "why"}


def test_a_map_written_back_reads_the_same() -> None:
    log_map = replace(parse_map(FULL, name="map.yaml"), notes=("A guess: \n# and: a doubt",))
    assert parse_map(dump_map(log_map), name="map.yaml") == replace(log_map, notes=())


def test_yaml_words_stay_the_words_they_are() -> None:
    log_map = parse_map(SHORT + "missing: [NO, null, 22:30, 1e3]\n", name="map.yaml")
    assert log_map.missing == {"NO", "null", "22:30", "1e3"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHORT + "zone: UTC\n", "map.yaml, line 4.*`zone` stands twice"),
        (SHORT + "formatts: []\n", "map.yaml, line 4.*Did you mean `formats`"),
        (SHORT.replace("column: at", "colum: at"), "Did you mean `column`"),
        (SHORT.replace("UTC", "Asia/Almata"), "Did you mean `Asia/Almaty`"),
        (SHORT.replace("zone: UTC\n", ""), "`zone:` is missing"),
        (SHORT.replace("role: custody, ", ""), "`role:` is missing"),
        (SHORT.replace(", kind: Admitted", ""), "what happened"),
        (SHORT.replace("column: at", "column: at, ends: from"), "not a time of this map"),
        (SHORT.replace("column: at", "time: at"), "column:.*date:.*between:"),
        (SHORT.replace("column: at", "column: at, date: at"), "say one of"),
        (SHORT.replace("column: at", "between: [2019-01-01]"), "two dates"),
        (SHORT + "clock: 12h\n", "12h_without_ampm"),
        (SHORT + 'formats: ["%Q"]\n', "not a sign of a time format"),
        (SHORT + "header: first\n", "from 1"),
        (SHORT + "delimiter: words\n", "one sign"),
        ("", "empty"),
        ("times: [", "not YAML"),
        ("- a\n- b\n", "expected"),
    ],
)
def test_a_map_with_a_mistake_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(MapError, match=f"(?s)map.yaml.*{said}|{said}") as caught:
        parse_map(text, name="map.yaml")
    assert "map.yaml" in str(caught.value)


def test_a_map_that_is_not_there_or_not_utf_8_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="no such file"):
        load_map(tmp_path / "map.yaml")
    (tmp_path / "map.yaml").write_bytes("log: журнал".encode("windows-1251"))
    with pytest.raises(MapError, match="UTF-8"):
        load_map(tmp_path / "map.yaml")


def test_a_map_takes_its_name_from_its_file_where_it_has_none(tmp_path: Path) -> None:
    (tmp_path / "stays.yaml").write_text(SHORT)
    assert load_map(tmp_path / "stays.yaml").log == "stays"


printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1)


@settings(deadline=None)  # the first call loads and compiles
@given(printable.filter(lambda text: text == text.strip() != ""))
def test_any_name_survives_being_written_and_read(text: str) -> None:
    base = parse_map(SHORT, name="map.yaml")
    written: LogMap = replace(base, facts={text: text}, kind=Naming(columns=(text,)))
    read = parse_map(dump_map(written), name="map.yaml")
    assert (read.facts, read.kind) == (written.facts, written.kind)
    assert quoted(text)
