"""Public pages are the same for everybody who reads their language: kept a few minutes, and read without a cookie."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from qorgau.lawbook import Language

_MINUTES_FRESH, _OUR_SIDE = 5, 500
_Page = Callable[..., HttpResponse]


def asked_language(view: _Page) -> _Page:
    """Show the page in the language that its address asks for (`?lang=ru`): no cookie is needed to read on."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = next((each for each in Language if each.value == request.GET.get("lang")), None)
        if chosen is None:
            return view(request, *args, **kwargs)
        request.language = chosen  # type: ignore[attr-defined]
        with translation.override(chosen.value):
            response = view(request, *args, **kwargs)
            response.headers["Content-Language"] = chosen.value
            return response

    return shown


def lang_query(request: HttpRequest) -> str:
    """What links of public pages carry on, so that the language asked for stays."""
    asked = request.GET.get("lang", "")
    return f"?lang={asked}" if asked in {each.value for each in Language} else ""


def cached(view: _Page) -> _Page:
    """Let browsers and mirrors keep the page a few minutes: it is the same for everybody who reads its language."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = asked_language(view)(request, *args, **kwargs)
        # Whoever is signed in has a menu of their own on the page: that copy is nobody else's.
        # And what cannot be answered now is no answer to keep.
        is_an_answer = response.status_code < _OUR_SIDE
        if getattr(request, "actor", None) is None and not response.cookies and is_an_answer:
            response.headers["Cache-Control"] = f"public, max-age={_MINUTES_FRESH * 60}"
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return kept
