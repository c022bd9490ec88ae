"""What was offered for a custody, checked against its kind's form; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from qorgau.clock import TimeError, Zone, read_instant
from qorgau.custody.kind_forms import Asks, FactAsked, KindForm
from qorgau.custody.refusal import CustodyRefusal
from qorgau.lawbook.predicates import age_on
from qorgau.recording.typed_text import DeceivingSign, typed_text

LONGEST_TEXT = 4000
OLDEST = 120
_NUMBER = re.compile(r"[0-9]{1,6}")


def checked_facts(form: KindForm, facts: Mapping[str, str | int], zone: Zone) -> dict[str, str | int]:
    """The facts as an entry holds them; refuses what the form does not ask, and what it must have."""
    given = {name: value for name, value in facts.items() if value not in ("", None)}
    for name in given:
        if form.asked(name) is None:
            raise CustodyRefusal("fact_not_asked", field=name, fact=name, kind=form.title)
    for asked in form.asks:
        if asked.required and asked.name not in given:
            raise CustodyRefusal("fact_required", field=asked.name, fact=asked.title)
    return {
        asked.name: checked_fact(asked, str(given[asked.name]), zone)
        for asked in form.asks
        if asked.name in given
    }


def checked_fact(asked: FactAsked, value: str, zone: Zone) -> str | int:
    """One fact in the form that entries hold it; refused if it is no answer to what is asked."""
    value = value.strip()
    if asked.sort is Asks.NUMBER:
        if not _NUMBER.fullmatch(value) or (asked.name == "age" and int(value) > OLDEST):
            raise CustodyRefusal("no_number", field=asked.name, typed=value)
        return int(value)
    if asked.sort is Asks.DATE:
        read_day(value, field=asked.name)
    elif asked.sort is Asks.INSTANT:
        _refuse_no_instant(value, zone, asked.name)
    elif value not in _words(asked):
        raise CustodyRefusal("no_such_word", field=asked.name, typed=value, known=", ".join(_words(asked)))
    return value


def _words(asked: FactAsked) -> tuple[str, ...]:
    return ("yes", "no") if asked.sort is Asks.YES_NO else tuple(asked.words)


def _refuse_no_instant(value: str, zone: Zone, field: str) -> None:
    try:
        read_instant(value, zone)
    except TimeError as error:
        raise CustodyRefusal("no_time", field=field, typed=value) from error


def checked_personal(form: KindForm, personal: Mapping[str, str]) -> dict[str, str]:
    """The personal fields, trimmed; refuses one the form does not have, one too long, and one that lacks."""
    known = {each.name for each in form.personal}
    for name, value in personal.items():
        if value and name not in known:
            raise CustodyRefusal("field_not_asked", field=name, name=name, kind=form.title)
    texts = {name: checked_text(value or "", field=name) for name, value in personal.items()}
    given = {name: text for name, text in texts.items() if text}
    for each in form.personal:
        if each.required and each.name not in given:
            raise CustodyRefusal("field_required", field=each.name, name=each.title)
    if "born_on" in given:
        read_day(given["born_on"], field="born_on")
    return given


def checked_text(typed: str, *, field: str, most: int = LONGEST_TEXT) -> str:
    """A text in somebody's own words as the record spells it; refused if it is too long or holds a sign that deceives."""
    if len(typed) > most:
        raise CustodyRefusal("too_long", field=field, most=most)
    try:
        return typed_text(typed)
    except DeceivingSign as found:
        raise CustodyRefusal("deceiving_sign", field=field, sign=found.sign, at=found.at) from found


def read_day(typed: str, *, field: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise CustodyRefusal("no_day", field=field, typed=typed) from error


def read_birth(typed: str, *, on: date) -> tuple[date | None, int | None]:
    """(date of birth, whole years on that day) from `2009-04-03` or a number of years; nothing for nothing."""
    typed = typed.strip()
    if not typed:
        return None, None
    if typed.isascii() and typed.isdigit() and len(typed) <= 3:
        if int(typed) > OLDEST:
            raise CustodyRefusal("no_number", field="birth", typed=typed)
        return None, int(typed)
    born = read_day(typed, field="birth")
    if born > on:
        raise CustodyRefusal("born_after_apprehension", field="birth", born=typed)
    if age_on(born, on) > OLDEST:
        raise CustodyRefusal("no_number", field="birth", typed=typed)
    return born, age_on(born, on)


def refused_times(
    earliest: int, *, now: int, skew: int, born: int | None, field: str
) -> Iterator[CustodyRefusal]:
    """Times that cannot be: in the future, or before the person was born."""
    if earliest > now + skew:
        yield CustodyRefusal("in_the_future", field=field)
    if born is not None and earliest < born:
        yield CustodyRefusal("before_birth", field=field)
