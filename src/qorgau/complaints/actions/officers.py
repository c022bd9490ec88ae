"""Officers: named, suspected, suspended, returned; findings and penalties, each an entry of its own."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.complaints.actions.alongside import alongside
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_word
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.stating import DraftOf, officer_drafts, service_facts
from qorgau.complaints.entries import (
    FOUND,
    IMPOSED,
    INVESTIGATION,
    OFFICER,
    RECOMMENDED,
    RETURNED,
    SERVED_AT,
    SUSPECTED,
    SUSPENDED,
)
from qorgau.complaints.facts.course import investigation_of
from qorgau.complaints.facts.keeping import REASONS
from qorgau.complaints.models import NamedRow, OfficerRow
from qorgau.complaints.offered import NamedOfficer
from qorgau.complaints.queries.reach import sees
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import before_act, checked_act, made_id
from qorgau.custody.times import When
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.history import history
from qorgau.recording.record import record

FINDINGS = ("found", "not_found", "not_proven")
PENALTIES = (
    "none", "remark", "reprimand", "severe_reprimand", "not_fully_fit", "demotion", "dismissal", "other",
)  # fmt: skip


def as_offered(hand: AtHand) -> DraftOf:
    """Drafts of this act for `officer_drafts`, which speaks of each person by their own key."""

    def draft(
        kind: str,
        *,
        part: str,
        facts: Mapping[str, str | int],
        objects: Mapping[str, tuple[str, ...]],
        personal: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Draft:
        of = next(iter((personal or {}).items()), None)
        return hand.draft(kind, part=part, facts=facts, objects=objects, of_person=of)

    return draft


def name_officer(
    actor: Actor, complaint_id: str, officer: NamedOfficer, *, now: int, act_id: str | None = None
) -> Done:
    """Note an officer whom somebody names or describes, and where they serve, if that is known."""
    hand = at_hand(actor, complaint_id, "complaints.evidence", now=now, act_id=act_id)
    drafts = list(officer_drafts(as_offered(hand), officer, actor=actor, act=hand.act, part="", now=hand.now))
    return hand.record(drafts, made={OFFICER: drafts[0].objects[OFFICER][0]})


def state_service(
    actor: Actor,
    officer_id: str,
    body: str,
    *,
    since: str,
    until: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """State where an officer served, from one civil day up to but not including another; "" for still."""
    require(actor, "complaints.officers")
    seen = NamedRow.objects.filter(officer_id=officer_id).values_list("complaint_id", flat=True)
    if not OfficerRow.objects.filter(pk=officer_id).exists() or not any(
        sees(actor, each, act="complaints.officers") for each in seen
    ):
        raise ComplaintRefusal("no_such_officer", field="officer")
    act = checked_act(act_id)
    _, now = before_act(history(OFFICER, officer_id), made_id(act), now=now)
    draft = Draft(
        id=made_id(act),
        kind=SERVED_AT,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={OFFICER: [officer_id]},
        happened=(Happened(said_by=actor.said_by, earliest=now, latest=now),),
        facts={name: value for name, value in service_facts(body, since, until, now=now).items() if value},
    )
    # Whoever checks independence in a case finds it there; no case is folded by it.
    (answer,) = record([draft], received=now)
    return Done(complaint="", entries=(draft.id,), acknowledgements=(answer,), made={OFFICER: officer_id})


def suspect(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    *,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """An officer is made a suspect."""
    return _of_an_officer(
        actor, complaint_id, officer_id, SUSPECTED, now=now, act_id=act_id, happened=happened
    )


def suspend(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    *,
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """An officer is suspended from duty."""
    return _of_an_officer(
        actor, complaint_id, officer_id, SUSPENDED, now=now, act_id=act_id, happened=happened
    )


def return_officer(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    *,
    reasons: str = "",
    happened: When | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """An officer is back on duty; while the case runs this breaks the rule, and the record says so."""
    return _of_an_officer(
        actor, complaint_id, officer_id, RETURNED, now=now, act_id=act_id, happened=happened, reasons=reasons
    )


def find_about(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    finding: str,
    *,
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """What was found about an officer: a finding, and neither the allegation nor a penalty."""
    facts = {"finding": checked_word(finding, FINDINGS, field="finding")}
    return _of_an_officer(
        actor, complaint_id, officer_id, FOUND, now=now, act_id=act_id, facts=facts, reasons=reasons
    )


def recommend_penalty(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    penalty: str,
    *,
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """The penalty that a committee recommends; it imposes nothing."""
    facts = {"disciplinary_penalty": checked_word(penalty, PENALTIES, field="penalty")}
    return _of_an_officer(
        actor, complaint_id, officer_id, RECOMMENDED, now=now, act_id=act_id, facts=facts, reasons=reasons
    )


def impose_penalty(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    penalty: str,
    *,
    final: bool = False,
    reasons: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """The penalty that is imposed; it stands beside the recommended one, also where it is milder."""
    facts = {
        "disciplinary_penalty": checked_word(penalty, PENALTIES, field="penalty"),
        "final": "yes" if final else "",
    }
    return _of_an_officer(
        actor, complaint_id, officer_id, IMPOSED, now=now, act_id=act_id, facts=facts, reasons=reasons
    )


def _of_an_officer(
    actor: Actor,
    complaint_id: str,
    officer_id: str,
    kind: str,
    *,
    now: int,
    act_id: str | None,
    facts: Mapping[str, str] | None = None,
    reasons: str = "",
    happened: When | None = None,
) -> Done:
    hand = at_hand(actor, complaint_id, "complaints.move", now=now, act_id=act_id)
    if officer_id not in {each.id for each in hand.officers}:
        raise ComplaintRefusal("no_such_officer", field="officer")
    objects = {OFFICER: (officer_id,), INVESTIGATION: (investigation_of(hand.known),)}
    own = hand.draft(kind, facts=facts, objects=objects, texts={REASONS: reasons}, happened=happened)
    moves = alongside(hand, kind, facts=facts, officers=(officer_id,), reasons=reasons, happened=happened)
    return hand.record([own, *moves])
