"""What of a move's conditions can be told before it is made: the same answers that the act itself gives."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.actions.conditions import findings
from qorgau.complaints.entries import ASSIGNED, COMPLAINT
from qorgau.complaints.facts.known import known_of
from qorgau.lawbook.procedure import ConditionName, Move
from qorgau.procedures import Finding, findings_of
from qorgau.recording.history import history

_OF_THE_BODY = frozenset({ConditionName.INVESTIGATOR_INDEPENDENT, ConditionName.INVESTIGATOR_COMPETENT})


def checked_now(
    actor: Actor, complaint_id: str, run_id: str, move: Move, *, now: int
) -> Mapping[str, Finding]:
    """Condition -> what the case shows of it now. Which body gets the case by a move is asked once it is chosen."""
    known = known_of(complaint_id, history(COMPLAINT, complaint_id))
    run = known.run(run_id) if known else None
    if known is None or run is None:
        return {}
    hand = AtHand(actor=actor, known=known, act="", now=now)
    standing = run.standing(as_of=now, zone=known.story.zone)
    of_the_run = findings_of(standing, account=actor.account)
    found = dict(of_the_run)
    found |= findings(hand, run, move, body=hand.body, at=now)
    left = _OF_THE_BODY if move.records == ASSIGNED else frozenset()
    return {name: each for name, each in found.items() if name not in left}
