"""A small world for asking every page: one custody here, one elsewhere, and somebody in every role."""

from dataclasses import dataclass, replace

from tests.portal.a_complaint import a_complaint
from tests.slices.access.people import person
from tests.slices.places.people import ADMINISTRATOR, CELL, DEPARTMENT, IVS, head_of

from qorgau.access.actions import make_token
from qorgau.access.actor import Actor
from qorgau.access.models import ApiToken, Appointment
from qorgau.access.permission import Reach, Whereabouts, reach, reaches
from qorgau.access.roles import Role
from qorgau.clock import now, zone_named
from qorgau.custody import actions
from qorgau.custody.entries import Booking
from qorgau.custody.queries.record import record
from qorgau.custody.times import read_when
from qorgau.custody.web.fields import written
from qorgau.handover.actions import hand_over
from qorgau.notices.models import Notice
from qorgau.notices.work import work
from qorgau.places import actions as places
from qorgau.recording.drafts import new_entry_id
from qorgau.safeguards import State

ZONE = zone_named("Asia/Almaty")
HOUR = 3600
_HELD_HOURS = 40
COMPLAINTS_HERE = "special_prosecutors"
_HANDLE_COMPLAINTS = frozenset(
    {Role.COMPLAINTS_OFFICER, Role.INVESTIGATOR, Role.COMMITTEE_MEMBER, Role.NGO_WORKER}
)


@dataclass(frozen=True, kw_only=True)
class Corner:
    """One place of the world with what stands there; `ids` by the names that addresses use."""

    whereabouts: Whereabouts
    ids: dict[str, str]
    breach: str
    clock: str
    entered_by: str


@dataclass(frozen=True, kw_only=True)
class World:
    """Here and elsewhere, and who is asked about."""

    here: Corner
    elsewhere: Corner
    people: dict[Role, Actor]


def made_world() -> World:
    """Two places in two regions, a custody and a handover at each, and a person in each role who works here."""
    here, elsewhere = _listed("almaty", "1"), _listed("abai", "2")
    people = {
        role: person(role, places=[here], regions=["almaty"], name=f"The {role.value}", **_body_of(role))
        for role in Role
    }
    return World(
        here=_corner(here, "almaty", people, parties=True, body=COMPLAINTS_HERE),
        elsewhere=_corner(elsewhere, "abai", people, parties=False, body="kpi"),
        people=people,
    )


def covers(actor: Actor, act: str, corner: Corner) -> bool:
    """Whether the table of permissions lets this person do the act there."""
    far = reach(actor, act)
    if far is None:
        return False
    # What is one's own is a part of what one can see at all: the action asks whose entry it is.
    return far is Reach.OWN or reaches(actor, far, corner.whereabouts)


def _body_of(role: Role) -> dict[str, str]:
    """Those who handle complaints work for the body that has the one here."""
    return {"body": COMPLAINTS_HERE} if role in _HANDLE_COMPLAINTS else {}


def _listed(region: str, number: str) -> str:
    details = replace(
        IVS, region=region, settlement=f"Example street {number}", body="police", kind="station"
    )
    return places.list_place(ADMINISTRATOR, details, now=now() - 90 * 24 * HOUR)


def _corner(place: str, region: str, people: dict[Role, Actor], *, parties: bool, body: str) -> Corner:
    at = now() - _HELD_HOURS * HOUR
    officer = person(Role.CUSTODY_OFFICER, places=[place])
    custody = actions.book(officer, _booking(place, at), now=at + HOUR).custody
    accounts = _parties(officer, custody, people, at + 2 * HOUR) if parties else frozenset()
    work(now=now())
    found = record(officer, custody, as_of=now())
    late = next(each for each in found.verdicts if each.verdict.state is State.BREACHED)
    verdict = late.verdict
    spare = person(Role.ANALYST, name="Somebody")
    cell = places.list_cell(head_of(place), place, CELL, now=at)
    appointment = Appointment.objects.get(account=spare.account).id
    make_token(ADMINISTRATOR, appointment, title="A program", days=1, now=now())
    ids = {
        "place_id": place,
        "cell_id": str(getattr(cell, "id", cell)),
        "unit_id": str(places.list_unit(ADMINISTRATOR, replace(DEPARTMENT, region=region), now=at)),
        "custody_id": custody,
        "entry_id": next(entry.id for entry in found.entries if entry.kind == "Delivered"),
        "notice_id": Notice.objects.filter(custody_id=custody, stage="breach").values_list("pk", flat=True)[0],
        "shift_id": hand_over(officer, place, note="", now=now(), act_id=new_entry_id()),
        "account_id": spare.account,
        "appointment_id": appointment,
        "token_id": ApiToken.objects.get(appointment_id=appointment).id,
    }  # fmt: skip
    complaint = a_complaint(place, body, lawyer=people[Role.LAWYER] if parties else None)
    return Corner(
        whereabouts=Whereabouts(place=place, region=region, parties=accounts, bodies=frozenset({body})),
        ids=ids | complaint.ids,
        clock=complaint.clock,
        breach=f"safeguard={verdict.safeguard}&basis={verdict.basis.value}&subject={verdict.subject}",
        entered_by=officer.account,
    )


def _parties(officer: Actor, custody: str, people: dict[Role, Actor], at: int) -> frozenset[str]:
    lawyer, relative = people[Role.LAWYER].account, people[Role.RELATIVE].account
    actions.give_mandate(officer, custody, account=lawyer, name="Counsel", now=at)
    actions.name_relative(officer, custody, account=relative, name="Sister", now=at)
    return frozenset({lawyer, relative})


def _booking(place: str, at: int) -> Booking:
    return Booking(
        place=place,
        family_name="Invented",
        given_name="Person",
        birth="1990-05-01",
        gender="male",
        foreign_national="no",
        apprehended=read_when(written(at, ZONE), ZONE),
        where="Example street 1",
        by_whom="Patrol 4",
        ground="criminal",
        ordered_by="Investigator",
        delivered=read_when(written(at + HOUR, ZONE), ZONE),
    )
