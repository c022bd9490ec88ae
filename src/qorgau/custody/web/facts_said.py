"""What an entry says, field by field, in words: no id, no key and no date as machines write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django.utils.text import capfirst

from qorgau.custody.facts.law import law
from qorgau.custody.facts.record import ShownEntry
from qorgau.custody.kind_forms import Asks, FactAsked, fact_known, kind_forms
from qorgau.lawbook import Basis, Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording import in_language, say, say_day

_NOT_TOLD = frozenset({"zone", "region"})  # for the arithmetic, not for the reader
_DAYS = frozenset({"born_on"})


def facts_in_words(entry: ShownEntry, language: Language) -> tuple[tuple[str, str], ...]:
    """Title and value of each fact and personal field."""
    facts = [
        (_fact_title(name, language), _fact_word(name, str(value), language))
        for name, value in entry.facts.items()
        if name not in _NOT_TOLD
    ]
    personal = [
        (_personal_title(name, language), _day(str(value), language) if name in _DAYS else str(value))
        for name, value in entry.personal.items()
    ]
    return tuple((capfirst(title), value) for title, value in [*facts, *personal] if value)


def _fact_title(name: str, language: Language) -> str:
    known = fact_known(name)
    return in_language(known.title, language) if known else name.replace("_", " ")


def _personal_title(name: str, language: Language) -> str:
    known = _personal_titles().get(name)
    return in_language(known, language) if known else name.replace("_", " ")


@lru_cache(maxsize=1)
def _personal_titles() -> Mapping[str, Text]:
    """Of every form: an entry may hold a field that the form of its own kind no longer asks."""
    return {each.name: each.title for form in kind_forms().values() for each in form.personal}


def _fact_word(name: str, value: str, language: Language) -> str:
    if name == "safeguard" and value in law().book.safeguards:
        return in_language(law().book.safeguards[value].title, language)
    if name == "basis" and value in set(Basis):
        return say(value, language)
    return _asked_word(fact_known(name), value, language)


def _asked_word(asked: FactAsked | None, value: str, language: Language) -> str:
    if asked and value in asked.words:
        return in_language(asked.words[value], language)
    if value in ("yes", "no"):
        return say(f"custody.{value}", language)
    if asked and asked.sort in (Asks.DATE, Asks.INSTANT):
        return _day(value, language)
    return value


def _day(value: str, language: Language) -> str:
    """`2011-08-03` or `2011-08-03 14:00` as people write it; anything else as it was typed."""
    try:
        if len(value) <= len("2011-08-03"):
            return say_day(date.fromisoformat(value), language)
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{say_day(moment.date(), language)}, {moment:%H:%M}"
