"""The background work of enquiries: one round."""

from __future__ import annotations

from qorgau.enquiries.actions.marking import mark_unanswered
from qorgau.enquiries.quota import forget_old_counts


def work(*, now: int) -> str:
    """Mark what nobody answered in time and forget old counts; gives what was done, or nothing."""
    forget_old_counts(now=now)
    marked = mark_unanswered(now=now)
    return f"{marked} enquiries were not answered in time" if marked else ""
