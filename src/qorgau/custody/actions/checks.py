"""What must not be entered, and what is so unusual that somebody must say it is meant so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from qorgau.clock import Zone
from qorgau.custody.facts.known import Known
from qorgau.custody.facts.offered import refused_times
from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation
from qorgau.lawbook import Language
from qorgau.ledger.entry import Happened
from qorgau.places import queries as places
from qorgau.places.queries import NotListed
from qorgau.wording import say_instant

SKEW = 5 * 60
"""Seconds by which a desk's clock may run ahead before a time counts as lying in the future."""

LONGEST_DAY = 25 * 3600
"""Seconds of a civil day on which the clocks go back."""

LONG_AGO = 72 * 3600
"""Seconds after which an apprehension is so long past that a slip of the pen is likelier."""

_BEFORE_CUSTODY = frozenset({"Stopped", "Cordoned", "CordonOpened", "Apprehended", "RecordingMade", "InjurySeen",
                             "MandateGiven", "RelativeNamed", "SecrecyUndertaken", "TransportBegan"})  # fmt: skip
_AFTER_CUSTODY = frozenset({"Released", "Escaped", "Died", "DeathReported", "RelativeToldOfDeath", "AutopsyDone",
                            "DeathInvestigationOpened", "RegisterFieldRecorded", "RegisterTimeCompared", "RelativeTold",
                            "PropertyReturned", "RecordingStored", "RecordingCopied", "RecordingDestroyed", "StatementUsed",
                            "MandateEnded", "RelativeUnnamed", "MayBeFoundBy", "InjuryReported", "IdentityRecorded"})  # fmt: skip


def refuse_impossible(happened: Sequence[Happened], *, now: int, born: int | None, field: str) -> None:
    """Raise for a time in the future, or before the person was born."""
    for each in happened:
        for refusal in refused_times(each.earliest, now=now, skew=SKEW, born=born, field=field):
            raise refusal
        # "Today" may last until midnight; a span that is open for years would make every limit uncertain.
        if each.latest > now + LONGEST_DAY:
            raise CustodyRefusal("in_the_future", field=field)


def ask_if_unusual(warnings: Iterable[CustodyRefusal], *, confirmed: bool) -> None:
    """Raise NeedsConfirmation for what is possible but unlikely, unless it was confirmed."""
    found = () if confirmed else tuple(warnings)
    if found:
        raise NeedsConfirmation(found)


def unusual_times(known: Known, kind: str, happened: Sequence[Happened]) -> Iterator[CustodyRefusal]:
    """Before liberty was taken, or after it was given back."""
    begins = known.moments.first_at("Stopped", "Cordoned", "Apprehended")
    latest = max((each.latest for each in happened), default=0)
    earliest = min((each.earliest for each in happened), default=0)
    if begins is not None and latest < begins and kind not in _BEFORE_CUSTODY:
        yield CustodyRefusal("before_apprehension", field="happened", apprehended=_shown(known, begins))
    ended = known.course.ended_at
    if ended is not None and earliest > ended and kind not in _AFTER_CUSTODY:
        yield CustodyRefusal("after_the_end", field="happened", ended=_shown(known, ended))
    if kind == "Released" and ended is not None:
        yield CustodyRefusal("ended_already", field="kind", ended=_shown(known, ended))


def _shown(known: Known, instant: int) -> Callable[[Language], str]:
    return partial(_written, instant, known.story.zone)


def _written(instant: int, zone: Zone, language: Language) -> str:
    return say_instant(instant, zone, language)


def refuse_other_cell(place_id: str, cell_id: str) -> None:
    """Raise unless the cell is one of the place and is not closed."""
    if not cell_id:
        return
    try:
        cell = places.cell(cell_id)
    except NotListed as error:
        raise CustodyRefusal("no_such_cell", field="cell", cell=cell_id) from error
    if cell.place != place_id:
        raise CustodyRefusal("cell_of_another_place", field="cell", cell=cell.name)
    if cell.closed:
        raise CustodyRefusal("cell_closed", field="cell", cell=cell.name)


def refuse_unknown_place(place_id: str, *, field: str = "place") -> None:
    """Raise unless the inventory lists the place; one that is closed may still hold somebody."""
    if not place_id:
        raise CustodyRefusal("place_required", field=field)
    if not places.is_listed(place_id):
        raise CustodyRefusal("no_such_place", field=field, place=place_id)
