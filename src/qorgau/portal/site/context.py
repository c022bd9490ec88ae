"""What the frame of every page needs to know: who, where, when, in which language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from qorgau.access.actor import Actor
from qorgau.clock import Zone, now, zone_named
from qorgau.demo.marker import is_synthetic
from qorgau.lawbook import Language, load
from qorgau.places.place import Place
from qorgau.places.queries import places
from qorgau.portal.site.middleware import language_of
from qorgau.portal.site.navigation import menu
from qorgau.wording import say

_OWN_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of header, menu and footer."""
    language = getattr(request, "language", None) or language_of(request)
    actor: Actor | None = getattr(request, "actor", None)
    where = _place_of(actor)
    return {
        "actor": actor,
        "language": language,
        "languages": [{"code": each.value, "name": name} for each, name in _OWN_NAMES.items()],
        "as_of": getattr(request, "as_of", None) or now(),
        "zone": where.zone if where else country_zone(),
        "zone_title": (where.zone if where else country_zone()).name,
        "place_title": (where.name.get(language) or where.name[Language.EN]) if where else "",
        "role_title": say(f"access.role_{actor.role.value}", language) if actor else "",
        "navigation": menu(actor, path=request.path, language=language),
        "here": _here(request),
        "sign_in_href": _address("access:sign_in"),
        "sign_out_href": _address("access:sign_out"),
        "own_account_href": _address("access:own_account"),
        "instance": settings.QORGAU_INSTANCE,
        "synthetic": is_synthetic(settings.QORGAU_DATA),
        "debug": settings.DEBUG,
    }


@lru_cache(maxsize=1)
def country_zone() -> Zone:
    """The zone of the country's law, for whoever stands at no place."""
    return zone_named(load(settings.QORGAU_LAW).zone)


def _place_of(actor: Actor | None) -> Place | None:
    """The one place of an actor who has one; an actor of many places reads their country's time."""
    if actor is None or len(actor.places) != 1:
        return None
    return next(iter(places(actor.places).values()), None)


def _here(request: HttpRequest) -> str:
    """Where a change of language leads back to: this page, or what a form was shown by."""
    return request.get_full_path()


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
