"""Documents: taken in, read, corrected, accepted, published."""

from __future__ import annotations

from typing import Annotated, Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import Body, Query, Router

from qorgau.access.actions import note_list
from qorgau.custody.api.given import Line, Word
from qorgau.reading.document import DocumentKind
from qorgau.treaty import actions, queries
from qorgau.treaty.actions.documents import LARGEST_FILE
from qorgau.treaty.api import given
from qorgau.treaty.api.acting import (
    ACTED,
    CORRECT,
    SEE,
    TAKE,
    Acted,
    DocumentId,
    Key,
    ThingId,
    asking,
    by,
    did,
    did_once,
)
from qorgau.treaty.api.shapes import as_value, shape_of
from qorgau.treaty.facts.told import DocumentPage, Documents
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.refusal import TreatyRefusal

router = Router(tags=["recommendations"])
_BYTES: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_UPLOAD: dict[str, Any] = {"requestBody": {"required": True, "content": _BYTES}}
_FILE: dict[str, Any] = {"responses": {200: {"description": "The file itself.", "content": _BYTES}}}


@router.get(
    "/treaty/documents",
    response=shape_of(Documents),
    summary="Documents, the newest first",
    openapi_extra=by(*SEE),
)
def documents(
    request: HttpRequest,
    sender: Annotated[Sender | None, Query(None)],
    kind: Annotated[Word, Query("")],
    text: Annotated[Line, Query("")],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=500)],
) -> dict[str, Any]:
    """One page of what the actor may see; that the list was read is noted."""
    actor, now = asking(request, SEE)
    found = queries.documents(
        actor, sender=sender.value if sender else "", kind=kind, text=text, page=page, size=per_page
    )
    filters = {"sender": sender, "kind": kind, "text": text, "page": page}
    note_list(actor, SEE[0], filters=filters, rows=len(found.lines), now=now)
    return dict(as_value(found))


@router.post(
    "/treaty/documents", response=ACTED, summary="Take a document in", openapi_extra={**by(*TAKE), **_UPLOAD}
)
def take(
    request: HttpRequest,
    name: Annotated[Line, Query("", description="What the file is called.")],
    held_back: Annotated[bool, Query(False, description="Shown to your own body alone until it publishes.")],
    sender: Annotated[Sender | None, Query(None, description="Who it is from, where the reader is wrong.")],
    kind: Annotated[DocumentKind | None, Query(None, description="What it is, where the reader is wrong.")],
) -> Acted:
    """The file is the body of the request: DOCX, PDF, TXT or HTML, told by its content. The same file is taken once."""
    asking(request, TAKE)
    data = request.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise RequestDataTooBig
    if not data:
        raise TreatyRefusal("nothing_typed", field="file")
    more = {"name": _own_name(name), "held_back": held_back, "sender": sender, "kind": kind}
    return did_once(request, TAKE, actions.take_document, data, **more)


@router.get(
    "/treaty/documents/{document_id}",
    response=shape_of(DocumentPage),
    summary="A document as it is read",
    openapi_extra=by(*SEE),
)
def document(request: HttpRequest, document_id: DocumentId) -> dict[str, Any]:
    """`document` as corrected and `as_read`, in the form that `qorgau treaty read --json` writes; every correction."""
    actor, now = asking(request, SEE)
    return dict(as_value(queries.document(actor, document_id, as_of=now), actor.language))


@router.get(
    "/treaty/documents/{document_id}/file",
    summary="The file itself",
    openapi_extra={**by(*SEE), **_FILE},
)
def document_file(request: HttpRequest, document_id: DocumentId) -> HttpResponse:
    """The very bytes that were taken in."""
    actor, _now = asking(request, SEE)
    found = queries.document_file(actor, document_id)
    return sent(found.data, found.name, "application/octet-stream")


@router.post(
    "/treaty/documents/{document_id}/corrections",
    response=ACTED,
    summary="Correct the reading",
    openapi_extra=by(*CORRECT),
)
def correct(
    request: HttpRequest,
    document_id: DocumentId,
    asked: Annotated[given.CorrectionGiven, Body(...)],
    key: Key,
) -> Acted:
    """One thing, with a reason; what stood there before is kept."""
    mend = actions.Correction(what=asked.what, target=asked.target, value=asked.value, place=asked.place)
    return did(request, key, CORRECT, actions.correct_reading, document_id, mend, reason=asked.reason)


@router.post(
    "/treaty/documents/{document_id}/corrections/{thing_id}/withdrawal",
    response=ACTED,
    summary="Take a correction back",
    openapi_extra=by(*CORRECT),
)
def withdraw(
    request: HttpRequest,
    document_id: DocumentId,
    thing_id: ThingId,
    asked: Annotated[given.ReasonGiven, Body(...)],
    key: Key,
) -> Acted:
    """It stays in the document's history with the reason."""
    return did(request, key, CORRECT, actions.withdraw_correction, document_id, thing_id, reason=asked.reason)


@router.post(
    "/treaty/documents/{document_id}/readings",
    response=ACTED,
    summary="Read the kept file again",
    openapi_extra=by(*TAKE),
)
def read_again(
    request: HttpRequest,
    document_id: DocumentId,
    kind: Annotated[
        DocumentKind | None, Query(None, description="What it is by your word; later readings keep it.")
    ],
) -> Acted:
    """By the present program; corrections stay and are laid over the new reading."""
    return did_once(request, TAKE, actions.read_again, document_id, kind=kind)


@router.post(
    "/treaty/documents/{document_id}/acceptance",
    response=ACTED,
    summary="Follow what a document asks",
    openapi_extra=by(*TAKE),
)
def accept(
    request: HttpRequest, document_id: DocumentId, asked: Annotated[given.AcceptanceGiven, Body(...)]
) -> Acted:
    """Each recommendation as its reading stands is followed from now on; deadlines with it."""
    return did_once(request, TAKE, actions.accept_document, document_id, leaves=asked.leaves or None)


@router.post(
    "/treaty/documents/{document_id}/publication",
    response=ACTED,
    summary="Publish what one's own body held back",
    openapi_extra=by(*TAKE),
)
def publish(
    request: HttpRequest, document_id: DocumentId, asked: Annotated[given.OnGiven, Body(...)]
) -> Acted:
    """It cannot be taken back."""
    return did_once(request, TAKE, actions.publish_document, document_id, on=asked.on)


@router.post(
    "/treaty/catalogues", response=ACTED, summary="Follow what the law files know", openapi_extra=by(*TAKE)
)
def catalogue(request: HttpRequest, asked: Annotated[given.CatalogueGiven, Body(...)]) -> Acted:
    """In the words of the law files, marked so until the document itself is taken; `follow_up`: what came after."""
    done = did_once(request, TAKE, actions.take_catalogue, asked.symbol)
    return did_once(request, TAKE, actions.take_follow_up, asked.symbol) if asked.follow_up else done


def sent(data: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to be saved, never shown by a browser."""
    headers = {"Content-Disposition": content_disposition_header(True, name or "file") or "attachment"}
    return HttpResponse(data, content_type=media_type, headers=headers)


def _own_name(name: str) -> str:
    """The last part of a path that somebody sends for a name."""
    return name.replace("\\", "/").rpartition("/")[2]
