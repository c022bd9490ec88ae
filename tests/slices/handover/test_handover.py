"""One shift says what the next must know; another person takes over; both stand on the record."""

import pytest
from tests.slices.access.people import actor
from tests.slices.custody.desk import Desk, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody.actions import book
from qorgau.handover.actions import HandoverRefusal, hand_over, take_over
from qorgau.handover.models import HandoverRow
from qorgau.handover.queries import handovers, note_of, shift_began
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.models import StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import record

NOW = instant("2026-11-21 08:00")


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


def given(desk: Desk, note: str = "Cell 4 has no light.") -> str:
    return hand_over(desk.officer, desk.station, note=note, now=NOW, act_id=new_entry_id())


def test_a_handover_carries_the_counts_of_its_moment(desk: Desk) -> None:
    book(desk.officer, booking(desk), now=instant("2026-11-21 02:30"))
    row = HandoverRow.objects.get(pk=given(desk))
    assert (row.held, row.given_by, row.taken_by) == (1, desk.officer.account, "")


def test_the_note_stands_nowhere_in_clear_and_the_next_shift_reads_it(desk: Desk) -> None:
    shift = given(desk, "Қарақат in cell 4 must not be left alone.")
    stored = b"".join(bytes(body) for body in StoredEntry.objects.values_list("body", flat=True))
    assert "Қарақат".encode() not in stored
    assert note_of(shift) == "Қарақат in cell 4 must not be left alone."


def test_a_note_recorded_in_clear_before_is_still_read(desk: Desk) -> None:
    told = Draft(
        id="before", kind="ShiftHandedOver", recorded=NOW, for_body="police",
        objects={"place": [desk.station], "shift": ["s1"]},
        facts={"since": NOW - 1, "held": 0, "overdue": 0, "note": "Cell 4 has no light."},
    )  # fmt: skip
    record([told], received=NOW)
    assert note_of("s1") == "Cell 4 has no light."


def test_another_officer_takes_over_and_nobody_takes_over_from_themselves(desk: Desk) -> None:
    shift = given(desk)
    with pytest.raises(HandoverRefusal):
        take_over(desk.officer, shift, now=NOW + 1)
    take_over(desk.head, shift, now=NOW + 2)
    with pytest.raises(HandoverRefusal):
        take_over(actor(Role.CUSTODY_OFFICER, places=[desk.station]), shift, now=NOW + 3)
    assert HandoverRow.objects.get(pk=shift).taken_by == desk.head.account


def test_the_same_handover_sent_twice_is_one(desk: Desk) -> None:
    act = new_entry_id()
    for _ in range(2):
        hand_over(desk.officer, desk.station, note="", now=NOW, act_id=act)
    assert HandoverRow.objects.count() == 1


def test_a_shift_begins_where_the_last_one_ended(desk: Desk) -> None:
    given(desk)
    assert shift_began(desk.station, now=NOW + 3600) == NOW


def test_somebody_of_another_place_neither_gives_nor_reads_it(desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        hand_over(desk.far_officer, desk.station, note="", now=NOW, act_id=new_entry_id())
    with pytest.raises(NotPermitted):
        handovers(desk.far_officer, desk.station)


def test_rebuilding_gives_the_same_rows(desk: Desk) -> None:
    take_over(desk.head, given(desk), now=NOW + 5)
    before = list(HandoverRow.objects.values())
    rebuild(as_of=NOW + 10)
    assert list(HandoverRow.objects.values()) == before
