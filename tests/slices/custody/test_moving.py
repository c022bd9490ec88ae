"""Where a person is: held, on the way, unconfirmed with its time running, released; and joined or split records."""

from dataclasses import replace

import pytest
from tests.slices.access.people import actor
from tests.slices.custody.desk import HOUR, NIGHT, STATION, Desk, at, booking, open_desk
from tests.slices.places.people import ADMINISTRATOR, CELL, IVS, head_of
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.models import CustodyRow
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.custody.times import When
from qorgau.places import actions as places
from qorgau.places import occupancy


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def sqlite_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, **more: object) -> str:
    return actions.book(desk.officer, booking(desk, **more), now=NIGHT).custody


def left(desk: Desk, custody: str, *, now: int = NIGHT + HOUR) -> None:
    actions.transfer(desk.officer, custody, destination=desk.ivs, now=now, in_charge="Captain, convoy 2")


def test_left_one_place_and_not_arrived_is_unconfirmed_with_its_time_running(desk: Desk) -> None:
    custody = booked(desk)
    left(desk, custody)
    row = queries.held_row(desk.prosecutor, custody, as_of=NIGHT + 4 * HOUR)
    assert (row.status, row.status_for, row.destination) == ("unconfirmed", 3 * HOUR, desk.ivs)
    assert row.place == desk.station
    waiting = queries.expected(desk.far_officer, desk.ivs, as_of=NIGHT + 4 * HOUR)
    assert [each.custody for each in waiting] == [custody]
    assert queries.record(desk.npm, custody, as_of=NIGHT + 4 * HOUR).stays[-1].until_at == NIGHT + HOUR


def test_the_desk_of_the_other_place_writes_the_arrival_and_holds_from_then_on(desk: Desk) -> None:
    custody = booked(desk)
    left(desk, custody)
    actions.arrive(desk.far_officer, custody, place=desk.ivs, now=NIGHT + 3 * HOUR)
    record = queries.record(desk.far_officer, custody, as_of=NIGHT + 4 * HOUR)
    assert (record.whereabouts.status, record.whereabouts.place) == ("held", desk.ivs)
    assert [(stay.place, stay.until_at) for stay in record.stays] == [
        (desk.station, NIGHT + HOUR), (desk.ivs, None),
    ]  # fmt: skip
    kinds = [each.kind for each in record.entries]
    assert kinds.count("Arrived") == kinds.count("Admitted") == 1
    fields = {f.letter: f for f in record.register}
    assert (fields["e"].gaps, fields["h"].gaps) == ((), ())
    assert queries.expected(desk.far_officer, desk.ivs, as_of=NIGHT + 4 * HOUR) == ()
    with pytest.raises(NoSuchCustody):
        queries.record(desk.officer, custody, as_of=NIGHT + 4 * HOUR)


def test_an_officer_writes_arrivals_at_their_own_place_only(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    left(sqlite_desk, custody)
    with pytest.raises((NotPermitted, NoSuchCustody)):
        actions.arrive(sqlite_desk.officer, custody, place=sqlite_desk.ivs, now=NIGHT + 2 * HOUR)


def test_nobody_arrives_who_never_left(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(CustodyRefusal) as refused:
        actions.arrive(sqlite_desk.officer, custody, place=sqlite_desk.station, now=NIGHT + HOUR)
    assert refused.value.key == "custody.not_on_the_way"
    with pytest.raises(NoSuchCustody):
        actions.arrive(sqlite_desk.far_officer, custody, place=sqlite_desk.ivs, now=NIGHT + HOUR)


def test_only_the_desk_they_were_sent_to_writes_that_they_came(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    left(sqlite_desk, custody)
    third = places.list_place(ADMINISTRATOR, replace(STATION, name=IVS.name), now=NIGHT - HOUR)
    stranger = actor(Role.CUSTODY_OFFICER, places=[third])
    with pytest.raises(NoSuchCustody) as refused:
        actions.arrive(stranger, custody, place=third, now=NIGHT + 2 * HOUR)
    with pytest.raises(NoSuchCustody) as nobody:
        actions.arrive(stranger, "nobody-at-all", place=third, now=NIGHT + 2 * HOUR)
    assert str(refused.value) == str(nobody.value)
    assert CustodyRow.objects.get().status == "unconfirmed"


def test_a_convoy_that_was_sent_back_arrives_where_it_left(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    left(sqlite_desk, custody)
    actions.arrive(sqlite_desk.officer, custody, place=sqlite_desk.station, now=NIGHT + 2 * HOUR)
    assert (CustodyRow.objects.get().status, CustodyRow.objects.get().place_id) == (
        "held",
        sqlite_desk.station,
    )


def test_a_transport_to_court_and_back_is_on_the_way_and_then_held_again(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    for n, (kind, status) in enumerate((("TransportBegan", "in_transit"), ("TransportEnded", "held"))):
        actions.add_entry(sqlite_desk.officer, custody, NewEntry(kind=kind), now=NIGHT + (n + 1) * HOUR)
        assert queries.held_row(sqlite_desk.officer, custody, as_of=NIGHT + 9 * HOUR).status == status


def test_another_cell_is_another_stay_and_places_count_who_is_where(desk: Desk) -> None:
    keeper = replace(head_of(desk.station), account="account-keeper")
    cell = places.list_cell(keeper, desk.station, CELL, now=NIGHT - HOUR)
    custody = booked(desk)
    new = NewEntry(kind="Placed", cell=cell, facts={"with_adults": "no"})
    actions.add_entry(desk.officer, custody, new, now=NIGHT + HOUR)
    record = queries.record(desk.officer, custody, as_of=NIGHT + 2 * HOUR)
    assert [stay.cell for stay in record.stays] == ["", cell]
    assert occupancy.held_at([desk.station, desk.ivs], as_of=NIGHT + 2 * HOUR) == {
        desk.station: 1,
        desk.ivs: 0,
    }
    assert occupancy.held_in_cells([cell], as_of=NIGHT + 2 * HOUR) == {cell: 1}
    delivered = at("2026-11-21 01:50").earliest
    steps = occupancy.held_over_time(desk.station, since=delivered - HOUR, until=NIGHT + 2 * HOUR)
    assert steps == [(delivered - HOUR, 0), (delivered, 1), (NIGHT + HOUR, 1)]


def test_hospital_is_marked_and_escape_and_death_end_custody(sqlite_desk: Desk) -> None:
    for kind, status in (("Escaped", "escaped"), ("Died", "died")):
        custody = booked(sqlite_desk)
        actions.add_entry(sqlite_desk.officer, custody, NewEntry(kind="TakenToHospital"), now=NIGHT + HOUR)
        assert CustodyRow.objects.get(custody_id=custody).in_hospital
        actions.add_entry(sqlite_desk.officer, custody, NewEntry(kind=kind), now=NIGHT + 2 * HOUR)
        row = CustodyRow.objects.get(custody_id=custody)
        assert (row.status, row.in_hospital, row.is_here) == (status, False, False)
        register = queries.record(sqlite_desk.officer, custody, as_of=NIGHT + 3 * HOUR).register
        assert {f.letter: f.is_due for f in register}["g"] is (kind == "Died")


def test_a_release_typed_by_mistake_is_withdrawn_and_the_person_is_held_again(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    wrong = actions.add_entry(sqlite_desk.officer, custody, NewEntry(kind="Released"), now=NIGHT + HOUR).entry
    actions.withdraw_entry(sqlite_desk.officer, custody, wrong, why="Another person", now=NIGHT + 2 * HOUR)
    row = CustodyRow.objects.get()
    assert (row.status, row.is_here, row.ended_at) == ("held", True, None)


def test_two_records_of_one_person_are_joined_under_one_and_split_again(desk: Desk) -> None:
    one = actions.book(desk.officer, booking(desk), now=NIGHT)
    again = booking(desk, family_name="Saribaev")
    two = actions.book(desk.officer, again, now=NIGHT + HOUR, confirmed=True)
    joined = actions.join_persons(
        desk.head, keep=one.person, other=two.person, why="Same fingerprints", now=NIGHT + 2 * HOUR
    )
    together = queries.custodies_of_person(desk.officer, one.person, as_of=NIGHT + 3 * HOUR)
    assert {each.custody for each in together} == {one.custody, two.custody}
    record = queries.record(desk.officer, two.custody, as_of=NIGHT + 3 * HOUR)
    assert (record.identity.person, record.identity.family_name) == (one.person, "Saribaev")
    assert actions.add_entry(
        desk.officer, two.custody, NewEntry(kind="MealGiven"), now=NIGHT + 3 * HOUR
    ).is_new
    actions.split_persons(desk.head, joined_entry=joined.entry, why="Twins", now=NIGHT + 4 * HOUR)
    apart = queries.custodies_of_person(desk.officer, one.person, as_of=NIGHT + 5 * HOUR)
    assert {each.custody for each in apart} == {one.custody}
    assert CustodyRow.objects.get(custody_id=two.custody).person_id == two.person


def test_joining_asks_for_permission_at_every_custody_and_for_two_persons(sqlite_desk: Desk) -> None:
    one, two = booked(sqlite_desk), booked(sqlite_desk, family_name="Saribaev")
    persons = [CustodyRow.objects.get(custody_id=each).person_id for each in (one, two)]
    with pytest.raises(NotPermitted):
        actions.join_persons(
            sqlite_desk.officer, keep=persons[0], other=persons[1], why="x", now=NIGHT + HOUR
        )
    with pytest.raises(CustodyRefusal):
        actions.join_persons(sqlite_desk.head, keep=persons[0], other="nobody", why="x", now=NIGHT + HOUR)
    with pytest.raises(CustodyRefusal):
        actions.join_persons(sqlite_desk.head, keep=persons[0], other=persons[0], why="x", now=NIGHT + HOUR)


def test_a_time_of_departure_may_be_typed_later(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    actions.transfer(
        sqlite_desk.officer,
        custody,
        destination=sqlite_desk.ivs,
        now=NIGHT + 5 * HOUR,
        left=When.at(NIGHT + HOUR),
    )
    record = queries.record(sqlite_desk.officer, custody, as_of=NIGHT + 5 * HOUR)
    assert record.whereabouts.since == NIGHT + HOUR
    assert [each.kind for each in record.late_entries if each.kind == "Transferred"] == ["Transferred"]
