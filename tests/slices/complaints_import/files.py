"""Small files of complaints for the tests of the import."""

import json
from collections.abc import Mapping, Sequence

from tests.slices.complaints.cases import PEOPLE, instant

from qorgau.complaints.importing.mapping import FileMap
from qorgau.complaints.importing.running import Imported, import_complaints
from qorgau.custody.importing.files import FileForm, ReadRows, read_rows

NOW = "2025-06-01 10:00"

Cells = Mapping[str, object]

FIRST: Cells = {"key": "a", "lodged_on": "2025-03-03", "to_body": "police", "outside": "yes", "about": "torture",
                "officer": "77", "officer_name": "Invented Officer", "officer_allegation": "beating",
                "finding": "found", "penalty_recommended": "dismissal", "penalty": "reprimand"}  # fmt: skip
SECOND: Cells = {
    "key": "a",
    "officer": "78",
    "officer_allegation": "threats",
    "finding": "pending",
    "penalty": "pending",
}
OTHER: Cells = {"key": "b", "lodged_on": "2025-03-04", "to_body": "police", "outside": "yes", "officer": "77",
                "finding": "not_found", "penalty": "not_applicable"}  # fmt: skip


def rows(cells: Sequence[Cells]) -> ReadRows:
    return read_rows("\n".join(map(json.dumps, cells)).encode(), FileForm.LINES)


def imported(*cells: Cells, key: str = "file-1", now: str = NOW, by: FileMap | None = None,
             also: Sequence[Cells] = (), dry_run: bool = False) -> Imported:  # fmt: skip
    second = rows(also) if also else None
    return import_complaints(
        PEOPLE.ngo, rows(cells), key=key, now=instant(now), by=by, also=second, dry_run=dry_run
    )
