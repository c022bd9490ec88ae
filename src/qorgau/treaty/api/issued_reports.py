"""Reports that were issued: which there are, their very bytes, and a new draft that corrects one."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from qorgau.custody.api.given import Line
from qorgau.custody.api.keys import act_of
from qorgau.treaty.actions.revising import correct_issued
from qorgau.treaty.api.acting import WRITE, Key, ThingId, asking, by
from qorgau.treaty.api.documents import sent
from qorgau.treaty.api.drafts import FILE, MADE, Form_, Saved
from qorgau.treaty.api.shapes import as_value, listed
from qorgau.treaty.queries import drafts as queries

router = Router(tags=["reports"])


@router.get("/treaty/reports", response=listed(queries.IssuedLine), summary="Reports that were issued",
            openapi_extra=by("treaty.see"))  # fmt: skip
def reports(request: HttpRequest, document: Annotated[Line, Query("")]) -> list[Any]:
    """Of the State, and of one's own body."""
    actor, _now = asking(request, ("treaty.see",))
    return list(as_value(queries.issued(actor, document_id=document)))


@router.post(
    "/treaty/reports/{thing_id}/correction", response=MADE, summary="Correct an issued report",
    openapi_extra=by(*WRITE),
)  # fmt: skip
def correct_report(request: HttpRequest, thing_id: ThingId, key: Key) -> Status[Any]:
    """A new draft with all that it says; the issued one stays. The same key again gives the same draft."""
    actor, now = asking(request, WRITE)
    draft = correct_issued(actor, thing_id, now=now, act_id=act_of(actor, key))
    return Status(201, as_value(Saved(draft=draft, version=queries.draft(actor, draft).version)))


@router.get("/treaty/reports/{thing_id}/file", summary="The bytes that were issued",
            openapi_extra={**by("treaty.see"), **FILE})  # fmt: skip
def issued_file(request: HttpRequest, thing_id: ThingId, form: Form_) -> HttpResponse:
    """As Word or PDF."""
    actor, _now = asking(request, ("treaty.see",))
    made = queries.issued_file(actor, thing_id, form)
    return sent(made.data, made.name, "application/octet-stream")
