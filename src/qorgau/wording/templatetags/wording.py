"""Words in templates: `{% say "custody.title" name=x %}`, `{{ t|instant:zone }}`, `{{ seconds|span }}`."""

import re
from datetime import date
from typing import Any

from django import template
from django.template.base import Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from qorgau import wording
from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text

register = template.Library()
_PLAIN_KEY = re.compile(r"""(?P<quote>["'])(?P<key>[\w.]+)(?P=quote)""")
_LANGUAGES = {language.value: language for language in Language}


def active_language() -> Language:
    """The language of the page being made."""
    return _LANGUAGES.get((get_language() or "kk")[:2], Language.KK)


@register.simple_tag
def say(key: str, **values: Any) -> str:
    """A phrase in the page's language."""
    return wording.say(key, active_language(), **values)


class PhraseNode(template.Node):
    """`{% say "custody.title" %}`: a phrase that is the same on every page, escaped once for each language."""

    def __init__(self, key: str, target: str | None) -> None:
        """Keep the phrase's key, and the name it is given in the page if it is not shown here."""
        self.key, self.target = key, target
        self.shown: dict[Language, SafeString] = {}

    def render(self, context: template.Context) -> str:
        """The phrase in the page's language."""
        language = active_language()
        if self.target is not None:
            context[self.target] = wording.say(self.key, language)
            return ""
        if not context.autoescape:
            return wording.say(self.key, language)
        shown = self.shown.get(language)
        if shown is None:
            shown = self.shown[language] = conditional_escape(wording.say(self.key, language))
        return shown


_say_with_values = register.tags["say"]


@register.tag("say")
def read_say(parser: Parser, token: Token) -> template.Node:
    """Read `{% say ... %}`: most of them name a phrase and nothing else, and need no work at each page."""
    _, *words = token.split_contents()
    target = words[2] if len(words) == 3 and words[1] == "as" else None
    if len(words) == (3 if target else 1) and (plain := _PLAIN_KEY.fullmatch(words[0])):
        return PhraseNode(plain["key"], target)
    node: template.Node = _say_with_values(parser, token)
    return node


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
