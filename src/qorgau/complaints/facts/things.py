"""Evidence, hearings, decisions, protection and consents of a case, from its entries."""

from __future__ import annotations

from dataclasses import replace

from qorgau.complaints.entries import (
    CONSENTED,
    DECISION,
    DECISION_SERVED,
    DECISION_SHOWN,
    EVIDENCE,
    EVIDENCE_MOVED,
    EVIDENCE_TAKEN,
    HEARD,
    HEARING,
    HEARING_SET,
    PROTECTION_ASKED,
    PROTECTION_GIVEN,
    RUN,
)
from qorgau.complaints.facts.case import Consent, Decision, Evidence, Hearing, Holding, Protection
from qorgau.complaints.facts.keeping import text_of
from qorgau.complaints.facts.known import Known
from qorgau.custody.facts.moments import at, named
from qorgau.recording.history import RecordedEntry


def evidence_of(known: Known) -> tuple[Evidence, ...]:
    """Each piece with its chain of custody, oldest first."""
    found: dict[str, Evidence] = {}
    for each in known.all(EVIDENCE_TAKEN, EVIDENCE_MOVED):
        piece = named(each, EVIDENCE)
        if each.entry.kind == EVIDENCE_TAKEN:
            found[piece] = _taken(piece, each)
        elif piece in found:
            found[piece] = replace(found[piece], chain=(*found[piece].chain, _holding(each)))
    return tuple(found.values())


def _taken(piece: str, each: RecordedEntry) -> Evidence:
    facts = each.entry.facts
    return Evidence(
        id=piece,
        kind=str(facts.get("evidence_kind", "other")),
        sha256=str(facts.get("sha256", "")),
        size=int(facts.get("size", 0)),
        description=text_of(each, "description"),
        chain=(_holding(each),),
        sealed_copy=str(each.entry.sealed.get("copy", "")),
    )


def _holding(each: RecordedEntry) -> Holding:
    facts = each.entry.facts
    return Holding(
        since=at(each),
        body=str(facts.get("held_by", "") or each.entry.for_body),
        account=str(facts.get("holder", "") or each.entry.by or ""),
        sha256=str(facts.get("sha256", "")),
        entry=each.entry.id,
    )


def hearings_of(known: Known) -> tuple[Hearing, ...]:
    """Each hearing with when it is set for last, and when it was held."""
    found: dict[str, Hearing] = {}
    for each in known.moments.recorded:
        hearing = named(each, HEARING)
        if each.entry.kind == HEARING_SET:
            found[hearing] = _set(found.get(hearing), hearing, each)
        elif each.entry.kind == HEARD and hearing in found:
            found[hearing] = replace(found[hearing], heard_at=at(each))
    return tuple(found.values())


def _set(before: Hearing | None, hearing: str, each: RecordedEntry) -> Hearing:
    set_for = int(each.entry.facts["set_for"])
    if before is not None:
        return replace(before, set_for=set_for, put_off=before.put_off + 1)
    body = str(each.entry.facts.get("body", "") or each.entry.for_body)
    return Hearing(id=hearing, run=named(each, RUN), body=body, set_for=set_for)


def decisions_of(known: Known) -> tuple[Decision, ...]:
    """Each decision with when the victim could read it and when they were given it, and who appeals it."""
    reviewed = {run.reviews: run.id for run in known.runs if run.reviews}
    shown = _first_of(known, DECISION_SHOWN)
    served = _first_of(known, DECISION_SERVED)
    return tuple(
        _decision(decision, each, shown.get(decision), served.get(decision), reviewed.get(decision, ""))
        for each in known.moments.ordered
        if each.entry.kind not in (DECISION_SHOWN, DECISION_SERVED) and each.entry.facts.get("decision_kind")
        for decision in (named(each, DECISION),)
        if decision
    )


def _decision(
    decision: str, each: RecordedEntry, shown: int | None, served: int | None, appealed: str
) -> Decision:
    facts = each.entry.facts
    return Decision(
        id=decision,
        run=named(each, RUN),
        kind=str(facts.get("decision_kind", "")),
        ground=str(facts.get("move_ground", "")),
        body=str(facts.get("decided_by", "") or each.entry.for_body),
        by=each.entry.by or "",
        taken_at=at(each),
        shown_at=shown,
        served_at=served,
        appealed_by=appealed,
    )


def _first_of(known: Known, kind: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in known.all(kind):
        found.setdefault(named(each, DECISION), at(each))
    return found


def protections_of(known: Known) -> tuple[Protection, ...]:
    """Each measure that was asked for or given, with both times."""
    found: dict[str, Protection] = {}
    for each in known.all(PROTECTION_ASKED, PROTECTION_GIVEN):
        measure = str(each.entry.facts.get("protection", "other"))
        before = found.get(measure) or Protection(measure=measure, asked_at=None, given_at=None)
        if each.entry.kind == PROTECTION_ASKED:
            found[measure] = replace(before, asked_at=before.asked_at or at(each))
        else:
            found[measure] = replace(before, given_at=before.given_at or at(each))
    return tuple(found.values())


def consents_of(known: Known) -> tuple[Consent, ...]:
    """What the person was asked and answered, the last answer to each."""
    found: dict[str, Consent] = {}
    for each in known.all(CONSENTED):
        facts = each.entry.facts
        to = str(facts.get("consent_to", ""))
        told = str(facts.get("told_beforehand", "unknown"))
        found[to] = Consent(to=to, answer=str(facts.get("consent", "unknown")), told_beforehand=told)
    return tuple(found.values())
