"""Evidence and its hands, hearings, decisions given to the victim."""

from __future__ import annotations

import re

from qorgau.access.actor import Actor
from qorgau.complaints.actions.alongside import alongside
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_word
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.stating import checked_body
from qorgau.complaints.entries import (
    DECISION,
    DECISION_SERVED,
    DECISION_SHOWN,
    EVIDENCE,
    EVIDENCE_MOVED,
    EVIDENCE_TAKEN,
    HEARD,
    HEARING,
    HEARING_SET,
)
from qorgau.complaints.facts.case import Decision, Evidence, Hearing
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.runs import objects_of_run
from qorgau.complaints.facts.things import decisions_of, evidence_of, hearings_of
from qorgau.complaints.offered import NewEvidence
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.saying import in_three
from qorgau.custody.times import When

EVIDENCE_KINDS = ("recording", "photograph", "medical_report", "document", "object", "statement", "other")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


def take_evidence(
    actor: Actor, complaint_id: str, new: NewEvidence, *, now: int, act_id: str | None = None
) -> Done:
    """Take a piece of evidence into keeping: its fingerprint, and who holds it."""
    hand = at_hand(actor, complaint_id, "complaints.evidence", now=now, act_id=act_id)
    checked_word(new.kind, EVIDENCE_KINDS, field="kind")
    piece = hand.id("evidence")
    facts: dict[str, str | int] = {
        "evidence_kind": new.kind,
        "sha256": _fingerprint(new.sha256),
        "size": new.size or "",
        "held_by": _holder(hand, new.held_by),
        "holder": actor.account,
    }
    drafted = hand.draft(
        EVIDENCE_TAKEN,
        facts=facts,
        objects={EVIDENCE: (piece,)},
        texts={"description": new.description},
        happened=new.happened,
        sealed={"copy": _fingerprint(new.sealed_copy)} if new.sealed_copy else None,
    )
    moves = alongside(hand, EVIDENCE_TAKEN, facts={"evidence_kind": new.kind}, happened=new.happened)
    return hand.record([drafted, *moves], made={EVIDENCE: piece})


def move_evidence(
    actor: Actor,
    complaint_id: str,
    evidence_id: str,
    to_body: str,
    *,
    sha256: str = "",
    reasons: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Hand evidence on; only who holds it does. sha256: its fingerprint as checked at the hand-over."""
    hand = at_hand(actor, complaint_id, "complaints.evidence", now=now, act_id=act_id)
    piece = _piece(hand, evidence_id)
    holder = piece.chain[-1].body
    if institution(holder) != hand.body and not hand.known.is_outside:
        title = (
            bodies().bodies[institution(holder)].title if institution(holder) in bodies().bodies else holder
        )
        raise ComplaintRefusal("not_the_holder", field="evidence", body=title)
    # Not stated is not checked: it must not read as if somebody had compared it.
    facts: dict[str, str | int] = {
        "held_by": checked_body(to_body, field="to_body"),
        "sha256": _fingerprint(sha256),
        "holder": "-",
    }
    drafted = hand.draft(
        EVIDENCE_MOVED,
        facts=facts,
        objects={EVIDENCE: (evidence_id,)},
        texts={"reasons": reasons},
        happened=happened,
    )
    return hand.record([drafted])


def _piece(hand: AtHand, evidence_id: str) -> Evidence:
    found = next((each for each in evidence_of(hand.known) if each.id == evidence_id), None)
    if found is None:
        raise ComplaintRefusal("no_such_thing", field="evidence", thing=in_three("complaints.thing_evidence"))
    return found


def _holder(hand: AtHand, typed: str) -> str:
    return checked_body(typed, field="held_by") if typed else hand.actor.body


def _fingerprint(typed: str) -> str:
    text = typed.strip().casefold()
    if text and not _FINGERPRINT.fullmatch(text):
        raise ComplaintRefusal("no_fingerprint", field="sha256", typed=typed[:80])
    return text


def set_hearing(
    actor: Actor,
    complaint_id: str,
    set_for: int,
    *,
    run: str = "",
    hearing: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """Set a hearing for a time to come (UTC seconds); an earlier one's id puts that one off."""
    hand = at_hand(actor, complaint_id, "complaints.hearing", now=now, act_id=act_id)
    if set_for <= hand.now:
        raise ComplaintRefusal("hearing_past", field="set_for")
    if hearing:
        _hearing(hand, hearing)
    hearing_id = hearing or hand.id("hearing")
    objects = {**_run_objects(hand, run), HEARING: (hearing_id,)}
    facts: dict[str, str | int] = {"set_for": set_for, "body": actor.body}
    moves = [] if hearing else alongside(hand, HEARING_SET, only=frozenset({run}))
    own = hand.draft(HEARING_SET, facts=facts, objects=objects)
    return hand.record([own, *moves], made={HEARING: hearing_id})


def hold_hearing(
    actor: Actor,
    complaint_id: str,
    hearing_id: str,
    *,
    victim_present: bool,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Record that a hearing was held, and whether the victim was there."""
    hand = at_hand(actor, complaint_id, "complaints.hearing", now=now, act_id=act_id)
    found = _hearing(hand, hearing_id)
    objects = {**_run_objects(hand, found.run), HEARING: (hearing_id,)}
    facts = {"victim_present": "yes" if victim_present else "no"}
    moves = alongside(hand, HEARD, only=frozenset({found.run}), happened=happened)
    return hand.record([hand.draft(HEARD, facts=facts, objects=objects, happened=happened), *moves])


def _hearing(hand: AtHand, hearing_id: str) -> Hearing:
    found = next((each for each in hearings_of(hand.known) if each.id == hearing_id), None)
    if found is None:
        raise ComplaintRefusal("no_such_thing", field="hearing", thing=in_three("complaints.thing_hearing"))
    return found


def _run_objects(hand: AtHand, run_id: str) -> dict[str, tuple[str, ...]]:
    if not run_id:
        return {}
    run = hand.known.run(run_id)
    if run is None:
        raise ComplaintRefusal("no_such_run", field="run")
    return objects_of_run(run.id, run.procedure)


def serve_decision(
    actor: Actor,
    complaint_id: str,
    decision_id: str,
    *,
    copy_given: bool,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """The victim was given the decision. Without a copy it was only shown: that serves nothing and starts no term."""
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    decision = _decision(hand, decision_id)
    kind = DECISION_SERVED if copy_given else DECISION_SHOWN
    objects = {**_run_objects(hand, decision.run), DECISION: (decision_id,)}
    concerned = frozenset(
        run.id for run in hand.known.runs if run.reviews == decision_id or run.id == decision.run
    )
    moves = alongside(hand, kind, only=concerned, happened=happened)
    return hand.record([hand.draft(kind, objects=objects, happened=happened), *moves])


def _decision(hand: AtHand, decision_id: str) -> Decision:
    found = next((each for each in decisions_of(hand.known) if each.id == decision_id), None)
    if found is None:
        raise ComplaintRefusal("no_such_thing", field="decision", thing=in_three("complaints.thing_decision"))
    return found
