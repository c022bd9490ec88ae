"""Words in templates: `{% say "custody.title" name=x %}`, `{{ t|instant:zone }}`, `{{ seconds|span }}`."""

from datetime import date
from typing import Any

from django import template
from django.utils.translation import get_language

from qorgau import wording
from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text

register = template.Library()
_LANGUAGES = {language.value: language for language in Language}


def active_language() -> Language:
    """The language of the page being made."""
    return _LANGUAGES.get((get_language() or "kk")[:2], Language.KK)


@register.simple_tag
def say(key: str, **values: Any) -> str:
    """A phrase in the page's language."""
    return wording.say(key, active_language(), **values)


@register.simple_tag
def say_plural(key: str, count: int, **values: Any) -> str:
    """A phrase with a number, in the plural form of the page's language."""
    return wording.say_plural(key, count, active_language(), **values)


@register.filter
def said(key: str) -> str:
    """A phrase as a filter, for keys that are put together in the template."""
    return wording.say(key, active_language())


@register.filter
def titled(text: Text) -> str:
    """A text of the law in the page's language."""
    return wording.in_language(text, active_language())


@register.filter
def span(seconds: int) -> str:
    """A number of seconds in words."""
    return wording.say_span(seconds, active_language())


@register.filter
def day(civil: date) -> str:
    """A civil day in words."""
    return wording.say_day(civil, active_language())


@register.filter
def instant(moment: int | None, zone: Zone) -> str:
    """Day and time at the place; nothing for no moment."""
    return "" if moment is None else wording.say_instant(moment, zone, active_language())


@register.filter
def time_of_day(moment: int | None, zone: Zone) -> str:
    """The time of day at the place."""
    return "" if moment is None else wording.say_clock(moment, zone, active_language())
