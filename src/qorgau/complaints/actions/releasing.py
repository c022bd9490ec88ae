"""Who complained is told to another body; to one tied to the accused, only as two members of the mechanism say."""

from __future__ import annotations

from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_word
from qorgau.complaints.actions.conditions import tie
from qorgau.complaints.actions.done import Done
from qorgau.complaints.facts.candidates import Tied
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.complaints.queries.accounts import may_be_one_person
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.corrections import marked
from qorgau.mailboxes.entries import IDENTITY_RELEASED
from qorgau.mailboxes.grounds import Released
from qorgau.procedures import in_names
from qorgau.recording.history import RecordedEntry

IDENTITY = "identity"
"""Among what waits for a second person: who complained, which no safeguard of its own counts."""
_LETS_THE_TIED_KNOW = frozenset({Released.CONSENT, Released.COURT_ORDER})


def release_identity(
    actor: Actor,
    complaint_id: str,
    to_body: str,
    *,
    ground: str,
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """Let another body know who complained; the release is an entry that the complainant may see.

    To a body tied to the accused it counts for nothing until a second member of the preventive mechanism
    confirms it: `improves` says so.
    """
    hand = at_hand(actor, complaint_id, "complaints.identity", now=now, act_id=act_id)
    checked_word(ground, [each.value for each in Released], field="ground")
    if actor.role is not Role.NPM_MEMBER and actor.body != hand.known.lodged.entry.facts.get("lodged_with"):
        raise ComplaintRefusal("not_released")
    found = tie(hand, institution(to_body), hand.day())
    _require_may_know(hand, found, ground)
    waits = (IDENTITY,) if found else ()
    drafted = hand.draft(
        IDENTITY_RELEASED, facts={"released_to": to_body, "ground": ground}, texts={REASONS: reasons}
    )
    return replace(hand.record([marked(drafted, waits)]), improves=waits)


def _require_may_know(hand: AtHand, found: Tied | None, ground: str) -> None:
    """A body tied to the accused learns it only from the preventive mechanism, as the person or a court wished."""
    if found is None or (hand.actor.role is Role.NPM_MEMBER and ground in _LETS_THE_TIED_KNOW):
        return
    path = in_names(bodies(), found.path)
    raise ComplaintRefusal("not_to_the_tied", field="to_body", path=path, on=found.on)


def require_second_member(actor: Actor, asked: RecordedEntry) -> None:
    """A release is confirmed by another member of the mechanism, and by no second account of the first.

    That two accounts under different names are one person cannot be known here: whoever opens accounts answers
    for it, and both stand in the record.
    """
    if asked.entry.kind != IDENTITY_RELEASED:
        return
    if actor.role is not Role.NPM_MEMBER:
        raise ComplaintRefusal("second_of_the_mechanism", field="correction")
    if may_be_one_person(actor.account, asked.entry.by or ""):
        raise ComplaintRefusal("perhaps_the_same_person", field="correction")
