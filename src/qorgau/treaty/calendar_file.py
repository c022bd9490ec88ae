"""What is due as a calendar file: whole days, at no hour, for any calendar (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from django.conf import settings

from qorgau.lawbook import Language
from qorgau.treaty.facts.told import DueLine

_LINE_BYTES = 75
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def icalendar(lines: Sequence[DueLine], *, made_at: int, language: Language) -> bytes:
    """The file; its lines end in CR LF and are folded at 75 bytes. What was done is shown as done."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qorgau//Recommendations//EN", "METHOD:PUBLISH"]
    for each in lines:
        rows += _event(each, made_at=made_at, language=language)
    return "".join(f"{part}\r\n" for row in [*rows, "END:VCALENDAR"] for part in _folded(row)).encode()


def _event(line: DueLine, *, made_at: int, language: Language) -> list[str]:
    done = "✓ " if line.kept_on is not None else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{_NOT_IN_A_NAME.sub('-', line.id)}@{settings.QORGAU_INSTANCE}",
        f"DTSTAMP:{datetime.fromtimestamp(made_at, UTC):%Y%m%dT%H%M%SZ}",
        # A deadline is a whole civil day: calendars show it on that day wherever the reader is.
        f"DTSTART;VALUE=DATE:{line.due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{line.due + timedelta(days=1):%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(done + line.title[language])}",
        *([f"DESCRIPTION:{_escaped(line.words)}"] if line.words else []),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    # Any of these ends a line for some reader of calendars, and a new line could begin another event.
    return "\\n".join(_LINE_ENDS.sub("\n", plain).split("\n"))


def _folded(row: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes, never within a letter; all but the first begin with a space."""
    part, size = "", 0
    for letter in row:
        width = len(letter.encode())
        if size + width > _LINE_BYTES:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
