"""Local clock times to instants and back, for whole columns, by the IANA time zones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from qorgau.clock.zone import zone_named

Seconds = NDArray[np.int64]

DAY = 86_400


@dataclass(frozen=True)
class ZoneTable:
    """A zone as its changes of offset: `changes[i]` is the instant when `offsets[i + 1]` begins."""

    changes: Seconds
    offsets: Seconds

    def instants(self, local: Seconds) -> tuple[Seconds, Seconds, NDArray[np.bool_]]:
        """Local seconds to (earliest instant, latest instant, whether the local time never existed).

        A local time repeated when clocks go back has two instants. One skipped when clocks go
        forward has none; for it both answers are the instant of the change.
        """
        if not len(self.changes):
            instants = local - self.offsets[0]
            return instants, instants, np.zeros(len(local), np.bool_)
        before, after = self.offsets[:-1], self.offsets[1:]
        first = self.offsets[np.searchsorted(self.changes + np.maximum(before, after), local, "right")]
        second_index = np.searchsorted(self.changes + np.minimum(before, after), local, "right")
        second = self.offsets[second_index]
        skipped = second > first
        earliest, latest = local - first, local - second
        if skipped.any():
            change = self.changes[second_index[skipped] - 1]
            earliest[skipped] = latest[skipped] = change
        return earliest, latest, skipped

    def local(self, instants: Seconds) -> Seconds:
        """Instants to local seconds, the ones a clock on the wall showed."""
        return instants + self.offsets[np.searchsorted(self.changes, instants, "right")]


@lru_cache(maxsize=64)
def zone_table(zone: str) -> ZoneTable:
    """The table of one IANA zone; raises ValueError if there is no such zone."""
    known = zone_named(zone)
    # The first change of the clock's table is only the beginning of its years.
    return ZoneTable(np.asarray(known.changes[1:], dtype=np.int64), np.asarray(known.offsets, dtype=np.int64))
