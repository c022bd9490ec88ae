"""Bodies, codes, days, and yes or no, as people write them in their lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from qorgau.lawbook import Language
from qorgau.places.country import bodies
from qorgau.treaty.vocabulary import titles
from qorgau.wording import say

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$")
_CIVIL_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})$")
_PARTS = re.compile(r"[\n;]+")
_YES, _NO = frozenset({"yes", "да", "иә", "true", "1"}), frozenset({"no", "нет", "жоқ", "false", "0", ""})
Word = TypeVar("Word", bound=StrEnum)


class Unfit(ValueError):  # noqa: N818 - read aloud: "unfit"
    """A cell cannot mean anything here; `said` gives the sentence."""

    def __init__(self, column: str, key: str, **values: str | int) -> None:
        """Keep the column and the phrase."""
        self.column, self.key, self.values = column, f"treaty.import_{key}", values
        super().__init__(f"{column}: {self.said(Language.EN)}")

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(self.key, language, **self.values)


def several(cell: str) -> tuple[str, ...]:
    """Several values of one cell: on lines of their own, or with semicolons between them."""
    return tuple(dict.fromkeys(each.strip() for each in _PARTS.split(cell) if each.strip()))


def body_named(typed: str, *, column: str) -> str:
    """A body by its id or its whole name in any language."""
    known = _bodies_by_name()
    if typed in bodies().bodies:
        return typed
    if (found := known.get(_plain(typed))) is None:
        raise Unfit(column, "no_body", typed=typed[:120])
    return found


def codes_named(kind: str, typed: Iterable[str], *, column: str) -> tuple[str, ...]:
    """Codes of the vocabulary, by code or by title in any language. kind: as in `titles`."""
    by_name = _codes_by_name(kind)
    found = []
    for each in typed:
        code = by_name.get(_plain(each))
        if code is None:
            raise Unfit(column, "no_code", typed=each[:120])
        found.append(code)
    return tuple(dict.fromkeys(found))


def day_in(typed: str, *, column: str) -> date | None:
    """A day: 2027-05-12, or 12.05.2027; None for none."""
    if not typed:
        return None
    try:
        if (found := _DAY.match(typed)) is not None:
            return date(*map(int, found.groups()))
        if (found := _CIVIL_DAY.match(typed)) is not None:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise Unfit(column, "no_day", typed=typed[:40])


def yes_in(typed: str, *, column: str) -> bool:
    """Yes or no, in three languages."""
    said = typed.casefold()
    if said not in _YES | _NO:
        raise Unfit(column, "no_yes", typed=typed[:40])
    return said in _YES


def word_in(typed: str, kind: type[Word], *, column: str) -> Word:
    """A word of a closed set."""
    try:
        return kind(typed)
    except ValueError:
        raise Unfit(column, "no_word", typed=typed[:40], known=", ".join(kind)) from None


def number_in(typed: str, *, column: str) -> int | None:
    """A whole number with or without gaps between thousands; None for none."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", typed)
    if not plain:
        return None
    if not re.fullmatch(r"\d{1,15}(\.0+)?", plain):
        raise Unfit(column, "no_number", typed=typed[:40])
    return int(plain.partition(".")[0])


@cache
def _bodies_by_name() -> Mapping[str, str]:
    return {_plain(name): body.id for body in bodies().bodies.values() for name in body.title.values()}


@cache
def _codes_by_name(kind: str) -> Mapping[str, str]:
    named = {_plain(name): code for code, title in titles(kind).items() for name in title.values()}
    return {**named, **{_plain(code): code for code in titles(kind)}}


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
