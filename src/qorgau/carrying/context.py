"""What the frame of every page of a desk says about clocks: this instance's, and the one of the computer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from qorgau.access.permission import may
from qorgau.access.request import moment_of
from qorgau.access.roles import STAFF
from qorgau.carrying.desk_clock import clock_now

_SIGN_IN = "/sign-in/"
_TYPING = "/custody/"


def clocks(request: HttpRequest) -> dict[str, Any]:
    """For staff and for whoever is signing in; nothing on pages of the public, whose phones are their affair."""
    actor = getattr(request, "actor", None)
    if actor is None and not request.path.startswith(_SIGN_IN):
        return {}
    if actor is not None and actor.role not in STAFF:
        return {}
    moment = moment_of(request)
    check = clock_now(now=moment)
    return {
        "server_time": moment,
        "clock_check": check if check.needs_warning else None,
        "clock_matters": request.path.startswith(_TYPING),
        "may_compare_clock": may(actor, "bundle.carry"),
    }
