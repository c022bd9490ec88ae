"""Recommendations as a file."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from qorgau.custody.api.given import Line, Word
from qorgau.treaty import queries
from qorgau.treaty.api.acting import SEE, asking, by
from qorgau.treaty.api.documents import sent
from qorgau.treaty.exporting.writing import ExportForm, write_export
from qorgau.treaty.facts.words import Sender, StandsAt

router = Router(tags=["export"])
_BINARY: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
FILE: dict[str, Any] = {"responses": {200: {"description": "The file.", "content": _BINARY}}}


@router.get(
    "/treaty/exports/{form}",
    summary="Recommendations as a file",
    openapi_extra={**by(*SEE), **FILE},
)
def export(
    request: HttpRequest,
    form: Annotated[ExportForm, Path(...)],
    subject: Annotated[Word, Query("")],
    body: Annotated[Line, Query("")],
    state: Annotated[StandsAt | None, Query(None)],
    sender: Annotated[Sender | None, Query(None)],
    committee: Annotated[Line, Query("")],
    cycle: Annotated[Line, Query("")],
    document: Annotated[Line, Query("")],
    follow_up: Annotated[bool, Query(False)],
    text: Annotated[Line, Query("")],
) -> HttpResponse:
    """Within the actor's reach, by the filters of the board; that it was taken along is noted."""
    actor, now = asking(request, SEE)
    asked = queries.Asked(
        subject=subject,
        body=body,
        state=state or "",
        sender=sender.value if sender else "",
        committee=committee,
        cycle=cycle,
        document=document,
        follow_up=follow_up,
        text=text,
    )
    made = write_export(actor, asked, form=form, now=now)
    return sent(made.data, made.name, "application/octet-stream")
