"""Moments that people type on these pages, at the place where they sit."""

from __future__ import annotations

from django import forms

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.custody.facts.law import zone as zone_of_law
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import read_when
from qorgau.places.queries import zone_of
from qorgau.wording.templatetags.wording import active_language


def zone_here(actor: Actor) -> Zone:
    """The zone of the actor's place, or the country's."""
    return zone_of(min(actor.places)) if actor.places else zone_of_law("")


def instant_typed(form: forms.Form, field: str, zone: Zone) -> int | None:
    """The instant in a moment field; None where nothing or no time of that day is typed, which the form then says."""
    typed = form.cleaned_data.get(field)
    if not typed:
        return None
    try:
        return read_when(typed, zone).earliest
    except CustodyRefusal as refusal:
        form.add_error(field, refusal.said(active_language()))
        return None
