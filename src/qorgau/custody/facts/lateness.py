"""What was typed long after it happened: allowed, marked, and counted."""

from __future__ import annotations

from qorgau.recording.history import RecordedEntry

SLACK = 15 * 60
"""Seconds between an event and its being typed that nobody calls late."""


def late_by(each: RecordedEntry) -> int | None:
    """Seconds from the last instant at which it may have happened to its being typed, if beyond the slack."""
    latest = max((source.latest for source in each.entry.happened), default=each.entry.recorded)
    delay = each.entry.recorded - latest
    return delay if delay > SLACK else None
