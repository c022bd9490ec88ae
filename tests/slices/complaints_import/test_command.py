"""The command `complaints` as an operator uses it: every verb, and what it says when refused."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.slices.access.people import person
from tests.slices.complaints_import.files import FIRST, OTHER, SECOND
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock.wall import now
from qorgau.complaints import actions
from qorgau.complaints.commands import complaints
from qorgau.complaints.models import ComplaintRow, NamedRow
from qorgau.recording.models import StoredEntry

SAID = (
    "way=paper", "to_body=prosecutors_office", "about=torture", "act_on=2025-03-01", "accused_body=police",
    "complainant.name=Invented Person", "officer.name=Invented Officer", "officer.body=police",
)  # fmt: skip


@pytest.fixture
def clerk(store: Store) -> Actor:
    return person(Role.COMPLAINTS_OFFICER, body="prosecutors_office")


@pytest.fixture
def npm(store: Store) -> Actor:
    return person(Role.NPM_MEMBER, body="npm")


def run(*words: object) -> Result:
    return CliRunner().invoke(complaints, [str(word) for word in words])


def done(*words: object) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def registered(clerk: Actor) -> str:
    return str(json.loads(done("register", "--as", clerk.account, *SAID, "--json"))["complaint"])


def test_a_complaint_is_registered_listed_shown_and_counted(clerk: Actor) -> None:
    complaint = registered(clerk)
    assert complaint in done("list", "--as", clerk.account)
    assert json.loads(done("list", "--as", clerk.account, "--json"))["total"] == 1
    assert "Invented Officer" in done("show", "--as", clerk.account, complaint)
    whole = json.loads(done("show", "--as", clerk.account, complaint, "--json"))
    assert (whole["about"], whole["registered"] is not None) == ("torture", True)
    assert StoredEntry.objects.filter(kind="ComplaintFileOpened").count() == 1
    assert json.loads(done("oversight", "--as", clerk.account, "--json"))["tally"]["complaints"] == 1
    assert "1 complaints" in done("oversight", "--as", clerk.account)


def test_what_is_stated_later_stands_in_the_case(clerk: Actor) -> None:
    complaint = registered(clerk)
    done("state", "--as", clerk.account, complaint, "act_on=2025-02-28")
    assert ComplaintRow.objects.get(pk=complaint).act_on == "2025-02-28"


def test_a_tied_body_is_refused_and_the_refusal_is_recorded(clerk: Actor) -> None:
    complaint = registered(clerk)
    refused = run("assign", "--as", clerk.account, complaint, "police")
    assert refused.exit_code == 2
    assert ComplaintRow.objects.get(pk=complaint).refused_assignments == 1
    done("assign", "--as", clerk.account, complaint, "special_prosecutors")
    assert ComplaintRow.objects.get(pk=complaint).body_id == "special_prosecutors"


def test_a_procedure_is_begun_shown_and_moved(clerk: Actor, npm: Actor) -> None:
    complaint = registered(clerk)
    done("assign", "--as", clerk.account, complaint, "special_prosecutors")
    investigator = person(Role.INVESTIGATOR, body="special_prosecutors")
    (found,) = json.loads(done("runs", "--as", investigator.account, complaint, "--json"))
    assert found["id"] in done("runs", "--as", investigator.account, complaint)
    own = [each["id"] for each in found["open_moves"] if each["yours"]]
    assert "open_investigation" in own
    moved = done("move", "--as", investigator.account, found["id"], "open_investigation", "--json")
    assert json.loads(moved)["is_new"]
    begun = done("runs", "--as", npm.account, complaint, "--begin", "kz/reprisal")
    assert re.search(r"^run \w+$", begun, re.MULTILINE)


def test_an_officer_is_found_by_name_and_by_id(clerk: Actor) -> None:
    complaint = registered(clerk)
    by_name = json.loads(done("officer", "--as", clerk.account, "--name", "OFFICER Invented", "--json"))
    assert [each["alleged"] for each in by_name] == [1]
    officer = NamedRow.objects.get().officer_id
    assert complaint in done("officer", "--as", clerk.account, officer)


def test_hearings_are_listed_between_two_days(clerk: Actor) -> None:
    complaint = registered(clerk)
    actions.set_hearing(clerk, complaint, set_for=now() + 86_400, now=now())
    assert complaint in done("hearings", "--as", clerk.account)
    past = done("hearings", "--as", clerk.account, "--from", "2020-01-01", "--to", "2020-12-31", "--json")
    assert json.loads(past) == {"hearings": []}


def test_a_file_is_imported_whole_or_not_at_all_and_once(npm: Actor, tmp_path: Path) -> None:
    file, also = tmp_path / "cases.json", tmp_path / "charges.json"
    file.write_text(json.dumps([FIRST, {**OTHER, "finding": "guilty"}]), "utf-8")
    refused = run("import", "--as", npm.account, file, "--lang", "ru")
    assert (refused.exit_code, ComplaintRow.objects.count()) == (1, 0)
    assert "2: finding: " in refused.output
    file.write_text(json.dumps([FIRST, OTHER]), "utf-8")
    also.write_text(json.dumps([SECOND]), "utf-8")
    words = ("import", "--as", npm.account, file, "--also", also)
    assert "Nothing was stored" in done(*words, "--dry-run")
    assert ComplaintRow.objects.count() == 0
    assert "9 entries were recorded" in done(*words)
    assert "0 entries were recorded" in done(*words)


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        (["register", "way=paper"], "en", "to_body: This must be given"),
        (["register", *SAID, "colour=red"], "ru", "colour: Поля с таким именем"),
        (["register", *SAID, "way=pigeon"], "kk", "way: Бұл мұнда жауап бола алмайды"),
        (["register", "nonsense"], "kk", "атау=мән емес"),
        (["show", "nobody-at-all"], "en", "no such complaint"),
        (["state", "nobody-at-all", "about=other"], "ru", "Нет такой жалобы"),
        (["move", "no-run", "hear_victim"], "en", "no such complaint"),
        (["officer", "nobody"], "en", "officer: "),
    ],
)
def test_what_cannot_be_is_refused_by_a_sentence_and_a_code(
    clerk: Actor, words: list[str], lang: str, said: str
) -> None:
    verb, *rest = words
    refused = run(verb, "--as", clerk.account, *rest, "--lang", lang)
    assert refused.exit_code == 2
    assert said in refused.output
    assert "Traceback" not in refused.output


def test_a_map_that_cannot_be_meant_names_its_line(npm: Actor, tmp_path: Path) -> None:
    file, by = tmp_path / "cases.json", tmp_path / "map.yaml"
    file.write_text(json.dumps([FIRST]), "utf-8")
    by.write_text("columns:\n  id: keyy\n", "utf-8")
    refused = run("import", "--as", npm.account, file, "--map", by)
    assert refused.exit_code == 2
    assert "map.yaml, line 2" in refused.output
    by.write_text("columns:\n  id: key\n", "utf-8")
    unjoined = run("import", "--as", npm.account, file, "--map", by, "--also", file, "--on", "number")
    assert "--on: " in unjoined.output
