"""The request as views of this house see it: with who asks, and in which language."""

from typing import TypeGuard

from django.http import HttpRequest

from qorgau.access.actor import Actor
from qorgau.lawbook import Language


class Request(HttpRequest):
    """What the middleware made of a request: `actor` is set only once sign-in is complete."""

    actor: Actor | None
    language: Language


def has_actor(request: HttpRequest) -> TypeGuard[Request]:
    """Whether the middleware ran and somebody is signed in."""
    return getattr(request, "actor", None) is not None


def actor_of(request: HttpRequest) -> Actor:
    """Who asks; for views behind `permit`, which let nobody else in."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise TypeError("This view asks for an actor but lets anybody in. Put @permit(...) on it.")
    return actor
