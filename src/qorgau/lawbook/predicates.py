"""The named predicates of the law files: small, documented, three-valued.

Add one here only where a closed YAML form cannot say it. Facts and attributes are text;
dates are written YYYY-MM-DD. `None` means that the entries do not say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qorgau.lawbook.conditions import EVERYONE, Asked, Condition, Named

PREDICATES: dict[str, Condition] = {"everyone": EVERYONE}


def predicate(
    *, facts: tuple[str, ...] = (), attributes: tuple[str, ...] = (), dated: bool = False
) -> Callable[[Callable[[Asked], bool | None]], Callable[[Asked], bool | None]]:
    """Register a predicate under its function's name, with what it may look at."""

    def register(function: Callable[[Asked], bool | None]) -> Callable[[Asked], bool | None]:
        name = function.__name__
        PREDICATES[name] = Named(name, facts, attributes, dated, function)
        return function

    return register


def age_on(born: date, day: date) -> int:
    """Completed years of age on a civil day; born on 29 February, one is older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age(entry: Asked) -> int | None:
    """The person's age on the day of the entry: from the birth date if known, else as stated."""
    born = entry.attribute("born_on")
    if born is not None:
        return age_on(date.fromisoformat(born), date.fromordinal(entry.civil_date))
    stated = entry.attribute("age")
    try:
        return None if stated is None else int(float(stated))
    except ValueError:
        return None


@predicate(attributes=("born_on", "age"), dated=True)
def child(entry: Asked) -> bool | None:
    """Under 18 on that day; an unknown age is treated by the child's rules until known."""
    years = age(entry)
    return True if years is None else years < 18


@predicate(attributes=("born_on", "age"), dated=True)
def known_child(entry: Asked) -> bool | None:
    """Under 18 on that day, by a stated age or birth date; unknown stays unknown."""
    years = age(entry)
    return None if years is None else years < 18


@predicate(attributes=("born_on", "age"), dated=True)
def adult(entry: Asked) -> bool | None:
    """Known to be 18 or over on that day."""
    years = age(entry)
    return False if years is None else years >= 18
