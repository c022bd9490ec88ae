"""Interface words in the three languages; a missing word is an error, never an English surprise."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel import Locale

from qorgau.lawbook import DatedLimit, Duration, Language
from qorgau.lawbook.conditions import EVERYONE, All, Any, Compare, Condition, Named, Not
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Text]:
    path = Path(__file__).with_name("phrases.yaml")
    return {key: read_text(node) for key, node in read_yaml(path).mapping().items()}


def say(word: str, language: Language) -> str:
    """The word in that language; raises KeyError for a word nobody translated."""
    return _phrases()[word][language]


def in_language(text: Text, language: Language) -> str:
    """A text of a law file in that language, or in English where a rules file has no other."""
    return text.get(language) or text[Language.EN]


def say_limit(dated: DatedLimit, language: Language) -> str:
    """A dated limit in words."""
    if dated.limit is None:
        return say("always", language)
    if isinstance(dated.limit, Duration):
        return say_duration(dated.limit, language)
    return say(dated.limit.value, language)


def say_duration(duration: Duration, language: Language) -> str:
    """A figure with its unit, in the plural form of the language."""
    form = Locale(language.value).plural_form(duration.amount)
    return f"{duration.amount} {say(f'{duration.unit.value}_{form}', language)}"


def say_condition(condition: Condition, language: Language) -> str:
    """Whom a line is for; predicates without a translation are named as they stand."""
    if condition == EVERYONE:
        return say("everyone", language)
    if isinstance(condition, Named):
        return (
            say(condition.name, language)
            if condition.name in _phrases()
            else condition.name.replace("_", " ")
        )
    if isinstance(condition, Compare):
        return f"{condition.name} {condition.op.value} {', '.join(condition.values)}"
    if isinstance(condition, Not):
        return f"not ({say_condition(condition.inner, language)})"
    joined = {All: " + ", Any: " / "}[type(condition)]
    return joined.join(say_condition(part, language) for part in condition.parts)
