"""Calendar files (RFC 5545): words that cannot begin another event, lines folded at 75 bytes and ended by CR LF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

_LINE_BYTES = 75
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def calendar_of(product: str, events: Iterable[Iterable[str]]) -> bytes:
    """A whole file of these events, each given as its rows between BEGIN and END."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Qorgau//{product}//EN", "METHOD:PUBLISH"]
    for event in events:
        rows += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "".join(f"{part}\r\n" for row in [*rows, "END:VCALENDAR"] for part in _folded(row)).encode()


def calendar_text(text: str) -> str:
    """Words as they may stand in a row."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    # Any of these ends a line for some reader of calendars, and a new line could begin another event.
    return "\\n".join(_LINE_ENDS.sub("\n", plain).split("\n"))


def calendar_instant(at: int) -> str:
    """An instant in seconds since 1970, in UTC."""
    return f"{datetime.fromtimestamp(at, tz=UTC):%Y%m%dT%H%M%SZ}"


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
