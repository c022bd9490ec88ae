"""Who speaks for a case to its complainant: nobody who stepped aside, and no body tied to the accused."""

from __future__ import annotations

from datetime import date

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import is_recused
from qorgau.complaints.entries import COMPLAINT
from qorgau.complaints.facts.known import known_of
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.queries.services import officers_with_services
from qorgau.complaints.queries.showing import tie_of_body
from qorgau.complaints.refusal import ComplaintRefusal, TiedBody
from qorgau.mailboxes.writers import register_writer_rule
from qorgau.procedures import in_names
from qorgau.recording.history import history


def register() -> None:
    """Tell mailboxes whom not to let speak."""
    register_writer_rule(require_may_answer)


def require_may_answer(actor: Actor, complaint_id: str, now: int) -> None:
    """Refuse whoever is recused, and a body tied to the accused, with the way that ties it.

    Also where the law lets that body investigate: what the complainant writes and reads is no part of it.
    """
    known = known_of(complaint_id, history(COMPLAINT, complaint_id))
    if known is None:
        return
    if is_recused(known, actor.account):
        raise ComplaintRefusal("recused_already")
    today = date.fromordinal(known.story.zone.civil_day(now))
    found = tie_of_body(actor.body, known, officers_with_services(known), today=today)
    if found is not None:
        way = in_names(bodies(), found.path)
        raise TiedBody("tied_answers_nothing", path=found.path, way=way, on=found.on)
