"""Whether somebody of this name and birth is held already: the same form filled in twice makes two custodies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.custody.actions.booking_drafts import BookedAs
from qorgau.custody.facts.law import zone
from qorgau.custody.models import CustodyRow
from qorgau.custody.names import folded
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.refusal import CustodyRefusal
from qorgau.lawbook import Language
from qorgau.wording import say_instant

_LONGEST_KEY = 128


def held_already(actor: Actor, booked: BookedAs) -> Iterator[CustodyRefusal]:
    """Somebody alike who was registered before and is held, as far as the desk may see; asked about, not refused."""
    booking = booked.booking
    family, given = folded(booking.family_name)[:_LONGEST_KEY], folded(booking.given_name)[:_LONGEST_KEY]
    if not family and not given:
        return
    rows = within_reach(CustodyRow.objects.filter(is_here=True), actor, "custody.see")
    # Registered before, not at once: an import that comes in again is judged as it was at first.
    alike = rows.filter(family_key=family, given_key=given, registered_at__lt=booked.now)
    alike = alike.exclude(custody_id=booked.custody).filter(**_birth(booked))
    # The key of a name has no figures, and `Unknown 2` is not `Unknown 1`.
    numbered = _figures(f"{booking.family_name} {booking.given_name}")
    row = next((each for each in alike.order_by("-registered_at") if _figures(each.name) == numbered), None)
    if row is not None:
        since = partial(_written, row.apprehended_at or 0, zone(row.zone))
        yield CustodyRefusal("held_already", field="family_name", name=row.name, since=since)


def _figures(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())


def _birth(booked: BookedAs) -> dict[str, str | int | None]:
    return {"born_on": booked.born.isoformat()} if booked.born else {"age": booked.age}


def _written(instant: int, at: Zone, language: Language) -> str:
    return say_instant(instant, at, language)
