"""Officers: named, suspected, suspended, returned; findings and penalties, each an entry of its own."""

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
    MOVE,
    OFFICERS,
    CaseId,
    Key,
    ThingId,
    by,
    did,
    require_one,
)
from qorgau.complaints.api.reading import officer_of, when_of

router = Router(tags=["complaints"])
Acted = Status[answers.CaseActAnswer]


@router.post(
    "/complaints/{complaint_id}/officers",
    response=ACTED,
    summary="Note an officer whom somebody names or describes",
    openapi_extra=by(*EVIDENCE),
)
def name_officer(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.OfficerGiven, Body(...)], key: Key
) -> Acted:
    """And where they serve, if that is known."""
    return did(request, key, EVIDENCE, actions.name_officer, complaint_id, officer_of(asked))


@router.post(
    "/complaints/officers/{officer_id}/services",
    response=ACTED,
    summary="State where an officer served",
    openapi_extra=by(*OFFICERS),
)
def state_service(
    request: HttpRequest, officer_id: ThingId, asked: Annotated[given.ServiceGiven, Body(...)], key: Key
) -> Acted:
    """Independence is judged by it, at the time of the act and now."""
    return did(
        request,
        key,
        OFFICERS,
        actions.state_service,
        officer_id,
        asked.body,
        since=asked.since,
        until=asked.until,
    )


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/suspicions",
    response=ACTED,
    summary="An officer is made a suspect",
    openapi_extra=by(*MOVE),
)
def suspect(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.HappenedGiven, Body(...)],
    key: Key,
) -> Acted:
    """A victim's word alone makes no suspect here."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(request, key, MOVE, actions.suspect, complaint_id, officer_id, happened=when)


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/suspensions",
    response=ACTED,
    summary="An officer is suspended from duty",
    openapi_extra=by(*MOVE),
)
def suspend(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.HappenedGiven, Body(...)],
    key: Key,
) -> Acted:
    """From when."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(request, key, MOVE, actions.suspend, complaint_id, officer_id, happened=when)


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/returns",
    response=ACTED,
    summary="An officer is back on duty",
    openapi_extra=by(*MOVE),
)
def return_officer(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.HappenedReasonsGiven, Body(...)],
    key: Key,
) -> Acted:
    """While the case runs this breaks the rule, and the record says so."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(
        request,
        key,
        MOVE,
        actions.return_officer,
        complaint_id,
        officer_id,
        happened=when,
        reasons=asked.reasons,
    )


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/findings",
    response=ACTED,
    summary="What was found about an officer",
    openapi_extra=by(*MOVE),
)
def find(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.FindingGiven, Body(...)],
    key: Key,
) -> Acted:
    """Neither the allegation nor a penalty."""
    return did(
        request, key, MOVE, actions.find_about, complaint_id, officer_id, asked.finding, reasons=asked.reasons
    )


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/recommendations",
    response=ACTED,
    summary="A committee recommends a penalty",
    openapi_extra=by(*MOVE),
)
def recommend(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.PenaltyGiven, Body(...)],
    key: Key,
) -> Acted:
    """It imposes nothing."""
    return did(
        request,
        key,
        MOVE,
        actions.recommend_penalty,
        complaint_id,
        officer_id,
        asked.penalty,
        reasons=asked.reasons,
    )


@router.post(
    "/complaints/{complaint_id}/officers/{officer_id}/penalties",
    response=ACTED,
    summary="A penalty is imposed",
    openapi_extra=by(*MOVE),
)
def impose(
    request: HttpRequest,
    complaint_id: CaseId,
    officer_id: ThingId,
    asked: Annotated[given.ImposedGiven, Body(...)],
    key: Key,
) -> Acted:
    """It stands beside the recommended one, also where it is milder."""
    return did(
        request,
        key,
        MOVE,
        actions.impose_penalty,
        complaint_id,
        officer_id,
        asked.penalty,
        final=asked.final,
        reasons=asked.reasons,
    )
