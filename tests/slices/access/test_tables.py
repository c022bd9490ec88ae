"""The slice's tables stand on both engines, and the factory's people fit them."""

import pytest
from django.db import IntegrityError, transaction
from tests.slices.access.people import account_of, actor, appoint, person, signed_in
from tests.slices.store import Store

from qorgau.access.models import Account, Appointment
from qorgau.access.roles import Role


@pytest.mark.parametrize("role", list(Role))
def test_the_factory_gives_an_actor_of_every_role(store: Store, role: Role) -> None:
    who = person(role, places=["place-1"], regions=["region-1"])
    assert who.role is role
    assert Appointment.objects.get(account=who.account).places == ["place-1"]
    assert signed_in(role).session["qorgau"]["second_at"] is not None


def test_an_appointment_cannot_end_before_it_begins(store: Store) -> None:
    who = actor("doctor")
    appointment = appoint(account_of(who), who, since=1000)
    with pytest.raises(IntegrityError, match="appointment_not_ended_before_begun"), transaction.atomic():
        Appointment.objects.filter(id=appointment.id).update(until=999)


def test_two_accounts_cannot_share_a_sign_in_name(store: Store) -> None:
    first, second = account_of(actor("doctor")), account_of(actor("doctor"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(id=second.id).update(sign_in_name=first.sign_in_name)
