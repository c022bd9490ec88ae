"""Tables are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from qorgau.eventlog.log import Texts
from qorgau.eventlog.table_file import write_table

COLUMNS = {
    "subject": Texts.of(["A", None, 'say "B"']),
    "late": np.array([True, False, False]),
    "hours": [1.5, None, 3.0],
}


def test_a_table_is_written_as_csv(tmp_path: Path) -> None:
    write_table(COLUMNS, tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert lines == ['"subject","late","hours"', '"A",true,1.5', ",false,", '"say ""B""",false,3']


def test_a_table_is_written_as_parquet(tmp_path: Path) -> None:
    write_table(COLUMNS, tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet").to_pydict()
    assert table["subject"] == ["A", None, 'say "B"']
    assert table["hours"] == [1.5, None, 3.0]


def test_a_failure_leaves_the_former_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    write_table({"a": [1]}, path)
    before = path.read_bytes()
    with pytest.raises(ValueError, match="differ in length"):
        write_table({"a": [1], "b": [1, 2]}, path)
    with pytest.raises(Exception, match="Could not convert"):
        write_table({"a": [1, object()]}, path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["out.parquet"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="written as"):
        write_table(COLUMNS, tmp_path / "out.txt")
