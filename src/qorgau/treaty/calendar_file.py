"""What is due as a calendar file: whole days, at no hour, for any calendar (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings

from qorgau.lawbook import Language
from qorgau.treaty.facts.leaf_words import id_label
from qorgau.treaty.facts.told import DueLine
from qorgau.wording.icalendar import calendar_instant, calendar_of, calendar_text

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def icalendar(lines: Sequence[DueLine], *, made_at: int, language: Language) -> bytes:
    """The file; its lines end in CR LF and are folded at 75 bytes. What was done is shown as done."""
    events = (_event(each, made_at=made_at, language=language) for each in lines)
    return calendar_of("Recommendations", events)


def _event(line: DueLine, *, made_at: int, language: Language) -> list[str]:
    done = "✓ " if line.kept_on is not None else ""
    return [
        f"UID:{_NOT_IN_A_NAME.sub('-', line.id)}@{settings.QORGAU_INSTANCE}",
        f"DTSTAMP:{calendar_instant(made_at)}",
        # A deadline is a whole civil day: calendars show it on that day wherever the reader is.
        f"DTSTART;VALUE=DATE:{_day(line.due)}",
        *_end(line.due),
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{calendar_text(done + line.title[language])}",
        *([f"DESCRIPTION:{calendar_text(about)}"] if (about := _about(line, language)) else []),
    ]


def _end(due: date) -> list[str]:
    """The day after; without it the event lasts its day, and after the last day of all there is none."""
    return [] if due == date.max else [f"DTEND;VALUE=DATE:{_day(due + timedelta(days=1))}"]


def _day(on: date) -> str:
    return on.isoformat().replace("-", "")


def _about(line: DueLine, language: Language) -> str:
    """The words that made it due, and the recommendations it is about by document and number."""
    named = [id_label(each, language) for each in line.recommendation.split("\n") if each]
    return "\n".join(filter(None, (line.words, ", ".join(named))))
