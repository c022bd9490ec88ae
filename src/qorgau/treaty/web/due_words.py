"""What is due, in words: the day, the days left, whether it was done and how late."""

from __future__ import annotations

from datetime import date
from typing import Any

from qorgau.lawbook import Language
from qorgau.treaty.facts.lateness import said_late
from qorgau.treaty.facts.naming import address_of
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.facts.words import DueWhat
from qorgau.treaty.queries.law_notes import noted
from qorgau.treaty.web.words import body_word, days_colour, days_left, due_title
from qorgau.wording import in_language, say, say_day

_MOST_NAMED = 6


def _left(line: DueLine, language: Language) -> tuple[str, str]:
    """How many days are left or how late it was, and the colour of that."""
    if line.kept_on is not None:
        if line.days_late is None:
            return say("treaty.day_unknown", language), "grey"
        return in_language(said_late(line.days_late), language), "green" if line.days_late <= 0 else "amber"
    if line.what is DueWhat.SIMPLIFIED_PROCEDURE and line.days_left < 0:
        # A State may decline it by saying nothing: nobody is late.
        return say("treaty.nothing_known", language), "grey"
    return days_left(line.days_left, language), days_colour(line.days_left)


def _done(line: DueLine, language: Language) -> str:
    """On which day it was done; of a day that is only known to lie before another, that it does."""
    if line.kept_on is None:
        return ""
    return ". ".join(filter(None, (_done_on(line, line.kept_on, language), line.met_note)))


def _done_on(line: DueLine, day: date, language: Language) -> str:
    key = "treaty.done_on" if line.days_late is not None else "treaty.done_by_latest"
    return say(key, language, day=say_day(day, language))


def due_said(line: DueLine, language: Language) -> dict[str, Any]:
    """One thing due."""
    ids = [each for each in line.recommendation.split("\n") if each]
    left, colour = _left(line, language)
    return {
        "id": line.id,
        "what": line.what.value,
        "word": due_title(line.what, language),
        "title": in_language(line.title, language),
        "day": line.due,
        "day_said": say_day(line.due, language),
        "left": left,
        "colour": colour,
        "done": _done(line, language),
        "body": body_word(line.body, language),
        "zone": line.zone,
        "words": noted(line.words, language),
        "document": line.document,
        "recommendations": [(each, *address_of(each)) for each in ids[:_MOST_NAMED]],
        "further": max(0, len(ids) - _MOST_NAMED),
    }
