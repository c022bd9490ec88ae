"""From what a program sent to what the acts on complaints take: times by the clock of the case."""

from __future__ import annotations

from qorgau.clock import Zone
from qorgau.complaints.api import given
from qorgau.complaints.facts.law import zone
from qorgau.complaints.models import ComplaintRow, RunRow
from qorgau.complaints.offered import (
    Complainant,
    Consents,
    MoveAsked,
    NamedOfficer,
    NewComplaint,
    NewEvidence,
    Particulars,
)
from qorgau.complaints.refusal import NoSuchComplaint
from qorgau.custody.api.given import When as Given
from qorgau.custody.api.reading import told, told_or_none
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import When
from qorgau.places.place import Place
from qorgau.places.queries import NotListed
from qorgau.places.queries import place as listed_place


def zone_of_case(complaint_id: str) -> Zone:
    """The clock of the place that the case is about; the country's where nobody said where."""
    name = ComplaintRow.objects.filter(pk=complaint_id).values_list("zone", flat=True).first()
    return zone(name or "")


def when_of(asked: Given | None, complaint_id: str, *, field: str = "happened") -> When | None:
    """When something of the case happened; None where nothing is said."""
    return told_or_none(asked, zone_of_case(complaint_id), field=field)


def instant_of(asked: Given, at: Zone, *, field: str, last: bool = False) -> int:
    """One instant: the first that the words may mean, or the last."""
    found = told(asked, at, field=field)
    return found.latest if last else found.earliest


def run_of(complaint_id: str, run_id: str) -> str:
    """The run's id, where it is one of this case."""
    if not RunRow.objects.filter(pk=run_id, complaint_id=complaint_id).exists():
        raise NoSuchComplaint
    return run_id


def complaint_of(asked: given.ComplaintGiven) -> NewComplaint:
    """A new complaint; when it was made is read on the clock of the place."""
    plain = asked.model_dump(
        include={"way", "to_body", "naming", "on_behalf", "person_knows", "under_guardianship",
                 "narrative", "letter_opened", "addressee", "outside"}
    )  # fmt: skip
    return NewComplaint(
        **plain,
        happened=told_or_none(asked.happened, zone(""), field="happened"),
        complainant=Complainant(**asked.complainant.model_dump()),
        victim=Complainant(**asked.victim.model_dump()) if asked.victim else None,
        particulars=particulars_of(asked.particulars),
        consents=Consents(**asked.consents.model_dump()) if asked.consents else None,
    )


def particulars_of(asked: given.ParticularsGiven) -> Particulars:
    """What a complaint says; region and kind of a listed place are the inventory's, unless they are given."""
    known = _listed(asked.place) if asked.place else None
    plain = asked.model_dump(exclude={"officers"})
    if known is not None:
        plain["place_type"] = asked.place_type or known.kind
        plain["region"] = asked.region or known.region
    officers = asked.officers if isinstance(asked, given.StatedGiven) else ()
    return Particulars(**plain, officers=tuple(officer_of(each) for each in officers))


def _listed(place_id: str) -> Place:
    try:
        return listed_place(place_id)
    except NotListed as error:
        raise CustodyRefusal("no_such_place", field="place", place=place_id) from error


def officer_of(asked: given.OfficerGiven) -> NamedOfficer:
    """An officer as somebody names them."""
    return NamedOfficer(**asked.model_dump())


def evidence_of(asked: given.EvidenceGiven, complaint_id: str) -> NewEvidence:
    """A piece of evidence."""
    plain = asked.model_dump(exclude={"happened"})
    return NewEvidence(**plain, happened=when_of(asked.happened, complaint_id))


def move_of(asked: given.MoveGiven, complaint_id: str) -> MoveAsked:
    """A move as somebody wants to make it."""
    plain = asked.model_dump(exclude={"happened"})
    return MoveAsked(**plain, happened=when_of(asked.happened, complaint_id))
