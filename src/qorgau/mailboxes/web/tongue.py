"""The language of a page as a part of its address, so that the pages for complainants need no cookie."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from qorgau.lawbook import Language

View = Callable[..., HttpResponse]


class Tongue:
    """Matches `kk`, `ru` or `en` in an address."""

    regex = "kk|ru|en"

    def to_python(self, value: str) -> Language:
        """The language of that code."""
        return Language(value)

    def to_url(self, value: Language | str) -> str:
        """The code of that language."""
        return Language(value).value


def in_tongue(view: View) -> View:
    """Let the language in the address, where one stands there, win over cookie and browser."""

    @wraps(view)
    def answer(
        request: HttpRequest, *args: Any, language: Language | None = None, **words: Any
    ) -> HttpResponse:
        if language is None:
            return view(request, *args, **words)
        request.language = language  # type: ignore[attr-defined]
        with translation.override(language.value):
            response = view(request, *args, **words)
            response.headers["Content-Language"] = language.value
        return response

    return answer
