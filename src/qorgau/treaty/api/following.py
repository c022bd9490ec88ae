"""Who answers for recommendations, the plan, and the days by which something is due."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.custody.api.given import Line
from qorgau.treaty import actions, queries
from qorgau.treaty.api import given
from qorgau.treaty.api.acting import ACTED, ASSIGN, PLAN, SEE, TAKE, Acted, Key, ThingId, asking, by, did
from qorgau.treaty.api.documents import sent
from qorgau.treaty.api.shapes import as_value, listed
from qorgau.treaty.calendar_file import icalendar
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.facts.words import DueWhat

router = Router(tags=["recommendations"])
_CALENDAR: dict[str, Any] = {
    "responses": {
        200: {"description": "A calendar file.", "content": {"text/calendar": {"schema": {"type": "string"}}}}
    }
}
Until = Annotated[date | None, Query(None, description="No later than this day.")]
What = Annotated[DueWhat | None, Query(None)]
Whose = Annotated[Line, Query("")]
OpenOnly = Annotated[bool, Query(False, description="Without what was done.")]


@router.post(
    "/treaty/assignments",
    response=ACTED,
    summary="Say who answers for recommendations",
    openapi_extra=by(*ASSIGN),
)
def assign(request: HttpRequest, asked: Annotated[given.AssignmentGiven, Body(...)], key: Key) -> Acted:
    """One lead and others that contribute, from a day on; who answered before stays in sight."""
    more = {
        "lead": asked.lead,
        "contributing": asked.contributing,
        "since": asked.since,
        "reason": asked.reason,
    }
    return did(request, key, ASSIGN, actions.make_responsible, asked.recommendations, **more)


@router.post("/treaty/actions", response=ACTED, summary="Plan an action", openapi_extra=by(*PLAN))
def plan(request: HttpRequest, asked: Annotated[given.ActionGiven, Body(...)], key: Key) -> Acted:
    """With its lead, day and budget."""
    plain = asked.model_dump(exclude={"what"})
    what = (
        asked.what if isinstance(asked.what, str) else {each.value: said for each, said in asked.what.items()}
    )
    return did(request, key, PLAN, actions.plan_action, actions.NewAction(**plain, what=what))


@router.post(
    "/treaty/actions/{thing_id}/states",
    response=ACTED,
    summary="Say where an action stands",
    openapi_extra=by(*PLAN),
)
def state(
    request: HttpRequest, thing_id: ThingId, asked: Annotated[given.ActionStateGiven, Body(...)], key: Key
) -> Acted:
    """By the word of who leads it; every change is an entry."""
    more = {"on": asked.on, "reason": asked.reason, "due": asked.due}
    return did(request, key, PLAN, actions.state_action, thing_id, asked.state, **more)


@router.get("/treaty/due", response=listed(DueLine), summary="What is due", openapi_extra=by(*SEE))
def due(request: HttpRequest, until: Until, body: Whose, what: What, open_only: OpenOnly) -> list[Any]:
    """By day, with the days left or over, judged at the place of who set the day."""
    actor, now = asking(request, SEE)
    return list(as_value(_due(actor, until, body, what, open_only=open_only, now=now)))


@router.get("/treaty/due.ics", summary="The same as a calendar file", openapi_extra={**by(*SEE), **_CALENDAR})
def calendar(
    request: HttpRequest, until: Until, body: Whose, what: What, open_only: OpenOnly
) -> HttpResponse:
    """Whole days, for any calendar (RFC 5545)."""
    actor, now = asking(request, SEE)
    lines = _due(actor, until, body, what, open_only=open_only, now=now)
    return sent(icalendar(lines, made_at=now, language=actor.language), "due.ics", "text/calendar")


@router.post("/treaty/deadlines", response=ACTED, summary="Set a day", openapi_extra=by(*TAKE))
def set_deadline(request: HttpRequest, asked: Annotated[given.DeadlineGiven, Body(...)], key: Key) -> Acted:
    """By which something is due that no document of ours says."""
    return did(request, key, TAKE, actions.set_deadline, actions.NewDeadline(**asked.model_dump()))


@router.post("/treaty/deadlines/met", response=ACTED, summary="Say that it was done", openapi_extra=by(*TAKE))
def meet_deadline(request: HttpRequest, asked: Annotated[given.MetGiven, Body(...)], key: Key) -> Acted:
    """On which day; of a deadline that a person set, or that a document states."""
    more = {"on": asked.on, "note": asked.note}
    return did(request, key, TAKE, actions.meet_deadline, asked.deadline, **more)


def _due(
    actor: Actor, until: date | None, body: str, what: DueWhat | None, *, open_only: bool, now: int
) -> tuple[DueLine, ...]:
    found = queries.due(actor, as_of=now, until=until, body=body, what=what or "", open_only=open_only)
    filters = {
        "until": until.isoformat() if until else "",
        "body": body,
        "what": what,
        "open_only": open_only,
    }
    note_list(actor, SEE[0], filters=filters, rows=len(found), now=now)
    return found
