"""Acts upon a place: it is listed, changed, closed and reopened. Nothing is ever removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may, require
from qorgau.clock import Zone, zone_named
from qorgau.places import queries, rules
from qorgau.places.actions.drafting import (
    NOW,
    Since,
    closed_faults,
    draft_of,
    reason_faults,
    record_of_place,
    refuse,
    since_when,
    unit_or_none,
)
from qorgau.places.country import regions
from qorgau.places.details import PlaceDetails, changed_facts, details_of, place_facts
from qorgau.places.facts import LISTING
from qorgau.places.faults import Fault
from qorgau.places.permits import require_change, whereabouts
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record


@dataclass(frozen=True)
class NewPlace:
    """A place that is to be listed; place_id: an id of one's own, or "" to have one drawn."""

    details: PlaceDetails
    since: Since = NOW
    place_id: str = ""


def list_place(
    actor: Actor, details: PlaceDetails, *, now: int, since: Since = NOW, place_id: str | None = None
) -> str:
    """Open a place in the inventory and give its id.

    Raises NotPermitted, or Unfit with all that is wrong. An unofficial place may be listed by anybody
    who may record that persons are held: that nobody may be held there does not make it untrue.
    """
    (found,) = list_places(actor, [NewPlace(details, since, place_id or "")], now=now)
    return found


def list_places(actor: Actor, new: Sequence[NewPlace], *, now: int) -> tuple[str, ...]:
    """Open several places in one act: all of them, or none. Gives their ids in the same order."""
    for each in new:
        _require_listing(actor, each.details)
        problems = [*place_problems(each.details, now=now), *_listed_already(each.details)]
        refuse(actor, [*problems, *_id_taken(each.place_id)])
    drafts = {each.place_id or new_entry_id(): each for each in new}
    record([_opening(actor, place_id, each, now=now) for place_id, each in drafts.items()], received=now)
    return tuple(drafts)


def _opening(actor: Actor, place_id: str, new: NewPlace, *, now: int) -> Draft:
    return draft_of(
        actor,
        "PlaceOpened",
        now=now,
        objects={"place": [place_id], LISTING: [place_id]},
        facts=place_facts(new.details),
        happened=since_when(actor, new.since, _zone(new.details), now=now),
    )


def change_place(
    actor: Actor,
    place_id: str,
    details: PlaceDetails,
    *,
    now: int,
    since: Since = NOW,
    reason: str = "",
    seen: int | None = None,
) -> bool:
    """Record what is different about a place from some time on; False where nothing is.

    seen: how many entries the place had when the person looked; given, a change that somebody else made since is not overwritten.
    Raises NotListed, NotPermitted, or Unfit with all that is wrong.
    """
    place = queries.place(place_id, language=actor.language)
    require_change(actor, place)
    if details.official and not place.official:
        require(actor, "places.change", at=whereabouts(place))
    problems = place_problems(details, now=now)
    refuse(actor, [*problems, *closed_faults(place), *reason_faults(reason), *_overtaken(place_id, seen)])
    facts = changed_facts(details_of(place), details)
    if not facts:
        return False
    record_of_place(actor, "PlaceChanged", place, facts, now=now, since=since, reason=reason)
    return True


def close_place(actor: Actor, place_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that nobody is held in a place any more. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    require_change(actor, place)
    needed = () if reason.strip() else (Fault(where="reason", key="closing_needs_reason"),)
    refuse(actor, [*closed_faults(place), *reason_faults(reason), *needed])
    record_of_place(actor, "PlaceClosed", place, {}, now=now, since=since, reason=reason)


def reopen_place(actor: Actor, place_id: str, *, now: int, since: Since = NOW, reason: str = "") -> None:
    """Record that a closed place holds persons again, as it was. Raises NotListed, NotPermitted or Unfit."""
    place = queries.place(place_id, language=actor.language)
    require_change(actor, place)
    open_still = () if place.closed else (Fault(where="", key="not_closed"),)
    refuse(actor, [*open_still, *reason_faults(reason)])
    facts = place_facts(details_of(place))
    record_of_place(actor, "PlaceOpened", place, facts, now=now, since=since, reason=reason)


def place_problems(details: PlaceDetails, *, now: int) -> list[Fault]:
    """What is wrong with what is said of a place; empty when it can be recorded."""
    day = _zone(details).local(now).date()
    return list(rules.place_faults(details, day=day, unit=unit_or_none(details.unit)))


def _require_listing(actor: Actor, details: PlaceDetails) -> None:
    at = Whereabouts(region=details.region, body=details.body)
    if details.official or may(actor, "places.change", at=at):
        require(actor, "places.change", at=at)
    else:
        require(actor, "places.list_unofficial", at=at)


def _zone(details: PlaceDetails) -> Zone:
    region = regions().get(details.region)
    try:
        return zone_named(details.zone or (region.zone if region else "UTC"))
    except ValueError:
        # The rules name the zone; the day of a wrong one hardly matters.
        return zone_named("UTC")


def _listed_already(details: PlaceDetails) -> list[Fault]:
    same = queries.place_like(details)
    return [Fault(where="name_kk", key="listed_already", values={"name": same.name})] if same else []


def _id_taken(place_id: str) -> list[Fault]:
    if not place_id or not queries.entries_so_far(place_id):
        return []
    return [Fault(where="", key="id_taken", values={"id": place_id})]


def _overtaken(place_id: str, seen: int | None) -> list[Fault]:
    if seen is None or seen == queries.entries_so_far(place_id):
        return []
    return [Fault(where="", key="changed_meanwhile")]
