"""Who is where: how full places are, and what a shift hands over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.facts.board import ClockNow, Occupancy, ShiftFacts
from qorgau.custody.facts.record import Stay
from qorgau.custody.models import ClockRow, CustodyRow, StayRow
from qorgau.custody.queries.rows import by_due, clock_now, held_rows
from qorgau.places import queries as places

AHEAD = 12 * 3600
"""Seconds that a handover looks ahead: the next shift."""


def occupancy(wanted: Collection[str], *, at: int) -> dict[str, Occupancy]:
    """How many were held in each place at an instant; counts only, so no actor is asked."""
    stays = list(_stays(begins=at, until=at).filter(place_id__in=wanted).values_list(
        "place_id", "cell_id", "custody_id"))  # fmt: skip
    children = _children([custody for _, _, custody in stays])
    cells: dict[str, Counter[str]] = {place: Counter() for place in wanted}
    young: Counter[str] = Counter()
    for place, cell, custody in stays:
        cells[place][cell] += 1
        young[place] += custody in children
    return {
        place: Occupancy(
            place=place, at=at, held=cells[place].total(), children=young[place], by_cell=dict(cells[place])
        )
        for place in cells
    }


def held_count(place: str, *, at: int) -> int:
    """How many were held at a place at an instant."""
    return _stays(begins=at, until=at).filter(place_id=place).count()


def stays_at(actor: Actor, place: str, *, begins: int, until: int) -> tuple[Stay, ...]:
    """All stays at a place that touch the span."""
    require(actor, "board.see", at=Whereabouts(place=place, region=places.place(place).region))
    return tuple(
        Stay(
            id=row.stay_id,
            placement=row.placement_id,
            place=row.place_id,
            cell=row.cell_id,
            from_at=row.from_at,
            until_at=row.until_at,
        )
        for row in _stays(begins=begins, until=until).filter(place_id=place).order_by("from_at", "stay_id")
    )


def handover_facts(actor: Actor, place: str, *, since: int, until: int) -> ShiftFacts:
    """What changed at a place in a shift (handover.see)."""
    require(actor, "handover.see", at=Whereabouts(place=place, region=places.place(place).region))
    here = CustodyRow.objects.filter(is_here=True, place_id=place)
    came, left = _came_and_left(place, since=since, until=until)
    clocks = _clocks_here(place, since=since, until=until)
    return ShiftFacts(
        place=place,
        since=since,
        until=until,
        held=here.filter(status="held").count(),
        came=held_rows(list(came), as_of=until),
        left=held_rows(list(left), as_of=until),
        unconfirmed=held_rows(list(here.filter(status="unconfirmed").order_by("status_since")), as_of=until),
        ran_out=tuple(each for each in clocks if each.due_at is not None and each.due_at < until),
        next_due=tuple(each for each in clocks if each.due_at is not None and each.due_at >= until),
        with_missing=held_rows(
            list(here.exclude(missing="").order_by("order_at", "custody_id")[:100]), as_of=until
        ),
        late_entries=sum(here.values_list("late_entries", flat=True)),
        corrections_waiting=sum(here.values_list("unconfirmed_corrections", flat=True)),
    )


def _stays(*, begins: int, until: int) -> QuerySet[StayRow]:
    """Stays that touch the span; one that ends at an instant no longer counts at it."""
    return StayRow.objects.filter(Q(until_at__isnull=True) | Q(until_at__gt=begins), from_at__lte=until)


def _children(custodies: Collection[str]) -> set[str]:
    found: set[str] = set()
    known = list(custodies)
    for start in range(0, len(known), 500):
        some = CustodyRow.objects.filter(custody_id__in=known[start : start + 500], is_child=True)
        found.update(some.values_list("custody_id", flat=True))
    return found


def _came_and_left(
    place: str, *, since: int, until: int
) -> tuple[QuerySet[CustodyRow], QuerySet[CustodyRow]]:
    stays = StayRow.objects.filter(place_id=place)
    came = stays.filter(from_at__gt=since, from_at__lte=until).values("custody_id")
    left = stays.filter(until_at__gt=since, until_at__lte=until).values("custody_id")
    rows = CustodyRow.objects.order_by("custody_id")
    gone = rows.filter(custody_id__in=left).exclude(is_here=True, place_id=place, status="held")
    return rows.filter(custody_id__in=came), gone


def _clocks_here(place: str, *, since: int, until: int) -> list[ClockNow]:
    rows = ClockRow.objects.filter(
        is_running=True, place_id=place, due_at__gt=since, due_at__lte=until + AHEAD
    )
    found = (clock_now(row, as_of=until) for row in rows)
    return by_due(each for each in found if each is not None)
