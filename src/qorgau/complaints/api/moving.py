"""Runs of procedures begin and move on; a move that is refused says every reason."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Router, Status

from qorgau.access.request import actor_of
from qorgau.complaints import actions
from qorgau.complaints.api import answers, given
from qorgau.complaints.api.acting import ACTED, MOVE, CaseId, Key, RunId, by, did, require_one
from qorgau.complaints.api.reading import move_of, run_of, when_of

router = Router(tags=["complaints"])
Acted = Status[answers.CaseActAnswer]


@router.post(
    "/complaints/{complaint_id}/runs",
    response=ACTED,
    summary="Begin a procedure",
    openapi_extra=by(*MOVE),
)
def open_run(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.RunGiven, Body(...)], key: Key
) -> Acted:
    """An appeal names the decision that it reviews."""
    require_one(actor_of(request), MOVE)
    more = {"reviews": asked.reviews, "body": asked.body, "happened": when_of(asked.happened, complaint_id)}
    return did(request, key, MOVE, actions.open_run, complaint_id, asked.procedure, **more)


@router.post(
    "/complaints/{complaint_id}/runs/{run_id}/moves",
    response=ACTED,
    summary="Make a move of the procedure",
    openapi_extra=by(*MOVE),
)
def move(
    request: HttpRequest,
    complaint_id: CaseId,
    run_id: RunId,
    asked: Annotated[given.MoveGiven, Body(...)],
    key: Key,
) -> Acted:
    """The move and what it records are stored together; 409 `move_refused` with every reason, or with marks."""
    require_one(actor_of(request), MOVE)
    wish = move_of(asked, complaint_id)
    return did(request, key, MOVE, actions.make_move, run_of(complaint_id, run_id), wish)


@router.post(
    "/complaints/{complaint_id}/runs/{run_id}/extensions",
    response=ACTED,
    summary="Make a term longer, with reasons",
    openapi_extra=by(*MOVE),
)
def extend(
    request: HttpRequest,
    complaint_id: CaseId,
    run_id: RunId,
    asked: Annotated[given.ExtensionGiven, Body(...)],
    key: Key,
) -> Acted:
    """To the end of a day, by the procedure's own move; a term is only ever made longer."""
    require_one(actor_of(request), MOVE)
    run = run_of(complaint_id, run_id)
    more = {"until": asked.until, "reasons": asked.reasons}
    return did(request, key, MOVE, actions.extend_term, run, asked.move, **more)
