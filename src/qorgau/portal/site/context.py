"""What the frame of every page needs to know: who, where, when, in which language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from qorgau.access.actor import Actor
from qorgau.access.request import moment_of
from qorgau.clock import Zone
from qorgau.custody.facts.law import zone as zone_of_law
from qorgau.demo.marker import is_synthetic
from qorgau.lawbook import Language
from qorgau.places.place import Place
from qorgau.places.queries import places, regions
from qorgau.portal.site.middleware import language_of
from qorgau.portal.site.navigation import menu
from qorgau.wording import in_language, say, say_plural

_OWN_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of header, menu and footer."""
    language = getattr(request, "language", None) or language_of(request)
    actor: Actor | None = getattr(request, "actor", None)
    where = _places_of(actor)
    zone = _zone_of(where)
    return {
        "actor": actor,
        "language": language,
        "languages": [
            {"code": each.value, "name": name, "short": name[:3]} for each, name in _OWN_NAMES.items()
        ],
        "as_of": moment_of(request),
        "zone": zone,
        "zone_title": zone.name,
        "place_title": _where(actor, where, language),
        "role_title": say(f"access.role_{actor.role.value}", language) if actor else "",
        "navigation": menu(actor, path=request.path, language=language),
        "here": request.get_full_path(),
        "sign_in_href": _address("access:sign_in"),
        "sign_out_href": _address("access:sign_out"),
        "own_account_href": _address("access:own_account"),
        "instance": settings.QORGAU_INSTANCE,
        "synthetic": is_synthetic(settings.QORGAU_DATA),
    }


def country_zone() -> Zone:
    """The zone of the country's law, for whoever stands at no place."""
    return zone_of_law("")


def _places_of(actor: Actor | None) -> list[Place]:
    """The places of an appointment, by id, so that they always stand in one order."""
    if actor is None or not actor.places:
        return []
    found = places(actor.places)
    return [found[each] for each in sorted(found)]


def _zone_of(where: list[Place]) -> Zone:
    """The time of the places, if they have one; whoever reads many zones reads the country's."""
    names = {place.zone.name for place in where}
    return where[0].zone if len(names) == 1 else country_zone()


def _where(actor: Actor | None, where: list[Place], language: Language) -> str:
    """Where somebody is appointed, as the header says it: one name, or how many."""
    if len(where) == 1:
        return in_language(where[0].name, language)
    if where:
        return say_plural("site.places", len(where), language)
    if actor is None or not actor.regions:
        return ""
    if len(actor.regions) == 1 and (region := regions().get(next(iter(actor.regions)))):
        return in_language(region.title, language)
    return say_plural("site.regions", len(actor.regions), language)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
