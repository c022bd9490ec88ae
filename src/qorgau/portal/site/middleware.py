"""What every request is given before a page sees it: its language, its one moment, and strict headers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.portal.site.error_pages import sent_before
from qorgau.recording.record import EntryConflict

Answer = Callable[[HttpRequest], HttpResponse]
LANGUAGE_COOKIE = "language"
_HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    # What a page of the register shows must not stay on the disk of a shared desk.
    "Cache-Control": "no-store",
}


def one_moment(get_response: Answer) -> Answer:
    """Give the request its moment: everything on one page is judged as of the same second."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.as_of = now()  # type: ignore[attr-defined]
        return get_response(request)

    return answer


def in_language(get_response: Answer) -> Answer:
    """Give the request its language, from the cookie, then the browser, else Kazakh."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = language_of(request)
        request.language = chosen  # type: ignore[attr-defined]
        with translation.override(chosen.value):
            response = get_response(request)
            response.headers.setdefault("Content-Language", chosen.value)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return answer


def strict_headers(get_response: Answer) -> Answer:
    """Add the headers that Django and django-csp do not."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def language_of(request: HttpRequest) -> Language:
    """The language that the person chose, or that their browser asks for."""
    if (chosen := known_language(request.COOKIES.get(LANGUAGE_COOKIE, ""))) is not None:
        return chosen
    for code, _ in _weighed(request.headers.get("Accept-Language", "")):
        if (wished := known_language(code.split("-")[0])) is not None:
            return wished
    return Language.KK


def known_language(code: str) -> Language | None:
    """The language of that code, if the site speaks it."""
    return next((language for language in Language if language.value == code), None)


def _weighed(header: str) -> list[tuple[str, float]]:
    wishes = [_wish(part) for part in header[:500].split(",")]
    return sorted(((code, weight) for code, weight in wishes if weight > 0), key=lambda wish: -wish[1])


def _wish(part: str) -> tuple[str, float]:
    code, _, weight = part.partition(";q=")
    try:
        return code.strip().lower(), float(weight or 1)
    except ValueError:
        return code.strip().lower(), 0.0


class SentBefore:
    """A form sent again with other content meets the entry it made the first time: that is told, not a fault."""

    def __init__(self, get_response: Answer) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a conflict of entries; leave everything else to others."""
        return sent_before(request) if isinstance(exception, EntryConflict) else None
