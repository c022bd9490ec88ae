"""Tags of the treaty cycle's pages: `{% load treaty %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from qorgau.access.permission import may

register = template.Library()
_ROOMS = (
    ("board", "treaty.see"),
    ("documents", "treaty.see"),
    ("choose_sides", "treaty.see"),
    ("calendar", "treaty.see"),
    ("articles", "treaty.see"),
    ("reports", "treaty.see"),
)


@register.inclusion_tag("treaty/rooms.html", takes_context=True)
def treaty_rooms(context: template.Context) -> dict[str, Any]:
    """Links to the other pages of the treaty cycle; the nearest one is marked."""
    path = context["request"].path
    actor = context.get("actor")
    rooms = [(reverse(f"treaty:{name}"), name) for name, act in _ROOMS if may(actor, act)]
    nearest = max((href for href, _ in rooms if path.startswith(href)), key=len, default="")
    return {"treaty_rooms": [(href, f"treaty.room_{name}", href == nearest) for href, name in rooms]}
