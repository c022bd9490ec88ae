"""Opening a case from a page: the look is entered, and what may not be seen is not told from what is not there."""

from __future__ import annotations

from django.http import Http404

from qorgau.access.actor import Actor
from qorgau.complaints.actions import open_file
from qorgau.complaints.facts.case import Case
from qorgau.complaints.opening import usual_ground
from qorgau.complaints.queries import case
from qorgau.complaints.refusal import NoSuchComplaint
from qorgau.wording.templatetags.wording import active_language


def seen_case(actor: Actor, complaint_id: str, *, now: int) -> Case:
    """The case, once the look is entered; 404 alike for what is not there and what may not be seen."""
    try:
        open_file(actor, complaint_id, because=usual_ground(actor.role), now=now)
        return case(actor, complaint_id, as_of=now)
    except NoSuchComplaint as refusal:
        raise Http404(refusal.said(active_language())) from refusal
