"""What programs read: the whiteboard, records, verdicts, clocks, names. Opening a record is an entry."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Path, Query, Router

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.custody import queries
from qorgau.custody.actions import open_record
from qorgau.custody.api import answers, given, telling
from qorgau.custody.api.reading import instant_of, zone_of_custody
from qorgau.custody.entries import usual_ground
from qorgau.custody.facts.board import Sort
from qorgau.custody.facts.record import CustodyRecord

router = Router(tags=["custody"])
CustodyId = Annotated[given.Id, Path(...)]
AsOf = Annotated[
    given.TimeText | None, Query(None, description="Judge as of this time (now), on the clock of the place.")
]
KnownAt = Annotated[
    given.TimeText | None, Query(None, description="By what this instance had received by then (as_of).")
]
_MISSING = r"^(parent|lawyer|interpreter|doctor|relative|consul|said_released|said_escaped|said_died)$"


@router.get(
    "/board",
    response=answers.BoardAnswer,
    summary="Everyone held, by the next clock to run out",
    openapi_extra={"x-act": "board.see"},
)
def board(
    request: HttpRequest,
    place: Annotated[given.Id | None, Query(None)],
    region: Annotated[given.Id | None, Query(None)],
    cell: Annotated[given.Id | None, Query(None)],
    status: Annotated[str | None, Query(None, pattern=r"^(held|in_transit|unconfirmed)$")],
    missing: Annotated[str | None, Query(None, pattern=_MISSING)],
    children: Annotated[bool, Query(False)],
    sort: Annotated[Sort, Query(Sort.NEXT_DUE)],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=500)],
) -> answers.BoardAnswer:
    """One page of those held now, as far as the actor sees; that the list was read is noted."""
    actor, now = actor_of(request), moment_of(request)
    found = queries.held(
        actor,
        as_of=now,
        place=place,
        region=region,
        cell=cell,
        status=status,
        missing=missing,
        only_children=children,
        sort=sort,
        page=page,
        per_page=per_page,
    )
    filters = {"place": place, "region": region, "cell": cell, "status": status, "missing": missing,
               "children": children, "page": page}  # fmt: skip
    note_list(actor, "board.see", filters=filters, rows=len(found.rows), now=now)
    return telling.board(found, actor.language)


@router.post(
    "/searches",
    response=answers.FoundAnswer,
    summary="Somebody by name, however it is spelled",
    openapi_extra={"x-act": "custody.see"},
)
def search(request: HttpRequest, asked: Annotated[given.SearchGiven, Body(...)]) -> answers.FoundAnswer:
    """Latin, Russian and Kazakh spellings alike. Sent as a body: names stay out of addresses and logs."""
    actor, now = actor_of(request), moment_of(request)
    found = queries.search(actor, **asked.model_dump())
    note_list(actor, "custody.see", filters=asked.model_dump(), rows=len(found), now=now)
    return answers.FoundAnswer(found=[telling.found_line(each) for each in found])


@router.get(
    "/custodies/{custody_id}",
    response=answers.RecordAnswer,
    summary="A custody record",
    openapi_extra={"x-act": "custody.read"},
)
def record(
    request: HttpRequest, custody_id: CustodyId, as_of: AsOf, known_at: KnownAt
) -> answers.RecordAnswer:
    """Entries, verdicts, clocks and gaps as of a time, by what was known at another."""
    actor = actor_of(request)
    return telling.record_answer(_opened(request, actor, custody_id, as_of, known_at), actor.language)


@router.get(
    "/custodies/{custody_id}/verdicts",
    response=answers.VerdictsAnswer,
    summary="The verdicts of a custody",
    openapi_extra={"x-act": "custody.read"},
)
def verdicts(
    request: HttpRequest, custody_id: CustodyId, as_of: AsOf, known_at: KnownAt
) -> answers.VerdictsAnswer:
    """Each safeguard on each basis, national law and the standards apart."""
    actor = actor_of(request)
    found = _opened(request, actor, custody_id, as_of, known_at)
    return answers.VerdictsAnswer(**_head(found), verdicts=telling.verdicts(found.verdicts, actor.language))


@router.get(
    "/custodies/{custody_id}/clocks",
    response=answers.ClocksAnswer,
    summary="The clocks of a custody",
    openapi_extra={"x-act": "custody.read"},
)
def clocks(
    request: HttpRequest, custody_id: CustodyId, as_of: AsOf, known_at: KnownAt
) -> answers.ClocksAnswer:
    """Those that still run first, by when they run out."""
    actor = actor_of(request)
    found = _opened(request, actor, custody_id, as_of, known_at)
    return answers.ClocksAnswer(**_head(found), clocks=telling.clocks(found.clocks, actor.language))


def _opened(
    request: HttpRequest, actor: Actor, custody_id: str, asked_as_of: str | None, asked_known: str | None
) -> CustodyRecord:
    """The record, once the look is entered: reading through a program leaves the same trace."""
    require(actor, "custody.read")
    now = moment_of(request)
    zone = zone_of_custody(actor, custody_id)
    until = now if asked_as_of is None else instant_of(asked_as_of, zone, field="as_of")
    known_at = until if asked_known is None else instant_of(asked_known, zone, field="known_at")
    open_record(actor, custody_id, because=usual_ground(actor.role), now=now)
    return queries.record(actor, custody_id, as_of=until, known_at=known_at)


def _head(found: CustodyRecord) -> dict[str, str]:
    return {
        "custody": found.custody,
        "as_of": telling.utc(found.as_of),
        "known_at": telling.utc(found.known_at),
        "law": found.law_hash,
    }
