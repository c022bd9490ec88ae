"""How large a synthetic country is made."""

from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """The two sizes of the demo."""

    SMALL = "small"
    """Three months of ordinary custody; loads while one waits."""
    FULL = "full"
    """The same at more places for longer, and a January: ten thousand apprehended within three days."""


@dataclass(frozen=True, kw_only=True)
class Extent:
    """Counts of a size."""

    custodies: int
    days: int
    january: int


EXTENTS = {
    Size.SMALL: Extent(custodies=2_000, days=90, january=0),
    Size.FULL: Extent(custodies=4_000, days=180, january=10_000),
}
