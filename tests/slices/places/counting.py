"""A counter of those held that the tests fill by hand: a stand-in for a higher room, with real numbers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from qorgau.places import occupancy


@contextmanager
def counted(
    held: Mapping[str, int],
    *,
    steps: list[tuple[int, int]] | None = None,
    cells: Mapping[str, int] | None = None,
) -> Iterator[None]:
    """While this lasts, so many are held."""
    before = list(occupancy._REGISTERED)
    occupancy.register_counter(
        lambda ids, as_of: {each: held[each] for each in ids if each in held},
        over_time=(lambda place, since, until: steps) if steps is not None else None,
        in_cells=(lambda ids, as_of: cells) if cells is not None else None,
    )
    try:
        yield
    finally:
        occupancy._REGISTERED[:] = before
