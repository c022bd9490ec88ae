"""Nobody disappears from the list by the single word of somebody who does not hold them."""

import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.enquiries.asking import asked
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.models import CustodyRow
from qorgau.enquiries.actions import Decision, answer
from qorgau.enquiries.entries import IdentityCheck
from qorgau.enquiries.refusal import EnquiryRefusal
from qorgau.safeguards import State

LATER = instant("2026-11-24 12:00")
JUDGE = "kz/judge_within_48_hours"


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk) -> str:
    custody = actions.book(desk.officer, booking(desk), now=NIGHT).custody
    actions.give_mandate(desk.officer, custody, account=desk.lawyer.account, now=NIGHT + HOUR)
    return custody


def said(desk: Desk, custody: str, who: str, kind: str = "Released") -> str:
    told = NewEntry(kind=kind, happened=(at("2026-11-21 06:00"),))
    return actions.add_entry(getattr(desk, who), custody, told, now=instant("2026-11-21 07:00")).entry


@pytest.mark.parametrize(("who", "word"), [("lawyer", "lawyer"), ("court", "court")])
def test_a_release_that_only_a_lawyer_or_a_court_reports_leaves_the_person_on_the_list(
    desk: Desk, who: str, word: str
) -> None:
    custody = booked(desk)
    said(desk, custody, who)
    row = queries.held_row(desk.officer, custody, as_of=LATER)
    assert (row.status, row.place, "said_released" in row.missing) == ("held", desk.station, True)
    where = queries.record(desk.head, custody, as_of=LATER).whereabouts
    assert (where.status, where.said_ended, where.said_ended_by) == ("held", "released", word)


def test_the_clocks_run_on_until_the_place_confirms(desk: Desk) -> None:
    custody = booked(desk)
    said(desk, custody, "court")
    judge = {
        each.safeguard.id: each.verdict.state
        for each in queries.record(desk.head, custody, as_of=LATER).national
    }[JUDGE]
    assert judge is State.BREACHED


def test_the_place_confirms_with_its_own_time_and_custody_ends(desk: Desk) -> None:
    custody = booked(desk)
    first = said(desk, custody, "lawyer")
    own = NewEntry(kind="Released", happened=(at("2026-11-21 06:30"),), account_of=first)
    actions.add_entry(desk.officer, custody, own, now=instant("2026-11-21 08:00"))
    row = CustodyRow.objects.get()
    assert (row.status, row.is_here, "said_released" in row.missing) == ("released", False, False)
    assert queries.record(desk.head, custody, as_of=LATER).whereabouts.said_ended == ""


def test_what_a_desk_types_of_another_s_word_counts_as_its_own(desk: Desk) -> None:
    custody = booked(desk)
    told = NewEntry(kind="Released", happened=(at("2026-11-21 06:00", said_by="person"),))
    actions.add_entry(desk.officer, custody, told, now=instant("2026-11-21 07:00"))
    assert CustodyRow.objects.get().status == "released"


def test_of_somebody_said_to_have_died_no_enquirer_is_told_that_they_are_held(desk: Desk) -> None:
    custody = booked(desk)
    told = NewEntry(kind="Died", happened=(at("2026-11-21 06:00", said_by="doctor"),))
    independent = person(Role.DOCTOR, places=[desk.station], said_by="doctor")
    actions.add_entry(independent, custody, told, now=instant("2026-11-21 07:00"))
    assert "said_died" in CustodyRow.objects.get().missing
    enquiry = asked(now=LATER).enquiry
    decided = Decision(check=IdentityCheck.DOCUMENT_SEEN, custody=custody)
    with pytest.raises(EnquiryRefusal):
        answer(desk.prosecutor, enquiry, decided, now=LATER + HOUR)


def test_the_record_page_and_the_list_say_who_reports_it_and_offer_to_confirm(desk: Desk) -> None:
    custody = booked(desk)
    first = said(desk, custody, "lawyer")
    client = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station]))
    page = client.get(f"/custody/{custody}/").content.decode()
    assert f"/custody/{custody}/add/Released/?account_of={first}" in page
    assert "not confirmed by the place" in page
    assert "not confirmed by the place" in client.get("/board/?missing=said_released").content.decode()
