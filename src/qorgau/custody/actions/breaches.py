"""Answering a breach."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import AtHand, at_hand
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import CUSTODY, PERSON, Outcome
from qorgau.custody.facts.offered import checked_text
from qorgau.custody.refusal import CustodyRefusal
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.safeguards import State

_ANSWERED = frozenset({State.BREACHED, State.LATE})


def answer_breach(
    actor: Actor,
    custody_id: str,
    *,
    safeguard: str,
    basis: str,
    outcome: Outcome,
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Added:
    """Say what followed from a breach or a lateness; it stays what it is, and the answer is counted."""
    if not reason.strip():
        raise CustodyRefusal("why_required", field="reason")
    hand = at_hand(actor, custody_id, ("custody.answer_breach",), now=now, act_id=act_id)
    _refuse_unbroken(hand, safeguard, basis)
    draft = Draft(
        id=hand.id(),
        kind="BreachAnswered",
        recorded=hand.now,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [hand.person], CUSTODY: [hand.custody]},
        happened=(Happened(said_by=actor.said_by, earliest=hand.now, latest=hand.now),),
        facts={"safeguard": safeguard, "basis": basis, "breach_outcome": outcome.value},
        personal={hand.person: {"note": checked_text(reason, field="reason")}},
    )
    (answer,) = record([draft], received=now)
    return Added(custody=hand.custody, entry=draft.id, acknowledgement=answer)


def _refuse_unbroken(hand: AtHand, safeguard: str, basis: str) -> None:
    for each in hand.known.judged(as_of=hand.now, touched_only=True):
        if (each.safeguard.id, each.verdict.basis) == (safeguard, basis) and each.verdict.state in _ANSWERED:
            return
    raise CustodyRefusal("nothing_to_answer", field="safeguard", safeguard=safeguard)
