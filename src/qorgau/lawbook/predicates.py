"""The named predicates of the law files: small, documented, three-valued.

Add one here only where a closed YAML form cannot say it. Facts and attributes are text;
dates are written YYYY-MM-DD. `None` means that the entries do not say.
"""

from __future__ import annotations

import re
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
def not_a_known_child(entry: Asked) -> bool | None:
    """Not known to be under 18 on that day: 18 or over, or of unknown age."""
    years = age(entry)
    return years is None or years >= 18


@predicate(attributes=("born_on", "age"), dated=True)
def adult(entry: Asked) -> bool | None:
    """Known to be 18 or over on that day."""
    years = age(entry)
    return False if years is None else years >= 18


@predicate(facts=("ground",), attributes=("ground",))
def criminal_or_unstated_ground(entry: Asked) -> bool | None:
    """Held on suspicion of an offence; a ground nobody wrote down is treated as that, so that silence costs no safeguard."""
    return (entry.fact("ground") or entry.attribute("ground")) in (None, "criminal")


@predicate(facts=("ground",), attributes=("ground",))
def administrative_ground(entry: Asked) -> bool | None:
    """Held for an administrative offence, as this entry or another entry of the custody says."""
    ground = entry.fact("ground") or entry.attribute("ground")
    return None if ground is None else ground == "administrative"


@predicate(facts=("actual_time", "recorded_time"))
def recorded_time_differs(entry: Asked) -> bool | None:
    """The time in the register is another minute than the actual one; both are written YYYY-MM-DD HH:MM, place's time."""
    actual, recorded = _minute(entry.fact("actual_time")), _minute(entry.fact("recorded_time"))
    return None if actual is None or recorded is None else actual != recorded


@predicate(facts=("body", "accused_body"))
def investigator_is_accused_own_body(entry: Asked) -> bool | None:
    """The body in charge is the one the accused officer serves in."""
    body, accused = entry.fact("body"), entry.fact("accused_body")
    return None if body is None or accused is None else body == accused


@predicate(facts=("body", "accused_body", "institutional_tie"))
def investigator_tied_to_accused(entry: Asked) -> bool | None:
    """The entry says that the bodies are tied, or they are one and the same; a stated `no` needs two bodies."""
    if investigator_is_accused_own_body(entry):
        return True
    stated = entry.fact("institutional_tie")
    return None if stated not in ("yes", "no") else stated == "yes"


@predicate(facts=("harm", "amount_kzt"), dated=True)
def below_statutory_amount(entry: Asked) -> bool | None:
    """The Victims' Compensation Fund paid less than the law's 30, 40 or 50 monthly calculation indices of that day."""
    # Imported when asked: the reader of the law files imports this module.
    from qorgau.lawbook.book import law_folder
    from qorgau.lawbook.parameters import parameter

    harm, paid = entry.fact("harm"), _whole(entry.fact("amount_kzt"))
    if harm is None or paid is None:
        return None
    day, folder = date.fromordinal(entry.civil_date), law_folder()
    indices = parameter("kz/fund_payment_minimum", folder=folder).value_on(day, part=harm)
    index = parameter("kz/mci", folder=folder).value_on(day)
    return None if indices is None or index is None else paid < indices * index


@predicate(dated=True)
def since_january_2023(entry: Asked) -> bool | None:
    """From a day in January 2023 that the source does not name: not known within that month."""
    return _after_month(entry, date(2023, 1, 1), date(2023, 2, 1))


@predicate(dated=True)
def since_july_2022(entry: Asked) -> bool | None:
    """From a day in July 2022 that the source does not name: not known within that month."""
    return _after_month(entry, date(2022, 7, 1), date(2022, 8, 1))


def _after_month(entry: Asked, first: date, next_month: date) -> bool | None:
    if entry.civil_date >= next_month.toordinal():
        return True
    return False if entry.civil_date < first.toordinal() else None


def _minute(text: str | None) -> str | None:
    """A local time to the minute, or None where the text is none."""
    found = re.match(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}", text or "")
    return None if found is None else found[0].replace("T", " ")


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdigit() else None
