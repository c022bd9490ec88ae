"""A complaint that somebody else types in: registered by that very act, and only by who may."""

import uuid
from dataclasses import replace

import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.places.people import ADMINISTRATOR, IVS
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.complaints.models import ComplaintRow
from qorgau.places import actions
from qorgau.recording.models import StoredEntry

TEXT = "Canary of a told complaint"


@pytest.fixture
def place(sqlite_store: Store) -> str:
    return actions.list_place(ADMINISTRATOR, replace(IVS, kind="station"), now=now())


def typed(place: str, **more: str) -> dict[str, str]:
    return {
        "act_id": uuid.uuid4().hex,
        "way": "oral",
        "to_body": "special_prosecutors",
        "on_behalf": "self",
        "naming": "confidential",
        "name": "Invented Person",
        "narrative": TEXT,
        "about": "torture",
        "act_on": "2026-05-03",
        "place": place,
    } | more


def test_a_member_of_the_mechanism_types_in_what_was_told_and_it_is_registered(place: str) -> None:
    browser = signed_in_as(person(Role.NPM_MEMBER, body="npm"))
    page = browser.post("/complain/typed/", typed(place)).content.decode()
    row = ComplaintRow.objects.get()
    assert row.complaint_id in page
    assert (row.way, row.to_body, row.place_id) == ("oral", "special_prosecutors", place)
    assert {"ComplaintLodged", "ComplaintRegistered"} & set(
        StoredEntry.objects.values_list("kind", flat=True)
    )


def test_what_was_told_is_not_in_the_record_in_the_clear(place: str) -> None:
    signed_in_as(person(Role.NPM_MEMBER, body="npm")).post("/complain/typed/", typed(place))
    stored = b"".join(bytes(each) for each in StoredEntry.objects.values_list("body", flat=True))
    assert TEXT.encode() not in stored
    assert b"Invented Person" not in stored


def test_sent_twice_it_is_one_complaint(place: str) -> None:
    browser, form = signed_in_as(person(Role.LAWYER)), typed(place)
    for _ in range(2):
        assert browser.post("/complain/typed/", form).status_code == 200
    assert ComplaintRow.objects.count() == 1


def test_an_opened_letter_is_asked_about_and_kept(place: str) -> None:
    browser = signed_in_as(person(Role.COURT_REGISTRY, body="courts"))
    letter = typed(place, way="letter", addressee="court", letter_opened="yes")
    assert browser.post("/complain/typed/", letter).status_code == 200
    lodged = StoredEntry.objects.get(kind="ComplaintLodged")
    assert b'"letter_opened":"yes"' in bytes(lodged.body)


def test_only_a_doctor_is_asked_for_the_three_consents(place: str) -> None:
    asked = {
        role: 'name="photograph"'
        in signed_in_as(person(role, body="ministry_of_health")).get("/complain/typed/").content.decode()
        for role in (Role.DOCTOR, Role.LAWYER)
    }
    assert asked == {Role.DOCTOR: True, Role.LAWYER: False}


def test_a_lawyer_is_not_offered_to_take_a_case_up_and_a_prosecutor_is(place: str) -> None:
    offered = {
        role: 'value="ex_officio"' in signed_in_as(person(role)).get("/complain/typed/").content.decode()
        for role in (Role.LAWYER, Role.DUTY_PROSECUTOR)
    }
    assert offered == {Role.LAWYER: False, Role.DUTY_PROSECUTOR: True}


def test_an_anonymous_complaint_with_a_name_is_sent_back_to_its_field(place: str) -> None:
    browser = signed_in_as(person(Role.NPM_MEMBER, body="npm"))
    answer = browser.post("/complain/typed/", typed(place, naming="anonymous"))
    assert answer.status_code == 422
    assert ComplaintRow.objects.count() == 0


def test_who_guards_the_place_cannot_register_a_complaint_about_it(place: str) -> None:
    browser = signed_in_as(person(Role.CUSTODY_OFFICER, places=[place]))
    assert browser.post("/complain/typed/", typed(place)).status_code == 403
