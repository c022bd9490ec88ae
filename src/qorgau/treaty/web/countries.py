"""States by name, in the language of the page."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from qorgau.lawbook import Language


def state_word(iso3: str, language: Language) -> str:
    """The State of three letters (ISO 3166) by name; the letters where no name is known."""
    two = _two_letters().get(iso3, "")
    return str(Locale(language.value).territories.get(two, iso3))


@cache
def _two_letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for old, new in get_global("territory_aliases").items():
        if len(old) == 3 and old.isalpha() and len(new) == 1:
            found.setdefault(old, new[0])
    return found
