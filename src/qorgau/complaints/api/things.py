"""Evidence and its hands, hearings, decisions given to the victim."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Router, Status

from qorgau.access.request import actor_of
from qorgau.complaints import actions
from qorgau.complaints.api import answers, given
from qorgau.complaints.api.acting import (
    ACTED,
    EVIDENCE,
    HEARING,
    MOVE,
    CaseId,
    Key,
    ThingId,
    by,
    did,
    require_one,
)
from qorgau.complaints.api.reading import evidence_of, instant_of, when_of, zone_of_case

router = Router(tags=["complaints"])
Acted = Status[answers.CaseActAnswer]


@router.post(
    "/complaints/{complaint_id}/evidence",
    response=ACTED,
    summary="Take a piece of evidence into keeping",
    openapi_extra=by(*EVIDENCE),
)
def take(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.EvidenceGiven, Body(...)], key: Key
) -> Acted:
    """Its fingerprint, and who holds it."""
    require_one(actor_of(request), EVIDENCE)
    piece = evidence_of(asked, complaint_id)
    return did(request, key, EVIDENCE, actions.take_evidence, complaint_id, piece)


@router.post(
    "/complaints/{complaint_id}/evidence/{evidence_id}/moves",
    response=ACTED,
    summary="Hand evidence on",
    openapi_extra=by(*EVIDENCE),
)
def hand_on(
    request: HttpRequest,
    complaint_id: CaseId,
    evidence_id: ThingId,
    asked: Annotated[given.EvidenceMovedGiven, Body(...)],
    key: Key,
) -> Acted:
    """Only who holds it does."""
    require_one(actor_of(request), EVIDENCE)
    when = when_of(asked.happened, complaint_id)
    return did(
        request,
        key,
        EVIDENCE,
        actions.move_evidence,
        complaint_id,
        evidence_id,
        asked.to_body,
        sha256=asked.sha256,
        reasons=asked.reasons,
        happened=when,
    )


@router.post(
    "/complaints/{complaint_id}/hearings",
    response=ACTED,
    summary="Set a hearing",
    openapi_extra=by(*HEARING),
)
def set_hearing(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.HearingGiven, Body(...)], key: Key
) -> Acted:
    """For a time to come; an earlier one's id puts that one off."""
    require_one(actor_of(request), HEARING)
    at = instant_of(asked.set_for, zone_of_case(complaint_id), field="set_for")
    return did(
        request, key, HEARING, actions.set_hearing, complaint_id, at, run=asked.run, hearing=asked.hearing
    )


@router.post(
    "/complaints/{complaint_id}/hearings/{hearing_id}/holdings",
    response=ACTED,
    summary="Record that a hearing was held",
    openapi_extra=by(*HEARING),
)
def hold(
    request: HttpRequest,
    complaint_id: CaseId,
    hearing_id: ThingId,
    asked: Annotated[given.HeardGiven, Body(...)],
    key: Key,
) -> Acted:
    """And whether the victim was there."""
    require_one(actor_of(request), HEARING)
    when = when_of(asked.happened, complaint_id)
    return did(
        request,
        key,
        HEARING,
        actions.hold_hearing,
        complaint_id,
        hearing_id,
        victim_present=asked.victim_present,
        happened=when,
    )


@router.post(
    "/complaints/{complaint_id}/decisions/{decision_id}/services",
    response=ACTED,
    summary="The victim was given the decision",
    openapi_extra=by(*MOVE),
)
def serve(
    request: HttpRequest,
    complaint_id: CaseId,
    decision_id: ThingId,
    asked: Annotated[given.ServedGiven, Body(...)],
    key: Key,
) -> Acted:
    """Without a copy it was only shown: that serves nothing and starts no term."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(
        request,
        key,
        MOVE,
        actions.serve_decision,
        complaint_id,
        decision_id,
        copy_given=asked.copy_given,
        happened=when,
    )
