"""A plain act that is also a move: the runs that wait for it move on with it, in the same act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.actions.moving import move_draft
from qorgau.complaints.facts.runs import KnownRun
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.times import When
from qorgau.lawbook.procedure import Move
from qorgau.recording.drafts import Draft


def alongside(
    hand: AtHand,
    kind: str,
    *,
    facts: Mapping[str, str | int] | None = None,
    officers: tuple[str, ...] = (),
    only: frozenset[str] | None = None,
    reasons: str = "",
    happened: When | None = None,
) -> list[Draft]:
    """MoveMade entries for every run that waits for this kind of entry, and that lets the actor make the move.

    only: the runs that are concerned; None for all. Where the procedure refuses, the plain entry stands alone:
    what happened is recorded all the same.
    """
    said = {name: str(value) for name, value in (facts or {}).items() if value != ""}
    drafts: list[Draft] = []
    for run in hand.known.runs:
        if only is not None and run.id not in only:
            continue
        for move in _waiting(hand, run, kind, said):
            asked = MoveAsked(
                move=move.id, reasons=reasons, officers=officers, happened=happened, body=_by(hand, run)
            )
            try:
                drafts.append(move_draft(hand, run, asked, part=f"move/{run.id}").draft)
            except ComplaintRefusal:
                continue
            break
    return drafts


def _waiting(hand: AtHand, run: KnownRun, kind: str, facts: Mapping[str, str]) -> Iterator[Move]:
    now = run.standing(as_of=hand.now, zone=hand.known.story.zone)
    for move in now.open_moves:
        fits = all(facts.get(name, value) == value for name, value in move.facts.items())
        if move.records == kind and fits and not move.grounds:
            yield move


def _by(hand: AtHand, run: KnownRun) -> str:
    """Of a case followed from outside, the body that has the run does what is told of it."""
    return run.body if hand.known.is_outside and run.body != hand.actor.body else ""
