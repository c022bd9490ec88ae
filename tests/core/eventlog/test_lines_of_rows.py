"""Whatever stands between rows, each entry and each refusal names the line its row begins on."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from qorgau.eventlog.log import Reason
from qorgau.eventlog.map_yaml import parse_map
from qorgau.eventlog.reading import read_log

MAP = parse_map(
    "subject: {role: case, column: id}\nzone: UTC\ntimes: [{column: at, kind: Seen}]\nfacts: [said]\n",
    name="map.yaml",
)
ids = st.text("ABC 012", min_size=1).filter(lambda text: text.strip() == text != "")
said = st.text('xy,;"\n ', max_size=8)
rows = st.lists(
    st.one_of(
        st.tuples(ids, st.just("2019-05-03"), said),
        st.tuples(ids, st.just("31.02.2019"), said),
        st.tuples(ids),
        st.just(()),
    ),
    max_size=12,
)


def record(cells: tuple[str, ...]) -> str:
    """One record as a spreadsheet program writes it; none for a blank line."""
    line = io.StringIO()
    if cells:
        csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells)
    return line.getvalue() or "\n"


@settings(deadline=None)  # the first call loads and compiles
@given(rows)
def test_entries_and_refusals_name_the_line_their_row_begins_on(rows: list[tuple[str, ...]]) -> None:
    told: list[tuple[int, str, str | None]] = []
    refused: list[tuple[int, Reason]] = []
    content = "id,at,said\nfirst,2019-05-03,\n"
    for cells in rows:
        line = content.count("\n") + 1
        content += record(cells)
        if len(cells) == 1:
            refused.append((line, Reason.RAGGED_ROW))
        elif cells and cells[1].startswith("31"):
            refused.append((line, Reason.IMPOSSIBLE_TIME))
        elif cells:
            told.append((line, cells[0], cells[2].strip() or None))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        path.write_text(content, encoding="utf-8", newline="")
        log = read_log(path, MAP)
    facts = log.facts["said"]
    found = [(int(log.rows[i]), log.subjects[i], facts[i]) for i in range(len(log))]
    assert found[1:] == told
    assert [(refusal.row, refusal.reason) for refusal in log.refusals] == refused
    assert log.blank == rows.count(())
