"""Instants, intervals, elapsed and civil time, zones. Only this room reads the wall clock.

An instant is a whole number of seconds since 1970-01-01 00:00 UTC. A civil day is `date.toordinal()`.
"""

from qorgau.clock.interval import Interval
from qorgau.clock.reading import TimeError, read_instant
from qorgau.clock.spans import read_span, show_instant, show_span, span_parts
from qorgau.clock.wall import now
from qorgau.clock.zone import Zone, zone_named

__all__ = [
    "Interval",
    "TimeError",
    "Zone",
    "now",
    "read_instant",
    "read_span",
    "show_instant",
    "show_span",
    "span_parts",
    "zone_named",
]
