"""What can be chosen in forms, in the reader's language and order."""

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places import queries
from qorgau.places.country import institutions, place_types, regions
from qorgau.places.place import Accessibility, ForWhom
from qorgau.wording import in_language, say, sort_key

Choices = list[tuple[str, str]]


def kinds(language: Language, *, official: bool | None = None) -> Choices:
    """Kinds of place; the official ones first."""
    known = [each for each in place_types().values() if official is None or each.official is official]
    ordered = sorted(known, key=lambda each: (not each.official, in_language(each.title, language)))
    return [(each.id, _capital(in_language(each.title, language))) for each in ordered]


def region_choices(language: Language) -> Choices:
    """The regions by name."""
    return _by_title({name: region.title for name, region in regions().items()}, language)


def running_bodies(language: Language) -> Choices:
    """The institutions that may run a place: all that exist."""
    return _by_title({name: body.title for name, body in institutions().items()}, language)


def unit_choices(language: Language, *, institution: str = "", without: str = "") -> Choices:
    """Listed units by name."""
    found = queries.units(institution=institution)
    return _by_title({unit.id: unit.name for unit in found if unit.id != without}, language)


def groups(language: Language) -> Choices:
    """Whom a place may be for."""
    return [(word.value, say(f"places.for_{word.value}", language)) for word in ForWhom]


def accessibilities(language: Language) -> Choices:
    """What a place may offer to persons with disabilities."""
    return [(word.value, say(f"places.has_{word.value}", language)) for word in Accessibility]


def _by_title(titles: dict[str, Text], language: Language) -> Choices:
    said = [(name, _capital(in_language(title, language))) for name, title in titles.items()]
    return sorted(said, key=lambda pair: sort_key(pair[1], language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
