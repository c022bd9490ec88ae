"""The plan of one custody, fixed before its course is told."""

from dataclasses import dataclass
from enum import StrEnum

from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.person import PersonPlan


class Care(StrEnum):
    """How much care a desk takes with this custody."""

    GREAT = "great"
    """Nearly everything is done, in time and with somebody besides the police to say so."""
    USUAL = "usual"
    """Most is done; something is late."""
    NONE = "none"
    """Much is never done or never written down."""

    @property
    def lapse(self) -> float:
        """In which share of cases a duty is forgotten or done too late."""
        return {Care.GREAT: 0.02, Care.USUAL: 0.15, Care.NONE: 0.55}[self]


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A time without network: what is typed at the places meanwhile comes in after its end."""

    begins: int
    ends: int
    places: frozenset[str]

    def received(self, place: str, recorded: int, wait: int) -> int:
        """When an entry typed at this place comes in; wait: seconds the queue takes after the end."""
        if place in self.places and self.begins <= recorded < self.ends:
            return self.ends + wait
        return recorded


@dataclass(frozen=True, kw_only=True)
class CustodyPlan:
    """Who is apprehended when, where brought, on what ground, and how carefully.

    apprehended_at: the actual act, seconds since 1970 (UTC); seed and label name its row of chances.
    """

    seed: int
    label: str
    custody: str
    person: PersonPlan
    apprehended_at: int
    ground: str
    station: PlacePlan
    care: Care
    country: Country
    instance: str
    cut: Cut | None = None
    held_in: PlacePlan | None = None
    """The unofficial place they are taken to, if any."""
    long_ago: bool = False
    """Of a year that is over: whoever's trace was lost on the way came out in the end."""
