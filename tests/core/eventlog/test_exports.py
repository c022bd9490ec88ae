"""Exports: what is written reads back the same, calculates nothing, appears whole, and is the same twice."""

from __future__ import annotations

import csv
import json
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qorgau.eventlog.log import UNKNOWN_SECOND, Log
from qorgau.eventlog.map_yaml import load_map
from qorgau.eventlog.reading import read_log
from qorgau.eventlog.writing import (
    Event,
    Export,
    Exported,
    ExportError,
    Form,
    Meaning,
    Thing,
    Told,
    form_of,
    write_export,
)
from qorgau.eventlog.writing.csv_export import guarded

NIGHT = 1_767_561_000  # 5 January 2026, 02:10 in Almaty
REPEATED_HOUR = 1_709_226_000  # 29 February 2024: clocks in Almaty showed 23:00 to 24:00 twice
FLAT = (Form.CSV, Form.XLSX, Form.PARQUET, Form.XES)
ALL = tuple(Form)


def export(*events: Event, **more: Any) -> Export:
    values: dict[str, Any] = {"name": "register", "role": "custody", "zone": "Asia/Almaty", "events": events}
    return Export(**{**values, **more})


def written(folder: Path, form: Form, what: Export) -> Exported:
    return write_export(what, folder / f"register{form.ending}")


def read_back(done: Exported) -> Log:
    assert done.map_path is not None
    return read_log(done.path, load_map(done.map_path))


def apprehended(number: int = 1, **more: Any) -> Event:
    values: dict[str, Any] = {
        "id": f"entry-{number}",
        "kind": "Apprehended",
        "happened": (Told(NIGHT, NIGHT, "police_entry"),),
        "recorded": NIGHT + 600,
        "objects": {"custody": (f"custody-{number}",)},
    }
    return Event(**{**values, **more})


# What a history is: by case, each entry in order with everything it says.
History = dict[str, list[tuple[Any, ...]]]


def histories_of(log: Log) -> History:
    found: History = {}
    for row in range(len(log)):
        recorded = None if log.recorded is None else int(log.recorded[row])
        found.setdefault(log.subjects[row] or "", []).append(
            (
                log.kinds[row],
                int(log.earliest[row]),
                int(log.latest[row]),
                log.sources[row],
                None if recorded == UNKNOWN_SECOND else recorded,
                {role: texts[row] for role, texts in log.objects.items() if texts[row]},
                {fact: texts[row] for fact, texts in log.facts.items() if texts[row] is not None},
            )
        )
    return found


def histories_meant(what: Export) -> History:
    found: History = {}
    for event in what.events:
        for case in event.objects[what.role]:
            for told in event.happened:
                others = {r: " ".join(ids) for r, ids in event.objects.items() if r != what.role}
                facts = {name: str(value) for name, value in event.facts.items()}
                entry = (event.kind, told.earliest, told.latest, told.said_by, event.recorded, others, facts)
                found.setdefault(case, []).append(entry)
    return found


signs = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
words = st.text(signs, min_size=1, max_size=12).map(str.strip).filter(bool)
ids = st.text("abcdefghij0123456789-", min_size=1, max_size=6).map(lambda text: f"x{text}")
# The spreadsheet errors stand for "no value" in any log that is read.
values = st.one_of(st.integers(-(2**53) + 1, 2**53 - 1), words.filter(lambda word: not word.startswith("#")))
instants = st.integers(-2_000_000_000, 4_000_000_000) | st.integers(
    REPEATED_HOUR - 7200, REPEATED_HOUR + 7200
)


@st.composite
def happenings(draw: st.DrawFn) -> Told:
    earliest = draw(instants)
    return Told(earliest, earliest + draw(st.sampled_from([0, 0, 1, 3599, 86_399])), draw(ids))


@st.composite
def events(draw: st.DrawFn) -> Event:
    return Event(
        id=draw(ids),
        kind=draw(st.sampled_from(["Apprehended", "Released", "RightsExplained"])),
        happened=draw(st.lists(happenings(), min_size=1, max_size=2, unique_by=lambda told: told.said_by)),
        recorded=draw(st.none() | instants),
        by=draw(st.none() | ids),
        objects={
            "custody": draw(st.lists(ids, min_size=1, max_size=2, unique=True)),
            **draw(
                st.dictionaries(st.sampled_from(["person", "officer"]), st.lists(ids, min_size=1, max_size=2))
            ),
        },
        facts=draw(st.dictionaries(st.sampled_from(["ground", "kind", "Latest", "age"]), values, max_size=3)),
    )


@pytest.mark.parametrize("form", FLAT)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(events(), min_size=1, max_size=6))
def test_every_form_reads_back_as_the_same_histories(form: Form, told: list[Event], tmp_path: Path) -> None:
    what = export(*told)
    log = read_back(written(tmp_path, form, what))
    assert not log.refusals
    assert histories_of(log) == histories_meant(what)


@given(text=st.text(max_size=20))
def test_taking_one_apostrophe_off_gives_every_guarded_text_back(text: str) -> None:
    kept = guarded(text)
    assert kept == text or kept == "'" + text
    assert kept != text or not text.lstrip().startswith(("=", "+", "@", "'"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 701", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1"]
)
def test_a_name_that_looks_like_a_formula_is_calculated_by_no_spreadsheet(tmp_path: Path, text: str) -> None:
    what = export(apprehended(facts={"name": text}))
    with written(tmp_path, Form.CSV, what).path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["name"] == "'" + text
    book = openpyxl.load_workbook(written(tmp_path, Form.XLSX, what).path)
    cell = next(cell for cell in book["events"][2] if cell.value == text)
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_negative_number_stays_a_number() -> None:
    assert guarded("-5") == "-5"
    assert guarded("-5+1") == "'-5+1"


def test_a_sheet_has_real_dates_the_zone_a_header_that_stays_and_filters(tmp_path: Path) -> None:
    meanings = {"ground": Meaning(title="Why the person is held", source="CPC art. 131")}
    what = export(
        apprehended(facts={"ground": "criminal"}), meanings=meanings, about=[("as of", "5 January")]
    )
    book = openpyxl.load_workbook(written(tmp_path, Form.XLSX, what).path)
    sheet = book["events"]
    assert sheet["C1"].value == "earliest (Asia/Almaty)"
    assert sheet["C2"].is_date
    assert str(sheet["C2"].value) == "2026-01-05 02:10:00"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref is not None
    about = [[cell.value for cell in row] for row in book["about"].iter_rows()]
    assert ["as of", "5 January"] in [row[:2] for row in about]
    assert ["ground", "Why the person is held", None, "CPC art. 131"] in about


def test_a_text_too_long_for_a_cell_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="signs"):
        written(tmp_path, Form.XLSX, export(apprehended(facts={"note": "x" * 40_000})))
    assert not list(tmp_path.iterdir())


def test_parquet_has_types_and_says_what_its_columns_mean(tmp_path: Path) -> None:
    meanings = {"age": Meaning(title="Age when apprehended", unit="years")}
    done = written(tmp_path, Form.PARQUET, export(apprehended(facts={"age": 17}), meanings=meanings))
    schema = pq.read_schema(done.path)
    assert str(schema.field("earliest").type) == "timestamp[ms, tz=Asia/Almaty]"
    assert str(schema.field("age").type) == "int64"
    assert schema.field("age").metadata[b"unit"] == b"years"
    assert json.loads(schema.metadata[b"qorgau.about"])["zone"] == "Asia/Almaty"


@pytest.mark.parametrize("form", ALL)
def test_the_same_events_give_the_same_bytes(tmp_path: Path, form: Form) -> None:
    things = [Thing(role="custody", id=f"custody-{n}", attributes={"status": "held"}) for n in range(9)]
    what = export(*(apprehended(n, facts={"age": n}) for n in range(9)), things=things)
    contents = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        contents.append(written(tmp_path / name, form, what).path.read_bytes())
    assert contents[0] == contents[1]


@dataclass(frozen=True)
class BreaksOff:
    """Events of which the last cannot be read, after they were gone through so often."""

    goes_well: int
    looks: list[int]

    def __iter__(self) -> Iterator[Event]:
        self.looks.append(1)
        yield apprehended()
        if len(self.looks) > self.goes_well:
            raise OSError("the database went away")


@pytest.mark.parametrize("form", ALL)
def test_a_file_that_could_not_be_finished_never_replaces_one_that_was(tmp_path: Path, form: Form) -> None:
    kept = written(tmp_path, form, export(apprehended())).path.read_bytes()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OSError, match="went away"):
        # OCEL goes through the events once more, to name the objects before it writes any event.
        written(tmp_path, form, export(events=BreaksOff(1 if form in FLAT else 2, [])))
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / f"register{form.ending}").read_bytes() == kept


@pytest.mark.parametrize("form", ALL)
def test_an_export_is_readable_by_its_owner_only(tmp_path: Path, form: Form) -> None:
    assert written(tmp_path, form, export(apprehended())).path.stat().st_mode & 0o077 == 0


def test_a_stream_that_can_be_read_only_once_is_refused() -> None:
    with pytest.raises(ExportError, match="once"):
        export(events=(apprehended(n) for n in range(3)))


def test_a_name_that_some_form_could_not_carry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="two words"):
        written(tmp_path, Form.CSV, export(apprehended(facts={"two words": "x"})))


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"\.ocel\.json"):
        form_of(Path("register.doc"))
    assert form_of(Path("REGISTER.OCEL.JSON")) is Form.OCEL_JSON


@pytest.mark.parametrize("form", FLAT)
def test_an_event_without_a_case_is_no_entry_of_another_case(tmp_path: Path, form: Form) -> None:
    place = Event(
        id="p", kind="PlaceOpened", happened=(Told(NIGHT, NIGHT, "npm"),), objects={"place": ("a",)}
    )
    log = read_back(written(tmp_path, form, export(apprehended(), place)))
    assert [(log.subjects[row], log.kinds[row]) for row in range(len(log))] == [("custody-1", "Apprehended")]


def test_what_is_known_of_a_case_stands_beside_each_of_its_rows(tmp_path: Path) -> None:
    things = [Thing(role="custody", id="custody-1", attributes={"status": "held"})]
    done = written(tmp_path, Form.CSV, export(apprehended(), things=things))
    assert "custody.status" in done.path.read_text(encoding="utf-8-sig").splitlines()[0].split(",")


@dataclass(frozen=True)
class Many:
    count: int

    def __iter__(self) -> Iterator[Event]:
        return (apprehended(n, facts={"note": f"note {n}"}) for n in range(self.count))


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.XES, Form.OCEL_JSON, Form.OCEL_SQLITE])
def test_ten_times_the_events_need_no_more_memory(tmp_path: Path, form: Form) -> None:
    peaks = []
    for count in (1_000, 10_000):
        tracemalloc.start()
        written(tmp_path, form, export(events=Many(count)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000


def test_ocel_json_names_every_object_once_and_links_each_event_to_its_own(tmp_path: Path) -> None:
    related = Thing(
        role="custody", id="custody-1", related=[("of", "person", "p")], attributes={"open": "yes"}
    )
    both = apprehended(objects={"custody": ("custody-1",), "person": ("p",)}, facts={"age": 17})
    done = written(tmp_path, Form.OCEL_JSON, export(both, things=[related]))
    ocel = json.loads(done.path.read_text(encoding="utf-8"))
    assert [each["id"] for each in ocel["objects"]] == ["custody:custody-1", "person:p"]
    assert ocel["objects"][0]["relationships"] == [{"objectId": "person:p", "qualifier": "of"}]
    (event,) = ocel["events"]
    assert event["time"] == "2026-01-04T21:10:00Z"
    assert {link["objectId"] for link in event["relationships"]} == {"custody:custody-1", "person:p"}
    assert {"name": "age", "value": 17} in event["attributes"]


def test_an_event_that_two_sources_date_differently_keeps_both_accounts_in_ocel(tmp_path: Path) -> None:
    told = (Told(NIGHT, NIGHT, "police_entry"), Told(NIGHT - 3600, NIGHT - 3000, "person"))
    done = written(tmp_path, Form.OCEL_JSON, export(apprehended(happened=told)))
    (event,) = json.loads(done.path.read_text())["events"]
    said = {each["name"]: each["value"] for each in event["attributes"]}
    assert (event["time"], said["latest"]) == ("2026-01-04T20:10:00Z", "2026-01-04T21:10:00Z")
    assert "person 2026-01-04T20:10:00Z/2026-01-04T20:20:00Z" in said["accounts"]


def test_an_event_nobody_dates_stands_in_ocel_when_it_was_recorded_and_says_so(tmp_path: Path) -> None:
    done = written(tmp_path, Form.OCEL_JSON, export(apprehended(happened=())))
    (event,) = json.loads(done.path.read_text())["events"]
    assert event["time"] == "2026-01-04T21:20:00Z"
    assert {"name": "time_is", "value": "recorded"} in event["attributes"]
    with pytest.raises(ExportError, match="needs a time"):
        written(tmp_path, Form.OCEL_JSON, export(apprehended(happened=(), recorded=None)))


def test_ocel_in_sqlite_refuses_an_id_that_two_events_share(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="entry-1"):
        written(tmp_path, Form.OCEL_SQLITE, export(apprehended(), apprehended()))


def test_ocel_in_sqlite_keeps_types_apart_that_differ_by_a_sign_only(tmp_path: Path) -> None:
    kinds = ["Left place", "Leftplace", "leftplace", "object"]
    what = export(*(replace(apprehended(n), kind=kind) for n, kind in enumerate(kinds)))
    database = sqlite3.connect(written(tmp_path, Form.OCEL_SQLITE, what).path)
    for _kind, short in database.execute("SELECT * FROM event_map_type").fetchall():
        assert database.execute(f'SELECT count(*) FROM "event_{short}"').fetchone() == (1,)
    database.close()


def test_a_workbook_holds_no_formula_and_no_link(tmp_path: Path) -> None:
    what = export(
        apprehended(facts={"a": "=HYPERLINK(1)", "b": "https://example.org", "c": "=cmd|'/c calc'!A0"})
    )
    with zipfile.ZipFile(written(tmp_path, Form.XLSX, what).path) as book:
        parts = b"".join(book.read(name) for name in book.namelist())
    assert b"<f>" not in parts
    assert b"hyperlink" not in parts
