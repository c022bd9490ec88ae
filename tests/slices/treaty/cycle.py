"""People and documents for the tests of this slice; every document is written by us, in the layout of the real ones."""

from dataclasses import dataclass, field
from datetime import date

from tests.core.reading.papers.builders import observations_docx, observations_russian_docx, submission_docx
from tests.slices.access.people import actor

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import zone_named
from qorgau.treaty import actions

ZONE = zone_named("Asia/Almaty")
OBSERVATIONS = observations_docx()
RUSSIAN = observations_russian_docx()
SUBMISSION = submission_docx()
CATALOGUE = "CAT/C/KAZ/CO/4"


@dataclass(frozen=True)
class People:
    """Who acts in the tests."""

    secretary: Actor = field(
        default_factory=lambda: actor(Role.COUNCIL_SECRETARY, body="interagency_council", account="secretary")
    )
    writer: Actor = field(default_factory=lambda: actor(Role.FOCAL_POINT, body="mia", account="writer"))
    clearer: Actor = field(default_factory=lambda: actor(Role.FOCAL_POINT, body="mia", account="clearer"))
    health: Actor = field(
        default_factory=lambda: actor(Role.FOCAL_POINT, body="ministry_of_health", account="health")
    )
    minister: Actor = field(
        default_factory=lambda: actor(Role.MINISTER_OFFICE, body="mia", account="minister")
    )
    ngo: Actor = field(default_factory=lambda: actor(Role.NGO_WORKER, body="coalition", account="ngo"))
    other_ngo: Actor = field(
        default_factory=lambda: actor(Role.NGO_WORKER, body="another_ngo", account="other-ngo")
    )
    npm: Actor = field(default_factory=lambda: actor(Role.NPM_MEMBER, body="npm", account="npm"))
    analyst: Actor = field(
        default_factory=lambda: actor(Role.ANALYST, body="ombudsperson", account="analyst")
    )
    inspector: Actor = field(
        default_factory=lambda: actor(Role.INSPECTOR, body="prosecutors_office", account="inspector")
    )
    officer: Actor = field(default_factory=lambda: actor(Role.CUSTODY_OFFICER, body="police"))


PEOPLE = People()
STATE = (PEOPLE.secretary, PEOPLE.writer, PEOPLE.minister, PEOPLE.inspector)


def at(day: str, hour: int = 10) -> int:
    """An hour of a civil day in Almaty."""
    return ZONE.day_bounds(date.fromisoformat(day))[0] + hour * 3600


def taken(now: str = "2024-01-10", *, by: Actor | None = None, **more: object) -> str:
    """The synthetic observations, taken in."""
    who = by or PEOPLE.secretary
    return actions.take_document(who, OBSERVATIONS.data, name=OBSERVATIONS.name, now=at(now), **more).made


def accepted(now: str = "2024-01-10", **more: object) -> str:
    """The same with all recommendations tracked."""
    document = taken(now, **more)
    actions.accept_document(PEOPLE.secretary, document, now=at(now, 11))
    return document


def catalogued(now: str = "2023-09-01") -> str:
    """The law's own catalogue, tracked."""
    return actions.take_catalogue(PEOPLE.secretary, CATALOGUE, now=at(now)).made


def leaf(name: str) -> str:
    """A recommendation of the catalogue."""
    return f"{CATALOGUE}#{name}"


def led(*leaves: str, by: str = "mia", since: str = "2023-10-01") -> list[str]:
    """These leaves, with a body that answers for them."""
    ids = [leaf(each) for each in leaves]
    actions.make_responsible(
        PEOPLE.secretary, ids, lead=by, since=date.fromisoformat(since), now=at(since, 12)
    )
    return ids
