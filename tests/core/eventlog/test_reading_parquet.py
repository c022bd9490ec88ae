"""Parquet: stored times, dictionaries over several row groups, and the same log as CSV."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.eventlog.distinct import encoded
from qorgau.eventlog.log import Log, Reason, Texts, UnreadableLogError
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

MAP = """
subject: {role: case, column: case}
zone: Asia/Almaty
times: [at]
kind: {column: what}
"""


def read(path: Path, *, by: str = MAP) -> Log:
    return read_log(path, parse_map(by, name="map.yaml"))


def written(tmp_path: Path, columns: dict[str, Any], **options: Any) -> Path:
    path = tmp_path / "log.parquet"
    pq.write_table(pa.table(columns), path, **options)
    return path


def second(year: int, month: int, day: int, hour: int) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


def test_stored_instants_stored_local_times_and_dates(tmp_path: Path) -> None:
    at = datetime(2019, 5, 3, 14)
    local = written(tmp_path, {"case": [1], "what": ["a"], "at": pa.array([at], pa.timestamp("us"))})
    assert read(local).earliest.tolist() == [second(2019, 5, 3, 8)]
    zoned = pa.array([at], pa.timestamp("ns", tz="UTC"))
    instant = written(tmp_path, {"case": [1], "what": ["a"], "at": zoned})
    assert read(instant).earliest.tolist() == [second(2019, 5, 3, 14)]
    day = written(tmp_path, {"case": [1], "what": ["a"], "at": [date(2019, 5, 3)]})
    log = read(day)
    assert (log.earliest[0], log.latest[0] + 1) == (second(2019, 5, 2, 18), second(2019, 5, 3, 18))


def test_a_parquet_and_a_csv_of_one_table_give_one_log(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    rows = 5_000
    moments = rng.integers(second(2015, 1, 1, 0), second(2025, 1, 1, 0), rows)
    columns = {
        "case": rng.integers(0, 400, rows).astype(str).tolist(),
        "what": rng.choice(["a", "b", "c"], rows).tolist(),
        "at": pa.array(moments).cast(pa.timestamp("s")).cast(pa.string()),
    }
    path = written(tmp_path, columns, row_group_size=900)
    pa_csv.write_csv(pa.table(columns), tmp_path / "log.csv")
    one, other = read(path), read(tmp_path / "log.csv")
    assert one.earliest.tolist() == other.earliest.tolist()
    for name in ("subjects", "kinds"):
        texts, others = getattr(one, name), getattr(other, name)
        assert [texts[row] for row in range(rows)] == [others[row] for row in range(rows)]


def test_empty_cells_are_refused_by_row(tmp_path: Path) -> None:
    log = read(
        written(
            tmp_path,
            {
                "case": ["A", None, "C", "D"],
                "what": ["a", "a", None, "a"],
                "at": pa.array([0, 0, 0, None], pa.timestamp("s")),
            },
        )
    )
    assert [(refusal.row, refusal.reason) for refusal in log.refusals] == [
        (2, Reason.NO_SUBJECT),
        (3, Reason.NO_KIND),
        (4, Reason.NO_TIME),
    ]


def test_a_file_cut_short_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, {"case": [1], "what": ["a"], "at": [date(2019, 5, 3)]})
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(UnreadableLogError, match="Parquet"):
        read(path)


def test_a_column_of_lists_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLogError, match="column `what`"):
        read(written(tmp_path, {"case": [1], "what": [["a"]], "at": [date(2019, 5, 3)]}))


numerals = st.integers(-50, 50).map(str)
texts = st.lists(st.none() | numerals | st.sampled_from(["007", "+7", "-0", "x", ""]), min_size=1)


@settings(deadline=None)  # the first call loads and compiles
@given(texts)
def test_encoding_a_column_keeps_every_text(column: list[str | None]) -> None:
    found = encoded(pa.array(column, pa.string()))
    assert [found[row] for row in range(len(column))] == column


@settings(deadline=None)  # the first call loads and compiles
@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 9), min_size=1))
def test_encoding_numbers_keeps_every_number(column: list[int]) -> None:
    found = encoded(pa.chunked_array([column[:1], column[1:]], pa.int64()))
    assert [found[row] for row in range(len(column))] == [str(number) for number in column]
    assert isinstance(found, Texts)
