"""How many are held where: what the inventory of places asks of the register."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Count, Q, QuerySet

from qorgau.custody.models import StayRow
from qorgau.places.occupancy import register_counter


def register() -> None:
    """Tell the inventory how those held are counted."""
    register_counter(count_at, over_time=count_over_time, in_cells=count_in_cells)


def count_at(place_ids: Collection[str], at: int) -> Mapping[str, int]:
    """How many were held in each place at an instant; nobody is left out."""
    return _counted(_lasting(at).filter(place_id__in=place_ids), "place_id")


def count_in_cells(cell_ids: Collection[str], at: int) -> Mapping[str, int]:
    """How many were held in each cell at an instant; nobody is left out."""
    return _counted(_lasting(at).filter(cell_id__in=cell_ids), "cell_id")


def count_over_time(place: str, since: int, until: int) -> Sequence[tuple[int, int]]:
    """From which instant on how many were held, from `since` to `until`, ascending."""
    stays = StayRow.objects.filter(place_id=place, from_at__lte=until)
    spans = list(stays.filter(_still(since)).values_list("from_at", "until_at"))
    changes: dict[int, int] = {since: 0}
    for begins, ends in spans:
        begun = max(begins, since)
        changes[begun] = changes.get(begun, 0) + 1
        if ends is not None and ends <= until:
            changes[ends] = changes.get(ends, 0) - 1
    return _added_up(changes)


def _added_up(changes: Mapping[int, int]) -> list[tuple[int, int]]:
    held, steps = 0, list[tuple[int, int]]()
    for instant in sorted(changes):
        held += changes[instant]
        steps.append((instant, held))
    return steps


def _lasting(at: int) -> QuerySet[StayRow]:
    return StayRow.objects.filter(_still(at), from_at__lte=at)


def _still(at: int) -> Q:
    # Who leaves at an instant no longer counts at it, so that a move counts nobody twice.
    return Q(until_at__isnull=True) | Q(until_at__gt=at)


def _counted(stays: QuerySet[StayRow], field: str) -> dict[str, int]:
    return dict(stays.values_list(field).annotate(held=Count("stay_id")))
