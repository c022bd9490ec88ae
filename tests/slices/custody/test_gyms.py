"""Held in a gym: the body that listed the place registers there, and nobody else's reach grows."""

from dataclasses import replace

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, STATION, Desk, booking, open_desk
from tests.slices.places.people import ADMINISTRATOR, GYM, actor
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.models import Account, Appointment
from qorgau.access.permission import NotPermitted
from qorgau.access.queries import actor_under
from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.refusal import NoSuchCustody
from qorgau.places import actions as places


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def appointed(role: Role, *, at: str, body: str = "police", key: str = "one") -> Actor:
    """The actor of a request, by an appointment that names one place only."""
    account = Account.objects.create(
        id=f"account-{key}", sign_in_name=key, name=key, language="en", opened_at=NIGHT
    )
    appointment = Appointment.objects.create(
        id=f"appointment-{key}",
        account=account,
        role=role.value,
        body=body,
        places=[at],
        said_by="police_entry",
        since=NIGHT - HOUR,
    )
    return actor_under(appointment)


def held_in_a_gym(desk: Desk) -> tuple[str, str]:
    gym = places.list_place(desk.officer, GYM, now=NIGHT)
    officer = appointed(Role.CUSTODY_OFFICER, at=desk.station, key="books")
    return gym, actions.book(officer, booking(desk, place=gym), now=NIGHT).custody


def test_an_officer_registers_those_held_in_a_gym_that_their_body_listed(desk: Desk) -> None:
    gym, custody = held_in_a_gym(desk)
    night_shift = appointed(Role.CUSTODY_OFFICER, at=desk.station, key="night")
    assert queries.record(night_shift, custody, as_of=NIGHT + HOUR).whereabouts.place == gym
    assert [row.custody for row in queries.held(night_shift, as_of=NIGHT + HOUR, place=gym).rows] == [custody]


def test_another_body_and_another_region_gain_nothing_by_it(desk: Desk) -> None:
    _, custody = held_in_a_gym(desk)
    far = places.list_place(ADMINISTRATOR, replace(STATION, region="abai"), now=NIGHT)
    for other in (
        appointed(Role.CUSTODY_OFFICER, at=desk.ivs, body="border_service", key="other-body"),
        appointed(Role.CUSTODY_OFFICER, at=far, key="other-region"),
        appointed(Role.DOCTOR, at=desk.station, key="doctor"),
    ):
        with pytest.raises(NoSuchCustody):
            queries.record(other, custody, as_of=NIGHT + HOUR)


def test_changing_or_reopening_a_gym_takes_it_from_nobody_and_gives_it_to_nobody(desk: Desk) -> None:
    gym, custody = held_in_a_gym(desk)
    intruder = actor(Role.CUSTODY_OFFICER, body="border_service", account="account-intruder")
    places.change_place(intruder, gym, replace(GYM, body="border_service"), now=NIGHT + 1, reason="Ours")
    places.close_place(intruder, gym, now=NIGHT + 2, reason="Over")
    places.reopen_place(intruder, gym, now=NIGHT + 3, reason="Again")
    theirs = appointed(Role.CUSTODY_OFFICER, at=desk.ivs, body="border_service", key="theirs")
    ours = appointed(Role.CUSTODY_OFFICER, at=desk.station, key="ours")
    assert gym not in theirs.places
    assert queries.record(ours, custody, as_of=NIGHT + HOUR).custody == custody


def test_nobody_registers_in_a_gym_that_another_body_listed(desk: Desk) -> None:
    gym = places.list_place(
        actor(Role.CUSTODY_OFFICER, body="border_service"), replace(GYM, body="border_service"), now=NIGHT
    )
    officer = appointed(Role.CUSTODY_OFFICER, at=desk.station)
    with pytest.raises(NotPermitted):
        actions.book(officer, booking(desk, place=gym), now=NIGHT)
