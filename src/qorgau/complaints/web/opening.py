"""Opening a case from a page: the look is entered, and what may not be seen is not told from what is not there."""

from __future__ import annotations

from django.http import Http404

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints.actions import open_file
from qorgau.complaints.entries import LookedBecause
from qorgau.complaints.facts.case import Case
from qorgau.complaints.queries import case
from qorgau.complaints.refusal import NoSuchComplaint
from qorgau.wording.templatetags.wording import active_language

_BECAUSE = {
    Role.DUTY_PROSECUTOR: LookedBecause.SUPERVISION,
    Role.INSPECTOR: LookedBecause.SUPERVISION,
    Role.NPM_MEMBER: LookedBecause.SUPERVISION,
    Role.INVESTIGATOR: LookedBecause.CASE,
    Role.COMMITTEE_MEMBER: LookedBecause.CASE,
    Role.COURT_REGISTRY: LookedBecause.CASE,
    Role.DOCTOR: LookedBecause.HEALTH,
    Role.LAWYER: LookedBecause.DEFENCE,
}
"""On what ground each role usually opens a file; the look says so."""


def seen_case(actor: Actor, complaint_id: str, *, now: int) -> Case:
    """The case, once the look is entered; 404 alike for what is not there and what may not be seen."""
    try:
        open_file(actor, complaint_id, because=_BECAUSE.get(actor.role, LookedBecause.DUTY), now=now)
        return case(actor, complaint_id, as_of=now)
    except NoSuchComplaint as refusal:
        raise Http404(refusal.said(active_language())) from refusal
