"""A body tied to the accused learns who complained from two members of the preventive mechanism, never from one."""

import pytest
from django.test import Client
from tests.slices.access.people import actor, person, signed_in_as
from tests.slices.complaints.cases import PEOPLE, instant, registered
from tests.slices.complaints.test_who_sees_what import AS_OF, NPM_COLLEAGUE, before_the_police
from tests.slices.complaints_api.desks import program
from tests.slices.custody.api.programs import Program
from tests.slices.mailboxes.bodies import NOW, complain, open_bodies
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.models import EnvelopeRow
from qorgau.mailboxes.queries import status_words

LATER = AS_OF + 3600


def released(complaint: str, *, by: Actor = PEOPLE.npm) -> str:
    done = actions.release_identity(by, complaint, "police", ground="consent", now=AS_OF)
    assert done.improves == ("identity",)
    return done.entries[0]


def is_told(complaint: str) -> bool:
    return not queries.case(PEOPLE.police, complaint, as_of=LATER).told.hidden


def test_one_member_alone_tells_a_tied_body_nothing_and_two_do(store: Store) -> None:
    complaint = before_the_police()
    release = released(complaint)
    assert not is_told(complaint)
    actions.confirm_correction(NPM_COLLEAGUE, complaint, release, now=AS_OF + 60)
    assert is_told(complaint)


def refused(who: Actor, complaint: str, release: str) -> str:
    with pytest.raises(ComplaintRefusal) as refusal:
        actions.confirm_correction(who, complaint, release, now=AS_OF + 60)
    assert not is_told(complaint)
    return refusal.value.key.removeprefix("complaints.")


def test_neither_the_same_member_nor_anybody_of_another_office_is_the_second(sqlite_store: Store) -> None:
    complaint = before_the_police()
    release = released(complaint)
    assert refused(PEOPLE.npm, complaint, release) == "not_by_the_same_person"
    assert refused(PEOPLE.prosecutor, complaint, release) == "second_of_the_mechanism"


def test_a_second_account_of_the_same_name_in_any_spelling_is_not_a_second_person(
    sqlite_store: Store,
) -> None:
    complaint = before_the_police()
    first = person(Role.NPM_MEMBER, body="npm", name="Aynabek Test")
    release = released(complaint, by=first)
    again = person(Role.NPM_MEMBER, body="npm", name="Тест Айнабек")
    assert refused(again, complaint, release) == "perhaps_the_same_person"
    other = person(Role.NPM_MEMBER, body="npm", name="Zarina Test")
    actions.confirm_correction(other, complaint, release, now=AS_OF + 60)
    assert is_told(complaint)


def test_what_was_told_to_a_body_before_it_was_known_to_be_tied_is_told_anew_by_two(
    sqlite_store: Store,
) -> None:
    said = Particulars(about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="special_prosecutors")
    complaint = registered(particulars=said)
    actions.forward(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-05 10:00"))
    done = actions.release_identity(PEOPLE.prosecutor, complaint, "police", ground="consent", now=AS_OF)
    assert not done.improves
    assert is_told(complaint)
    tied = Particulars(about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police")
    actions.state_particulars(PEOPLE.prosecutor, complaint, tied, now=AS_OF + 60)
    assert not is_told(complaint)
    actions.confirm_correction(NPM_COLLEAGUE, complaint, released(complaint), now=AS_OF + 120)
    assert is_told(complaint)


def test_the_complainant_reads_of_it_from_the_confirmation_on(sqlite_store: Store) -> None:
    who = complain(open_bodies())
    complaint = lodge(who.envelope, now=NOW).complaint_id
    reader = actor(Role.COMPLAINTS_OFFICER, body="special_prosecutors")
    said = Particulars(about=About.TORTURE, act_on="2025-12-30", accused_body="police")
    actions.read_sealed(reader, complaint, said, now=NOW + 3600)
    before = status_words(complaint).last
    done = actions.release_identity(PEOPLE.npm, complaint, "police", ground="consent", now=NOW + 7200)
    assert status_words(complaint).last == before
    assert EnvelopeRow.objects.get().identity_released_at is None
    actions.confirm_correction(NPM_COLLEAGUE, complaint, done.entries[0], now=NOW + 86_400)
    assert status_words(complaint).last == "IdentityReleased"
    assert EnvelopeRow.objects.get().identity_released_at is not None


def desk(name: str) -> Client:
    return signed_in_as(person(Role.NPM_MEMBER, body="npm", name=name))


def test_on_the_page_one_member_tells_and_another_confirms(sqlite_store: Store) -> None:
    complaint = before_the_police()
    first, second = desk("Aliya One"), desk("Zarina Two")
    address = f"/complaints/{complaint}/act/release_identity/"
    assert 'value="court_order"' in first.get(address).content.decode()
    sent = {"act_id": "a" * 32, "to_body": "police", "ground": "court_order", "reasons": "Case 7."}
    said = first.post(address, sent, follow=True).content.decode()
    assert "second member of the preventive mechanism" in said
    (waiting,) = queries.case(PEOPLE.npm, complaint, as_of=now() + 60).set_aside
    confirm = f"/complaints/{complaint}/entries/{waiting.id}/confirm/"
    assert confirm not in said
    assert "Case 7." in second.get(f"/complaints/{complaint}/").content.decode()
    assert confirm in second.get(f"/complaints/{complaint}/").content.decode()
    first.post(confirm, {"act_id": "b" * 32})
    assert queries.case(PEOPLE.police, complaint, as_of=now() + 60).told.hidden
    second.post(confirm, {"act_id": "c" * 32})
    assert not queries.case(PEOPLE.police, complaint, as_of=now() + 60).told.hidden


def test_for_programs_too_it_waits_for_another_member(sqlite_store: Store) -> None:
    complaint = before_the_police()
    first, second = programs("first"), programs("second")
    told = first.post(f"/complaints/{complaint}/releases", {"to_body": "police", "ground": "consent"}).json()
    assert told["waits"] is True
    (waiting,) = second.get(f"/complaints/{complaint}").json()["waiting"]
    confirm = f"/complaints/{complaint}/entries/{waiting['id']}/confirmations"
    assert first.post(confirm, {}).status_code == 422
    done = second.post(confirm, {})
    assert (done.status_code, done.json()["waits"]) == (201, False)


def programs(account: str) -> Program:
    return program(PEOPLE.npm, account=account, name=f"Member {account}")
