"""Appoint a person, and end an appointment. Nobody gives themselves a role."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.access.actions.accounts import account_named
from qorgau.access.actions.recording_acts import record_act
from qorgau.access.actor import Actor
from qorgau.access.entries import ACCOUNT, APPOINTED, APPOINTMENT, APPOINTMENT_ENDED
from qorgau.access.models import Account, Appointment
from qorgau.access.permission import Reach, permissions, require
from qorgau.access.refusal import AccountRefusal
from qorgau.access.roles import SAYS, Role
from qorgau.access.sign_in.session import new_stamp
from qorgau.ledger.plain_values import IDENTIFIER


@dataclass(frozen=True, kw_only=True)
class NewAppointment:
    """As what, for which body, where, by whose word, from when; since None: from now, until None: open."""

    role: Role
    body: str
    places: Sequence[str] = ()
    regions: Sequence[str] = ()
    said_by: str = ""
    since: int | None = None
    until: int | None = None


def appoint(actor: Actor, account_id: str, asked: NewAppointment, *, now: int) -> Appointment:
    """Appoint somebody else. All sessions of the account end: the next one has the new role."""
    require(actor, "accounts.manage")
    account = account_named(account_id)
    if account.id == actor.account:
        raise AccountRefusal("access.not_oneself")
    appointment = _appointment(account, asked, now=now)

    def change() -> None:
        appointment.save(force_insert=True)
        end_sessions(account)

    record_act(
        actor,
        APPOINTED,
        objects={ACCOUNT: account.id, APPOINTMENT: appointment.id},
        facts=_facts(appointment),
        change=change,
        now=now,
    )
    return appointment


def end_appointment(actor: Actor, appointment_id: str, *, now: int) -> None:
    """End an appointment now; sessions and tokens under it end with it."""
    require(actor, "accounts.manage")
    appointment = Appointment.objects.select_related("account").filter(id=appointment_id).first()
    if appointment is None:
        raise AccountRefusal("access.no_such_appointment", name=appointment_id)
    if appointment.until is not None and appointment.until <= now:
        raise AccountRefusal("access.appointment_over")
    if appointment.account_id == actor.account:
        raise AccountRefusal("access.not_oneself")
    until = max(now, appointment.since)

    def change() -> None:
        Appointment.objects.filter(id=appointment.id).update(until=until)
        end_sessions(appointment.account)

    record_act(
        actor,
        APPOINTMENT_ENDED,
        objects={ACCOUNT: appointment.account_id, APPOINTMENT: appointment.id},
        facts={"until": until},
        change=change,
        now=now,
    )


def end_sessions(account: Account) -> None:
    """End every session of the account."""
    Account.objects.filter(id=account.id).update(sessions_stamp=new_stamp())


def needs(role: Role) -> frozenset[Reach]:
    """What an appointment to this role must name, going by the table: places, regions, or neither."""
    reaches = {line.roles[role] for line in permissions().values() if role in line.roles}
    return frozenset(reaches & {Reach.PLACE, Reach.REGION})


def _appointment(account: Account, asked: NewAppointment, *, now: int) -> Appointment:
    since = now if asked.since is None else asked.since
    said_by = asked.said_by or SAYS[asked.role][0]
    _check(asked, said_by=said_by, since=since)
    return Appointment(
        id=uuid.uuid4().hex,
        account=account,
        role=asked.role.value,
        body=asked.body,
        places=sorted(set(asked.places)),
        regions=sorted(set(asked.regions)),
        said_by=said_by,
        since=since,
        until=asked.until,
    )


def _check(asked: NewAppointment, *, said_by: str, since: int) -> None:
    if unfit := [
        each for each in (asked.body, *asked.places, *asked.regions) if not IDENTIFIER.fullmatch(each)
    ]:
        raise AccountRefusal("access.id_unfit", name=unfit[0])
    if said_by not in SAYS[asked.role]:
        raise AccountRefusal("access.source_unfit", known=", ".join(SAYS[asked.role]))
    if Reach.PLACE in needs(asked.role) and not asked.places:
        raise AccountRefusal("access.places_missing")
    if Reach.REGION in needs(asked.role) and not asked.regions:
        raise AccountRefusal("access.regions_missing")
    if asked.until is not None and asked.until <= since:
        raise AccountRefusal("access.ends_before_it_begins")


def _facts(appointment: Appointment) -> dict[str, object]:
    facts: dict[str, object] = {
        "role": appointment.role,
        "body": appointment.body,
        "places": list(appointment.places),
        "regions": list(appointment.regions),
        "said_by": appointment.said_by,
        "since": appointment.since,
    }
    return facts if appointment.until is None else facts | {"until": appointment.until}
