"""In whose civil days a deadline is counted: the seat of who set it."""

from __future__ import annotations

from datetime import date

from qorgau.clock import Zone, zone_named
from qorgau.custody.facts import law as custody
from qorgau.lawbook import Lawbook
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.treaty.facts.words import Sender

GENEVA = "Europe/Zurich"
"""All treaty bodies, the Subcommittee and the review have their seat and their secretariat in Geneva."""
_OF_THE_UNITED_NATIONS = frozenset({Sender.TREATY_BODY, Sender.UPR, Sender.SUBCOMMITTEE})


def book() -> Lawbook:
    """The law of this instance."""
    return custody.law().book


def read_shelf() -> None:
    """Read the law's files of the treaty cycle now, so that nobody who asks for a page waits for them."""
    law = book()
    _ = (law.committees, law.catalogue, law.articles, law.standards, law.follow_up)
    _ = (law.official_figures, law.measures)
    load_treaty_vocabulary()


def seat_of(sender: str) -> Zone:
    """The zone in which days set by this sender are counted; the country's own for whoever sits there."""
    return zone_named(GENEVA) if sender in _OF_THE_UNITED_NATIONS else country()


def country() -> Zone:
    """The zone of the country's own days: the plan's, and those of national institutions."""
    return zone_named(book().zone)


def today(zone: Zone, as_of: int) -> date:
    """The civil day in that zone."""
    return date.fromordinal(zone.civil_day(as_of))
