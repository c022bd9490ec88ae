"""The hour: nothing that comes in sealed is dated more finely, in any table, entry or file."""

from __future__ import annotations

from django.conf import settings

HOUR = 3600


def hour_of(now: int) -> int:
    """The first second of the hour (UTC)."""
    return now - now % HOUR


def received_at(now: int) -> int:
    """What the record is told as the time of receipt: the hour, or the batch's period where that is shorter.

    With a longer step than the log's own period, the promise would be over before it is given; and which
    batch a leaf entered tells the period anyway.
    """
    return now - now % min(HOUR, settings.QORGAU_BATCH_SECONDS)
