"""A desk for the tests of custody: a station, a temporary detention centre, and who works there; names are made up."""

from dataclasses import dataclass
from datetime import date

from tests.slices.access.people import account_of, appoint
from tests.slices.places.people import ADMINISTRATOR, IVS, actor

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import now as present
from qorgau.clock import zone_named
from qorgau.custody.entries import Booking
from qorgau.custody.times import When, read_when
from qorgau.places import actions as places
from qorgau.places.details import PlaceDetails, whole_name

ZONE = zone_named("Asia/Almaty")
NIGHT = read_when("2026-11-21 02:10", ZONE).earliest
HOUR = 3600

STATION = PlaceDetails(
    name=whole_name(en="Station 3", ru="Отдел № 3", kk="№ 3 бөлім"),
    kind="station",
    official=True,
    body="police",
    region="almaty",
)


@dataclass(frozen=True)
class Desk:
    """Two places and the people who act."""

    station: str
    ivs: str
    officer: Actor
    head: Actor
    prosecutor: Actor
    court: Actor
    doctor: Actor
    npm: Actor
    lawyer: Actor
    relative: Actor
    far_officer: Actor
    far_prosecutor: Actor


def open_desk(*, now: int = NIGHT - 86_400 * 30) -> Desk:
    station = places.list_place(ADMINISTRATOR, STATION, now=now)
    ivs = places.list_place(ADMINISTRATOR, IVS, now=now)
    here = frozenset({station})
    region = frozenset({"almaty"})
    lawyer, relative = actor(Role.LAWYER, body="bar"), actor(Role.RELATIVE, body="family")
    for who in (lawyer, relative):
        appoint(account_of(who), who, since=0)
    return Desk(
        station=station,
        ivs=ivs,
        officer=actor(Role.CUSTODY_OFFICER, places=here),
        head=actor(Role.HEAD_OF_PLACE, places=here),
        prosecutor=actor(Role.DUTY_PROSECUTOR, regions=region, body="prosecutors_office"),
        court=actor(Role.COURT_REGISTRY, regions=region, body="court"),
        doctor=actor(Role.DOCTOR, places=here, said_by="doctor", body="health"),
        npm=actor(Role.NPM_MEMBER, body="npm"),
        lawyer=lawyer,
        relative=relative,
        far_officer=actor(Role.CUSTODY_OFFICER, places=frozenset({ivs}), account="account-far"),
        far_prosecutor=actor(
            Role.DUTY_PROSECUTOR, regions=frozenset({"abai"}), account="account-far-prosecutor"
        ),
    )


def at(typed: str, *, said_by: str = "") -> When:
    return read_when(typed, ZONE, said_by=said_by)


def instant(typed: str) -> int:
    return at(typed).earliest


def yesterday() -> date:
    """The day before this one: pages and commands act at the present, and ask about an apprehension three days past."""
    return date.fromordinal(ZONE.civil_day(present()) - 1)


def typed(day: date) -> str:
    """As it is typed on a page, day first."""
    return f"{day:%d.%m.%Y}"


def booking(desk: Desk, **more: object) -> Booking:
    values: dict[str, object] = {
        "place": desk.station,
        "family_name": "Сарыбаев",
        "given_name": "Ерлан",
        "birth": "1990-05-01",
        "gender": "male",
        "foreign_national": "no",
        "apprehended": at("2026-11-21 01:00"),
        "where": "Abay avenue 10",
        "by_whom": "Sergeant, patrol 4",
        "ground": "criminal",
        "ordered_by": "Investigator of station 3",
        "delivered": at("2026-11-21 01:50"),
    }
    return Booking(**{**values, **more})  # type: ignore[arg-type]
