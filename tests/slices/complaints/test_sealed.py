"""What came sealed: registered in its hour, read by the body that opens it, told to whoever holds the code."""

from datetime import UTC, datetime

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import PEOPLE, instant, officer_of, registered
from tests.slices.mailboxes.bodies import NOW, complain, open_bodies
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Known, Status
from qorgau.complaints.facts.assessing import _of_each
from qorgau.complaints.facts.known import known_of
from qorgau.complaints.models import ComplaintRow, NamedRow
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.queries import status_words
from qorgau.recording.history import history
from qorgau.safeguards import State

HOUR = NOW - NOW % 3600
DESK = actor(Role.COMPLAINTS_OFFICER, body="special_prosecutors", account="desk")


@pytest.fixture
def sealed(store: Store) -> str:
    return lodge(complain(open_bodies()).envelope, now=NOW).complaint_id


def test_a_sealed_complaint_is_in_the_register_in_the_hour_it_came(sealed: str) -> None:
    row = ComplaintRow.objects.get(pk=sealed)
    assert row.is_sealed
    assert row.lodged_at == row.registered_at == HOUR
    assert row.status == Status.RECEIVED
    assert row.registered_by == ""
    found = queries.case(PEOPLE.npm, sealed, as_of=NOW + 7200)
    verdict = next(
        each.verdict
        for each in found.judged
        if each.safeguard.id == "kz/complaint_registered" and each.verdict.basis == "national_law"
    )
    assert verdict.state is State.MET


def test_the_body_states_in_codes_what_it_opened(sealed: str) -> None:
    said = Particulars(
        about=About.TORTURE, act_on="2025-12-20", officers=(officer_of(),), plain_agrees=Known.YES
    )
    actions.read_sealed(DESK, sealed, said, now=NOW + 7200)
    row = ComplaintRow.objects.get(pk=sealed)
    assert (row.about, row.act_on, row.status) == ("torture", "2025-12-20", Status.OPENED)
    assert row.read_at == NOW + 7200
    assert NamedRow.objects.filter(complaint_id=sealed).count() == 1


def test_no_bodys_word_that_it_is_about_something_else_stops_a_clock(sealed: str) -> None:
    actions.read_sealed(DESK, sealed, Particulars(about=About.OTHER), now=NOW + 7200)
    rule = "international/complaint_examined_promptly"
    watched = queries.case(PEOPLE.npm, sealed, as_of=NOW + 90_000).judged
    assert any(each.safeguard.id == rule for each in watched)
    actions.state_particulars(PEOPLE.npm, sealed, Particulars(about=About.OTHER), now=NOW + 10_000)
    watched = queries.case(PEOPLE.npm, sealed, as_of=NOW + 90_000).judged
    assert not any(each.safeguard.id == rule for each in watched)


def test_only_the_body_that_received_it_opens_it(sealed: str) -> None:
    with pytest.raises(NoSuchComplaint):
        actions.read_sealed(PEOPLE.police, sealed, Particulars(), now=NOW + 7200)
    with pytest.raises(NotPermitted):
        queries.inbox(PEOPLE.administrator, as_of=NOW)
    assert [line.row.complaint_id for line in queries.inbox(DESK, as_of=NOW + 7200).lines] == [sealed]
    assert queries.inbox(PEOPLE.police, as_of=NOW + 7200).total == 0


def test_what_was_typed_in_is_not_opened(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(ComplaintRefusal):
        actions.read_sealed(PEOPLE.prosecutor, complaint, Particulars(), now=instant("2025-03-04 10:00"))


def test_whoever_holds_the_code_is_told_how_it_stands(sealed: str) -> None:
    assert status_words(sealed).state == "registered"
    actions.read_sealed(DESK, sealed, Particulars(about=About.TORTURE), now=NOW + 7200)
    told = status_words(sealed)
    assert told.state == "ComplaintRead"
    assert told.body == "special_prosecutors"
    assert told.last_on is not None
    assert told.last_on % 86_400 == 0


def test_whoever_holds_the_code_is_told_the_day_as_it_was_at_the_place(sealed: str) -> None:
    half_past_midnight = instant("2026-02-03 00:30")
    actions.read_sealed(DESK, sealed, Particulars(about=About.TORTURE), now=half_past_midnight)
    # In UTC it is still 2 February; a status says its days as midnights in UTC, so that no reader's zone moves them.
    assert status_words(sealed).last_on == int(datetime(2026, 2, 3, tzinfo=UTC).timestamp())


def test_verdicts_found_for_another_of_the_hour_are_those_of_this_one(embedded_two: tuple[str, str]) -> None:
    found = [queries.case(PEOPLE.npm, each, as_of=NOW + 90_000) for each in embedded_two]
    for case in found:
        known = known_of(case.complaint, history("complaint", case.complaint))
        assert known is not None
        afresh = tuple(_of_each(known.story, case.complaint, NOW + 90_000))
        assert case.judged == afresh
        assert {each.verdict.subject for each in case.judged} == {case.complaint}


@pytest.fixture
def embedded_two(sqlite_store: Store) -> tuple[str, str]:
    bodies = open_bodies()
    first, second = complain(bodies), complain(bodies, "Another night.")
    return lodge(first.envelope, now=NOW).complaint_id, lodge(second.envelope, now=NOW + 60).complaint_id
