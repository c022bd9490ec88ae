"""The request as views of this house see it: with who asks, and in which language."""

from django.http import HttpRequest

from qorgau.access.actor import Actor
from qorgau.clock import now
from qorgau.lawbook import Language


class Request(HttpRequest):
    """What the middleware made of a request: `actor` is set only once sign-in is complete."""

    actor: Actor | None
    language: Language


def actor_of(request: HttpRequest) -> Actor:
    """Who asks; for views behind `permit`, which let nobody else in."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise TypeError("This view asks for an actor but lets anybody in. Put @permit(...) on it.")
    return actor


def moment_of(request: HttpRequest) -> int:
    """The one moment of the request: everything in its answer is judged as of the same second (UTC)."""
    return int(getattr(request, "as_of", None) or now())
