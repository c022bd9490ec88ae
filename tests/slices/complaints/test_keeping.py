"""Replaying the record gives equal rows; evidence keeps its chain; nobody is erased while a case is open."""

import pytest
from django.forms.models import model_to_dict
from tests.slices.complaints.cases import PEOPLE, at, instant, of_outside, registered
from tests.slices.complaints.test_procedures import KPI, discipline
from tests.slices.complaints.test_worked_cases import investigated, move, seen
from tests.slices.mailboxes.bodies import NOW, complain, open_bodies
from tests.slices.store import Store

from qorgau.complaints import actions
from qorgau.complaints.entries import MOVED_KINDS, OWN_KINDS, SERVED_AT, WRITTEN_BELOW, LookedBecause
from qorgau.complaints.facts.keeping import keeper_of
from qorgau.complaints.facts.known import known_of
from qorgau.complaints.folding import TABLES
from qorgau.complaints.models import ComplaintClockRow, NamedRow, OfficerRow, ServiceRow
from qorgau.complaints.offered import NewEvidence
from qorgau.complaints.queries.lists import clock_state
from qorgau.complaints.refusal import ComplaintRefusal, TiedBody
from qorgau.mailboxes.actions import lodge
from qorgau.recording.history import history
from qorgau.recording.holds import StillHeld, refuse_if_held
from qorgau.recording.kinds import kinds_that_stay
from qorgau.recording.rebuilding import rebuild

HASH, OTHER = "ab" * 32, "cd" * 32


def rows() -> dict[str, list[dict[str, object]]]:
    return {
        table.__name__: sorted((model_to_dict(row) for row in table.objects.all()), key=repr)
        for table in (*TABLES, OfficerRow, ServiceRow)
    }


def everything() -> None:
    """A little of all that is folded."""
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    with pytest.raises(TiedBody):
        actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-05 12:00"))
    actions.take_case(PEOPLE.special, complaint, now=instant("2025-03-05 12:30"))
    officer = NamedRow.objects.get(complaint_id=complaint).officer_id
    actions.suspect(PEOPLE.special, complaint, officer, now=instant("2025-03-06 10:00"))
    actions.suspend(PEOPLE.special, complaint, officer, now=instant("2025-03-07 10:00"))
    actions.take_evidence(
        PEOPLE.special, complaint, NewEvidence(kind="recording", sha256=HASH), now=instant("2025-03-08 10:00")
    )
    why = dict.fromkeys(("scene_visited", "victim_heard", "forensic_examination_done"), "No time.")
    move(
        PEOPLE.special, run, "close", now="2025-04-01 10:00", ground="not_proven", reasons="So.", why_not=why
    )
    move(PEOPLE.prosecutor, run, "approve_closing", now="2025-04-02 10:00")
    actions.open_file(
        PEOPLE.prosecutor, complaint, because=LookedBecause.DUTY, now=instant("2025-04-03 10:00")
    )
    actions.report_reprisal(PEOPLE.npm, complaint, reasons="A cell.", now=instant("2025-04-04 10:00"))
    outside = of_outside("2025-03-01 09:00")
    actions.send_back(
        PEOPLE.ngo, outside, "police", happened=at("2025-03-02 10:00"), now=instant("2025-03-05 10:00")
    )
    actions.link(PEOPLE.npm, complaint, outside, now=instant("2025-04-05 10:00"))
    heard, its_run, _ = discipline()
    move(KPI, its_run, "hear_complainant", now="2025-03-10 10:00")
    actions.set_hearing(PEOPLE.npm, heard, instant("2025-06-02 10:00"), now=instant("2025-04-06 10:00"))
    lodge(complain(open_bodies()).envelope, now=NOW)


def test_rebuilding_gives_equal_rows(store: Store) -> None:
    everything()
    before = rows()
    assert [name for name, own in before.items() if not own] == []
    rebuild(as_of=NOW + 1000)
    assert rows() == before


def test_a_clock_read_later_is_what_assessing_later_would_say(sqlite_store: Store) -> None:
    complaint = registered()
    investigated(complaint, since="2025-03-05 10:00")
    known = known_of(complaint, history("complaint", complaint))
    assert known is not None
    for as_of in (instant("2025-03-05 12:00"), instant("2025-04-01 10:00"), instant("2025-09-01 10:00")):
        later = {
            (c.safeguard.id, c.basis.value, c.subject, c.clock.triggered.earliest): c.clock.state.value
            for c in known.clocks(as_of=as_of)
        }
        for row in ComplaintClockRow.objects.filter(complaint_id=complaint):
            key = (row.safeguard, row.basis, row.subject, row.triggered_at)
            assert clock_state(row, as_of=as_of) == later[key], key


def test_evidence_says_whose_hands_it_went_through(store: Store) -> None:
    complaint = registered()
    piece = actions.take_evidence(
        PEOPLE.prosecutor,
        complaint,
        NewEvidence(kind="recording", sha256=HASH.upper(), description="Corridor", sealed_copy=OTHER),
        now=instant("2025-03-04 10:00"),
    ).made["evidence"]
    actions.move_evidence(
        PEOPLE.prosecutor, complaint, piece, "forensic_centre", sha256=HASH, now=instant("2025-03-05 10:00")
    )
    found = seen(complaint, "2025-03-06 10:00").evidence[0]
    assert [held.body for held in found.chain] == ["prosecutors_office", "forensic_centre"]
    assert found.sealed_copy == OTHER
    assert found.unbroken
    with pytest.raises(ComplaintRefusal):
        actions.move_evidence(PEOPLE.prosecutor, complaint, piece, "courts", now=instant("2025-03-06 10:00"))


def test_another_fingerprint_breaks_the_chain_and_none_leaves_it_unchecked(sqlite_store: Store) -> None:
    complaint = registered()
    now = instant("2025-03-04 10:00")
    made = [
        actions.take_evidence(
            PEOPLE.prosecutor, complaint, NewEvidence(kind="document", sha256=HASH), now=now + number
        ).made["evidence"]
        for number in range(2)
    ]
    actions.move_evidence(PEOPLE.prosecutor, complaint, made[0], "courts", sha256=OTHER, now=now + 60)
    actions.move_evidence(PEOPLE.prosecutor, complaint, made[1], "courts", now=now + 61)
    by_id = {each.id: each for each in seen(complaint, "2025-03-06 10:00").evidence}
    assert not by_id[made[0]].unbroken
    assert by_id[made[1]].unbroken
    assert by_id[made[1]].unchecked == 1


def test_nobody_is_erased_while_their_complaint_is_open(sqlite_store: Store) -> None:
    complaint = registered()
    officer = NamedRow.objects.get(complaint_id=complaint).officer_id
    for person in (keeper_of(complaint), officer):
        with pytest.raises(StillHeld):
            refuse_if_held(person, as_of=instant("2026-03-04 10:00"))


def test_no_bundle_carries_a_complaint_to_a_place() -> None:
    assert {*OWN_KINDS, *MOVED_KINDS, *WRITTEN_BELOW, SERVED_AT} <= kinds_that_stay()
