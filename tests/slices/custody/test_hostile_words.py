"""Words that deceive, calculate or break: typed at the desk, they are refused, told apart, or printed as they are."""

import csv
import io
import time
from pathlib import Path

import openpyxl
import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import NIGHT, Desk, booking, instant, open_desk, typed, yesterday
from tests.slices.custody.document.pictures import text_of
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.document.contents import Audience
from qorgau.custody.document.copying import make_copy
from qorgau.custody.document.record_sheet import print_record
from qorgau.custody.entries import NewEntry
from qorgau.custody.exporting.register import Asked, register_export
from qorgau.custody.models import CustodyRow
from qorgau.custody.names import folded_words
from qorgau.custody.refusal import CustodyRefusal
from qorgau.eventlog.writing import Form, write_export
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.typed_text import typed_text

LATER = instant("2026-11-21 09:00")
DECEIVING = ["Ер\u202eлан", "Ерлан\x00", "Ер\u2066лан", "Ер\x07лан", "Ер\ud800лан"]
MARKUP = [
    "#panic(1)",
    "$x^2$",
    "@label",
    "\\u{1F600}",
    '"quoted"',
    "*bold* _it_ `raw`",
    '#import "x.typ"',
    "<a>",
]
FORMULAS = ['=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(1)", "\t=1", "\uff1d1+1"]


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


@pytest.mark.parametrize("name", DECEIVING)
def test_a_sign_that_nobody_sees_is_refused_at_its_field_by_whatever_act(desk: Desk, name: str) -> None:
    with pytest.raises(CustodyRefusal) as refused:
        actions.book(desk.officer, booking(desk, given_name=name), now=NIGHT)
    assert (refused.value.key, refused.value.field) == ("custody.deceiving_sign", "given_name")
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    with pytest.raises(CustodyRefusal):
        actions.name_relative(desk.officer, custody, name=name, now=LATER)
    meal = actions.add_entry(desk.officer, custody, NewEntry(kind="MealGiven"), now=LATER).entry
    with pytest.raises(CustodyRefusal):
        actions.withdraw_entry(desk.officer, custody, meal, why=name, now=LATER)


def test_letters_put_together_from_parts_are_stored_whole_and_found(desk: Desk) -> None:
    apart = "Си\u0306мак"  # as some keyboards and file names write й
    custody = actions.book(desk.officer, booking(desk, family_name=f"\ufeff{apart}\u200b"), now=NIGHT).custody
    assert CustodyRow.objects.get().name.startswith(typed_text(apart))
    assert queries.record(desk.officer, custody, as_of=LATER).identity.family_name == typed_text(apart)
    assert len(typed_text(apart)) == len(apart) - 1


def test_joiners_that_belong_to_letters_stay() -> None:
    assert typed_text("می\u200cخواهم") == "می\u200cخواهم"


def test_a_page_tells_the_field_and_meets_no_fault(desk: Desk) -> None:
    client = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station]))
    form = {
        "act_id": new_entry_id(), "place": desk.station, "family_name": "Сары\u202eбаев", "name_status": "given",
        "apprehended_0": typed(yesterday()), "ground": "criminal",
    }  # fmt: skip
    answer = client.post("/custody/new/", form)
    assert answer.status_code == 422
    assert "U+202E" in answer.content.decode()
    assert client.post("/custody/new/", {**form, "family_name": "Сары\x00баев"}).status_code == 422
    assert client.post("/custody/new/", {**form, "family_name": "Си\u0306дов"}).status_code == 302


def test_marks_of_a_typesetter_are_printed_as_they_were_typed(desk: Desk) -> None:
    text = " ".join(MARKUP)
    custody = actions.book(desk.officer, booking(desk, family_name=text, where=text), now=NIGHT).custody
    copy = make_copy(desk.head, custody, audience=Audience.PERSON, language=Language.KK, now=LATER)
    said = text_of(print_record(copy))
    assert [mark for mark in MARKUP if mark.split()[0] not in said] == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_name_becomes_a_formula_in_an_exported_table(desk: Desk, formula: str, tmp_path: Path) -> None:
    name = f"{formula} x"
    custody = actions.book(desk.officer, booking(desk, family_name=name), now=NIGHT).custody
    assert custody
    export = register_export(desk.head, Asked(with_names=True), as_of=LATER)
    for form in (Form.CSV, Form.XLSX):
        path = tmp_path / f"register{form.ending}"
        write_export(export, path, form=form)
    text = (tmp_path / "register.csv").read_text("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "@", "\uff1d"))]
    book = openpyxl.load_workbook(tmp_path / "register.xlsx")
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types


@pytest.mark.parametrize("text", ["ш" * 4000, "аы" * 2000, "c" * 4000, "iia" * 1300, "я " * 2000, "y" * 4000])
def test_a_name_as_long_as_a_page_is_folded_in_a_moment(text: str) -> None:
    began = time.perf_counter()
    folded_words(text)
    typed_text(text)
    assert time.perf_counter() - began < 0.5
