"""What programs read: a case and its runs, oversight, officers, hearings. Opening a file is an entry."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Path, Query, Router

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.complaints import queries
from qorgau.complaints.actions import open_file
from qorgau.complaints.api import answers, given, listed, listing, telling, telling_runs
from qorgau.complaints.api.acting import CaseId, RunId, by
from qorgau.complaints.api.reading import instant_of, zone_of_case
from qorgau.complaints.entries import About
from qorgau.complaints.facts.case import Case, Run
from qorgau.complaints.facts.law import zone
from qorgau.complaints.opening import usual_ground
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.custody.api.given import Id, TimeText, Word
from qorgau.procedures import diagram

router = Router(tags=["complaints"])
AsOf = Annotated[
    TimeText | None, Query(None, description="As of this time (now), on the clock of the place.")
]
KnownAt = Annotated[
    TimeText | None, Query(None, description="By what this instance had received by then (as_of).")
]
_SVG: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The procedure drawn, with the case's position on it.",
            "content": {"image/svg+xml": {"schema": {"type": "string"}}},
        }
    }
}
_YEAR = 366 * 86_400


@router.get(
    "/complaints/oversight",
    response=listed.OversightAnswer,
    summary="What each body has, how old it is, how it ended",
    openapi_extra=by("complaints.oversight"),
)
def oversight(request: HttpRequest) -> listed.OversightAnswer:
    """Counts only: no name and no text."""
    actor, now = actor_of(request), moment_of(request)
    found = queries.oversight(actor, as_of=now)
    note_list(actor, "complaints.oversight", filters={}, rows=len(found.bodies), now=now)
    return listing.oversight(found, actor.language)


@router.get(
    "/complaints/hearings",
    response=listed.CalendarAnswer,
    summary="The calendar of hearings",
    openapi_extra=by("complaints.hearing"),
)
def hearings(
    request: HttpRequest,
    since: Annotated[TimeText | None, Query(None, description="From this time on (now).")],
    until: Annotated[TimeText | None, Query(None, description="Before this time (a year later).")],
) -> listed.CalendarAnswer:
    """Hearings within the actor's reach, in order of time."""
    actor, now = actor_of(request), moment_of(request)
    require(actor, "complaints.hearing")
    from_ = instant_of(since, zone(""), field="since") if since else now
    to = instant_of(until, zone(""), field="until") if until else from_ + _YEAR
    found = queries.hearings(actor, from_=from_, to=to)
    filters = {"since": from_, "until": to}
    note_list(actor, "complaints.hearing", filters=filters, rows=len(found), now=now)
    return listing.calendar(found)


@router.get(
    "/complaints/procedures",
    response=listed.ProceduresAnswer,
    summary="The procedures that can be begun",
    openapi_extra=by("complaints.see"),
)
def procedures(request: HttpRequest) -> listed.ProceduresAnswer:
    """Stages and moves of each, by the law of this instance."""
    actor = actor_of(request)
    require(actor, "complaints.see")
    return listing.procedures(actor.language)


@router.get(
    "/complaints/routing",
    response=answers.RoutingShown,
    summary="Which bodies may be given a complaint",
    openapi_extra=by("complaints.see"),
)
def competent(
    request: HttpRequest,
    about: Annotated[About, Query(...)],
    on: Annotated[date | None, Query(None, description="The day of which the law is asked (today).")],
    place_type: Annotated[Word, Query("")],
    accused_body: Annotated[Id | None, Query(None)],
    act_on: Annotated[date | None, Query(None)],
) -> answers.RoutingShown:
    """By dated law, each with what ties it to the accused body, at the time of the act and on that day."""
    actor = actor_of(request)
    require(actor, "complaints.see")
    today = date.fromordinal(zone("").civil_day(moment_of(request)))
    found = queries.competent(
        about.value, on=on or today, place_type=place_type, accused_body=accused_body or "", act_on=act_on
    )
    return telling.routing(found, actor.language)


@router.get(
    "/complaints/left-behind",
    response=listed.LeftBehindAnswer,
    summary="What somebody who works here no more still holds",
    openapi_extra=by("complaints.assign"),
)
def left_behind(request: HttpRequest) -> listed.LeftBehindAnswer:
    """Cases of the actor's body that must be handed over."""
    actor, now = actor_of(request), moment_of(request)
    found = queries.left_behind(actor, now=now)
    note_list(actor, "complaints.assign", filters={}, rows=len(found), now=now)
    return listing.left_behind(found)


@router.post(
    "/complaints/officers/searches",
    response=listed.OfficersFoundAnswer,
    summary="Officers by name, however it is spelled",
    openapi_extra=by("complaints.officers"),
)
def officers_named(
    request: HttpRequest, asked: Annotated[given.NameAsked, Body(...)]
) -> listed.OfficersFoundAnswer:
    """Those in a case within reach. Sent as a body: names stay out of addresses and logs."""
    actor = actor_of(request)
    found = queries.officers_named(actor, asked.name)
    note_list(actor, "complaints.officers", filters={}, rows=len(found), now=moment_of(request))
    return listed.OfficersFoundAnswer(officers=list(found))


@router.get(
    "/complaints/officers/{officer_id}",
    response=listed.OfficerAnswer,
    summary="An officer across cases",
    openapi_extra=by("complaints.officers"),
)
def officer(request: HttpRequest, officer_id: Annotated[Id, Path(...)]) -> listed.OfficerAnswer:
    """Allegations and outcomes apart; of cases beyond reach only that there is one."""
    actor = actor_of(request)
    try:
        found = queries.officer_history(actor, officer_id)
    except ComplaintRefusal as refusal:
        raise NoSuchComplaint from refusal
    filters = {"officer": officer_id}
    note_list(actor, "complaints.officers", filters=filters, rows=len(found.cases), now=moment_of(request))
    return listing.officer(found)


@router.get(
    "/complaints/{complaint_id}",
    response=answers.CaseAnswer,
    summary="A complaint with all that followed from it",
    openapi_extra=by("complaints.see"),
)
def case(request: HttpRequest, complaint_id: CaseId, as_of: AsOf, known_at: KnownAt) -> answers.CaseAnswer:
    """As of a time, by what was known at another. That it was opened is an entry."""
    actor = actor_of(request)
    return telling.case_answer(_opened(request, actor, complaint_id, as_of, known_at), actor.language)


@router.get(
    "/complaints/{complaint_id}/looks",
    response=listed.LooksAnswer,
    summary="Who opened the file",
    openapi_extra=by("complaints.looks"),
)
def looks(request: HttpRequest, complaint_id: CaseId) -> listed.LooksAnswer:
    """For the preventive mechanism and the victim's lawyer, the latest first."""
    return listing.looks(queries.openings(actor_of(request), complaint_id))


@router.get(
    "/complaints/{complaint_id}/runs/{run_id}",
    response=answers.RunAnswer,
    summary="One run of a procedure",
    openapi_extra=by("complaints.see"),
)
def run(
    request: HttpRequest, complaint_id: CaseId, run_id: RunId, as_of: AsOf, known_at: KnownAt
) -> answers.RunAnswer:
    """Where it stands, what is open and to whom, what was refused and why, what is marked."""
    actor = actor_of(request)
    found = _run(_opened(request, actor, complaint_id, as_of, known_at), run_id)
    return telling_runs.run(found, actor.language)


@router.get(
    "/complaints/{complaint_id}/runs/{run_id}/diagram",
    summary="The procedure drawn, with the case's position on it",
    openapi_extra={**by("complaints.see"), **_SVG},
)
def drawing(
    request: HttpRequest, complaint_id: CaseId, run_id: RunId, as_of: AsOf, known_at: KnownAt
) -> HttpResponse:
    """SVG without any script, in the language that was asked for."""
    actor = actor_of(request)
    found = _run(_opened(request, actor, complaint_id, as_of, known_at), run_id)
    drawn = diagram(found.procedure, found.standing, actor.language)
    return HttpResponse(drawn, content_type="image/svg+xml")


def _opened(
    request: HttpRequest, actor: Actor, complaint_id: str, asked_as_of: str | None, asked_known: str | None
) -> Case:
    """The case, once the look is entered: reading through a program leaves the same trace."""
    require(actor, "complaints.see")
    now, at = moment_of(request), zone_of_case(complaint_id)
    until = now if asked_as_of is None else instant_of(asked_as_of, at, field="as_of", last=True)
    known_at = until if asked_known is None else instant_of(asked_known, at, field="known_at", last=True)
    open_file(actor, complaint_id, because=usual_ground(actor.role), now=now)
    return queries.case(actor, complaint_id, as_of=until, known_at=known_at)


def _run(found: Case, run_id: str) -> Run:
    known = found.run(run_id)
    if known is None:
        raise NoSuchComplaint
    return known
