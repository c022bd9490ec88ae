"""What all acts of the inventory share: from when it holds, who may, and how it is recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.ledger.entry import Happened
from qorgau.places import queries, rules
from qorgau.places.facts import LISTING, STEP
from qorgau.places.faults import Fault, Unfit
from qorgau.places.place import Place, Unit
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record

LONGEST_REASON = 1_000


@dataclass(frozen=True, kw_only=True)
class Since:
    """From when something holds: a civil day at the place, or an instant; neither: from now on."""

    day: date | None = None
    instant: int | None = None


NOW = Since()


def record_of_place(
    actor: Actor,
    kind: str,
    place: Place,
    facts: Mapping[str, Any],
    *,
    now: int,
    since: Since,
    reason: str = "",
    cell_id: str = "",
) -> None:
    """Record one entry on a place, with from when it holds."""
    happened = since_when(actor, since, place.zone, now=now, not_before=place.opened_at)
    objects = {"place": [place.id], LISTING: [place.id]} | ({"cell": [cell_id]} if cell_id else {})
    said = dict(facts) | ({"reason": reason.strip()} if reason.strip() else {})
    record([draft_of(actor, kind, now=now, objects=objects, facts=said, happened=happened)], received=now)


def draft_of(
    actor: Actor,
    kind: str,
    *,
    now: int,
    objects: Mapping[str, list[str]],
    facts: Mapping[str, Any],
    happened: Happened,
) -> Draft:
    """A draft of the inventory; its step keeps acts of one second in order."""
    return Draft(
        id=new_entry_id(),
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects=objects,
        happened=(happened,),
        facts={**facts, STEP: queries.entries_so_far(objects[LISTING][0])},
    )


def since_when(
    actor: Actor, since: Since, zone: Zone, *, now: int, not_before: int | None = None
) -> Happened:
    """The interval in which it began to hold; raises Unfit for the future and for before the opening."""
    first, last = (now, now) if since.instant is None else (since.instant, since.instant)
    if since.day is not None:
        first, last = zone.day_bounds(since.day)
    if first > now:
        refuse(actor, [Fault(where="since", key="since_in_future")])
    if not_before is not None and last < not_before:
        opened = zone.local(not_before).date().isoformat()
        refuse(actor, [Fault(where="since", key="since_before_opening", values={"day": opened})])
    earliest = first if not_before is None else max(first, not_before)
    return Happened(said_by=actor.said_by, earliest=earliest, latest=max(earliest, min(last, now)))


def refuse(actor: Actor, faults: Iterable[Fault]) -> None:
    """Raise Unfit with the faults, if there are any."""
    if found := tuple(faults):
        raise Unfit(found, language=actor.language)


def unit_or_none(unit_id: str) -> Unit | None:
    """The listed unit, or nothing."""
    try:
        return queries.unit(unit_id) if unit_id else None
    except queries.NotListed:
        return None


def closed_faults(place: Place) -> list[Fault]:
    """The fault of acting on a place that is closed."""
    return [Fault(where="", key="place_closed_already")] if place.closed else []


def reason_faults(reason: str) -> list[Fault]:
    """What is wrong with a reason."""
    return rules.text_faults("reason", reason, most=LONGEST_REASON)
