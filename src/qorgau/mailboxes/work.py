"""The background work of mailboxes: what waits is registered, what nobody named goes, the bundle is entered."""

from __future__ import annotations

from qorgau.mailboxes.actions.chunks import clear_unnamed
from qorgau.mailboxes.actions.receiving import register_waiting
from qorgau.mailboxes.bundle import enter_bundle

_AT_ONCE = 2000
_SWEEP_EVERY = 3600
_swept_at = {"last": 0}


def work(*, now: int) -> str:
    """One round; says nothing of what came in, for the round's time would be its time."""
    register_waiting(now=now, most=_AT_ONCE)
    if now - _swept_at["last"] < _SWEEP_EVERY:
        return ""
    _swept_at["last"] = now
    clear_unnamed(now=now)
    entered = enter_bundle(now=now)
    return f"the page's scripts and styles were entered: {entered}" if entered else ""
