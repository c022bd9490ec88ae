"""What article 18 (1) ICPPED entitles relatives and counsel to, read from the entries, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.custody.entries import CUSTODY
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.facts.moments import Moments, named
from qorgau.custody.refusal import NoSuchCustody
from qorgau.enquiries.queries.people import seen_person
from qorgau.ledger.entry import Happened
from qorgau.recording.history import RecordedEntry, history

_MOVES = ("Delivered", "Registered", "Admitted", "Placed", "Arrived", "Transferred", "TransportBegan",
          "TransportEnded", "Released", "Escaped", "Died")  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing that an entry says, and when that entry was made; what it leaves open is empty."""

    entered: int
    happened: tuple[Happened, ...] = ()
    kind: str = ""
    text: str = ""
    place: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the page: what the article names (`word`), and what the record says of it; nothing is a gap."""

    letter: str
    word: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Entitled:
    """Everything that a relative or a lawyer is shown of a person."""

    custody: str
    name: str
    name_status: str
    status: str
    since: int | None
    place: str
    destination: str
    in_hospital: bool
    zone: Zone
    lines: tuple[Line, ...]


def entitled(actor: Actor, custody_id: str) -> Entitled:
    """The page of one person; raises NoSuchCustody alike for nobody, for a stranger's and for a wish."""
    seen_person(actor, custody_id)
    known = known_of(custody_id, history(CUSTODY, custody_id))
    if known is None:
        raise NoSuchCustody
    now = known.course.now
    return Entitled(
        custody=custody_id,
        name=known.identity.name,
        name_status=known.identity.name_status,
        status=now.status,
        since=now.since,
        place=now.place,
        destination=now.destination,
        in_hospital=now.in_hospital,
        zone=known.story.zone,
        lines=tuple(_lines(known)),
    )


def _lines(known: Known) -> Iterator[Line]:
    moments = known.moments
    yield Line(letter="a", word="ordered", said=_fields(moments, "ordering_authority", "ordered_by"))
    deprived = _each(moments, "Apprehended", "Stopped", "Cordoned", text="where")
    yield Line(letter="b", word="deprived", said=deprived)
    yield Line(letter="b", word="admitted", said=_each(moments, "Delivered", "Admitted"))
    yield Line(letter="c", word="supervised", said=_fields(moments, "supervising_authority", "supervised_by"))
    yield Line(letter="d", word="whereabouts", said=_whereabouts(known))
    if moments.any("Transferred"):
        yield Line(letter="d", word="transferred", said=_each(moments, "Transferred", place="destination"))
    yield from _ends(moments)
    health = _each(moments, "MedicallyExamined", "TakenToHospital", "ReturnedFromHospital", text="where")
    yield Line(letter="f", word="health", said=health)


def _ends(moments: Moments) -> Iterator[Line]:
    if moments.any("Released"):
        yield Line(letter="e", word="released", said=_released(moments))
    if moments.any("Died"):
        yield Line(letter="g", word="died", said=_each(moments, "Died", text="described"))
        yield Line(letter="g", word="remains", said=_fields(moments, "death", "described"))


def _whereabouts(known: Known) -> tuple[Said, ...]:
    last = known.moments.last(*_MOVES)
    if last is None:
        return ()
    return (Said(entered=last.entry.recorded, place=known.course.now.place, body=known.body),)


def _released(moments: Moments) -> tuple[Said, ...]:
    """When and where: the last place that an entry named before."""
    places = [named(each, "place") for each in moments.ordered if named(each, "place")]
    place = places[-1] if places else ""
    return tuple(
        Said(entered=each.entry.recorded, happened=tuple(each.entry.happened), kind="Released", place=place)
        for each in moments.of["Released"]
    )


def _each(moments: Moments, *kinds: str, text: str = "", place: str = "place") -> tuple[Said, ...]:
    """What every entry of these kinds says, in the order of time; officers and findings are left out."""
    return tuple(
        Said(
            entered=each.entry.recorded,
            happened=tuple(each.entry.happened),
            kind=each.entry.kind,
            text=_personal(each, text),
            place=named(each, place),
            body=each.entry.for_body,
        )
        for each in _in_order(moments, kinds)
    )


def _in_order(moments: Moments, kinds: Iterable[str]) -> list[RecordedEntry]:
    wanted = set(kinds)
    return [each for each in moments.ordered if each.entry.kind in wanted]


def _fields(moments: Moments, field: str, text: str) -> tuple[Said, ...]:
    """A field of the register as it was last filled."""
    filled = [
        Said(entered=each.entry.recorded, text=_personal(each, text))
        for each in moments.of.get("RegisterFieldRecorded", ())
        if each.entry.facts.get("field") == field
    ]
    return tuple(each for each in filled if each.text)[-1:]


def _personal(each: RecordedEntry, name: str) -> str:
    return next((str(own[name]) for own in each.personal.values() if name and name in own), "")
