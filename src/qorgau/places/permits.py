"""Who may list and change which place: the table of access, asked with the whereabouts of the place."""

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may, require
from qorgau.places.place import Place


def whereabouts(place: Place) -> Whereabouts:
    """Where the place stands, for the table."""
    return Whereabouts(place=place.id, region=place.region, body=place.unit or place.body)


def require_change(actor: Actor, place: Place) -> None:
    """Raise NotPermitted unless the actor may change the place; an unofficial one, also who may list it."""
    require(actor, act_of_change(actor, place), at=whereabouts(place))


def may_change(actor: Actor, place: Place) -> bool:
    """Whether the actor may change the place."""
    return may(actor, act_of_change(actor, place), at=whereabouts(place))


def act_of_change(actor: Actor, place: Place) -> str:
    """The act that changing this place is for this actor."""
    if place.official or may(actor, "places.change", at=whereabouts(place)):
        return "places.change"
    return "places.list_unofficial"


def may_count(actor: Actor, place: Place) -> bool:
    """Whether the actor may know how many are held there."""
    return may(actor, "occupancy.see", at=whereabouts(place))
