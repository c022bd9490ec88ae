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
from qorgau.lawbook.safeguard import Text
from qorgau.places.names import zones_and_names
from qorgau.places.queries import regions
from qorgau.portal.site.middleware import language_of
from qorgau.portal.site.navigation import menu
from qorgau.wording import in_language, say, say_plural

_Standing = tuple[Zone, Text]
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


def _places_of(actor: Actor | None) -> list[_Standing]:
    """Zone and name of each place of an appointment."""
    return [] if actor is None or not actor.places else list(zones_and_names(actor.places).values())


def _zone_of(where: list[_Standing]) -> Zone:
    """The time of the places, if they have one; whoever reads many zones reads the country's."""
    names = {zone.name for zone, _ in where}
    return where[0][0] if len(names) == 1 else country_zone()


def _where(actor: Actor | None, where: list[_Standing], language: Language) -> str:
    """Where somebody is appointed, as the header says it: one name, or how many."""
    if len(where) == 1:
        return in_language(where[0][1], language)
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
