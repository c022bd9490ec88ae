"""Interface words, numbers, spans and dates in the three languages; a missing word is an error."""

from qorgau.wording.collation import sort_key
from qorgau.wording.dates import say_clock, say_day, say_instant
from qorgau.wording.law_words import (
    explained,
    language_option,
    say_condition,
    say_duration,
    say_limit,
)
from qorgau.wording.phrases import (
    in_language,
    knows,
    register_phrases,
    say,
    say_plural,
    say_span,
    say_text,
)
from qorgau.wording.states import state_name

__all__ = [
    "explained",
    "in_language",
    "knows",
    "language_option",
    "register_phrases",
    "say",
    "say_clock",
    "say_condition",
    "say_day",
    "say_duration",
    "say_instant",
    "say_limit",
    "say_plural",
    "say_span",
    "say_text",
    "sort_key",
    "state_name",
]
