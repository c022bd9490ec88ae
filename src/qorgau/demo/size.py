"""How large a synthetic country is made."""

from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """The two sizes of the demo."""

    SMALL = "small"
    """Three months of ordinary custody, and some of a year that is over; loads while one waits."""
    FULL = "full"
    """The same at more places for longer, and a January: ten thousand apprehended within three days."""


@dataclass(frozen=True, kw_only=True)
class Extent:
    """Counts of a size. settled: the share of the custodies that began in the last settled year, not in the last `days`."""

    custodies: int
    days: int
    settled: float
    january: int


EXTENTS = {
    Size.SMALL: Extent(custodies=2_000, days=90, settled=0.25, january=0),
    Size.FULL: Extent(custodies=4_000, days=180, settled=0.25, january=10_000),
}
