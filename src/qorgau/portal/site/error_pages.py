"""What the site says when it cannot answer: what happened, why, and what to do. Never a trace, never a table."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qorgau.access.permission import NotPermitted
from qorgau.access.web import public


@public
def wrong_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be read."""
    return _page(request, 400)


@public
def not_permitted(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this person may not do this; the refusal says why and whom to ask."""
    said = str(exception) if isinstance(exception, NotPermitted) else ""
    return _page(request, 403, said=said)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or not for this person; the answer is the same."""
    return _page(request, 404)


@public
def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. The page asks no database, for that may be what failed."""
    request.actor = None  # type: ignore[attr-defined]
    return _page(request, 500)


@public
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that was opened too long ago, or sent from another site."""
    return _page(request, 403, name="stale")


@public
def sent_before(request: HttpRequest) -> HttpResponse:
    """409: this form was recorded already, with other content; a second version needs a new form."""
    return _page(request, 409, name="twice")


def _page(request: HttpRequest, status: int, *, name: str = "", **words: Any) -> HttpResponse:
    context = {"key": name or str(status), "status": status, "here": "/", **words}
    return render(request, "site/errors/error.html", context, status=status)
