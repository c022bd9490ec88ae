"""Complaints come in from a file: all rows or none, allegation, finding and penalty each by itself."""

from collections import Counter

import pytest
from tests.slices.complaints.cases import PEOPLE, instant
from tests.slices.complaints_import.files import FIRST, NOW, OTHER, SECOND, imported
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.complaints import queries
from qorgau.complaints.importing.mapping import FileMap
from qorgau.complaints.importing.running import import_complaints
from qorgau.complaints.models import ComplaintRow, NamedRow, OfficerRow
from qorgau.complaints.web.words import findings_said
from qorgau.custody.importing.faults import RowsRefused
from qorgau.custody.importing.files import FileForm, read_rows
from qorgau.lawbook import Language
from qorgau.recording.models import StoredEntry
from qorgau.wording import say


def faults_of(*cells: dict[str, object], **more: object) -> set[tuple[int, str]]:
    with pytest.raises(RowsRefused) as refused:
        imported(*cells, **more)
    assert StoredEntry.objects.count() == 0
    assert all(each.said(language) for each in refused.value.faults for language in ("en", "ru", "kk"))
    return {(each.row, each.column) for each in refused.value.faults}


def test_rows_of_one_key_are_one_complaint_and_one_reference_is_one_officer(store: Store) -> None:
    done = imported(FIRST, SECOND, OTHER)
    assert [(each.key, each.charges) for each in done.complaints] == [("a", 2), ("b", 1)]
    assert done.officers == OfficerRow.objects.count() == 2
    assert ComplaintRow.objects.count() == 2
    assert NamedRow.objects.count() == 3
    assert max(OfficerRow.objects.values_list("complaints", flat=True)) == 2


def test_allegation_finding_and_penalties_are_entries_of_their_own(sqlite_store: Store) -> None:
    imported(FIRST, SECOND, OTHER)
    kinds = Counter(StoredEntry.objects.values_list("kind", flat=True))
    assert kinds == {
        "ComplaintLodged": 2, "OfficerNamed": 3, "FindingMade": 2, "PenaltyRecommended": 1, "PenaltyImposed": 1,
    }  # fmt: skip


def test_what_is_pending_stays_pending_and_apart_from_what_does_not_arise(sqlite_store: Store) -> None:
    first, other = imported(FIRST, SECOND, OTHER).complaints
    stated = [
        each.facts
        for complaint in (first, other)
        for each in queries.case(PEOPLE.ngo, complaint.complaint, as_of=instant(NOW)).entries
        if each.kind == "OfficerNamed"
    ]
    assert [(each.get("finding_state"), each.get("penalty_state")) for each in stated] == [
        (None, None), ("pending", "pending"), (None, "not_applicable"),
    ]  # fmt: skip


def test_recommended_and_imposed_penalty_stand_side_by_side(sqlite_store: Store) -> None:
    complaint = imported(FIRST).complaints[0].complaint
    (officer,) = queries.case(PEOPLE.ngo, complaint, as_of=instant(NOW)).officers
    assert (officer.name, officer.finding, officer.recommended, officer.imposed) == (
        "Invented Officer", "found", "dismissal", "reprimand",
    )  # fmt: skip


def test_of_several_findings_on_one_officer_lists_show_the_one_that_found_something(
    sqlite_store: Store,
) -> None:
    complaint = imported(FIRST, {"key": "a", "officer": "77", "finding": "not_found"}).complaints[0].complaint
    found = queries.case(PEOPLE.ngo, complaint, as_of=instant(NOW))
    assert [each.finding for each in found.officers] == ["found"]
    assert [each.facts["finding"] for each in found.entries if each.kind == "FindingMade"] == [
        "not_found",
        "found",
    ]


def test_every_finding_on_one_officer_is_listed_with_what_is_pending(store: Store) -> None:
    more = (
        {"officer_allegation": "threats", "finding": "not_found"},
        {"officer_allegation": "other", "finding": "pending"},
    )
    rows = [{"key": "a", "officer": "77", **each} for each in more]
    complaint = imported(FIRST, *rows).complaints[0].complaint
    (officer,) = queries.case(PEOPLE.ngo, complaint, as_of=instant(NOW)).officers
    listed = [(each.allegation, each.finding or each.state) for each in officer.charges]
    assert listed == [("beating", "found"), ("threats", "not_found"), ("other", "pending")]
    history = queries.officer_history(PEOPLE.ngo, officer.id)
    assert history.cases[0].charges == officer.charges
    assert history.found == 1
    assert findings_said(officer.charges, Language.EN).count(";") == 2
    assert findings_said((), Language.EN) == say("complaints.pending", Language.EN)


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    first = imported(FIRST, SECOND, OTHER)
    again = imported(FIRST, SECOND, OTHER, now="2025-06-02 10:00")
    assert first.stored == StoredEntry.objects.count() == 9
    assert again.stored == 0
    assert [each.complaint for each in again.complaints] == [each.complaint for each in first.complaints]


def test_a_dry_run_stores_nothing(sqlite_store: Store) -> None:
    done = imported(FIRST, SECOND, dry_run=True)
    assert (done.charges, done.stored, StoredEntry.objects.count()) == (2, 0, 0)


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("lodged_on", "03.03.25x"), ("way", "pigeon"), ("about", "noise"), ("finding", "guilty"),
        ("penalty", "exile"), ("penalty_recommended", "exile"), ("officer_allegation", "rudeness"),
        ("place", "no spaces here"), ("outside", "maybe"), ("officer_body", "nobody"), ("act_on", "2031-01-01"),
        ("sent_back_to", "police"), ("registered_on", "never"), ("colour", "red"),
    ],
)  # fmt: skip
def test_each_fault_names_its_row_and_column(sqlite_store: Store, column: str, typed: str) -> None:
    found = faults_of(OTHER, {**FIRST, column: typed})
    assert {row for row, _ in found} == {2}
    assert {name for _, name in found} <= {column, "sent_back_on"}


def test_every_fault_of_a_file_is_told_and_nothing_is_stored(sqlite_store: Store) -> None:
    found = faults_of({**FIRST, "about": "noise"}, SECOND, {**OTHER, "to_body": ""})
    assert found == {(1, "about"), (3, "to_body")}


def test_later_rows_may_be_silent_about_the_complaint_but_not_contradict_it(sqlite_store: Store) -> None:
    assert faults_of(FIRST, {**SECOND, "about": "other"}) == {(2, "about")}
    assert imported(FIRST, {**SECOND, "about": "torture"}).charges == 2


def test_a_second_file_brings_the_rows_of_each_complaint(sqlite_store: Store) -> None:
    lodged = {name: FIRST[name] for name in ("key", "lodged_on", "to_body", "outside")}
    charges = [{"key": "a", "officer": "1", "finding": "found"}, {"key": "a", "officer": "2"}]
    done = imported(lodged, {**lodged, "key": "empty"}, also=charges)
    assert [(each.key, each.charges) for each in done.complaints] == [("a", 2), ("empty", 0)]


def test_a_row_of_the_second_file_without_its_complaint_is_a_fault(sqlite_store: Store) -> None:
    assert (1, "+key") in faults_of(FIRST, also=[{"key": "zz", "officer": "1"}])


def test_a_map_gives_names_words_and_what_cannot_be_read(sqlite_store: Store) -> None:
    by = FileMap(
        columns={"no": "key", "day": "lodged_on", "cop": "officer", "result": "finding"},
        values={"finding": {"Sustained": "found"}},
        fixed={"to_body": "police", "outside": "yes"},
        unreadable=frozenset({"#VALUE!"}),
        empty=frozenset({"NA"}),
        left_out=frozenset({"shoe"}),
    )
    table = b"no,day,cop,result,shoe\n1,2025-03-03,9,Sustained,44\n1,NA,NA,#VALUE!,45\n"
    done = import_complaints(PEOPLE.ngo, read_rows(table, FileForm.CSV), key="k", now=instant(NOW), by=by)
    assert (len(done.complaints), done.charges, done.officers, done.unreadable) == (1, 2, 1, 1)
    found = queries.case(PEOPLE.ngo, done.complaints[0].complaint, as_of=instant(NOW)).entries
    facts = {each.kind: each.facts for each in found}
    assert facts["FindingMade"]["finding_as_given"] == "Sustained"
    assert facts["AllegationStated"]["finding_state"] == "unreadable"


def test_sent_back_and_refused_by_a_court_are_told_with_their_days(sqlite_store: Store) -> None:
    done = imported(
        {**FIRST, "sent_back_on": "2025-03-04", "sent_back_to": "police", "refused_by_court_on": "2025-04-01"}
    )
    row = ComplaintRow.objects.get(pk=done.complaints[0].complaint)
    assert row.sent_back_at == instant("2025-03-04 00:00")
    assert row.refusals_by_court == 1
    assert row.registered_at is None


def test_names_of_a_file_do_not_stand_in_clear(sqlite_store: Store) -> None:
    imported(
        {
            **FIRST,
            "narrative": "Canary told",
            "complainant_name": "Canary Name",
            "officer_unit": "Canary unit",
        }
    )
    bodies = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    assert b"Canary" not in bodies
    assert b"Invented Officer" not in bodies


def test_only_who_may_import_does(sqlite_store: Store) -> None:
    table = read_rows(b"key,lodged_on,to_body\n1,2025-03-03,police\n", FileForm.CSV)
    with pytest.raises(NotPermitted):
        import_complaints(PEOPLE.doctor, table, key="k", now=instant(NOW))
