"""The background work of notices: one round."""

from __future__ import annotations

from qorgau.notices.mailing import send_what_waits
from qorgau.notices.watching import escalate, say_what_changed, say_what_ran_out, say_what_runs_out


def work(*, now: int) -> str:
    """Watch the clocks, follow up, escalate and send; gives what was done, or nothing."""
    done = {
        "soon": say_what_runs_out(now=now),
        "breached": say_what_ran_out(now=now),
        "changed": say_what_changed(now=now),
        "escalated": escalate(now=now),
        "mailed": send_what_waits(now=now),
    }
    return ", ".join(f"{count} {what}" for what, count in done.items() if count)
