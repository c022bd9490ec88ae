"""The register as a file: within reach, without names, and it gives the verdicts of the live record."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.slices.access.people import signed_in
from tests.slices.custody.api.programs import Program, token_for
from tests.slices.custody.desk import Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.models import LookedAt
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.actions import add_entry, book, withdraw_entry
from qorgau.custody.entries import NewEntry
from qorgau.custody.exporting.register import Asked
from qorgau.custody.exporting.writing import write_register
from qorgau.custody.queries import record
from qorgau.eventlog.writing import Form
from qorgau.portal.check import check
from qorgau.safeguards import State

NOW = instant("2026-11-22 09:00")


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def custody(desk: Desk) -> str:
    """A night with a late questioning, a meal that never was, and no lawyer."""
    begun = instant("2026-11-21 02:00")
    booked = book(desk.officer, booking(desk), now=begun).custody
    for kind, happened in (
        ("RightsExplained", "2026-11-21 02:20"),
        ("LawyerRequested", "2026-11-21 02:25"),
        ("QuestioningBegan", "2026-11-21 03:00"),
        ("QuestioningEnded", "2026-11-21 08:30"),
    ):
        add_entry(desk.officer, booked, NewEntry(kind=kind, happened=(at(happened),)), now=NOW - 60)
    meal = add_entry(desk.officer, booked, NewEntry(kind="MealGiven"), now=NOW - 50)
    withdraw_entry(desk.officer, booked, meal.entry, why="No meal came.", now=NOW - 40)
    return booked


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.PARQUET, Form.XES])
def test_a_check_of_the_file_gives_the_verdicts_of_the_live_record(
    desk: Desk, custody: str, tmp_path: Path, form: Form
) -> None:
    done = write_register(desk.head, Asked(), tmp_path / f"register{form.ending}", form=form, now=NOW)
    assert done.map_path is not None
    out = tmp_path / "check.json"
    arguments = [str(done.path), "--map", str(done.map_path), "--law", "kz", "--json", str(out),
                 "--as-of", "2026-11-22 09:00"]  # fmt: skip
    ran = CliRunner().invoke(check, arguments, catch_exceptions=False)
    assert ran.exit_code in (0, 1), ran.output
    told: dict[str, Any] = json.loads(out.read_text())
    states = [state.value for state in State]
    checked = {
        (each["id"], each["basis"]): {state: each[state] for state in states if each.get(state)}
        for each in told["safeguards"]
        # A fact that no entry of the file holds makes no column: the check then says what it lacks.
        if not each["not_checked"]
    }
    live: dict[tuple[str, str], dict[str, int]] = {}
    for shown in record(desk.head, custody, as_of=NOW).verdicts:
        if shown.subject_role == "custody":
            key = (shown.safeguard.id, shown.verdict.basis.value)
            live.setdefault(key, {})[shown.verdict.state.value] = 1
    common = live.keys() & checked.keys()
    assert {key: checked[key] for key in common} == {key: live[key] for key in common}
    assert len(common) > 50
    assert Counter(state for states in live.values() for state in states)[State.BREACHED.value] > 0


@pytest.mark.parametrize("form", list(Form))
def test_no_name_stands_in_the_file_unless_it_was_asked_for(
    desk: Desk, custody: str, tmp_path: Path, form: Form
) -> None:
    plain, named = tmp_path / f"plain{form.ending}", tmp_path / f"named{form.ending}"
    write_register(desk.head, Asked(), plain, form=form, now=NOW)
    write_register(desk.head, Asked(with_names=True), named, form=form, now=NOW)
    if form in (Form.CSV, Form.XES, Form.OCEL_SQLITE):
        assert "Сарыбаев".encode() not in plain.read_bytes()
        assert "Сарыбаев".encode() in named.read_bytes()
    assert plain.stat().st_size < named.stat().st_size or form is Form.OCEL_SQLITE


def test_an_export_holds_only_what_is_within_reach(desk: Desk, custody: str, tmp_path: Path) -> None:
    far = write_register(desk.far_prosecutor, Asked(), tmp_path / "far.csv", form=Form.CSV, now=NOW)
    near = write_register(desk.prosecutor, Asked(), tmp_path / "near.csv", form=Form.CSV, now=NOW)
    assert (far.events, near.events > 10) == (0, True)
    with pytest.raises(NotPermitted):
        write_register(desk.officer, Asked(), tmp_path / "no.csv", form=Form.CSV, now=NOW)
    assert LookedAt.objects.filter(act="custody.export").count() == 2


def test_what_was_withdrawn_is_not_in_the_file(desk: Desk, custody: str, tmp_path: Path) -> None:
    done = write_register(desk.npm, Asked(), tmp_path / "register.csv", form=Form.CSV, now=NOW)
    text = done.path.read_text(encoding="utf-8")
    assert "QuestioningEnded" in text
    assert "MealGiven" not in text


def test_the_file_is_given_to_programs_and_from_the_page(desk: Desk, custody: str) -> None:
    head = Program(token_for(desk.head))
    answer = head.get("/export", format="csv")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    answer.close()
    assert (answer.status_code, custody.encode() in content) == (200, True)
    assert Program(token_for(desk.officer)).get("/export").status_code == 403
    client = signed_in(Role.HEAD_OF_PLACE, places=[desk.station])
    assert client.get("/custody/export/").status_code == 200
    page = client.get("/custody/export/", {"format": "xes"})
    assert b"<log" in b"".join(page.streaming_content)
    page.close()
    assert client.get("/custody/export/", {"format": "papyrus"}).status_code == 200
    assert signed_in(Role.CUSTODY_OFFICER, places=[desk.station]).get("/custody/export/").status_code == 403
