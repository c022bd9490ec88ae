"""Envelopes for the opener: which wait, and each as it was sealed. This server cannot read them."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from qorgau.access.actions import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.complaints.actions import open_file
from qorgau.complaints.api import listed
from qorgau.complaints.api.acting import CaseId, by
from qorgau.complaints.api.words import instant, instant_or_none
from qorgau.complaints.opening import usual_ground
from qorgau.complaints.queries import sealed as queries
from qorgau.complaints.refusal import NoSuchComplaint

router = Router(tags=["complaints"])
_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The envelope, which `qorgau open` reads with the body's key.",
            "content": {"application/json": {"schema": {"type": "object"}}},
        }
    }
}


@router.get(
    "/complaints/envelopes",
    response=listed.EnvelopesAnswer,
    summary="Sealed complaints that the opener may take",
    openapi_extra=by("complaints.read_sealed"),
)
def envelopes(
    request: HttpRequest,
    unread: Annotated[bool, Query(True, description="Only those whose content nobody stated yet.")],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=500)],
) -> listed.EnvelopesAnswer:
    """Within the actor's reach, the oldest first; the hour is all that is known of when one came."""
    actor = actor_of(request)
    found = queries.sealed(actor, unread=unread, page=page, size=per_page)
    filters = {"unread": unread, "page": found.page}
    now = moment_of(request)
    note_list(actor, "complaints.read_sealed", filters=filters, rows=len(found.rows), now=now)
    lines = [
        listed.EnvelopeLineShown(
            complaint=row.complaint_id,
            hour=instant(row.lodged_at),
            to_body=row.to_body,
            read=instant_or_none(row.read_at),
        )
        for row in found.rows
    ]
    return listed.EnvelopesAnswer(total=found.total, page=found.page, pages=found.pages, envelopes=lines)


@router.get(
    "/complaints/{complaint_id}/envelope",
    summary="The envelope as the sender's device sealed it",
    openapi_extra={**by("complaints.read_sealed"), **_FILE},
)
def envelope(request: HttpRequest, complaint_id: CaseId) -> HttpResponse:
    """For the opener on a machine that holds the body's key. That the file was opened is an entry."""
    actor = actor_of(request)
    found = queries.opened_envelope(actor, complaint_id)
    if found is None:
        raise NoSuchComplaint
    open_file(actor, complaint_id, because=usual_ground(actor.role), now=moment_of(request))
    return HttpResponse(found.as_json(), content_type="application/json")
