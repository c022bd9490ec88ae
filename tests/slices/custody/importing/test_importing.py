"""Many rows at once: all or none, each counted, each fault with its row and column."""

import io
import json
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.slices.custody.api.programs import Program, booking_at, token_for
from tests.slices.custody.desk import Desk, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.custody.actions import book
from qorgau.custody.importing.faults import ImportRefusal, RowsRefused
from qorgau.custody.importing.files import FileForm, ReadRows, read_rows
from qorgau.custody.importing.running import import_rows
from qorgau.custody.models import CustodyRow
from qorgau.recording.models import StoredEntry

NOW = instant("2026-11-21 03:00")
HEAD = ["kind", "key", "of", "place", "family_name", "given_name", "birth", "ground", "apprehended", "happened",
        "understood"]  # fmt: skip


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def rows_of(desk: Desk) -> list[dict[str, str]]:
    person = {
        "kind": "Booking",
        "place": desk.station,
        "ground": "criminal",
        "apprehended": "2026-11-21 01:00",
    }
    return [
        {**person, "key": "a", "family_name": "Абаев", "given_name": "Ерлан", "birth": "1990-05-01"},
        {**person, "key": "b", "family_name": "Ким", "given_name": "Олег", "birth": "31"},
        {"kind": "RightsExplained", "of": "a", "happened": "2026-11-21 02:00", "understood": "yes"},
        {"kind": "QuestioningBegan", "of": "a", "happened": "2026-11-21 02:10"},
        {"kind": "QuestioningEnded", "of": "a", "happened": "2026-11-21 02:40"},
    ]


def as_csv(rows: list[dict[str, str]]) -> bytes:
    lines = [",".join(HEAD), *(",".join(row.get(name, "") for name in HEAD) for row in rows)]
    return "\r\n".join(lines).encode()


def as_xlsx(rows: list[dict[str, str]]) -> bytes:
    out = io.BytesIO()
    book_ = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book_.add_worksheet()
    for at, row in enumerate([dict(zip(HEAD, HEAD, strict=True)), *rows]):
        for column, name in enumerate(HEAD):
            sheet.write_string(at, column, row.get(name, ""))
    book_.close()
    return out.getvalue()


WRITERS = {
    FileForm.JSON: lambda rows: json.dumps(rows).encode(),
    FileForm.LINES: lambda rows: "\n".join(map(json.dumps, rows)).encode(),
    FileForm.CSV: as_csv,
    FileForm.XLSX: as_xlsx,
}


@pytest.mark.parametrize("form", list(FileForm))
def test_every_form_records_the_same(desk: Desk, form: FileForm) -> None:
    read = read_rows(WRITERS[form](rows_of(desk)), form)
    done = import_rows(desk.officer, read, key="k", now=NOW)
    assert (len(done.rows), done.bookings) == (5, 2)
    assert done.stored == StoredEntry.objects.filter(received=NOW).count()
    assert sorted(CustodyRow.objects.values_list("name", "age")) == [("Абаев Ерлан", 36), ("Ким Олег", 31)]
    assert StoredEntry.objects.filter(kind="QuestioningEnded").count() == 1


def test_a_dry_run_stores_nothing(desk: Desk) -> None:
    stored = StoredEntry.objects.count()
    done = import_rows(desk.officer, read_of(rows_of(desk)), key="k", now=NOW, dry_run=True)
    assert (len(done.rows), done.stored, StoredEntry.objects.count()) == (5, 0, stored)


def test_one_wrong_row_keeps_all_out_and_every_fault_is_told(desk: Desk) -> None:
    rows = rows_of(desk)
    rows[1]["apprehended"] = "2031-01-01 00:00"
    rows[2]["understood"] = "perhaps"
    rows[3]["colour"] = "red"
    rows += [{"kind": "Teleported", "of": "a"}, {"kind": "MealGiven", "of": "z"}, {"kind": "MealGiven"}]
    stored = StoredEntry.objects.count()
    with pytest.raises(RowsRefused) as refused:
        import_rows(desk.officer, read_of(rows), key="k", now=NOW)
    assert [(each.row, each.column) for each in refused.value.faults] == [
        (2, "apprehended"), (3, "understood"), (4, "colour"), (5, "questioning"), (6, "kind"), (7, "of"),
        (8, "custody"),
    ]  # fmt: skip
    assert (refused.value.rows, refused.value.rows_refused, StoredEntry.objects.count()) == (8, 7, stored)


def test_the_same_file_again_changes_nothing_and_gives_the_same_answer(desk: Desk) -> None:
    read = read_of(rows_of(desk))
    first = import_rows(desk.officer, read, key="k", now=NOW)
    stored = StoredEntry.objects.count()
    again = import_rows(desk.officer, read, key="k", now=NOW + 900)
    assert (again.stored, StoredEntry.objects.count()) == (0, stored)
    assert [[a.promise for a in row.acknowledgements] for row in again.rows] == [
        [a.promise for a in row.acknowledgements] for row in first.rows
    ]


def test_the_same_file_again_after_more_was_entered_still_gives_the_same_answer(desk: Desk) -> None:
    custody = book(desk.officer, booking(desk), now=instant("2026-11-21 02:00")).custody
    rows = [{"kind": "QuestioningBegan", "custody": custody, "happened": "2026-11-21 02:10"}]
    first = import_rows(desk.officer, read_of(rows), key="one", now=NOW)
    ends = [{"kind": "QuestioningEnded", "custody": custody, "happened": "2026-11-21 02:40"}]
    import_rows(desk.officer, read_of(ends), key="two", now=NOW + 60)
    again = import_rows(desk.officer, read_of(rows), key="one", now=NOW + 120)
    assert again.stored == 0
    assert again.rows[0].acknowledgements[0].commitment == first.rows[0].acknowledgements[0].commitment


def test_rows_for_another_place_are_refused_by_row(desk: Desk) -> None:
    rows = rows_of(desk)
    rows[1]["place"] = desk.ivs
    with pytest.raises(RowsRefused) as refused:
        import_rows(desk.officer, read_of(rows), key="k", now=NOW)
    assert [each.row for each in refused.value.faults] == [2]


def test_a_program_is_told_faults_as_a_problem(desk: Desk) -> None:
    officer = Program(token_for(desk.officer))
    rows = [{"kind": "Booking", **booking_at(desk), "apprehended": "soon"}, {"kind": "MealGiven", "of": "x"}]
    answer = officer.send("/import", json.dumps(rows), "application/json")
    told = answer.json()
    assert (answer.status_code, told["rows"], told["rows_refused"]) == (422, 2, 2)
    assert [(each["row"], each["field"]) for each in told["errors"]] == [(1, "apprehended"), (2, "of")]
    assert officer.send("/import", "x", "image/png").status_code == 415
    assert officer.send("/import", "[", "application/json").status_code == 400


def test_a_program_imports_once_whatever_it_repeats(desk: Desk) -> None:
    officer = Program(token_for(desk.officer))
    content = json.dumps([{"kind": "Booking", "key": "a", **booking_at(desk)}])
    dry = officer.send("/import?dry_run=true", content, "application/json")
    first, again = (officer.send("/import", content, "application/json") for _ in range(2))
    assert (dry.status_code, first.status_code, again.status_code) == (200, 201, 200)
    assert CustodyRow.objects.count() == 1
    assert (
        again.json()["results"][0]["entries"][0]["promise"]
        == (first.json()["results"][0]["entries"][0]["promise"])
    )


CELLS = st.one_of(
    st.text(max_size=20), st.integers(), st.booleans(), st.none(), st.just([]), st.just("2026-11-21")
)
NAMES = st.one_of(st.sampled_from([*HEAD, "custody", "confirmed", "object.questioning"]), st.text(max_size=8))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.one_of(st.dictionaries(NAMES, CELLS, max_size=6), st.integers()), max_size=5),
       content=st.binary(max_size=60), form=st.sampled_from(list(FileForm)))  # fmt: skip
def test_whatever_is_sent_every_row_is_read_or_refused(
    rows: list[object], content: bytes, form: FileForm
) -> None:
    if rows:
        assert read_rows(json.dumps(rows).encode(), FileForm.JSON).total == len(rows)
    with suppress(ImportRefusal):
        assert read_rows(content, form).total > 0


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_rows_with_anything_in_their_cells_end_in_faults_and_never_in_a_crash(
    sqlite_store: Store, data: st.DataObject
) -> None:
    place = str(sqlite_store.folder)
    if place not in _DESKS:
        _DESKS[place] = open_desk()
    desk = _DESKS[place]
    rows = data.draw(st.lists(st.dictionaries(NAMES, CELLS, max_size=8), min_size=1, max_size=4))
    for row in rows:
        row["kind"] = data.draw(
            st.sampled_from(["Booking", "MealGiven", "Admitted", "IdentityRecorded", "x"])
        )
        row.setdefault("place", desk.station)
    read = read_of(rows)
    with suppress(RowsRefused):
        done = import_rows(desk.officer, read, key="fuzz", now=NOW, dry_run=True)
        assert len(done.rows) == len(rows)


_DESKS: dict[str, Desk] = {}


def read_of(rows: list[dict[str, object]] | list[dict[str, str]]) -> ReadRows:
    return read_rows(json.dumps(rows).encode(), FileForm.JSON)
