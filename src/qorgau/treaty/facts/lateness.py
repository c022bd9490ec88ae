"""By how many civil days something came early or late; the last day is in time."""

from __future__ import annotations

from datetime import date

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording import say, say_plural


def days_late(done: date, due: date) -> int:
    """Days after the day it was due; 0 on the day itself, below 0 before it."""
    return (done - due).days


def said_late(days: int | None) -> Text:
    """How late something is, in words; that nothing is known, where there is no day to hold it against."""
    return {language: _said(days, language) for language in Language}


def _said(days: int | None, language: Language) -> str:
    if days is None:
        return say("treaty.late_unknown", language)
    if days == 0:
        return say("treaty.late_on_the_day", language)
    key = "treaty.late_by" if days > 0 else "treaty.early_by"
    return say_plural(key, abs(days), language)


def left(due: date, today: date) -> int:
    """Days left until it is due; below 0 once the day is over."""
    return (due - today).days
