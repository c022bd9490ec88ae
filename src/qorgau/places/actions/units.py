"""Acts upon a unit: a concrete body is listed under its institution, or said anew."""

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.clock import zone_named
from qorgau.places import queries, rules
from qorgau.places.actions.drafting import NOW, Since, draft_of, refuse, since_when, unit_or_none
from qorgau.places.country import regions
from qorgau.places.details import UnitDetails, unit_facts
from qorgau.places.facts import LISTING
from qorgau.places.faults import Fault
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.record import record


def list_unit(
    actor: Actor, details: UnitDetails, *, now: int, since: Since = NOW, unit_id: str | None = None
) -> str:
    """List a concrete body under its institution, or say anew what it is; gives its id."""
    require(actor, "places.change", at=Whereabouts(region=details.region, body=details.institution))
    above = unit_or_none(details.above)
    faults = [*rules.unit_faults(details, above=above), *_circle(details, unit_id)]
    refuse(actor, [*faults, *_unit_named_already(details, unit_id)])
    found = unit_id or new_entry_id()
    draft = draft_of(
        actor,
        "UnitListed",
        now=now,
        objects={"unit": [found], LISTING: [found]},
        facts=unit_facts(details),
        happened=since_when(actor, since, zone_named(regions()[details.region].zone), now=now),
    )
    record([draft], received=now)
    return found


def _unit_named_already(details: UnitDetails, unit_id: str | None) -> list[Fault]:
    wanted = {name.casefold() for name in details.name.values()}
    for unit in queries.units(institution=details.institution, region=details.region):
        if unit.id != unit_id and wanted & {name.casefold() for name in unit.name.values()}:
            return [Fault(where="name_kk", key="listed_already", values={"name": unit.name})]
    return []


def _circle(details: UnitDetails, unit_id: str | None) -> list[Fault]:
    above = unit_or_none(details.above)
    if unit_id is None or above is None:
        return []
    if unit_id == above.id or unit_id in queries.units_above(above.id):
        return [Fault(where="above", key="unit_above_circle")]
    return []
