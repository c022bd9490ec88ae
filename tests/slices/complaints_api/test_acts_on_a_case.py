"""Every further act of a program on a case leaves what it says, and what may not be is refused."""

from typing import Any

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import PEOPLE
from tests.slices.complaints_api.desks import TORTURE, later, program
from tests.slices.custody.api.programs import Program
from tests.slices.mailboxes.bodies import complain, open_bodies
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.mailboxes.actions import lodge

PRINT = "ab" * 32


@pytest.fixture
def desk(sqlite_store: Store) -> Program:
    return program(PEOPLE.prosecutor)


@pytest.fixture
def case(desk: Program) -> str:
    return f"/complaints/{desk.post('/complaints', TORTURE).json()['complaint']}"


def did(desk: Program, path: str, body: Any = None) -> dict[str, Any]:
    answer = desk.post(path, body)
    assert answer.status_code == 201, answer.content
    told: dict[str, Any] = answer.json()
    assert all(each["promise"] for each in told["entries"])
    return told


def test_allegation_finding_recommended_and_imposed_penalty_stand_apart(desk: Program, case: str) -> None:
    officer = did(desk, f"{case}/officers", {"described_as": "Tall, left-handed."})["made"]["officer"]
    of = f"{case}/officers/{officer}"
    did(desk, f"/complaints/officers/{officer}/services", {"body": "police", "since": "2020-01-01"})
    for act in ("suspicions", "suspensions", "returns"):
        did(desk, f"{of}/{act}", {})
    did(desk, f"{of}/findings", {"finding": "found"})
    did(desk, f"{of}/recommendations", {"penalty": "dismissal"})
    did(desk, f"{of}/penalties", {"penalty": "reprimand"})
    shown = next(each for each in desk.get(case).json()["officers"] if each["id"] == officer)
    assert (shown["finding"], shown["recommended"], shown["imposed"]) == ("found", "dismissal", "reprimand")
    assert shown["final"] is False
    assert None not in (shown["suspected"], shown["suspended"], shown["returned"])
    history = desk.get(f"/complaints/officers/{officer}").json()
    assert (history["alleged"], history["found"]) == (1, 1)
    assert desk.post(f"{of}/findings", {"finding": "guilty"}).status_code == 422


def test_evidence_says_who_held_it_and_whether_it_is_the_same(desk: Program, case: str) -> None:
    piece = did(desk, f"{case}/evidence", {"kind": "recording", "sha256": PRINT})["made"]["evidence"]
    did(desk, f"{case}/evidence/{piece}/moves", {"to_body": "forensic_centre", "sha256": "cd" * 32})
    (shown,) = desk.get(case).json()["evidence"]
    assert [held["body"] for held in shown["chain"]] == ["prosecutors_office", "forensic_centre"]
    assert shown["unbroken"] is False
    away = desk.post(f"{case}/evidence/{piece}/moves", {"to_body": "police"})
    assert away.status_code == 422


def test_hearings_stand_in_the_calendar_and_none_is_set_for_the_past(desk: Program, case: str) -> None:
    hearing = did(desk, f"{case}/hearings", {"set_for": "2100-01-05 10:00"})["made"]["hearing"]
    found = desk.get("/complaints/hearings", until="2101-01-01").json()["hearings"]
    assert [each["hearing"] for each in found] == [hearing]
    assert desk.post(f"{case}/hearings", {"set_for": "2020-01-05 10:00"}).status_code == 422
    did(desk, f"{case}/hearings/{hearing}/holdings", {"victim_present": True})
    assert desk.get(case).json()["hearings"][0]["heard"]


def test_reprisal_protection_transfer_and_withdrawal_and_nothing_stops(desk: Program, case: str) -> None:
    run = did(desk, f"{case}/reprisals", {"reasons": "Moved to a cold cell."})["made"]["run"]
    did(desk, f"{case}/protection-wishes", {"measure": "guard"})
    did(desk, f"{case}/protections", {"measure": "guard"})
    did(desk, f"{case}/transfer-wishes", {})
    did(desk, f"{case}/withdrawal-wishes", {})
    shown = desk.get(case).json()
    assert shown["reprisals"] == 1
    assert shown["withdrawal_asked"]
    assert not next(each for each in shown["runs"] if each["id"] == run)["ended"]
    assert desk.post(f"{case}/contacts", {}).status_code == 422
    did(program(PEOPLE.npm), f"{case}/contacts", {})


def test_two_complaints_are_linked_and_parties_take_part(desk: Program, case: str) -> None:
    other = desk.post("/complaints", TORTURE).json()["complaint"]
    did(desk, f"{case}/links", {"other": other})
    assert desk.get(case).json()["linked_to"] == [other]
    lawyer = program(PEOPLE.lawyer)
    assert lawyer.get(case).status_code == 404
    did(desk, f"{case}/parties", {"account": "lawyer", "part": "lawyer"})
    assert lawyer.get(case).status_code == 200
    assert {each["account"] for each in lawyer.get(f"{case}/looks").json()["looks"]} >= {"lawyer"}
    did(desk, f"{case}/parties/lawyer/endings")
    assert lawyer.get(case).status_code == 404


def test_what_is_lodged_here_is_never_sent_back_unregistered(desk: Program, case: str) -> None:
    assert desk.post(f"{case}/sendings-back", {"body": "police"}).status_code == 422
    outside = {**TORTURE, "way": "ngo", "to_body": "police", "outside": True}
    ngo = program(PEOPLE.ngo)
    followed = f"/complaints/{did(ngo, '/complaints', outside)['complaint']}"
    did(ngo, f"{followed}/sendings-back", {"body": "police_internal_security"})
    did(ngo, f"{followed}/court-refusals", {"court": "investigative_courts"})
    did(ngo, f"{followed}/told", {"kind": "InvestigatorAssigned", "body": "police"})
    assert ngo.get(followed).json()["sent_back"]


def test_forwarded_it_is_before_the_other_body(desk: Program, case: str) -> None:
    special = program(PEOPLE.special)
    assert special.get(case).status_code == 404
    did(desk, f"{case}/forwardings", {"body": "special_prosecutors"})
    assert special.get(case).status_code == 200


def test_the_envelope_goes_to_the_opener_and_what_it_says_comes_back(sqlite_store: Store) -> None:
    sealed = complain(open_bodies()).envelope
    complaint = lodge(sealed, now=now()).complaint_id
    opener = program(actor(Role.COMPLAINTS_OFFICER, body="special_prosecutors", account="desk"))
    waiting = opener.get("/complaints/envelopes").json()["envelopes"]
    assert [each["complaint"] for each in waiting] == [complaint]
    answer = opener.get(f"/complaints/{complaint}/envelope")
    assert answer.content.decode() == sealed.as_json()
    assert program(PEOPLE.police).get(f"/complaints/{complaint}/envelope").status_code == 404
    did(opener, f"/complaints/{complaint}/readings", {"about": "torture", "plain_agrees": "yes"})
    assert opener.get("/complaints/envelopes").json()["total"] == 0
    assert opener.get(f"/complaints/{complaint}").json()["about"] == "torture"


def test_an_officer_of_the_same_key_is_named_once(desk: Program, case: str) -> None:
    named = {"name": "Second Invented", "body": "police", "since": "2021-01-01"}
    first = desk.post(f"{case}/officers", named, key="k").json()["made"]["officer"]
    assert desk.post(f"{case}/officers", named, key="k").json()["made"]["officer"] == first
    assert len(desk.get(case).json()["officers"]) == 2
    assert desk.post("/complaints/officers/searches", {"name": "second invented"}).json()["officers"] == [
        first
    ]


def test_service_stated_again_with_the_same_key_is_stated_once(
    desk: Program, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = desk.get(case).json()["officers"][0]["id"]
    address, served = f"/complaints/officers/{officer}/services", {"body": "mia", "since": "2017-01-01"}
    first = desk.post(address, served, key="served")
    later(monkeypatch, 30)  # sent again later, as a program does that had no answer
    again = desk.post(address, served, key="served")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["entries"][0]["entry"] == first.json()["entries"][0]["entry"]
