"""Times as they stand in narrow columns: day and minute at the place, whose zone the paper names once."""

from __future__ import annotations

from babel.dates import format_datetime

from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.wording import say_clock

_PATTERN = {Language.EN: "d MMM y HH:mm", Language.RU: "dd.MM.y HH:mm", Language.KK: "dd.MM.y HH:mm"}


def brief(instant: int, zone: Zone, language: Language) -> str:
    """Day and minute, such as `22 Nov 2026 03:10`."""
    return format_datetime(zone.local(instant), _PATTERN[language], locale=language.value)


def brief_span(earliest: int, latest: int, zone: Zone, language: Language) -> str:
    """One time, or the two between which it lies; the day is not said twice."""
    first = brief(earliest, zone, language)
    if earliest == latest:
        return first
    same_day = zone.civil_day(earliest) == zone.civil_day(latest)
    last = say_clock(latest, zone, language) if same_day else brief(latest, zone, language)
    return f"{first}–{last}" if same_day else f"{first} – {last}"
