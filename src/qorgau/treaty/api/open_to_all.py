"""What anybody may read without a token: recommendations that nobody holds back, and what became of them."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page
from ninja import Path, Query, Router
from ninja.decorators import decorate_view

from qorgau.access.request import moment_of
from qorgau.custody.api.given import Line, Word
from qorgau.lawbook import Language
from qorgau.treaty import queries
from qorgau.treaty.api.acting import Leaf, Stem, named
from qorgau.treaty.api.documents import sent
from qorgau.treaty.api.shapes import as_value, listed, shape_of
from qorgau.treaty.api.taking_along import FILE
from qorgau.treaty.exporting.writing import ExportForm, public_export
from qorgau.treaty.facts.told import Board, Documents, DueLine, RecommendationPage
from qorgau.treaty.facts.words import DueWhat, StandsAt
from qorgau.treaty.queries.changes import Change

router = Router(tags=["open to all"])
_FORMS: dict[str, Any] = FILE
_MINUTE, _REFUSED = 60, 400


def kept(view: Any) -> Any:
    """Let whoever asks again be told that nothing changed; the same for everybody, so that mirrors may keep it."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = view(request, *args, **kwargs)
        # A refusal is told in the asker's language, and what cannot be answered now is no answer to keep.
        if response.status_code < _REFUSED:
            patch_cache_control(response, public=True, max_age=_MINUTE)
        return response

    return conditional_page(answered)


def _moment(request: HttpRequest) -> int:
    """The moment, to the minute: within it the same question has the same answer, byte by byte."""
    now = moment_of(request)
    return now - now % _MINUTE


@router.get("/public/recommendations", response=shape_of(Board), summary="The board, for anybody")
@decorate_view(kept)
def board(
    request: HttpRequest,
    subject: Annotated[Word, Query("")],
    body: Annotated[Line, Query("")],
    state: Annotated[StandsAt | None, Query(None)],
    committee: Annotated[Line, Query("")],
    document: Annotated[Line, Query("")],
    follow_up: Annotated[bool, Query(False)],
    text: Annotated[Line, Query("")],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(50, ge=1, le=100)],
) -> dict[str, Any]:
    """One page of what nobody holds back."""
    asked = queries.Asked(
        subject=subject,
        body=body,
        state=state or "",
        committee=committee,
        document=document,
        follow_up=follow_up,
        text=text,
        page=page,
        size=per_page,
    )
    return dict(as_value(queries.board(None, asked, as_of=_moment(request))))


@router.get(
    "/public/recommendations/{stem}/{leaf}",
    response=shape_of(RecommendationPage),
    summary="One recommendation, for anybody",
)
@decorate_view(kept)
def recommendation(request: HttpRequest, stem: Stem, leaf: Leaf) -> dict[str, Any]:
    """Replies that were sent, alternative reports that were published, assessments, the plan."""
    return dict(as_value(queries.recommendation(None, named(stem, leaf), as_of=_moment(request))))


@router.get("/public/documents", response=shape_of(Documents), summary="Documents, for anybody")
@decorate_view(kept)
def documents(
    request: HttpRequest,
    text: Annotated[Line, Query("")],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
) -> dict[str, Any]:
    """The newest first."""
    return dict(as_value(queries.documents(None, text=text, page=page)))


@router.get("/public/due", response=listed(DueLine), summary="What is due, for anybody")
@decorate_view(kept)
def due(
    request: HttpRequest,
    what: Annotated[DueWhat | None, Query(None)],
    until: Annotated[date | None, Query(None, description="No later than this day.")],
) -> list[Any]:
    """By day, with the days left or over."""
    return list(as_value(queries.due(None, as_of=_moment(request), until=until, what=what or "")))


@router.get("/public/changes", response=listed(Change), summary="What changed, for anybody")
@decorate_view(kept)
def changed(request: HttpRequest, most: Annotated[int, Query(50, ge=1, le=50)]) -> list[Any]:
    """Papers followed up, replies, assessments, reports of others, steps of the plan; the latest first."""
    return list(as_value(queries.changes(most=most)))


@router.get("/public/exports/{form}", summary="Recommendations as a file, for anybody", openapi_extra=_FORMS)
@decorate_view(kept)
def export(
    request: HttpRequest,
    form: Annotated[ExportForm, Path(...)],
    committee: Annotated[Line, Query("")],
    document: Annotated[Line, Query("")],
    language: Annotated[Language, Query(Language.EN)],
) -> HttpResponse:
    """What nobody holds back; see docs/reference/treaty-exports.md for the columns."""
    asked = queries.Asked(committee=committee, document=document)
    made = public_export(asked, form=form, language=language, now=_moment(request))
    return sent(made.data, made.name, "application/octet-stream")
