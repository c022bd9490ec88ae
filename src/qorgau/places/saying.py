"""What the inventory says, in words of the reader: for pages, files and the command line."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from qorgau.lawbook import Language
from qorgau.places import queries
from qorgau.places.country import place_types, regions
from qorgau.places.place import Accessibility, ForWhom, Place, square_metres
from qorgau.wording import in_language, say


def say_name(place: Place, language: Language) -> str:
    """The name of a place."""
    return in_language(place.name, language)


def say_kind(kind: str, language: Language) -> str:
    """The kind of place."""
    known = place_types().get(kind)
    return in_language(known.title, language) if known else kind


def say_region(region: str, language: Language) -> str:
    """The name of a region."""
    known = regions().get(region)
    return in_language(known.title, language) if known else region


def say_body(body: str, language: Language) -> str:
    """The name of an institution or unit."""
    return in_language(queries.body_title(body), language) if body else ""


def say_groups(groups: tuple[ForWhom, ...], language: Language) -> str:
    """For whom a place or cell is."""
    return ", ".join(say(f"places.for_{group.value}", language) for group in groups)


def say_accessible(found: tuple[Accessibility, ...] | None, language: Language) -> str:
    """What a place offers to persons with disabilities."""
    if found is None:
        return ""
    words = [say(f"places.has_{word.value}", language) for word in found]
    return ", ".join(words) or say("places.none_of_it", language)


def say_area(tenths: int | None, language: Language) -> str:
    """An area in square metres."""
    if tenths is None:
        return ""
    return say("places.square_metres", language, area=say_number(square_metres(tenths), language))


def say_number(number: Decimal | int | None, language: Language) -> str:
    """A number without needless zeros, with the language's own decimal mark."""
    if number is None:
        return ""
    written = f"{Decimal(number).normalize():f}"
    return written if language is Language.EN else written.replace(".", ",")


def say_status(place: Place, language: Language) -> str:
    """Official or not, and closed or not."""
    words = [say("places.official" if place.official else "places.unofficial", language)]
    return ", ".join([*words, say("places.closed", language)] if place.closed else words)


_FIELDS: Mapping[str, Callable[[Place, Language], str]] = {
    "name_kk": lambda place, _: place.name[Language.KK],
    "name_ru": lambda place, _: place.name[Language.RU],
    "name_en": lambda place, _: place.name[Language.EN],
    "kind": lambda place, language: say_kind(place.kind, language),
    "status": lambda place, language: say(
        "places.official" if place.official else "places.unofficial", language
    ),
    "region": lambda place, language: say_region(place.region, language),
    "settlement": lambda place, _: place.settlement,
    "body": lambda place, language: say_body(place.body, language),
    "unit": lambda place, language: say_body(place.unit, language),
    "capacity": lambda place, language: say_number(place.capacity, language),
    "area": lambda place, language: say_area(place.area_tenths, language),
    "for_whom": lambda place, language: say_groups(place.for_whom, language),
    "accessible": lambda place, language: say_accessible(place.accessible, language),
    "zone": lambda place, _: place.zone.name,
}
FIELDS = tuple(_FIELDS)
"""What is said of a place, in the order of its page."""


def say_field(field: str, place: Place, language: Language) -> str:
    """One thing that is said of a place; "" where nobody said it."""
    return _FIELDS[field](place, language)
