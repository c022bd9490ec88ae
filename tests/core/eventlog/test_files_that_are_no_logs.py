"""Whatever a file holds, it is read, or refused by name: nothing else is ever raised."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qorgau.eventlog.log import UnreadableLogError
from qorgau.eventlog.logmap import MapError
from qorgau.eventlog.proposing import propose_map
from qorgau.eventlog.reading import read_log

ENDINGS = (".csv", ".csv.gz", ".xlsx", ".xls", ".parquet", ".xes", ".xes.gz")
WORDS = ["id", "at", "NA", "2019-05-03", "31.02.2019", "#VALUE!", '"', ",", ";", "\n", "\r", "\x00",
         "é", "ж", "<log>", "<trace>", "<event>", "</log>", "1", " "]  # fmt: skip


def look(content: bytes, ending: str) -> None:
    """Propose a map and read by it, or be refused by name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"log{ending}"
        path.write_bytes(content)
        refused = ""
        try:
            log = read_log(path, propose_map(path))
            assert (log.earliest <= log.latest).all()
        except (UnreadableLogError, MapError) as error:
            refused = str(error)
        assert "log" in refused or not refused


@settings(deadline=None)  # the first call loads and compiles
@example(b"\x0b", ".csv")  # only white space, though not an empty file
@given(st.binary(max_size=200), st.sampled_from(ENDINGS))
def test_any_bytes_are_read_or_refused_by_name(content: bytes, ending: str) -> None:
    look(content, ending)


@settings(deadline=None)  # the first call loads and compiles
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_any_scraps_of_a_table_are_read_or_refused_by_name(scraps: list[str], encoding: str) -> None:
    content = "".join(scraps).encode(encoding, "replace")
    look(content, ".csv")
    look(gzip.compress(content), ".csv.gz")
    look(content, ".xes")


@pytest.mark.parametrize("ending", [*ENDINGS, ".tsv", ".pq", ".ods"])
def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path, ending: str) -> None:
    with pytest.raises(UnreadableLogError, match="gone"):
        propose_map(tmp_path / f"gone{ending}")


@pytest.mark.parametrize("name", ["log", "log.docx", "log.gz"])
def test_an_ending_nobody_knows_is_refused_with_those_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableLogError, match=r"\.parquet"):
        propose_map(tmp_path / name)
