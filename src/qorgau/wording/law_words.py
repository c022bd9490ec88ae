"""What the law files hold, in words: limits, conditions, states and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import click

from qorgau.lawbook import DatedLimit, Duration, Language
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.conditions import EVERYONE, All, Any, Compare, Condition, Named, Not, Op, Scope
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.wording.phrases import in_language, plural_form, say

language_option = click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default="en",
    show_default=True,
    help="Language of the answer.",
)


def say_limit(dated: DatedLimit, language: Language) -> str:
    """A dated limit in words."""
    if dated.limit is None:
        return say("always", language)
    if isinstance(dated.limit, Duration):
        return say_duration(dated.limit, language)
    return say(dated.limit.value, language)


def say_duration(duration: Duration, language: Language) -> str:
    """A figure with its unit, in the plural form of the language."""
    form = plural_form(duration.amount, language)
    return f"{duration.amount} {say(f'{duration.unit.value}_{form}', language)}"


def explained(section: str, word: str, language: Language, *, part: str = "title") -> str:
    """A word of verdicts (states, reasons, notes ...) as the vocabulary titles it, or what it `says`."""
    return read_text(_vocabulary("states")[section].mapping()[word].mapping()[part])[language]


def say_condition(condition: Condition, language: Language) -> str:
    """Whom a line is for, in words."""
    if condition == EVERYONE:
        return say("everyone", language)
    if isinstance(condition, Named):
        return say(condition.name, language)
    if isinstance(condition, Compare):
        return _say_comparison(condition, language)
    if isinstance(condition, Not):
        return say("not", language).format(say_condition(condition.inner, language))
    parts = [part for part in condition.parts if not (isinstance(part, Compare) and part.op is Op.KNOWN)]
    joint = {All: " + ", Any: " / "}[type(condition)]
    return joint.join(say_condition(part, language) for part in parts)


def _say_comparison(asked: Compare, language: Language) -> str:
    """`gender: male`; a plain yes is said by the title alone."""
    section = "facts" if asked.scope is Scope.FACT else "attributes"
    known = _vocabulary("attributes")[section].mapping().get(asked.name)
    if known is None:
        return f"{asked.name} {asked.op.value} {', '.join(asked.values)}"
    title = read_text(known.mapping()["title"])[language]
    values = known.mapping()["values"]
    said = ", ".join(_say_value(values, value, language) for value in asked.values)
    if asked.op is Op.IS:
        return title if asked.values == ("yes",) else f"{title}: {said}"
    signs = {Op.IS_NOT: "≠", Op.BELOW: "<", Op.AT_LEAST: "≥", Op.IN: ":", Op.KNOWN: "="}
    return f"{title} {signs[asked.op]} {said}"


def _say_value(values: Node, value: str, language: Language) -> str:
    if isinstance(values.value, str):
        return say(value, language) if value in {"yes", "no"} else value
    return in_language(read_text(values.mapping()[value]), language)


@lru_cache(maxsize=4)
def _vocabulary(name: str) -> Mapping[str, Node]:
    path = law_folder() / "international" / "vocabulary" / f"{name}.yaml"
    return read_yaml(path).mapping()
