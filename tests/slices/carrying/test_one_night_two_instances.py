"""A booking typed at a desk at 02:10 and carried at 09:00 keeps its times on the pages of the centre."""

from django.test import Client
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import booking, instant, open_desk
from tests.slices.recording.two_instances import CENTRE, Pair

from qorgau.access.roles import Role
from qorgau.carrying.actions.bringing_in import bring_in
from qorgau.carrying.actions.taking_out import take_out
from qorgau.custody.actions import book
from qorgau.custody.models import CustodyRow, StayRow

TYPED, CARRIED = instant("2026-11-21 02:10"), instant("2026-11-21 09:00")


def rows() -> list[dict[str, object]]:
    """The folded rows; only when an entry came in here differs, and must."""
    found = [row for table in (CustodyRow, StayRow) for row in table.objects.order_by("pk").values()]
    return [{key: value for key, value in row.items() if key != "last_entry_at"} for row in found]


def test_a_booking_of_the_night_keeps_its_times_wherever_it_is_carried(both: Pair) -> None:
    with both.at_desk():
        desk = open_desk()
        custody = book(desk.officer, booking(desk), now=TYPED)
        there = rows()
        taken = take_out(desk.officer, to=CENTRE, since=None, now=CARRIED)
        with taken.opened as opened:
            data = opened.read()
    head = person(Role.HEAD_OF_PLACE, places=[desk.station])
    outcome = bring_in(head, "night.qorgau-bundle", data, now=CARRIED)
    assert outcome.refused == ""
    assert outcome.new == outcome.entries
    assert rows() == there
    assert set(CustodyRow.objects.values_list("last_entry_at", flat=True)) == {CARRIED}
    client: Client = signed_in_as(head)
    page = client.get(f"/custody/{custody_id(custody)}/").content.decode()
    assert "01:00" in page
    assert "09:00" in page


def custody_id(booked: object) -> str:
    return str(getattr(booked, "custody", booked))
