"""Instants and days as people write them in the three languages, always at a named place's zone."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from qorgau.clock import Zone
from qorgau.lawbook import Language


def say_instant(instant: int, zone: Zone, language: Language, *, seconds: bool = False) -> str:
    """Day and time at the place, such as `3 May 2026, 14:00`."""
    local = zone.local(instant)
    # The time of day is written alike in the three languages; a page writes some hundred of them.
    return f"{say_day(local.date(), language)}, {local:{'%H:%M:%S' if seconds else '%H:%M'}}"


def say_clock(instant: int, zone: Zone, language: Language) -> str:
    """The time of day at the place, such as `14:00`."""
    return f"{zone.local(instant):%H:%M}"


@lru_cache(maxsize=4096)
def say_day(day: date, language: Language) -> str:
    """A civil day, such as `3 May 2026`."""
    return format_date(day, _LONG[language], locale=language.value)


_LONG = {
    Language.EN: "d MMMM y",
    Language.RU: "d MMMM y 'г'.",
    Language.KK: "y 'ж'. d MMMM",
}
