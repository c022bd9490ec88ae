"""What access does in the background: anchor lists read, and clear away what has had its time."""

from importlib import import_module

from django.conf import settings

from qorgau.access.actions.looking import anchor_lists_due
from qorgau.access.sign_in.devices import forget_old_devices
from qorgau.access.sign_in.tries import forget_old_tries

_SWEEP_EVERY = 3600
_swept_at = {"last": 0}


def work(*, now: int) -> str:
    """One round; says what it anchored, or nothing."""
    if now - _swept_at["last"] >= _SWEEP_EVERY:
        sweep(now=now)
        _swept_at["last"] = now
    anchored = anchor_lists_due(as_of=now)
    return f"{anchored} lists read were anchored in the record" if anchored else ""


def sweep(*, now: int) -> None:
    """Clear away old tries, devices not used for long, and sessions that are over."""
    forget_old_tries(now=now)
    forget_old_devices(now=now)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
