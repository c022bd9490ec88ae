"""Stays: a start and the end that a map reads from the same row, and what a missing end still allows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.log import Texts
from qorgau.eventlog.logmap import LogMap
from qorgau.eventlog.moments import Moments
from qorgau.eventlog.written_times import Fault


def pairs_of(log_map: LogMap) -> list[tuple[int, int]]:
    """The places of each start and its end among the map's times, where the start is listed first."""
    names = [time.name for time in log_map.times]
    ended = [(names.index(time.ends), end) for end, time in enumerate(log_map.times) if time.ends is not None]
    return [(start, end) for start, end in ended if start < end]


def ended_by_the_next(
    times: Sequence[Moments], subjects: Texts, log_map: LogMap, *, kept: NDArray[np.bool_]
) -> tuple[list[Moments], int]:
    """The times, with an end nobody wrote put between its start and the subject's next start.

    Whoever is placed again was not in the earlier place any more; when that ended is uncertain
    within that interval. A last stay without end stays open. Also how many ends were bounded so.
    """
    found, bounded = list(times), 0
    for start, end in pairs_of(log_map):
        begun, ended = times[start], found[end]
        told = (begun.fault == Fault.NONE) & kept & (subjects.codes >= 0)
        rows = np.flatnonzero(told)
        rows = rows[np.lexsort((rows, begun.earliest[rows], subjects.codes[rows]))]
        this, following = rows[:-1], rows[1:]
        again = (subjects.codes[this] == subjects.codes[following]) & (ended.fault[this] == Fault.ABSENT)
        again &= begun.latest[this] <= begun.earliest[following]
        this, following = this[again], following[again]
        if not len(this):
            continue
        earliest, latest, fault = ended.earliest.copy(), ended.latest.copy(), ended.fault.copy()
        earliest[this], latest[this] = begun.earliest[this], begun.earliest[following]
        fault[this] = Fault.NONE
        found[end] = Moments(earliest, latest, fault)
        bounded += len(this)
    return found, bounded
