"""What places are called, without all else that is known of them: pages ask for hundreds of names at once."""

from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.clock import Zone, zone_named
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.models import PlaceRow
from qorgau.places.queries import Wanted, rows_seen_by
from qorgau.wording import sort_key

_NAMES = ("name_en", "name_ru", "name_kk")


def names_of(place_ids: Collection[str]) -> Mapping[str, Text]:
    """The names of several places; those not listed are left out."""
    if not place_ids:
        return {}
    found = PlaceRow.objects.filter(place_id__in=place_ids).values_list("place_id", *_NAMES)
    return {place_id: _text(*names) for place_id, *names in found}


def names_and_standing(place_ids: Collection[str]) -> Mapping[str, tuple[Text, bool]]:
    """What several places are called, and whether each is official; those not listed are left out."""
    if not place_ids:
        return {}
    found = PlaceRow.objects.filter(place_id__in=place_ids).values_list("place_id", "official", *_NAMES)
    return {place_id: (_text(*names), official) for place_id, official, *names in found}


def zones_and_names(place_ids: Collection[str]) -> Mapping[str, tuple[Zone, Text]]:
    """By which zone several places live and what they are called; those not listed are left out."""
    found = PlaceRow.objects.filter(place_id__in=place_ids).values_list("place_id", "zone", *_NAMES)
    return {place_id: (zone_named(zone), _text(*names)) for place_id, zone, *names in found}


def names_seen_by(actor: Actor) -> list[tuple[str, Text]]:
    """The open places this actor may see, by region and name in their language: what a list to choose from needs."""
    rows = rows_seen_by(actor, Wanted())
    names = {place_id: _text(*said) for place_id, *said in rows.values_list("place_id", *_NAMES)}
    return [(each, names[each]) for each in ids_in_order(rows, actor.language) if each in names]


def ids_in_order(rows: QuerySet[PlaceRow], language: Language) -> list[str]:
    """The ids of these places by region, then by name in the alphabet of a language: a database puts Kazakh letters last."""
    found = rows.order_by().values_list("region", f"name_{language.value}", "place_id")
    keys = ((region, sort_key(name, language), place_id) for region, name, place_id in found)
    return [place_id for _, _, place_id in sorted(keys)]


def _text(english: str, russian: str, kazakh: str) -> Text:
    return {Language.EN: english, Language.RU: russian, Language.KK: kazakh}
