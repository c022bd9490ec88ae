"""Puts `request.actor` on every request: who asks, if they are wholly signed in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from qorgau.access.actor import Actor
from qorgau.access.queries import actor_under
from qorgau.access.sign_in.session import Signing, Step, keep_awake, standing
from qorgau.clock import now
from qorgau.lawbook import Language

Answer = Callable[[HttpRequest], HttpResponseBase]


class WhoAsks:
    """After the session's and the language's middleware: `request.signing` and `request.actor`."""

    def __init__(self, get_response: Answer) -> None:
        """Keep what answers."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Find out who asks, then answer."""
        signing = standing(request.session, now=now())
        request.signing = signing  # type: ignore[attr-defined]
        request.actor = _actor(signing, getattr(request, "language", None))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """A page that refreshes itself does not keep somebody signed in who has left."""
        if getattr(view, "keeps_awake", True):
            keep_awake(request.session, now=now())
        return None


def _actor(signing: Signing | None, language: Language | None) -> Actor | None:
    if signing is None or signing.step is not Step.DONE or signing.appointment is None:
        return None
    return actor_under(signing.appointment, language=language)
