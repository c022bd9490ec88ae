"""Officers in a case: what is alleged, whether they are suspects, and what was found; each apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from qorgau.complaints.entries import (
    FOUND,
    IMPOSED,
    NAMED,
    OFFICER,
    RECOMMENDED,
    RETURNED,
    SERVED_AT,
    SUSPECTED,
    SUSPENDED,
)
from qorgau.complaints.facts.case import Officer, Service
from qorgau.complaints.facts.charges import charges_of
from qorgau.complaints.facts.keeping import texts_of
from qorgau.complaints.facts.known import Known
from qorgau.custody.facts.moments import at
from qorgau.custody.facts.standing import standing_of
from qorgau.procedures import Service as TreeService
from qorgau.recording.history import RecordedEntry


def officers_of(
    known: Known, *, services: Mapping[str, Sequence[Service]] | None = None
) -> tuple[Officer, ...]:
    """Every officer whom the case names, in the order in which they were first named."""
    found: dict[str, Officer] = {}
    for each in known.moments.ordered:
        for officer in each.entry.objects.get(OFFICER, ()):
            before = found.get(officer) or _first(officer, each)
            found[officer] = _with(before, each)
    return tuple(
        replace(
            each,
            services=tuple((services or {}).get(each.id, ())),
            charges=charges_of(each.id, known.moments.ordered),
        )
        for each in found.values()
    )


def _first(officer: str, each: RecordedEntry) -> Officer:
    return Officer(
        id=officer, name="", rank="", described_as="", named_by="", named_at=at(each), allegation=""
    )


def _named_again(before: Officer, each: RecordedEntry) -> Officer:
    said, facts = texts_of(each, before.id), each.entry.facts
    return replace(
        before,
        name=str(said.get("name", "")) or before.name,
        rank=str(said.get("rank", "")) or before.rank,
        described_as=str(said.get("described_as", "")) or before.described_as,
        named_by=before.named_by or str(facts.get("named_by", "")),
        allegation=str(facts.get("allegation", "")) or before.allegation,
    )


def _with(before: Officer, each: RecordedEntry) -> Officer:
    entry, facts = each.entry, each.entry.facts
    if entry.kind == NAMED:
        return _named_again(before, each)
    if entry.kind == SUSPECTED:
        return replace(before, suspected_at=at(each))
    if entry.kind == SUSPENDED:
        return replace(before, suspended_at=at(each))
    if entry.kind == RETURNED:
        return replace(before, returned_at=at(each))
    if entry.kind == FOUND:
        return replace(before, finding=str(facts.get("finding", "")))
    if entry.kind == RECOMMENDED:
        return replace(before, recommended=str(facts.get("disciplinary_penalty", "")))
    if entry.kind == IMPOSED:
        final = facts.get("final") == "yes"
        return replace(before, imposed=str(facts.get("disciplinary_penalty", "")), final=final)
    return before


@dataclass(frozen=True, kw_only=True)
class KnownOfficer:
    """What all entries on an officer say, across cases."""

    id: str
    name: str
    first_named_at: int
    complaints: tuple[str, ...]
    services: tuple[Service, ...] = ()
    said_by: Mapping[Service, str] = field(default_factory=dict)


def officer_of(officer_id: str, entries: Sequence[RecordedEntry]) -> KnownOfficer | None:
    """An officer folded from every entry that names them; None where none counts."""
    counted = standing_of(entries).counted
    if not counted:
        return None
    complaints = dict.fromkeys(name for each in counted for name in each.entry.objects.get("complaint", ()))
    names = [
        str(texts_of(each, officer_id)["name"]) for each in counted if "name" in texts_of(each, officer_id)
    ]
    services: dict[Service, str] = {}
    for each in counted:
        if each.entry.kind == SERVED_AT:
            said = next((source.said_by for source in each.entry.happened), "")
            services[_service(each)] = said
    return KnownOfficer(
        id=officer_id,
        name=names[-1] if names else "",
        first_named_at=min(at(each) for each in counted),
        complaints=tuple(complaints),
        services=tuple(sorted(services, key=lambda service: service.since)),
        said_by=services,
    )


def _service(each: RecordedEntry) -> Service:
    facts = each.entry.facts
    return Service(
        body=str(facts["served_body"]),
        since=str(facts.get("served_since", "")),
        until=str(facts.get("served_until", "")),
    )


def on_the_tree(services: Sequence[Service]) -> tuple[TreeService, ...]:
    """Services as the tree of institutions asks for them."""
    return tuple(
        TreeService(body=each.body, since=_day(each.since), until=_day(each.until)) for each in services
    )


def _day(typed: str) -> date | None:
    return date.fromisoformat(typed) if typed else None


def now_at(services: Sequence[Service]) -> str:
    """The body where an officer serves still, or served last."""
    still = [each for each in services if not each.until]
    known = still or sorted(services, key=lambda each: each.until)
    return known[-1].body if known else ""
