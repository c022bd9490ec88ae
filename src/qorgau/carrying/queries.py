"""Every read of carrying: whom this instance knows, what went and came, what is still to be carried."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.carrying.desk_clock import is_wrong, known_of
from qorgau.carrying.entries import HOUSEKEEPING
from qorgau.carrying.models import BroughtRow, ClockRow, TakenOutRow
from qorgau.recording.bundles.cards import Card, own_card
from qorgau.recording.bundles.trusted import trusted_cards
from qorgau.recording.bundles.writing import MOST_ENTRIES, never_carried
from qorgau.recording.models import StoredEntry

OVERLAP = 600
"""Seconds carried again each time: an act may have begun before the files were written and ended after."""
MOST_AT_ONCE = 20_000
"""More entries than this are for the command, which needs no browser to wait."""


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """What is known of one trusted instance."""

    card: Card
    brought: BroughtRow | None
    taken_out: TakenOutRow | None
    clock: ClockRow | None

    @property
    def clock_is_wrong(self) -> bool:
        """Whether its own record says that its clock is wrong."""
        return is_wrong(self.clock)

    @property
    def waits_for_arrival(self) -> bool:
        """Whether files were written for it and nobody said that they arrived."""
        row = self.taken_out
        return row is not None and (row.arrived_until is None or row.arrived_until < row.last_at)


@dataclass(frozen=True, kw_only=True)
class ToCarry:
    """How many entries would go, recorded from when to when; is_more: there are more than are counted."""

    entries: int
    first: int = 0
    last: int = 0
    is_more: bool = False

    @property
    def files(self) -> int:
        """How many files they fill, or one more."""
        return -(-self.entries // MOST_ENTRIES)


def exchanges(actor: Actor) -> list[Exchange]:
    """Every trusted instance, with what went and came."""
    require(actor, "instances.see")
    brought, taken = BroughtRow.objects.in_bulk(), TakenOutRow.objects.in_bulk()
    clocks = ClockRow.objects.in_bulk()
    return [
        Exchange(card=card, brought=brought.get(name), taken_out=taken.get(name), clock=clocks.get(name))
        for name, card in sorted(trusted_cards().items())
    ]


def this_card(actor: Actor) -> Card:
    """The card of this instance."""
    require(actor, "instances.see")
    return own_card()


def not_yet_carried(instance: str, *, now: int) -> int | None:
    """From when on nobody has said that entries arrived there; None for from the beginning.

    If the clock was found wrong after that, its times order nothing: then everything is carried again.
    """
    row = TakenOutRow.objects.filter(pk=instance).first()
    if row is None or row.arrived_until is None or row.arrived_until > now:
        return None
    clock = known_of(settings.QORGAU_INSTANCE)
    if clock is not None and clock.said_until is not None and clock.said_until >= row.arrived_until:
        return None
    return row.arrived_until - OVERLAP


def to_carry(actor: Actor, *, since: int | None) -> ToCarry:
    """What was first recorded here and received since then."""
    require(actor, "bundle.carry")
    count, first, last = 0, 0, 0
    for recorded in _recorded_here(since):
        if count == MOST_AT_ONCE:
            return ToCarry(entries=count, first=first, last=last, is_more=True)
        first, last = min(first or recorded, recorded), max(last, recorded)
        count += 1
    return ToCarry(entries=count, first=first, last=last)


def _recorded_here(since: int | None) -> Iterator[int]:
    stored = StoredEntry.objects.exclude(kind__in=HOUSEKEEPING | never_carried())
    if since is not None:
        stored = stored.filter(received__gte=since)
    for body in stored.values_list("body", flat=True).iterator(chunk_size=MOST_ENTRIES):
        entry = json.loads(bytes(body))
        if entry["instance"] == settings.QORGAU_INSTANCE:
            yield int(entry["recorded"])
