"""One complaint for asking every page about: registered, an officer named, a procedure begun."""

from dataclasses import dataclass
from urllib.parse import urlencode

from tests.slices.access.people import person

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Way
from qorgau.complaints.offered import NamedOfficer, NewComplaint, Particulars

_HOUR = 3600


@dataclass(frozen=True, kw_only=True)
class AComplaint:
    """Its ids by the names that addresses use, and the question that "why?" asks about one of its clocks."""

    ids: dict[str, str]
    clock: str


def a_complaint(place: str, body: str, *, lawyer: Actor | None) -> AComplaint:
    """Registered five hours ago by a desk of that body, with a lawyer if one is given."""
    desk, at = person(Role.COMPLAINTS_OFFICER, body=body), now() - 5 * _HOUR
    officer = NamedOfficer(name="Invented Officer", body="police", since="2020-01-01", allegation="beating")
    said = Particulars(about=About.TORTURE, allegation="beating", place=place, officers=(officer,))
    new = NewComplaint(way=Way.PAPER, to_body=body, narrative="invented", particulars=said)
    complaint = actions.register_complaint(desk, new, now=at).complaint
    run = actions.open_run(desk, complaint, "kz/criminal_investigation", now=at + _HOUR).made["run"]
    if lawyer is not None:
        actions.name_party(desk, complaint, lawyer.account, "lawyer", now=at + _HOUR)
    found = queries.case(desk, complaint, as_of=now())
    clock = found.clocks[0]
    asked = {"safeguard": clock.safeguard.id, "basis": clock.basis.value, "subject": clock.subject}
    ids = {"complaint_id": complaint, "run_id": run, "officer_id": found.officers[0].id}
    return AComplaint(ids=ids, clock=urlencode(asked))
