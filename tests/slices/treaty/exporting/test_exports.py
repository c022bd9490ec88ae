"""Recommendations as files: what leaves is within reach, nothing is calculated, the columns are those of the Index."""

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from tests.slices.access.people import person, signed_in
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, SUBMISSION, accepted, at, catalogued, leaf

from qorgau.access.models import LookedAt
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewAction, NewAlternative
from qorgau.treaty.exporting.plain import COLUMNS
from qorgau.treaty.exporting.uhri import COLUMNS as UHRI_COLUMNS
from qorgau.treaty.exporting.writing import ExportForm, public_export, write_export
from qorgau.treaty.facts.words import ActionState

FORMULA = '=HYPERLINK("http://example.invalid","open")'
NOW = at("2024-01-15")
EVERYTHING = queries.Asked()


def written(form: ExportForm, *, by=PEOPLE.secretary, asked: queries.Asked = EVERYTHING):
    return write_export(by, asked, form=form, now=NOW)


def sheet(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_recommendation_stands_once_in_each_of_our_own_forms(store: Store) -> None:
    catalogued()
    ids = [
        each.id
        for each in queries.board(PEOPLE.secretary, queries.Asked(size=500, order="id"), as_of=NOW).lines
    ]
    assert [each["id"] for each in rows_of(written(ExportForm.CSV).data)] == ids
    found = sheet(written(ExportForm.XLSX).data)
    assert [cell.value for cell in found[1]] == list(COLUMNS)
    assert [row[0].value for row in found.iter_rows(min_row=2)] == ids
    whole = json.loads(written(ExportForm.JSON).data)
    assert [each["line"]["id"] for each in whole["recommendations"]] == ids
    assert whole["count"] == len(ids) == 47


def test_filters_of_the_board_narrow_the_file(store: Store) -> None:
    catalogued()
    narrowed = rows_of(written(ExportForm.CSV, asked=queries.Asked(follow_up=True)).data)
    assert 0 < len(narrowed) < 47
    assert {each["follow_up"] for each in narrowed} == {"yes"}


def test_nothing_that_somebody_typed_is_calculated(store: Store) -> None:
    catalogued()
    new = NewAction(recommendations=[leaf("10")], what=FORMULA, lead="mia", due=date(2025, 1, 1))
    actions.plan_action(PEOPLE.secretary, new, now=NOW)
    actions.make_responsible(
        PEOPLE.secretary, [leaf("10")], lead="mia", since=date(2024, 1, 10), reason=FORMULA, now=NOW
    )
    found = sheet(written(ExportForm.NRTD).data)
    typed = [cell for row in found.iter_rows() for cell in row if cell.value == FORMULA]
    assert len(typed) == 1
    assert typed[0].data_type == "s"
    assert typed[0].hyperlink is None
    for form in (ExportForm.XLSX, ExportForm.NRTD, ExportForm.UHRI):
        cells = [cell for row in sheet(written(form).data).iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "'=1"])
def test_a_cell_of_csv_that_a_spreadsheet_would_calculate_is_guarded(begins: str) -> None:
    from qorgau.treaty.exporting.tables import Table, csv_bytes

    told = rows_of(csv_bytes(Table(name="t", columns=("a", "b"), rows=[(begins, 5)])))
    assert told == [{"a": f"'{begins}", "b": "5"}]


def test_what_no_workbook_can_hold_is_shown_as_such_and_a_long_text_says_that_it_is_cut() -> None:
    from qorgau.treaty.exporting.tables import LONGEST_TEXT, Table, sheet_bytes

    rows = [("a\x00b\ud800c", "x" * (LONGEST_TEXT + 5), date(1850, 1, 1), date(2024, 5, 12))]
    found = sheet(sheet_bytes(Table(name="t", columns=("a", "b", "c", "d"), rows=rows)))
    odd, long, early, day = [cell.value for cell in found[2]]
    assert odd == "a\ufffdb\ufffdc"
    assert len(long) == LONGEST_TEXT
    assert long.endswith("[…]")
    assert early == "1850-01-01"
    assert day.date() == date(2024, 5, 12)


def test_what_an_organisation_holds_back_leaves_with_its_own_account_alone(store: Store) -> None:
    held = actions.take_document(
        PEOPLE.ngo, SUBMISSION.data, name="submission.docx", held_back=True, now=NOW
    ).made
    actions.accept_document(PEOPLE.ngo, held, now=NOW)
    catalogued()
    new = NewAlternative(recommendations=[leaf("10")], title="Held back by its body", text="A secret draft.")
    actions.take_alternative(PEOPLE.ngo, new, now=NOW)
    own = json.loads(written(ExportForm.JSON, by=PEOPLE.ngo).data)
    assert own["count"] > 47
    assert {written(form).rows for form in ExportForm} == {47}
    for other in (PEOPLE.minister, PEOPLE.other_ngo, PEOPLE.npm):
        assert written(ExportForm.UHRI_JSON, by=other).rows == 47
    for other in (PEOPLE.secretary, PEOPLE.other_ngo, None):
        data = (
            written(ExportForm.JSON, by=other).data
            if other
            else public_export(EVERYTHING, form=ExportForm.JSON, language=Language.EN, now=NOW).data
        )
        assert b"secret draft" not in data
        assert b"Held back by its body" not in data
        assert held.encode() not in data
    assert b"secret draft" in written(ExportForm.JSON, by=PEOPLE.ngo).data


def test_the_index_has_one_row_for_a_whole_paragraph_with_its_heading_and_its_own_spelling(
    store: Store,
) -> None:
    document = accepted("2024-01-10")
    read = queries.document(PEOPLE.secretary, document, as_of=NOW).document
    found = sheet(written(ExportForm.UHRI).data)
    names = [cell.value for cell in found[1]]
    assert names == list(UHRI_COLUMNS)
    assert "Reccomending Body" in names
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in found.iter_rows(min_row=2)]
    assert len(rows) == len({each.paragraph for each in read.recommendations})
    divided = next(each for each in read.paragraphs if len(each.leaves) > 1 and each.kind == "recommendation")
    row = next(each for each in rows if f" {divided.number}. " in each["Text"])
    assert row["Text"].startswith(f"{divided.heading} {divided.number}. ")
    assert "<p>" not in row["Text"]
    assert all(part.text.split()[0] in row["Text"] for part in divided.leaves)
    assert row["Reccomending Body"] == f"- {read.committee}"
    assert row["Type"] == "- Recommendations"
    assert row["Document Publication Date"].date() == (read.distributed or read.adopted)
    told = json.loads(written(ExportForm.UHRI_JSON).data)
    assert [each["AnnotationId"] for each in told] == [each["OHCHR Annotation Id"] for each in rows]
    assert len({each["AnnotationId"] for each in told}) == len(told)


def test_the_state_is_named_as_the_index_names_it(store: Store) -> None:
    catalogued()
    told = json.loads(written(ExportForm.UHRI_JSON).data)
    assert {tuple(each["Countries"]) for each in told} == {("- Kazakhstan",)}
    assert {each["Symbol"] for each in told} == {CATALOGUE}


def test_the_tracking_database_has_a_row_for_each_action_and_never_says_that_it_is_done(store: Store) -> None:
    catalogued()
    for what in ("A bill.", "A training."):
        new = NewAction(
            recommendations=[leaf("10")],
            what=what,
            lead="mia",
            due=date(2025, 1, 1),
            budget=5,
            currency="KZT",
        )
        made = actions.plan_action(PEOPLE.secretary, new, now=NOW).made
        actions.state_action(PEOPLE.secretary, made, ActionState.DONE, on=date(2024, 1, 15), now=NOW)
    found = sheet(written(ExportForm.NRTD).data)
    names = [cell.value for cell in found[1]]
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in found.iter_rows(min_row=2)]
    assert len(rows) == 48
    planned = [each for each in rows if each["Activity"]]
    assert {each["Activity"] for each in planned} == {"A bill.", "A training."}
    assert {each["Status"] for each in planned} == {"Completed (as stated by the State)"}


def test_taking_a_file_along_is_noted_and_needs_the_act(store: Store) -> None:
    catalogued()
    before = LookedAt.objects.count()
    written(ExportForm.CSV)
    assert LookedAt.objects.count() == before + 1
    with pytest.raises(NotPermitted):
        written(ExportForm.CSV, by=PEOPLE.officer)


def test_a_file_that_would_be_too_large_is_refused_with_what_to_choose(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qorgau.treaty.exporting import writing
    from qorgau.treaty.refusal import TreatyRefusal

    catalogued()
    monkeypatch.setattr(writing, "MOST", 46)
    with pytest.raises(TreatyRefusal, match="47"):
        written(ExportForm.CSV)


@pytest.mark.parametrize("form", list(ExportForm))
def test_the_desk_gives_each_form_to_be_saved_under_its_own_name(
    sqlite_store: Store, form: ExportForm
) -> None:
    catalogued()
    client = signed_in(Role.COUNCIL_SECRETARY, body="interagency_council")
    answer = client.get(f"/treaty/export.{form.value}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="recommendations')
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_desk_knows_no_other_form_and_no_stranger_takes_a_file(sqlite_store: Store) -> None:
    client = signed_in(Role.COUNCIL_SECRETARY, body="interagency_council")
    assert client.get("/treaty/export.exe").status_code == 404
    officer = person(Role.CUSTODY_OFFICER, body="police")
    assert officer.role is Role.CUSTODY_OFFICER
    refused = signed_in(Role.CUSTODY_OFFICER, body="police").get("/treaty/export.csv")
    assert refused.status_code == 403
