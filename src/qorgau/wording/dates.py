"""Instants and days as people write them in the three languages, always at a named place's zone."""

from datetime import date

from babel.dates import format_date, format_datetime

from qorgau.clock import Zone
from qorgau.lawbook import Language


def say_instant(instant: int, zone: Zone, language: Language, *, seconds: bool = False) -> str:
    """Day and time at the place, such as `3 May 2026, 14:00`."""
    local = zone.local(instant)
    pattern = "HH:mm:ss" if seconds else "HH:mm"
    return f"{say_day(local.date(), language)}, {format_datetime(local, pattern, locale=language.value)}"


def say_clock(instant: int, zone: Zone, language: Language) -> str:
    """The time of day at the place, such as `14:00`."""
    return format_datetime(zone.local(instant), "HH:mm", locale=language.value)


def say_day(day: date, language: Language) -> str:
    """A civil day, such as `3 May 2026`."""
    return format_date(day, _LONG[language], locale=language.value)


_LONG = {
    Language.EN: "d MMMM y",
    Language.RU: "d MMMM y 'г'.",
    Language.KK: "y 'ж'. d MMMM",
}
