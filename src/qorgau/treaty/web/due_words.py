"""What is due, in words: the day, the days left, whether it was done and how late."""

from __future__ import annotations

from typing import Any

from qorgau.lawbook import Language
from qorgau.treaty.facts.lateness import said_late
from qorgau.treaty.facts.naming import address_of
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.web.words import body_word, days_colour, days_left, due_title
from qorgau.wording import in_language, say, say_day

_MOST_NAMED = 6


def due_said(line: DueLine, language: Language) -> dict[str, Any]:
    """One thing due."""
    ids = [each for each in line.recommendation.split("\n") if each]
    done = line.kept_on is not None
    left = in_language(said_late(line.days_late), language) if done else days_left(line.days_left, language)
    colour = (
        "green" if done and (line.days_late or 0) <= 0 else "amber" if done else days_colour(line.days_left)
    )
    return {
        "id": line.id,
        "what": line.what.value,
        "word": due_title(line.what, language),
        "title": in_language(line.title, language),
        "day": line.due,
        "day_said": say_day(line.due, language),
        "left": left,
        "colour": colour,
        "done": say("treaty.done_on", language, day=say_day(line.kept_on, language)) if line.kept_on else "",
        "body": body_word(line.body, language),
        "zone": line.zone,
        "words": line.words,
        "document": line.document,
        "recommendations": [(each, *address_of(each)) for each in ids[:_MOST_NAMED]],
        "further": max(0, len(ids) - _MOST_NAMED),
    }
