"""Every write of the inventory: one function for each act of a person. Nothing is ever removed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may, require
from qorgau.clock import Zone, zone_named
from qorgau.ledger.entry import Happened
from qorgau.places import queries, rules
from qorgau.places.country import regions
from qorgau.places.details import (
    CellDetails,
    PlaceDetails,
    UnitDetails,
    cell_details_of,
    cell_facts,
    changed_facts,
    details_of,
    place_facts,
    unit_facts,
)
from qorgau.places.facts import LISTING
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


def list_place(
    actor: Actor, details: PlaceDetails, *, now: int, since: Since = NOW, place_id: str | None = None
) -> str:
    """Open a place in the inventory and give its id.

    Raises NotPermitted, or Unfit with all that is wrong. An unofficial place may be listed by anybody
    who may record that persons are held: that nobody may be held there does not make it untrue.
    """
    _require_listing(actor, details)
    _refuse(actor, [*place_problems(details, now=now), *_listed_already(details), *_id_taken(place_id)])
    found = place_id or new_entry_id()
    draft = _draft(
        actor,
        "PlaceOpened",
        now=now,
        objects={"place": [found], LISTING: [found]},
        facts=place_facts(details),
        happened=_since(actor, since, _zone(details), now=now),
    )
    record([draft], received=now)
    return found


def change_place(
    actor: Actor,
    place_id: str,
    details: PlaceDetails,
    *,
    now: int,
    since: Since = NOW,
    reason: str = "",
    seen: str = "",
) -> bool:
    """Record what is different about a place from some time on; False where nothing is.

    seen: the newest entry the person saw; given, a change that somebody else made since is not overwritten.
    Raises NotListed, NotPermitted, or Unfit with all that is wrong.
    """
    place = queries.place(place_id, language=actor.language)
    _require_change(actor, place)
    if details.official and not place.official:
        require(actor, "places.change", at=_whereabouts(place))
    problems = place_problems(details, now=now)
    _refuse(actor, [*problems, *_closed(place), *_reason(reason), *_overtaken(place_id, seen)])
    facts = changed_facts(details_of(place), details)
    if not facts:
        return False
    _record_of_place(actor, "PlaceChanged", place, facts, now=now, since=since, reason=reason)
    return True


def close_place(actor: Actor, place_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that nobody is held in a place any more. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    _require_change(actor, place)
    needed = () if reason.strip() else (Fault(where="reason", key="closing_needs_reason"),)
    _refuse(actor, [*_closed(place), *_reason(reason), *needed])
    _record_of_place(actor, "PlaceClosed", place, {}, now=now, since=since, reason=reason)


def reopen_place(actor: Actor, place_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that a closed place holds persons again, as it was. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    _require_change(actor, place)
    open_still = () if place.closed else (Fault(where="", key="not_closed"),)
    _refuse(actor, [*open_still, *_reason(reason)])
    facts = place_facts(details_of(place))
    _record_of_place(actor, "PlaceOpened", place, facts, now=now, since=since, reason=reason)


def list_cell(
    actor: Actor,
    place_id: str,
    details: CellDetails,
    *,
    now: int,
    since: Since = NOW,
    cell_id: str | None = None,
) -> str:
    """List a cell of a place, or say anew what it is; gives its id. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    _require_change(actor, place)
    faults = [*rules.cell_faults(details), *_closed(place), *_cell_taken(place_id, details, cell_id)]
    _refuse(actor, faults)
    found = cell_id or new_entry_id()
    if cell_id is not None and _is_as_listed(cell_id, details):
        return found
    _record_of_place(actor, "CellListed", place, cell_facts(details), now=now, since=since, cell_id=found)
    return found


def close_cell(actor: Actor, cell_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that nobody is put in a cell any more. Raises NotListed, NotPermitted or Unfit."""
    cell = queries.cell(cell_id, language=actor.language)
    place = queries.place(cell.place, language=actor.language)
    _require_change(actor, place)
    shut = (Fault(where="", key="cell_closed_already"),) if cell.closed else ()
    _refuse(actor, [*shut, *_reason(reason)])
    _record_of_place(actor, "CellClosed", place, {}, now=now, since=since, reason=reason, cell_id=cell_id)


def list_unit(
    actor: Actor, details: UnitDetails, *, now: int, since: Since = NOW, unit_id: str | None = None
) -> str:
    """List a concrete body under its institution, or say anew what it is; gives its id."""
    require(actor, "places.change", at=Whereabouts(region=details.region, body=details.institution))
    above = _unit(details.above)
    _refuse(actor, [*rules.unit_faults(details, above=above), *_unit_named_already(details, unit_id)])
    found = unit_id or new_entry_id()
    draft = _draft(
        actor,
        "UnitListed",
        now=now,
        objects={"unit": [found], LISTING: [found]},
        facts=unit_facts(details),
        happened=_since(actor, since, zone_named(regions()[details.region].zone), now=now),
    )
    record([draft], received=now)
    return found


def place_problems(details: PlaceDetails, *, now: int) -> list[Fault]:
    """What is wrong with what is said of a place; empty when it can be recorded."""
    day = _zone(details).local(now).date()
    return list(rules.place_faults(details, day=day, unit=_unit(details.unit)))


def _record_of_place(
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
    happened = _since(actor, since, place.zone, now=now, not_before=place.opened_at)
    objects = {"place": [place.id], LISTING: [place.id]} | ({"cell": [cell_id]} if cell_id else {})
    said = dict(facts) | ({"reason": reason.strip()} if reason.strip() else {})
    record([_draft(actor, kind, now=now, objects=objects, facts=said, happened=happened)], received=now)


def _draft(
    actor: Actor,
    kind: str,
    *,
    now: int,
    objects: Mapping[str, list[str]],
    facts: Mapping[str, Any],
    happened: Happened,
) -> Draft:
    return Draft(
        id=new_entry_id(),
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects=objects,
        happened=(happened,),
        facts=facts,
    )


def _since(actor: Actor, since: Since, zone: Zone, *, now: int, not_before: int | None = None) -> Happened:
    """The interval in which it began to hold; raises Unfit for the future and for before the opening."""
    first, last = (now, now) if since.instant is None else (since.instant, since.instant)
    if since.day is not None:
        first, last = zone.day_bounds(since.day)
    if first > now:
        _refuse(actor, [Fault(where="since", key="since_in_future")])
    if not_before is not None and last < not_before:
        opened = zone.local(not_before).date().isoformat()
        _refuse(actor, [Fault(where="since", key="since_before_opening", values={"day": opened})])
    earliest = first if not_before is None else max(first, not_before)
    return Happened(said_by=actor.said_by, earliest=earliest, latest=max(earliest, min(last, now)))


def _require_listing(actor: Actor, details: PlaceDetails) -> None:
    at = Whereabouts(region=details.region, body=details.body)
    if details.official or may(actor, "places.change", at=at):
        require(actor, "places.change", at=at)
    else:
        require(actor, "places.list_unofficial", at=at)


def _require_change(actor: Actor, place: Place) -> None:
    at = _whereabouts(place)
    if place.official or may(actor, "places.change", at=at):
        require(actor, "places.change", at=at)
    else:
        require(actor, "places.list_unofficial", at=at)


def _whereabouts(place: Place) -> Whereabouts:
    return Whereabouts(place=place.id, region=place.region, body=place.unit or place.body)


def _refuse(actor: Actor, faults: Iterable[Fault]) -> None:
    if found := tuple(faults):
        raise Unfit(found, language=actor.language)


def _zone(details: PlaceDetails) -> Zone:
    region = regions().get(details.region)
    try:
        return zone_named(details.zone or (region.zone if region else "UTC"))
    except ValueError:
        # The rules name the zone; the day of a wrong one hardly matters.
        return zone_named("UTC")


def _unit(unit_id: str) -> Unit | None:
    try:
        return queries.unit(unit_id) if unit_id else None
    except queries.NotListed:
        return None


def _listed_already(details: PlaceDetails) -> list[Fault]:
    same = queries.place_like(details)
    return [Fault(where="name_kk", key="listed_already", values={"name": same.name})] if same else []


def _closed(place: Place) -> list[Fault]:
    return [Fault(where="", key="place_closed_already")] if place.closed else []


def _reason(reason: str) -> list[Fault]:
    return rules.text_faults("reason", reason, most=LONGEST_REASON)


def _cell_taken(place_id: str, details: CellDetails, cell_id: str | None) -> list[Fault]:
    """The name belongs to another open cell of the place, or the id to a cell of another place."""
    wanted = details.name.casefold()
    others = [cell for cell in queries.cells_of(place_id) if cell.id != cell_id]
    if any(cell.name.casefold() == wanted for cell in others):
        return [Fault(where="name", key="cell_named_already", values={"name": details.name})]
    if cell_id is not None and queries.place_of_cell(cell_id) not in {None, place_id}:
        return [Fault(where="", key="cell_elsewhere")]
    return []


def _id_taken(place_id: str | None) -> list[Fault]:
    if place_id is None or not queries.newest_entry_of(place_id):
        return []
    return [Fault(where="", key="id_taken", values={"id": place_id})]


def _overtaken(place_id: str, seen: str) -> list[Fault]:
    if not seen or seen == queries.newest_entry_of(place_id):
        return []
    return [Fault(where="", key="changed_meanwhile")]


def _unit_named_already(details: UnitDetails, unit_id: str | None) -> list[Fault]:
    wanted = {name.casefold() for name in details.name.values()}
    for unit in queries.units(institution=details.institution, region=details.region):
        if unit.id != unit_id and wanted & {name.casefold() for name in unit.name.values()}:
            return [Fault(where="name_kk", key="listed_already", values={"name": unit.name})]
    return []


def _is_as_listed(cell_id: str, details: CellDetails) -> bool:
    if queries.place_of_cell(cell_id) is None:
        return False
    cell = queries.cell(cell_id)
    return not cell.closed and cell_details_of(cell) == details
