"""A place that a program names, if its actor may see it."""

from __future__ import annotations

from django.http import Http404

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.places import queries
from qorgau.places.place import Place


def seen_place(actor: Actor, place_id: str) -> Place:
    """The place; 404 alike for what is not there and what may not be seen."""
    require(actor, "places.see")
    if not queries.is_seen_by(actor, place_id):
        raise Http404
    return queries.place(place_id, language=actor.language)
