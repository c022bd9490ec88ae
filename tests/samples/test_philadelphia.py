"""A public table of complaints against police comes in whole: totals, each complaint and each officer as in the file."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker
from tests.slices import store as stores
from tests.slices.complaints.cases import PEOPLE, instant

from qorgau.complaints import queries
from qorgau.complaints.importing.mapping import read_map
from qorgau.complaints.importing.running import Imported, import_complaints
from qorgau.complaints.models import ComplaintRow, NamedRow, OfficerRow
from qorgau.custody.importing.files import FileForm, read_rows
from qorgau.recording.models import StoredEntry

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / ".." / "shared" / "samples" / "complaints"
COMPLAINTS, FINDINGS = SAMPLES / "philadelphia_complaints.csv.gz", SAMPLES / "philadelphia_findings.csv.gz"
pytestmark = pytest.mark.skipif(
    not FINDINGS.is_file(), reason="the samples folder beside the repository is missing"
)
NOW = "2025-06-01 10:00"
UNNAMED = "NA"


@pytest.fixture(scope="module")
def imported(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[Imported]:
    """The whole sample, imported once for this module into a record of its own."""
    before = settings.QORGAU_DATA
    with django_db_blocker.unblock():
        template = stores.make_template(tmp_path_factory.mktemp("template"))
        folder = tmp_path_factory.mktemp("philadelphia") / "data"
        stores.connect(stores.copy_template(template, folder, server=None, database=""))
        try:
            yield sample()
        finally:
            for alias in ("default", "keys"):
                stores.disconnect(alias)
            settings.QORGAU_DATA = before


def sample() -> Imported:
    read, also = (
        read_rows(gzip.decompress(each.read_bytes()), FileForm.CSV) for each in (COMPLAINTS, FINDINGS)
    )
    by = read_map(ROOT / "demo" / "philadelphia.map.yaml")
    return import_complaints(PEOPLE.ngo, read, key="philadelphia", now=instant(NOW), by=by, also=also)


def rows_of(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", newline="") as file:
        return list(csv.DictReader(file))


def facts_of(*kinds: str) -> list[dict[str, object]]:
    bodies = StoredEntry.objects.filter(kind__in=kinds).values_list("body", flat=True)
    return [json.loads(bytes(body)) for body in bodies]


def counted(kinds: tuple[str, ...], fact: str) -> Counter[str]:
    said = (each["facts"].get(fact) for each in facts_of(*kinds))  # type: ignore[attr-defined]
    return Counter(str(word) for word in said if word)


CHARGES = ("OfficerNamed", "AllegationStated")


def test_every_complaint_and_every_row_came_in(imported: Imported) -> None:
    assert (imported.rows, len(imported.complaints), imported.charges) == (3_388 + 8_839, 3_388, 8_839)
    assert ComplaintRow.objects.count() == 3_388
    assert len(facts_of(*CHARGES)) == 8_839
    assert sum(each.charges == 0 for each in imported.complaints) == 6


def test_findings_are_those_of_the_file_and_pending_is_none(imported: Imported) -> None:
    assert counted(("FindingMade",), "finding_as_given") == {
        "No Sustained Findings": 6_107, "Sustained Finding": 1_925,
    }  # fmt: skip
    assert counted(CHARGES, "finding_state") == {"pending": 611, "not_investigated": 194, "unreadable": 2}


def test_penalties_are_those_of_the_file_and_sustained_is_not_punished(imported: Imported) -> None:
    assert counted(("PenaltyImposed",), "penalty_as_given") == {"Training/Counseling": 722}
    assert counted(CHARGES, "penalty_as_given") == {
        "Not Applicable": 6_318, "Pending": 1_606, "Guilty Finding": 147, "No Guilty Findings": 44, "#VALUE!": 2,
    }  # fmt: skip
    assert counted(CHARGES, "penalty_state") == {
        "not_applicable": 6_318, "pending": 1_606, "not_stated": 147, "none": 44, "unreadable": 2,
    }  # fmt: skip
    assert not facts_of("PenaltyRecommended")


def test_each_complaint_has_the_rows_that_the_file_has(imported: Imported) -> None:
    in_file = Counter(row["complaint_id"] for row in rows_of(FINDINGS))
    ids = {each.complaint: each.key for each in imported.complaints}
    stored = Counter(ids[each["objects"]["complaint"][0]] for each in facts_of(*CHARGES))  # type: ignore[index]
    assert stored == in_file
    assert max(stored.values()) > 1
    assert len(set(ids.values()) - set(stored)) == 6


def test_each_officer_has_the_complaints_that_the_file_names_them_in(imported: Imported) -> None:
    in_file: dict[str, set[str]] = {}
    for row in rows_of(FINDINGS):
        if row["officer_id"] != UNNAMED:
            in_file.setdefault(row["officer_id"], set()).add(row["complaint_id"])
    assert imported.officers == OfficerRow.objects.count() == len(in_file)
    assert Counter(OfficerRow.objects.values_list("complaints", flat=True)) == Counter(
        map(len, in_file.values())
    )
    assert NamedRow.objects.count() == sum(map(len, in_file.values()))


def test_nobody_is_made_up_where_the_file_names_no_officer(imported: Imported) -> None:
    nameless = facts_of("AllegationStated")
    assert len(nameless) == sum(row["officer_id"] == UNNAMED for row in rows_of(FINDINGS)) == 537
    assert not any("officer" in each["objects"] for each in nameless)  # type: ignore[operator]


def test_the_case_shows_what_is_pending(imported: Imported) -> None:
    pending = next(row for row in rows_of(FINDINGS) if row["investigative_findings"] == "Pending")
    complaint = next(each for each in imported.complaints if each.key == pending["complaint_id"])
    shown = queries.case(PEOPLE.ngo, complaint.complaint, as_of=instant(NOW)).entries
    assert "pending" in {each.facts.get("finding_state") for each in shown}


def test_the_whole_sample_again_changes_nothing(imported: Imported) -> None:
    before = StoredEntry.objects.count()
    again = sample()
    assert (again.stored, StoredEntry.objects.count()) == (0, before)
    assert imported.stored == before
