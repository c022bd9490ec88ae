"""Over which years and at which moments evidence is counted, and for whom."""

from __future__ import annotations

from datetime import date

from qorgau.complaints.models import ComplaintRow
from qorgau.custody.models import ClockRow
from qorgau.treaty.evidence.shapes import Period
from qorgau.treaty.seats import country, today

_SETTLED_MONTH = 4
"""A year is told to everybody from 1 April of the next: until then the limits of December still run out one by one."""


def last_public_year(as_of: int) -> int:
    """The last year that is over and settled. Of a running year each asking would tell by how much it grew since the last."""
    now = today(country(), as_of)
    return now.year - (1 if now >= date(now.year, _SETTLED_MONTH, 1) else 2)


def usual_year(as_of: int) -> int:
    """The last whole calendar year; the running one where no limit began to run before it."""
    running = today(country(), as_of).year
    begins = country().day_bounds(date(running, 1, 1))[0]
    return running - 1 if ClockRow.objects.filter(triggered_at__lt=begins).exists() else running


def holds_nothing(period: Period) -> bool:
    """Whether the record begins after the period: then a nought there is no good news."""
    until = period.instants(country())[1]
    return not (
        ClockRow.objects.filter(triggered_at__lte=until).exists()
        or ComplaintRow.objects.filter(lodged_at__lte=until).exists()
    )
