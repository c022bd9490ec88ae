"""States by name, from their three letters."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from qorgau.lawbook import Language


def state_name(iso3: str, language: Language) -> str:
    """A State by its three letters (ISO 3166); the letters where no name is known, or where several States followed it."""
    known = get_global("territory_aliases").get(iso3, ())
    two = known[0] if len(known) == 1 else iso3
    return str(Locale(language.value).territories.get(two, iso3))
