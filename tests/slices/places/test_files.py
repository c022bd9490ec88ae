"""The inventory leaves as a file and comes back; a wrong file records nothing and says what is wrong."""

import csv
import io
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.slices.access.people import signed_in
from tests.slices.places.people import ADMINISTRATOR, CELL, COLONY, GYM, IVS, NOW, OFFICER
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.commands import places
from qorgau.places.details import details_of, whole_name
from qorgau.places.exporting import COLUMNS, inventory_csv, inventory_xlsx
from qorgau.places.faults import Unfit
from qorgau.places.importing import UnreadableFile, read_inventory, record_inventory, said_faults

HEAD = "name_ru,kind,official,region,body\n"
ROW = "ИВС № 9,ivs,yes,almaty,police\n"


def listed() -> tuple[queries.Place, ...]:
    return queries.places_seen_by(ADMINISTRATOR)


def read(text: str | bytes, language: Language = Language.EN):
    return read_inventory(text if isinstance(text, bytes) else text.encode(), now=NOW, language=language)


def test_what_is_exported_is_imported_as_the_same_inventory(store: Store) -> None:
    dangerous = replace(IVS, name=whole_name(kk="=1+2", ru='а "б", в', en="+x"), settlement="@home\u00a0lane")
    for details in (replace(dangerous, settlement="@home lane"), GYM, COLONY):
        actions.list_place(ADMINISTRATOR, details, now=NOW)
    exported = inventory_csv(listed())
    before = {place.id: details_of(place) for place in listed()}
    assert [row.known != "" for row in read(exported)] == [True, True, True]
    renamed = exported.decode("utf-8-sig").replace(",almaty,", ",astana,").replace(",karaganda,", ",abai,")
    fresh = renamed
    for number, place_id in enumerate(before):
        fresh = fresh.replace(place_id, f"new-{number}")
    record_inventory(ADMINISTRATOR, read(fresh), now=NOW)
    for number, details in enumerate(before.values()):
        again = details_of(queries.place(f"new-{number}"))
        assert replace(again, region=details.region) == details


def test_no_cell_of_the_csv_is_a_formula(sqlite_store: Store) -> None:
    actions.list_place(ADMINISTRATOR, replace(IVS, name=whole_name(kk="=cmd|x", en="-5", ru="@a")), now=NOW)
    rows = list(csv.reader(io.StringIO(inventory_csv(listed()).decode("utf-8-sig"))))
    assert rows[0] == list(COLUMNS)
    assert not any(value.startswith(("=", "+", "-", "@")) for value in rows[1])


@pytest.mark.parametrize("language", list(Language))
def test_the_workbook_reads_in_the_language_of_the_reader(sqlite_store: Store, language: Language) -> None:
    place = actions.list_place(ADMINISTRATOR, replace(IVS, name=whole_name(kk="=1+1")), now=NOW)
    actions.list_cell(ADMINISTRATOR, place, CELL, now=NOW)
    book = CalamineWorkbook.from_filelike(io.BytesIO(inventory_xlsx(listed(), language=language)))
    sheet, cells = (book.get_sheet_by_index(number).to_python() for number in (0, 1))
    assert sheet[1][0] == "=1+1"
    assert 20 in sheet[1]
    assert cells[1][1:3] == ["1", 2]


def test_the_files_on_the_page_hold_what_the_list_shows(sqlite_store: Store) -> None:
    actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    actions.list_place(ADMINISTRATOR, GYM, now=NOW)
    client = signed_in(Role.ANALYST)
    answer = client.get("/places/export.csv?official=no")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="places.csv"'
    assert "Спортзал" in answer.content.decode()
    assert "IVS of the city" not in answer.content.decode()
    assert client.get("/places/export.xlsx").content.startswith(b"PK")


def test_a_file_is_recorded_whole_and_only_once(store: Store) -> None:
    rows = read(HEAD + ROW + "Зал,sports_hall,no,abai,police\n")
    assert len(record_inventory(ADMINISTRATOR, rows, now=NOW)) == 2
    again = read(HEAD + ROW + "Зал,sports_hall,no,abai,police\n")
    assert record_inventory(ADMINISTRATOR, again, now=NOW) == ()
    assert len(listed()) == 2


def test_one_wrong_row_keeps_the_whole_file_out_and_is_named(sqlite_store: Store) -> None:
    rows = read(HEAD + ROW + "Зал,sports_hall,yes,mars,police\n")
    with pytest.raises(Unfit):
        record_inventory(ADMINISTRATOR, rows, now=NOW)
    assert listed() == ()
    said = list(said_faults(rows[1], Language.EN))
    assert [sentence.split(":")[0] for sentence in said] == ["Row 3, official", "Row 3, region"]


def test_a_file_with_one_place_the_person_may_not_list_is_kept_out_whole(sqlite_store: Store) -> None:
    rows = read(HEAD + "Зал,sports_hall,no,abai,police\n" + ROW)
    with pytest.raises(NotPermitted):
        record_inventory(OFFICER, rows, now=NOW)
    assert listed() == ()


def test_the_same_place_twice_in_a_file_is_named_with_the_other_row(sqlite_store: Store) -> None:
    rows = read(HEAD + ROW + ROW)
    assert [fault.key for fault in rows[1].faults] == ["import_twice"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_from_any_spreadsheet_is_read(sqlite_store: Store, mark: str) -> None:
    rows = read(b"\xef\xbb\xbf" + (HEAD + ROW).replace(",", mark).replace("\n", "\r\n").encode())
    assert [row.faults for row in rows] == [()]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "needs"),
        (b"name_ru,kind\n", "no column"),
        ((HEAD.replace("region", "regoin") + ROW).encode(), "regoin"),
        ((HEAD + ROW).encode("cp1251"), "UTF-8"),
        (b"PK\x03\x04\x00\x00", "UTF-8"),
        ((HEAD + '"open quote,ivs').encode(), "CSV"),
    ],
)
def test_a_file_that_is_no_inventory_is_refused_by_name(
    sqlite_store: Store, content: bytes, why: str
) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read(content)


@pytest.mark.parametrize(
    ("cells", "column", "key"),
    [
        ("№ 9,ivs,да,almaty,police", "official", "word_unknown"),
        ("№ 9,ivs,yes,Almaty,police", "region", "choose_region"),
        (",ivs,yes,almaty,police", "name_kk", "needs_name"),
        ("№ 9,ivs,yes,almaty", "body", "choose_body"),
    ],
)
def test_what_is_wrong_in_a_row_is_named_by_its_column(
    sqlite_store: Store, cells: str, column: str, key: str
) -> None:
    (row,) = read(f"{HEAD}{cells}\n")
    assert (column, key) in [(fault.where, fault.key) for fault in row.faults]


def test_further_columns_are_read_as_the_pages_read_them(sqlite_store: Store) -> None:
    head = "name_ru,kind,official,region,body,capacity,area,for_whom,accessible,opened_on\n"
    rows = read(
        head
        + 'А,ivs,yes,almaty,police,12,"48,5",men women,none,2020-02-29\n'
        + "Б,ivs,yes,almaty,police,x,4.55,dragons,ramps,2021-02-29\n"
    )
    record_inventory(ADMINISTRATOR, rows[:1], now=NOW)
    (place,) = listed()
    assert (place.capacity, place.area_tenths, len(place.for_whom), place.accessible) == (12, 485, 2, ())
    assert {fault.where for fault in rows[1].faults} == {
        "capacity",
        "area",
        "for_whom",
        "accessible",
        "opened_on",
    }


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text(st.characters(codec="utf-8"), max_size=200).map(str.encode),
        st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=12).map(
            lambda cells: (HEAD + ",".join(cells) + "\n").encode()
        ),
    )
)
def test_no_file_breaks_the_reader(sqlite_store: Store, content: bytes) -> None:
    try:
        rows = read(content)
    except UnreadableFile:
        return
    for row in rows:
        assert all(list(said_faults(row, language)) or not row.faults for language in Language)


def test_the_command_lists_shows_adds_and_imports(
    sqlite_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(places, words)
        assert done.exit_code == code, done.output
        return done.output

    ivs = ("--name-ru", "ИВС", "--kind", "ivs", "--official", "--region", "almaty", "--body", "police")
    place = run("add", *ivs, "--capacity", "20", "--area", "80,5").strip()
    assert "80.5 m²" in run("show", place)
    assert "listed already" in run("add", *ivs, code=2)
    assert "whole number" in run("add", *ivs, "--capacity", "many", code=2)
    assert place in run("list", "--kind", "ivs", "--lang", "kk")
    assert "No place" in run("show", "nowhere", code=2)
    file = tmp_path_factory.mktemp("files") / "places.csv"
    file.write_text(HEAD + ROW + ROW.replace("9", "10"), encoding="utf-8")
    assert "would be recorded: 2" in run("import", str(file), "--dry-run")
    assert "recorded: 2" in run("import", str(file))
    assert "recorded: 0; listed before: 2" in run("import", str(file))
    file.write_text(HEAD + "x,castle,yes,almaty,police\n", encoding="utf-8")
    assert "Row 2, kind" in run("import", str(file), code=1)
