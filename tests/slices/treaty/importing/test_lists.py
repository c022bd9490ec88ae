"""Lists that ministries keep, our own exports and corrected readings come in: all rows, or none."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.slices import store as stores
from tests.slices.access.people import person
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, OBSERVATIONS, PEOPLE, at, catalogued, leaf, led

from qorgau.access.actor import Actor
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.importing.faults import RowsRefused
from qorgau.reading import as_json, read_document
from qorgau.recording.models import StoredEntry
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import NewAction
from qorgau.treaty.commands import treaty
from qorgau.treaty.exporting.writing import ExportForm, write_export
from qorgau.treaty.facts.words import ActionState
from qorgau.treaty.importing.mapping import ListMap, read_map
from qorgau.treaty.importing.running import Imported, import_recommendations
from qorgau.treaty.refusal import TreatyRefusal

NOW = at("2025-06-01")
EVERYTHING = queries.Asked(size=500, order="id")


def followed() -> None:
    """A cycle with bodies, an action that was moved and begun, replies and assessments."""
    catalogued()
    actions.take_follow_up(PEOPLE.secretary, CATALOGUE, now=at("2025-03-01"))
    led("10", "12(b)", by="moj")
    new = NewAction(
        recommendations=[leaf("10"), leaf("12(b)")], what={"en": "A draft law"}, lead="moj", due=date(2025, 9, 1),
        budget=1_000, currency="KZT",
    )  # fmt: skip
    action = actions.plan_action(PEOPLE.secretary, new, now=at("2025-03-02")).made
    more = {"on": date(2025, 4, 1), "reason": "More time for comments", "due": date(2025, 12, 1)}
    actions.state_action(PEOPLE.secretary, action, ActionState.UNDER_WAY, now=at("2025-04-02"), **more)


def exported(form: ExportForm) -> bytes:
    return write_export(PEOPLE.secretary, EVERYTHING, form=form, now=NOW).data


def told() -> list[dict]:
    """What stands, without what belongs to this instance alone."""
    held = []
    for page in json.loads(exported(ExportForm.JSON))["recommendations"]:
        line = page["line"]
        held.append({
            **{name: line[name] for name in ("id", "text", "heading", "committee", "cycle", "sender", "symbol",
                                             "follow_up", "due", "subjects", "lead", "contributing")},
            "stands": line["stands"]["at"],
            "texts": page["texts"],
            "demands": page["demands"],
            "actions": [{name: each[name] for name in ("what", "lead", "due", "due_was", "budget", "state")}
                        for each in page["actions"]],
            "replies": [(each["sent_on"], each["by_latest"], each["source"]) for each in page["replies"]],
            "assessments": [(each["grade"]["code"], each["on"]) for each in page["assessments"]],
        })  # fmt: skip
    return held


def imported(
    content: bytes, name: str = "list.csv", *, by: Actor = PEOPLE.secretary, **more: object
) -> Imported:
    return import_recommendations(by, content, name, now=NOW, **more)


def as_csv(*rows: dict[str, str]) -> bytes:
    out = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


ROW = {"symbol": "A/HRC/90/1", "paragraph": "139.1", "text": "Ratify what is left", "sender": "upr"}


def test_what_an_export_writes_another_instance_takes(sqlite_store: Store, tmp_path: Path) -> None:
    followed()
    before, data = told(), exported(ExportForm.JSON)
    (tmp_path / "new").mkdir()
    stores.connect(stores.environment_of(tmp_path / "new"))
    list(stores.set_up())
    done = imported(data, "recommendations.json")
    assert done.new == len(before) == 47
    assert told() == before


@pytest.mark.parametrize("form", [ExportForm.JSON, ExportForm.CSV, ExportForm.XLSX, ExportForm.NRTD])
def test_what_comes_back_as_it_left_adds_nothing(sqlite_store: Store, form: ExportForm) -> None:
    followed()
    made = write_export(PEOPLE.secretary, EVERYTHING, form=form, now=NOW)
    count = StoredEntry.objects.count()
    done = imported(made.data, made.name)
    assert (done.recommendations, done.new, done.stored) == (47, 0, 0)
    assert StoredEntry.objects.count() == count


def test_a_list_that_comes_back_filled_in_adds_what_was_filled_in(sqlite_store: Store) -> None:
    catalogued()
    rows = list(csv.DictReader(io.StringIO(exported(ExportForm.CSV).decode("utf-8-sig"), newline="")))
    rows[0]["lead"] = "Министерство внутренних дел"
    rows[0] |= {"activity": "Новый приказ", "activity_due": "01.12.2025"}
    done = imported(as_csv(*rows))
    assert (done.bodies, done.actions, done.stored) == (1, 1, 2)
    page = queries.recommendation(PEOPLE.secretary, rows[0]["id"], as_of=NOW)
    assert page.line.lead == "mia"
    assert page.actions[0].what == {"ru": "Новый приказ"}
    assert page.actions[0].due == date(2025, 12, 1)


def test_a_foreign_list_comes_in_by_its_map(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "columns: {Номер: paragraph, Рекомендация: text, Кто: lead, Срок: activity_due, Мера: activity}\n"
        "values: {lead: {МВД: mia}}\nfixed: {symbol: A/HRC/90/1, sender: upr}\nleft_out: [Примечание]\n",
        encoding="utf-8",
    )
    row = {"Номер": "п. 139.1", "Рекомендация": "Ратифицировать протокол", "Кто": "МВД", "Примечание": "x"}
    rows = [row | {"Мера": "Анализ", "Срок": "01.12.2025"}, row | {"Мера": "Закон", "Срок": "01.12.2026"}]
    done = import_recommendations(PEOPLE.secretary, as_csv(*rows), "list.csv", now=NOW, by=read_map(path))
    assert (done.recommendations, done.new, done.actions) == (1, 1, 2)
    page = queries.recommendation(None, "A/HRC/90/1#139.1", as_of=NOW)
    assert (page.line.language, page.line.lead, page.line.sender.value) == ("ru", "mia", "upr")


def test_the_same_list_twice_is_recorded_once(store: Store) -> None:
    content = as_csv(ROW | {"lead": "mia", "activity": "Study", "activity_due": "2026-01-01"})
    assert imported(content).stored == 3
    assert imported(content).stored == 0
    assert imported(content, key="another").stored == 0


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"text": ""}, "text"),
        ({"symbol": ""}, "symbol"),
        ({"lead": "Ministry of Magic"}, "lead"),
        ({"due": "12 May"}, "due"),
        ({"due": "31.02.2027"}, "due"),
        ({"follow_up": "perhaps"}, "follow_up"),
        ({"subjects": "weather"}, "subjects"),
        ({"sender": "everybody"}, "sender"),
        ({"activity": "Study"}, "activity_due"),
        ({"wether": "fine"}, "wether"),
        ({"text": "in\u202evisible"}, "text"),
    ],
)
def test_a_row_that_cannot_be_meant_is_named_with_its_column_and_nothing_is_recorded(
    store: Store, wrong: dict[str, str], column: str
) -> None:
    content = as_csv(ROW | {"paragraph": "139.2"}, ROW | wrong)
    with pytest.raises(RowsRefused) as refused:
        imported(content)
    assert [(each.column, each.row) for each in refused.value.faults] == [(column, 3)]
    assert not StoredEntry.objects.exists()


def test_a_dry_run_says_what_would_be_and_records_nothing(store: Store) -> None:
    done = imported(as_csv(ROW), dry_run=True)
    assert (done.new, done.stored) == (1, 0)
    assert not StoredEntry.objects.exists()


def test_words_without_their_document_are_taken_from_the_secretary_alone(store: Store) -> None:
    for stranger in (PEOPLE.ngo, PEOPLE.writer, PEOPLE.npm, PEOPLE.officer):
        with pytest.raises(NotPermitted):
            imported(as_csv(ROW), by=stranger)
    assert not StoredEntry.objects.exists()


def test_a_ministry_brings_its_own_plan_and_nobody_elses(store: Store) -> None:
    catalogued()
    led("10", by="mia")
    led("12(b)", by="moj")
    row = {"text": "as it stands", "activity": "Study", "activity_lead": "mia", "activity_due": "2026-01-01"}
    own = as_csv({"id": leaf("10")} | row)
    assert imported(own, by=PEOPLE.writer).actions == 1
    with pytest.raises(NotPermitted):
        imported(as_csv({"id": leaf("12(b)")} | row), by=PEOPLE.writer)
    with pytest.raises(NotPermitted):
        imported(
            as_csv({"id": leaf("10")} | row | {"activity": "Law", "activity_lead": "moj"}), by=PEOPLE.writer
        )


def test_a_reading_corrected_by_hand_comes_in_and_the_document_itself_goes_before_it(store: Store) -> None:
    read = as_json(read_document(OBSERVATIONS.data, OBSERVATIONS.name))
    first = read["recommendations"][0]
    right, first["text"], read["cycle"] = first["text"], "Mended by hand.", "99"
    done = imported(json.dumps(read).encode(), "mended.json")
    assert done.new == len(read["recommendations"])
    name = f"{read['symbol']}#{first['id']}"
    held = queries.recommendation(None, name, as_of=NOW)
    assert (held.line.text, held.line.paraphrased) == ("Mended by hand.", True)
    document = actions.take_document(
        PEOPLE.secretary, OBSERVATIONS.data, name=OBSERVATIONS.name, now=NOW
    ).made
    actions.accept_document(PEOPLE.secretary, document, now=NOW)
    after = queries.recommendation(None, name, as_of=NOW)
    assert (after.line.text, after.line.paraphrased) == (right, False)
    assert after.line.cycle != "99"


def test_a_file_that_is_neither_a_list_nor_ours_is_refused_as_a_whole(store: Store) -> None:
    with pytest.raises(TreatyRefusal):
        imported(b'{"something": "else"}', "x.json")


def run(*words: object) -> Result:
    return CliRunner().invoke(treaty, [str(word) for word in words])


def test_a_list_is_imported_assigned_planned_and_stated_from_the_command_line(
    sqlite_store: Store, tmp_path: Path
) -> None:
    secretary = person(Role.COUNCIL_SECRETARY, body="interagency_council")
    who = ("--as", secretary.account)
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(ROW))
    assert "Nothing was stored" in run("import", *who, path, "--dry-run").output
    assert json.loads(run("import", *who, path, "--json").output)["stored"] == 1
    name = "A/HRC/90/1#139.1"
    assert run("assign", *who, name, "--lead", "mia", "--with", "moj", "--since", "2024-01-01").exit_code == 0
    planned = run("plan", *who, name, "--what", "Study", "--lead", "mia", "--due", "2099-01-01", "--json")
    action = json.loads(planned.output)["made"]
    assert run("state", *who, action, "under_way").exit_code == 0
    shown = json.loads(run("show", *who, name, "--json").output)["recommendation"]
    assert shown["line"]["stands"]["at"] == "under_way"
    path.write_bytes(as_csv(ROW | {"lead": "nobody"}))
    wrong = run("import", *who, path)
    assert (wrong.exit_code, "2: lead: " in wrong.output) == (1, True)
    assert run("assign", *who, name, "--lead", "nobody").exit_code == 2


def test_a_map_holds_for_every_row(store: Store) -> None:
    by = ListMap(fixed={"symbol": "A/HRC/90/1", "sender": "upr"}, empty=frozenset({"n/a"}))
    row = {"paragraph": "1", "text": "Ratify", "due": "n/a"}
    assert import_recommendations(PEOPLE.secretary, as_csv(row), "x.csv", now=NOW, by=by).new == 1
