"""Correcting from the case page: the button, the old entry in sight, the second person's button."""

from tests.slices.access.people import signed_in_as
from tests.slices.complaints_web.test_desk_pages import NAME, complaint, officer_at
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.clock import now
from qorgau.complaints import actions, queries
from qorgau.complaints.facts.case import CaseEntry
from qorgau.recording.drafts import new_entry_id

HOUR = 3600


def found(desk: Actor, case_id: str) -> CaseEntry:
    officer = queries.case(desk, case_id, as_of=now()).officers[0].id
    actions.find_about(desk, case_id, officer, "found", reasons="told so", now=now() - HOUR)
    return next(
        each for each in queries.case(desk, case_id, as_of=now()).entries if each.kind == "FindingMade"
    )


def test_a_desk_corrects_from_the_timeline_and_the_old_entry_stays_in_sight(store: Store) -> None:
    desk = officer_at("prosecutors_office")
    case_id = complaint(desk)
    wrong = found(desk, case_id)
    client = signed_in_as(desk)
    page = client.get(f"/complaints/{case_id}/").content.decode()
    address = f"/complaints/{case_id}/entries/{wrong.id}/"
    assert address in page
    form = client.get(address).content.decode()
    assert "told so" in form
    keeper = next(iter(wrong.personal))
    typed = {
        "new-act_id": new_entry_id(), "new-why": "Another officer.", "new-fact_finding": "not_found",
        f"new-text_{keeper}_reasons": "told so",
    }  # fmt: skip
    assert client.post(address, typed).status_code == 302
    page = client.get(f"/complaints/{case_id}/").content.decode()
    assert "Another officer." in page
    assert f'href="#e-{wrong.id}"' in page
    assert f'id="e-{wrong.id}"' in page
    assert queries.case(desk, case_id, as_of=now()).officers[0].finding == "not_found"


def test_a_correction_without_a_reason_is_asked_for_one(sqlite_store: Store) -> None:
    desk = officer_at("prosecutors_office")
    case_id = complaint(desk)
    wrong = found(desk, case_id)
    client = signed_in_as(desk)
    answer = client.post(
        f"/complaints/{case_id}/entries/{wrong.id}/withdraw/", {"withdraw-act_id": new_entry_id()}
    )
    assert answer.status_code == 422
    assert not queries.case(desk, case_id, as_of=now()).set_aside


def test_a_second_person_confirms_from_the_timeline(sqlite_store: Store) -> None:
    desk, second = officer_at("prosecutors_office"), officer_at("prosecutors_office")
    case_id = complaint(desk)
    every = queries.case(desk, case_id, as_of=now()).entries
    served = next(each for each in every if each.kind == "OfficerServed")
    client = signed_in_as(desk)
    gone = client.post(
        f"/complaints/{case_id}/entries/{served.id}/withdraw/",
        {"withdraw-act_id": new_entry_id(), "withdraw-why": "Another officer served there."},
    )
    assert gone.status_code == 302
    waiting = next(each for each in queries.case(desk, case_id, as_of=now()).set_aside if each.waits)
    address = f"/complaints/{case_id}/entries/{waiting.id}/confirm/"
    assert address not in client.get(f"/complaints/{case_id}/").content.decode()
    other = signed_in_as(second)
    assert address in other.get(f"/complaints/{case_id}/").content.decode()
    assert other.post(address, {"act_id": new_entry_id()}).status_code == 302
    assert not queries.case(desk, case_id, as_of=now()).officers[0].services


def test_the_page_of_a_correction_shows_nothing_to_a_stranger(sqlite_store: Store) -> None:
    desk = officer_at("prosecutors_office")
    case_id = complaint(desk)
    wrong = found(desk, case_id)
    answer = signed_in_as(officer_at("investigative_courts")).get(
        f"/complaints/{case_id}/entries/{wrong.id}/"
    )
    assert answer.status_code == 404
    assert NAME not in answer.content.decode()
