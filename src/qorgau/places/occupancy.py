"""Who counts those held. Custody is a higher room, so it says here how to ask it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

Count = Callable[[Collection[str], int], Mapping[str, int]]
"""From ids of places (or cells) and an instant to how many were held in each; left out means nobody."""
CountOverTime = Callable[[str, int, int], Sequence[tuple[int, int]]]
"""From a place and two instants to steps: from this instant on so many were held, ascending."""


@dataclass(frozen=True, kw_only=True)
class Counter:
    """How those held are counted."""

    at: Count
    over_time: CountOverTime | None = None
    in_cells: Count | None = None


_REGISTERED: list[Counter] = []


def register_counter(
    at: Count, *, over_time: CountOverTime | None = None, in_cells: Count | None = None
) -> None:
    """Say how those held are counted; called by custody in its AppConfig.ready(). The last one counts."""
    _REGISTERED[:] = [Counter(at=at, over_time=over_time, in_cells=in_cells)]


def forget_counter() -> None:
    """Count nobody any more; for tests that register a counter of their own."""
    _REGISTERED.clear()


def is_counted() -> bool:
    """Whether anybody counts; without it pages show no numbers rather than zeros."""
    return bool(_REGISTERED)


def held_at(place_ids: Collection[str], *, as_of: int) -> Mapping[str, int] | None:
    """How many are held in each place at an instant; None where nobody counts."""
    if not _REGISTERED:
        return None
    counted = _REGISTERED[0].at(place_ids, as_of)
    return {place_id: counted.get(place_id, 0) for place_id in place_ids}


def held_in_cells(cell_ids: Collection[str], *, as_of: int) -> Mapping[str, int] | None:
    """How many are held in each cell at an instant; None where nobody counts by cell."""
    if not _REGISTERED or _REGISTERED[0].in_cells is None:
        return None
    counted = _REGISTERED[0].in_cells(cell_ids, as_of)
    return {cell_id: counted.get(cell_id, 0) for cell_id in cell_ids}


def held_over_time(place_id: str, *, since: int, until: int) -> Sequence[tuple[int, int]] | None:
    """How many were held from when on; None where nobody counts over time."""
    if not _REGISTERED or _REGISTERED[0].over_time is None:
        return None
    return _REGISTERED[0].over_time(place_id, since, until)
