"""What programs do with complaints: in by the register, on to a body, through a procedure; and what they are refused."""

import pytest
from tests.slices.complaints.cases import PEOPLE
from tests.slices.complaints_api.desks import TORTURE, later, program
from tests.slices.custody.api.programs import Program
from tests.slices.store import Store

from qorgau.complaints.models import AssignmentRow, ComplaintOpeningRow, ComplaintRow


@pytest.fixture
def desk(sqlite_store: Store) -> Program:
    return program(PEOPLE.prosecutor)


@pytest.fixture
def complaint(desk: Program) -> str:
    answer = desk.post("/complaints", TORTURE)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["complaint"])


def test_registered_by_the_very_act_that_lodges_it(desk: Program, complaint: str) -> None:
    line = desk.get("/complaints").json()["complaints"][0]
    assert line["complaint"] == complaint
    assert line["registered"] is not None
    assert ComplaintRow.objects.get(pk=complaint).about == "torture"


def test_the_same_key_registers_once_and_another_content_is_refused(desk: Program) -> None:
    first = desk.post("/complaints", TORTURE, key="one")
    again = desk.post("/complaints", TORTURE, key="one")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["entries"][0]["commitment"] == first.json()["entries"][0]["commitment"]
    assert again.json()["is_new"] is False
    assert ComplaintRow.objects.count() == 1
    other = desk.post("/complaints", {**TORTURE, "narrative": "Something else."}, key="one")
    assert other.status_code == 409
    assert other.json()["type"] == "/api/#key_used"


def test_a_case_is_read_as_it_stands_and_the_look_is_entered(desk: Program, complaint: str) -> None:
    case = desk.get(f"/complaints/{complaint}").json()
    assert case["about"] == "torture"
    assert case["complainant"]["name"] == "Invented Complainant"
    assert case["officers"][0]["name"] == "Sergeant Invented"
    assert case["named_not_suspected"] == [case["officers"][0]["id"]]
    assert {"complaints.assign", "complaints.move"} <= set(case["may"])
    tied = {each["body"]: each["tie"] for each in case["routing"]["candidates"]}
    assert tied["special_prosecutors"] is None
    assert ComplaintOpeningRow.objects.filter(complaint_id=complaint).count() == 1


def test_a_body_that_the_case_is_not_before_learns_nothing(desk: Program, complaint: str) -> None:
    stranger = program(PEOPLE.police)
    assert stranger.get("/complaints").json()["total"] == 0
    there, nowhere = stranger.get(f"/complaints/{complaint}"), stranger.get("/complaints/nothing")
    assert there.status_code == nowhere.status_code == 404
    assert there.json() == nowhere.json()


def test_the_accused_body_is_refused_with_the_path_and_the_refusal_is_kept(
    desk: Program, complaint: str
) -> None:
    answer = desk.post(f"/complaints/{complaint}/assignments", {"body": "police_internal_security"})
    told = answer.json()
    assert answer.status_code == 409
    assert told["type"] == "/api/#tied_body"
    assert told["path"][0] == "police_internal_security"
    assert told["path"][-1] == "police"
    row = AssignmentRow.objects.get(complaint_id=complaint)
    assert row.refused
    kept = desk.get(f"/complaints/{complaint}").json()["assignments"][0]
    assert (kept["entry"], kept["path"]) == (told["entry"], told["path"])


def test_an_open_body_gets_the_case_and_the_run_of_the_law_begins(desk: Program, complaint: str) -> None:
    answer = desk.post(f"/complaints/{complaint}/assignments", {"body": "special_prosecutors"}, key="given")
    run = answer.json()["made"]["run"]
    again = desk.post(f"/complaints/{complaint}/assignments", {"body": "special_prosecutors"}, key="given")
    assert (answer.status_code, again.status_code) == (201, 200)
    shown = desk.get(f"/complaints/{complaint}/runs/{run}").json()
    assert shown["procedure"] == "kz/criminal_investigation"
    assert [step["move"] for step in shown["path"]][-1] == "assign_torture"
    assert shown["ended"] is False


def test_moves_say_what_is_open_and_why_one_is_refused(
    desk: Program, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = desk.post(f"/complaints/{complaint}/assignments", {"body": "special_prosecutors"}).json()["made"]
    special, moves = program(PEOPLE.special), f"/complaints/{complaint}/runs/{run['run']}/moves"
    later(monkeypatch, 1)  # the record keeps no order between two acts of one second
    opened = special.post(moves, {"move": "open_investigation"})
    assert opened.status_code == 201, opened.content
    shown = special.get(f"/complaints/{complaint}/runs/{run['run']}").json()
    assert shown["stage"] == "investigated"
    closing = next(each for each in shown["open_moves"] if each["id"] == "close")
    assert closing["yours"]
    assert any(ground["refused"] for ground in closing["grounds"])
    refused = special.post(moves, {"move": "close", "ground": "officer_not_named"})
    assert refused.status_code == 409
    assert refused.json()["type"] == "/api/#move_refused"
    assert len(refused.json()["errors"]) > 1
    assert special.post(moves, {"move": "fly"}).status_code in (409, 422)


def test_a_run_of_another_case_is_not_moved_through_this_one(desk: Program, complaint: str) -> None:
    other = desk.post("/complaints", TORTURE).json()["complaint"]
    run = desk.post(f"/complaints/{other}/assignments", {"body": "special_prosecutors"}).json()["made"]["run"]
    assert desk.post(f"/complaints/{complaint}/runs/{run}/moves", {"move": "close"}).status_code == 404


def test_the_drawing_is_svg_without_script(desk: Program, complaint: str) -> None:
    run = desk.post(f"/complaints/{complaint}/runs", {"procedure": "kz/reprisal"}).json()["made"]["run"]
    answer = desk.get(f"/complaints/{complaint}/runs/{run}/diagram")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
    assert b"<script" not in answer.content


def test_oversight_counts_and_names_nobody(desk: Program, complaint: str) -> None:
    answer = program(PEOPLE.analyst).get("/complaints/oversight")
    assert answer.json()["tally"]["complaints"] == 1
    assert answer.json()["bodies"][0]["body"] == "prosecutors_office"
    assert "Invented" not in answer.content.decode()


def test_a_case_is_taken_handed_over_and_recused_from(desk: Program, complaint: str) -> None:
    program(PEOPLE.colleague)
    assert desk.post(f"/complaints/{complaint}/takings").status_code == 201
    given = desk.post(f"/complaints/{complaint}/hand-overs", {"to_account": "colleague"})
    assert given.status_code == 201, given.content
    aside = desk.post(f"/complaints/{complaint}/recusals", {"because": "kinship"})
    assert aside.status_code == 201
    held = desk.post(f"/complaints/{complaint}/takings")
    assert held.status_code == 422
