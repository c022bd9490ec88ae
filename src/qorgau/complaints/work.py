"""The background work of complaints: one round."""

from __future__ import annotations

from qorgau.complaints.alerting import find_alerts
from qorgau.complaints.mailing import mail_alerts


def work(*, now: int) -> str:
    """Find what somebody has to be told, and mail it; gives what was done, or nothing."""
    done = {"to be told": find_alerts(now=now), "mailed": mail_alerts(now=now)}
    return ", ".join(f"{count} {what}" for what, count in done.items() if count)
