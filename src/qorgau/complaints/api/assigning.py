"""A case is given to a body, or refused to it; officials take it, step aside, hand it over."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Router, Status

from qorgau.complaints import actions
from qorgau.complaints.api import answers, given
from qorgau.complaints.api.acting import ACTED, ASSIGN, MOVE, MOVE_OR_ASSIGN, CaseId, Key, by, did

router = Router(tags=["complaints"])
Acted = Status[answers.CaseActAnswer]


@router.post(
    "/complaints/{complaint_id}/assignments",
    response=ACTED,
    summary="Give the case to a body, which investigates it",
    openapi_extra=by(*ASSIGN),
)
def assign(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.AssignGiven, Body(...)], key: Key
) -> Acted:
    """A body tied to the accused is refused torture: 409 `tied_body` with the way that ties them, and the
    refusal stands in the record. A lawful assignment that is contrary to the Convention carries marks.
    """
    return did(request, key, ASSIGN, actions.assign, complaint_id, asked.body, reasons=asked.reasons)


@router.post(
    "/complaints/{complaint_id}/takings",
    response=ACTED,
    summary="Take a case into one's own hands",
    openapi_extra=by(*MOVE),
)
def take(request: HttpRequest, complaint_id: CaseId, key: Key) -> Acted:
    """An official takes a case of their body."""
    return did(request, key, MOVE, actions.take_case, complaint_id)


@router.post(
    "/complaints/{complaint_id}/recusals",
    response=ACTED,
    summary="Step aside, or remove somebody else from the case",
    openapi_extra=by(*MOVE_OR_ASSIGN),
)
def recuse(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.RecusalGiven, Body(...)], key: Key
) -> Acted:
    """Whoever is recused acts in the case no more."""
    more = {"account": asked.account, "reasons": asked.reasons}
    return did(request, key, MOVE_OR_ASSIGN, actions.recuse, complaint_id, asked.because, **more)


@router.post(
    "/complaints/{complaint_id}/hand-overs",
    response=ACTED,
    summary="Hand a case to a colleague",
    openapi_extra=by(*MOVE_OR_ASSIGN),
)
def hand_over(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.HandOverGiven, Body(...)], key: Key
) -> Acted:
    """One's own case, or what somebody who left still holds."""
    more = {"from_account": asked.from_account, "reasons": asked.reasons}
    return did(request, key, MOVE_OR_ASSIGN, actions.hand_over, complaint_id, asked.to_account, **more)
