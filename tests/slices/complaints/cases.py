"""People and complaints for the tests of this slice; names are made up."""

from dataclasses import dataclass, field

from tests.slices.access.people import actor

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import zone_named
from qorgau.complaints import actions
from qorgau.complaints.entries import About, Naming, Way
from qorgau.complaints.offered import Complainant, NamedOfficer, NewComplaint, Particulars
from qorgau.custody.times import When, read_when

ZONE = zone_named("Asia/Almaty")
DAY = 86_400
CANARY = "Zhuldyz Canary 7431"


def at(typed: str, *, said_by: str = "") -> When:
    return read_when(typed, ZONE, said_by=said_by)


def instant(typed: str) -> int:
    return at(typed).earliest


@dataclass(frozen=True)
class People:
    """Who acts in the tests."""

    prosecutor: Actor = field(
        default_factory=lambda: actor(
            Role.COMPLAINTS_OFFICER, body="prosecutors_office", account="prosecutor"
        )
    )
    colleague: Actor = field(
        default_factory=lambda: actor(Role.COMPLAINTS_OFFICER, body="prosecutors_office", account="colleague")
    )
    special: Actor = field(
        default_factory=lambda: actor(
            Role.INVESTIGATOR, body="special_prosecutors", said_by="prosecutor", account="special"
        )
    )
    police: Actor = field(
        default_factory=lambda: actor(
            Role.INVESTIGATOR, body="police", said_by="police_entry", account="police"
        )
    )
    npm: Actor = field(default_factory=lambda: actor(Role.NPM_MEMBER, body="npm", account="npm"))
    ngo: Actor = field(default_factory=lambda: actor(Role.NGO_WORKER, body="coalition", account="ngo"))
    doctor: Actor = field(
        default_factory=lambda: actor(
            Role.DOCTOR, body="ministry_of_health", said_by="doctor", account="doctor", places=["place-1"]
        )
    )
    lawyer: Actor = field(default_factory=lambda: actor(Role.LAWYER, body="bar", account="lawyer"))
    analyst: Actor = field(
        default_factory=lambda: actor(Role.ANALYST, body="ombudsperson", account="analyst")
    )
    administrator: Actor = field(
        default_factory=lambda: actor(Role.ADMINISTRATOR, body="police", account="administrator")
    )
    examiner: Actor = field(
        default_factory=lambda: actor(Role.INVESTIGATOR, body="forensic_centre", account="examiner")
    )


PEOPLE = People()


def officer_of(
    body: str = "police", *, since: str = "2019-01-01", until: str = "", name: str = ""
) -> NamedOfficer:
    return NamedOfficer(
        name=name or "Sergeant Invented", body=body, since=since, until=until, allegation="beating"
    )


def new(**more: object) -> NewComplaint:
    values: dict[str, object] = {
        "way": Way.PAPER,
        "to_body": "prosecutors_office",
        "happened": at("2025-03-03 09:00"),
        "naming": Naming.CONFIDENTIAL,
        "complainant": Complainant(name=CANARY, contact="by the lawyer", contact_safe="after six"),
        "narrative": f"They beat me. {CANARY}",
        "particulars": Particulars(
            about=About.TORTURE,
            act_on="2025-03-01",
            accused_body="police",
            officers=(officer_of(),),
        ),
    }
    return NewComplaint(**{**values, **more})  # type: ignore[arg-type]


def registered(now: str = "2025-03-03 10:00", *, by: Actor | None = None, **more: object) -> str:
    return actions.register_complaint(by or PEOPLE.prosecutor, new(**more), now=instant(now)).complaint


def of_outside(lodged: str, **more: object) -> str:
    """A case that the coalition follows from outside."""
    values = {
        "way": Way.NGO,
        "to_body": "police",
        "happened": at(lodged, said_by="person"),
        "outside": True,
        **more,
    }
    return registered(f"{lodged[:10]} 23:00", by=PEOPLE.ngo, **values)
