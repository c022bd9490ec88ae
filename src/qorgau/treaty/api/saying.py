"""What the State replies, what organisations say beside it, and what who asked says of both."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Router

from qorgau.treaty import actions
from qorgau.treaty.api import given
from qorgau.treaty.api.acting import (
    ACTED,
    ASSESS,
    CLEAR,
    CLEAR_OR_SEND,
    OWN,
    REPLY,
    SEND,
    TAKE,
    Acted,
    Key,
    ThingId,
    by,
    did,
    did_once,
)

router = Router(tags=["recommendations"])


@router.post("/treaty/replies", response=ACTED, summary="Prepare a reply", openapi_extra=by(*REPLY))
def prepare(request: HttpRequest, asked: Annotated[given.ReplyGiven, Body(...)], key: Key) -> Acted:
    """Of a body that leads or contributes to every one of the recommendations."""
    return did(request, key, REPLY, actions.prepare_reply, actions.NewReply(**asked.model_dump()))


@router.post(
    "/treaty/replies/elsewhere",
    response=ACTED,
    summary="Enter a reply sent elsewhere",
    openapi_extra=by(*TAKE),
)
def take_reply(request: HttpRequest, asked: Annotated[given.TakenReplyGiven, Body(...)], key: Key) -> Acted:
    """As its document or another source tells, with how sure that is."""
    return did(request, key, TAKE, actions.take_reply, actions.TakenReply(**asked.model_dump()))


@router.post(
    "/treaty/replies/{thing_id}/revisions", response=ACTED, summary="Revise a reply", openapi_extra=by(*REPLY)
)
def revise(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.TextGiven, Body(...)], key: Key
) -> Acted:
    """New words wait to be cleared again; the earlier ones are kept."""
    return did(request, key, REPLY, actions.revise_reply, thing_id, asked.text)


@router.post(
    "/treaty/replies/{thing_id}/clearance", response=ACTED, summary="Clear a reply", openapi_extra=by(*CLEAR)
)
def clear(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.NoteGiven, Body(...)], key: Key
) -> Acted:
    """By a second person of the lead body, who wrote none of it."""
    return did(request, key, CLEAR, actions.clear_reply, thing_id, note=asked.note, seen=asked.seen)


@router.post(
    "/treaty/replies/{thing_id}/returns",
    response=ACTED,
    summary="Give a reply back",
    openapi_extra=by(*CLEAR_OR_SEND),
)
def give_back(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.ReasonGiven, Body(...)], key: Key
) -> Acted:
    """To be revised, with a reason."""
    return did(request, key, CLEAR_OR_SEND, actions.return_reply, thing_id, reason=asked.reason)


@router.post(
    "/treaty/replies/{thing_id}/sending",
    response=ACTED,
    summary="Record that it was sent",
    openapi_extra=by(*SEND),
)
def send(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.SendingGiven, Body(...)], key: Key
) -> Acted:
    """On which day; a reply that nobody cleared is refused, and one that came late says so."""
    more = {"sent": asked.sent, "symbol": asked.symbol}
    return did(request, key, SEND, actions.send_reply, thing_id, **more)


@router.post(
    "/treaty/alternatives", response=ACTED, summary="Enter an alternative report", openapi_extra=by(*OWN)
)
def take_alternative(
    request: HttpRequest, asked: Annotated[given.AlternativeGiven, Body(...)], key: Key
) -> Acted:
    """Of one's own body; held apart from what the State says, and never edited by it."""
    return did(request, key, OWN, actions.take_alternative, actions.NewAlternative(**asked.model_dump()))


@router.post(
    "/treaty/alternatives/{thing_id}/versions", response=ACTED, summary="Replace it", openapi_extra=by(*OWN)
)
def replace(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.VersionGiven, Body(...)], key: Key
) -> Acted:
    """By a new version, with a reason; the earlier ones are kept."""
    return did(request, key, OWN, actions.replace_alternative, thing_id, asked.text, reason=asked.reason)


@router.post(
    "/treaty/alternatives/{thing_id}/publication",
    response=ACTED,
    summary="Publish it",
    openapi_extra=by(*OWN),
)
def publish(request: HttpRequest, thing_id: ThingId, asked: Annotated[given.OnGiven, Body(...)]) -> Acted:
    """It cannot be taken back."""
    return did_once(request, OWN, actions.publish_alternative, thing_id, on=asked.on)


@router.post("/treaty/assessments", response=ACTED, summary="Enter an assessment", openapi_extra=by(*ASSESS))
def assess(request: HttpRequest, asked: Annotated[given.AssessmentGiven, Body(...)], key: Key) -> Acted:
    """By the committee's own scale and in its own words, with its source and how sure that is."""
    return did(request, key, ASSESS, actions.take_assessment, actions.NewAssessment(**asked.model_dump()))
