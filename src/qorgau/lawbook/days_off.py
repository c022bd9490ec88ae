"""Public holidays of a country, for limits that count working days."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.clock import Zone, zone_named
from qorgau.lawbook.safeguard import Duration, Safeguard
from qorgau.lawbook.words import Unit

_YEARS = range(1991, 2060)


def zone_for(name: str, *, country: str, safeguards: Iterable[Safeguard]) -> Zone:
    """The zone of a place, with the country's working days where some limit counts them."""
    if not any(_counts_working_days(rule) for rule in safeguards):
        return zone_named(name)
    return zone_named(name, days_off(country))


def days_off(country: str) -> frozenset[int]:
    """Ordinals of the public holidays; none for a rules file that names no country."""
    if not country:
        return frozenset()
    import holidays  # slow to import, and few logs need it

    return frozenset(day.toordinal() for day in holidays.country_holidays(country, years=_YEARS))


def _counts_working_days(rule: Safeguard) -> bool:
    return any(
        isinstance(dated.limit, Duration) and dated.limit.unit is Unit.WORKING_DAYS
        for line in rule.limits
        for dated in line.dated
    )
