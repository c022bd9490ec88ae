"""The command `custody` as an operator uses it: book, add, show, list, import, export; and what it says when refused."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.slices.access.people import person
from tests.slices.custody.desk import Desk, open_desk, yesterday
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.custody.commands import custody
from qorgau.custody.models import CustodyRow
from qorgau.recording.models import StoredEntry

SAID = (
    f"apprehended={yesterday()} 01:00",
    "ground=criminal",
    "family_name=Досов",
    "given_name=Али",
    "birth=1990-05-01",
)


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def officer(desk: Desk) -> Actor:
    return person(Role.CUSTODY_OFFICER, places=[desk.station])


def run(*words: object) -> Result:
    return CliRunner().invoke(custody, [str(word) for word in words])


def booked(desk: Desk, officer: Actor, *more: str) -> str:
    done = run("book", "--as", officer.account, f"place={desk.station}", *SAID, *more)
    assert done.exit_code == 0, done.output
    return CustodyRow.objects.get(name__startswith="Досов").custody_id


def test_a_person_is_booked_an_entry_added_the_record_shown_and_all_exported(
    desk: Desk, officer: Actor, tmp_path: Path
) -> None:
    number = booked(desk, officer)
    added = run("add", "--as", officer.account, number, "RightsExplained", "understood=yes", "language=kk")
    assert added.exit_code == 0, added.output
    shown = run("show", "--as", officer.account, number)
    assert "Досов" in shown.output
    whole = json.loads(run("show", "--as", officer.account, number, "--json").output)
    assert {"Apprehended", "RightsExplained"} <= {each["kind"] for each in whole["entries"]}
    assert number in run("held", "--as", officer.account, "--json").output
    head = person(Role.HEAD_OF_PLACE, places=[desk.station])
    file = tmp_path / "register.csv"
    exported = run("export", "--as", head.account, file, "--with-names")
    assert exported.exit_code == 0, exported.output
    text = file.read_text("utf-8-sig")
    assert {row["custody"] for row in csv.DictReader(io.StringIO(text))} == {number}
    assert "RightsExplained" in text


def test_the_same_key_books_once(desk: Desk, officer: Actor) -> None:
    for _ in range(2):
        booked(desk, officer, "--key", "night-1")
    assert CustodyRow.objects.count() == 1


def test_a_file_is_imported_whole_or_not_at_all_and_once(desk: Desk, officer: Actor, tmp_path: Path) -> None:
    row = {"kind": "Booking", "key": "a", "place": desk.station, **dict(word.split("=", 1) for word in SAID)}
    meal = {"kind": "MealGiven", "key": "b", "of": "a", "happened": f"{yesterday()} 08:00"}
    file = tmp_path / "night.json"
    file.write_text(json.dumps([row, {**meal, "kind": "NoSuchKind"}]), "utf-8")
    refused = run("import", "--as", officer.account, file)
    assert (refused.exit_code, CustodyRow.objects.count()) == (1, 0)
    assert "NoSuchKind" in refused.output
    file.write_text(json.dumps([row, meal]), "utf-8")
    assert run("import", "--as", officer.account, file, "--dry-run").exit_code == 0
    assert CustodyRow.objects.count() == 0
    for _ in range(2):
        assert run("import", "--as", officer.account, file).exit_code == 0
    assert StoredEntry.objects.filter(kind="MealGiven").count() == 1


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        (["book", "place=nowhere", *SAID], "en", "lists no place"),
        (["book", "place=nowhere", *SAID], "kk", "деген орын жоқ"),
        (["add", "nobody-at-all", "MealGiven"], "ru", "Нет такой записи"),
        (["book", "nonsense"], "en", "is no name=value"),
        (["show", "nobody-at-all"], "en", "no such custody record"),
    ],
)
def test_what_cannot_be_is_refused_by_a_sentence_and_a_code_and_no_trace(
    desk: Desk, officer: Actor, words: list[str], lang: str, said: str
) -> None:
    verb, *rest = words
    refused = run(verb, "--as", officer.account, *rest, "--lang", lang)
    assert refused.exit_code == 2
    assert said in refused.output
    assert not re.search("Traceback|Error:.*Error", refused.output)


def test_nobody_acts_as_an_account_that_there_is_not_or_beyond_their_role(desk: Desk, officer: Actor) -> None:
    number = booked(desk, officer)
    nobody = run("show", "--as", "nobody-at-all", number)
    far = person(Role.CUSTODY_OFFICER, places=[desk.ivs])
    stranger = run("add", "--as", far.account, number, "MealGiven")
    assert (nobody.exit_code, stranger.exit_code) == (2, 2)
    assert not StoredEntry.objects.filter(kind="MealGiven").exists()
