"""Complaints as they come in: the inbox, registering; what they say, where they go on to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Query, Router, Status

from qorgau.access.actions import note_list
from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.complaints import actions, queries
from qorgau.complaints.api import answers, given, listed, listing
from qorgau.complaints.api.acting import ACTED, ASSIGN, MOVE, CaseId, Key, by, did, require_one
from qorgau.complaints.api.reading import complaint_of, particulars_of, when_of
from qorgau.complaints.entries import Status as Stands
from qorgau.custody.api.given import Id

router = Router(tags=["complaints"])
_READ_SEALED = ("complaints.read_sealed",)
_PARTICULARS = ("complaints.read_sealed", "complaints.evidence")
_ANSWER = ("complaints.move", "complaints.mailbox")
Acted = Status[answers.CaseActAnswer]


class Order(StrEnum):
    """In which order the inbox is read."""

    DUE = "due"  # what runs out first
    AGE = "age"  # the oldest first
    NEW = "new"  # the newest first


@router.get(
    "/complaints",
    response=listed.InboxAnswer,
    summary="The inbox, by what runs out first",
    openapi_extra=by("complaints.see"),
)
def inbox(
    request: HttpRequest,
    body: Annotated[Id | None, Query(None)],
    status: Annotated[Stands | None, Query(None)],
    order: Annotated[Order, Query(Order.DUE)],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=500)],
) -> listed.InboxAnswer:
    """One page of the complaints within the actor's reach; that the list was read is noted."""
    actor, now = actor_of(request), moment_of(request)
    stands = status.value if status else ""
    found = queries.inbox(
        actor, as_of=now, body=body or "", status=stands, order=order.value, page=page, size=per_page
    )
    filters = {"body": body, "status": stands, "order": order.value, "page": page}
    note_list(actor, "complaints.see", filters=filters, rows=len(found.lines), now=now)
    return listing.inbox(found)


@router.post(
    "/complaints", response=ACTED, summary="Register a complaint", openapi_extra=by("complaints.register")
)
def register(request: HttpRequest, asked: Annotated[given.ComplaintGiven, Body(...)], key: Key) -> Acted:
    """Typed in, taken up without one, or followed from outside. It is in the register by this very act."""
    require(actor_of(request), "complaints.register")
    return did(request, key, ("complaints.register",), actions.register_complaint, complaint_of(asked))


@router.post(
    "/complaints/{complaint_id}/readings",
    response=ACTED,
    summary="State what a sealed complaint says, after opening it",
    openapi_extra=by(*_READ_SEALED),
)
def read(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.StatedGiven, Body(...)],
    key: Key,
) -> Acted:
    """Codes, places, days and officers; a later statement stands beside the first."""
    require_one(actor_of(request), _READ_SEALED)
    stated = particulars_of(asked)
    return did(request, key, _READ_SEALED, actions.read_sealed, complaint_id, stated)


@router.post(
    "/complaints/{complaint_id}/particulars",
    response=ACTED,
    summary="Add to what is known of a complaint",
    openapi_extra=by(*_PARTICULARS),
)
def particulars(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.ParticularsGiven, Body(...)],
    key: Key,
) -> Acted:
    """The day, the place, whose officers."""
    require_one(actor_of(request), _PARTICULARS)
    stated = particulars_of(asked)
    return did(request, key, _PARTICULARS, actions.state_particulars, complaint_id, stated)


@router.post(
    "/complaints/{complaint_id}/forwardings",
    response=ACTED,
    summary="Send a complaint on to another body",
    openapi_extra=by(*ASSIGN),
)
def forward(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.ForwardGiven, Body(...)],
    key: Key,
) -> Acted:
    """The other body then has it before it; it stays in the register."""
    require_one(actor_of(request), ASSIGN)
    when = when_of(asked.happened, complaint_id)
    more = {"reasons": asked.reasons, "happened": when}
    return did(request, key, ASSIGN, actions.forward, complaint_id, asked.body, **more)


@router.post(
    "/complaints/{complaint_id}/registrations",
    response=ACTED,
    summary="Record that the State registered it",
    openapi_extra=by(*MOVE),
)
def registered(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.NumberGiven, Body(...)],
    key: Key,
) -> Acted:
    """Of a case followed from outside: when the State entered it in its register, under which number."""
    require_one(actor_of(request), MOVE)
    more = {"number": asked.number, "happened": when_of(asked.happened, complaint_id)}
    return did(request, key, MOVE, actions.state_registered, complaint_id, **more)


@router.post(
    "/complaints/{complaint_id}/sendings-back",
    response=ACTED,
    summary="Record that it was sent for a check without registration",
    openapi_extra=by(*MOVE),
)
def send_back(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.SentBackGiven, Body(...)],
    key: Key,
) -> Acted:
    """Only of a case followed from outside: what is lodged here is in the register from its first second."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(request, key, MOVE, actions.send_back, complaint_id, asked.body, happened=when)


@router.post(
    "/complaints/{complaint_id}/court-refusals",
    response=ACTED,
    summary="Record that a court refused it",
    openapi_extra=by(*MOVE),
)
def refused(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.CourtGiven, Body(...)],
    key: Key,
) -> Acted:
    """Which court, and when."""
    require_one(actor_of(request), MOVE)
    when = when_of(asked.happened, complaint_id)
    return did(request, key, MOVE, actions.refused_by_court, complaint_id, asked.court, happened=when)


@router.post(
    "/complaints/{complaint_id}/told",
    response=ACTED,
    summary="Enter what a body did in a case followed from outside",
    openapi_extra=by(*MOVE),
)
def told(
    request: HttpRequest, complaint_id: CaseId, asked: Annotated[given.ToldGiven, Body(...)], key: Key
) -> Acted:
    """No procedure is asked: what is told is a fact, lawful or not."""
    require_one(actor_of(request), MOVE)
    more = asked.model_dump(exclude={"happened", "kind"})
    when = when_of(asked.happened, complaint_id)
    return did(request, key, MOVE, actions.state_done, complaint_id, asked.kind, happened=when, **more)


@router.post(
    "/complaints/{complaint_id}/answers",
    response=ACTED,
    summary="Record that the complainant was told how the case stands",
    openapi_extra=by(*_ANSWER),
)
def answer(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.HappenedGiven, Body(...)],
    key: Key,
) -> Acted:
    """When they were told."""
    require_one(actor_of(request), _ANSWER)
    when = when_of(asked.happened, complaint_id)
    return did(request, key, _ANSWER, actions.answer_complainant, complaint_id, happened=when)


@router.post(
    "/complaints/{complaint_id}/closings",
    response=ACTED,
    summary="Record that the complaint is finally decided",
    openapi_extra=by(*MOVE),
)
def close(
    request: HttpRequest,
    complaint_id: CaseId,
    asked: Annotated[given.ReasonsGiven, Body(...)],
    key: Key,
) -> Acted:
    """Only once every procedure and appeal has ended."""
    return did(request, key, MOVE, actions.close_complaint, complaint_id, reasons=asked.reasons)
