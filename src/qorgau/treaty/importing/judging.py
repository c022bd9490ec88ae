"""What a file may say at all: a list is typed by people we do not know, and what comes in by it stands like any word."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from qorgau.lawbook import Language
from qorgau.treaty.actions.acting import FIRST_DAY, LAST_DAY
from qorgau.treaty.actions.planning import is_budget
from qorgau.treaty.facts.words import ActionState
from qorgau.treaty.importing.wanted import Activity, Wanted
from qorgau.treaty.importing.words import Unfit, codes_named
from qorgau.treaty.seats import book, country, seat_of, today

# Nothing that an address, the sign between stem and leaf, or an eye could take for something else (decision 0147).
_STEM = re.compile(r"(?=.{1,64}\Z)[A-Za-z0-9][A-Za-z0-9._-]*(?:[ /][A-Za-z0-9._-]+)*")
_LEAF = re.compile(r"(?!.*(?:\.\.|//))[A-Za-z0-9][A-Za-z0-9_.()/-]{0,39}")
_CODE = re.compile(r"[a-z][a-z_]{0,30}")
_LONGEST_DEMAND, _MOST_DEMANDS = 20_000, 200
_LANGUAGES = frozenset(language.value for language in Language)


def require_types(value: Any) -> None:
    """Refuse a number where words belong, and the like: JSON says anything anywhere."""
    for name, kind in _kinds(value.__class__).items():
        if not _is(kind, getattr(value, name)):
            raise Unfit(name, "no_such_sort", typed=str(getattr(value, name))[:40])


def require_fit(each: Wanted, *, now: int) -> None:
    """Refuse a name that deceives, a code that nobody knows, and a day on which it cannot have been."""
    require_types(each)
    for column, typed, shape in (
        ("id", each.stem, _STEM),
        ("id", each.leaf, _LEAF),
        ("kind", each.kind, _CODE),
    ):
        if not shape.fullmatch(typed):
            raise Unfit(column, "no_name", typed=typed[:40])
    if each.committee and each.committee not in book().committees:
        known = ", ".join(sorted(book().committees))
        raise Unfit("committee", "no_word", typed=each.committee[:40], known=known)
    if each.classes.strength:
        codes_named("strengths", (each.classes.strength,), column="strength")
    _require_languages(each.texts, column="texts")
    _require_demands(each)
    _require_days(each, today=today(seat_of(each.sender), now))
    for one in each.activities:
        _require_action(one, today=today(country(), now))


def _require_languages(told: Iterable[str], *, column: str) -> None:
    for code in told:
        if code not in _LANGUAGES:
            raise Unfit(column, "no_word", typed=code[:40], known=", ".join(sorted(_LANGUAGES)))


def _require_demands(each: Wanted) -> None:
    for name, said in each.demands:
        if not _LEAF.fullmatch(name) or len(said) > _LONGEST_DEMAND or len(each.demands) > _MOST_DEMANDS:
            raise Unfit("demands", "no_name", typed=name[:40])


def _require_days(each: Wanted, *, today: date) -> None:
    to_come = [("due", each.due), ("report_due", each.report_due)]
    to_come += [("since", one.since) for one in each.answering]
    to_come += [("activity_due", one.due) for one in each.activities]
    past = [("sent_on", reply.sent_on) for reply in each.replies]
    past += [("on", grade.on) for grade in each.assessments]
    for last, days in ((LAST_DAY, to_come), (today, past)):
        for column, day in days:
            _require_day(day, column=column, last=last)


def _require_day(day: date | None, *, column: str, last: date) -> None:
    if day is not None and not FIRST_DAY <= day <= last:
        raise Unfit(column, "day_cannot_be", day=day.isoformat())


def _require_action(one: Activity, *, today: date) -> None:
    _require_languages(one.what, column="activity")
    if not any(said.strip() for said in one.what.values()):
        raise Unfit("activity", "needed")
    if not is_budget(one.budget, one.currency):
        raise Unfit("budget", "no_number", typed=f"{one.budget} {one.currency}"[:40])
    before = FIRST_DAY
    for step in one.steps:
        _require_day(step.on, column="activity_on", last=today)
        _require_day(step.due, column="activity_due", last=LAST_DAY)
        if step.on < before:
            raise Unfit("activity_on", "day_cannot_be", day=step.on.isoformat())
        if step.state is ActionState.STOPPED and not step.reason.strip():
            raise Unfit("activity_reason", "needed")
        before = step.on


@cache
def _kinds(kind: Hashable) -> Mapping[str, Any]:
    shape = typing.cast(Any, kind)
    hints = typing.get_type_hints(shape)
    return {field.name: hints[field.name] for field in fields(shape)}


def _is(kind: Any, value: Any) -> bool:
    """Whether a value is of a type as the shapes of `wanted` write them; a truth is no number."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return any(_is(each, value) for each in inner)
    if origin is tuple:
        held = _pairs(inner, value) if isinstance(value, tuple) else None
        return held is not None and all(_is(each, one) for each, one in held)
    if origin is not None:
        return isinstance(value, Mapping) and all(
            isinstance(one, str) for pair in value.items() for one in pair
        )
    if kind is int and isinstance(value, bool):
        return False
    if is_dataclass(kind):
        return isinstance(value, typing.cast(type, kind)) and all(
            _is(each, getattr(value, name)) for name, each in _kinds(typing.cast(Hashable, kind)).items()
        )
    return isinstance(value, kind)


def _pairs(inner: tuple[Any, ...], value: tuple[Any, ...]) -> Iterator[tuple[Any, Any]] | None:
    if inner[-1] is Ellipsis:
        return ((inner[0], each) for each in value)
    return zip(inner, value, strict=True) if len(inner) == len(value) else None
