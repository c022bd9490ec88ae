"""Spans and instants as people write them."""

from __future__ import annotations

import re

from qorgau.clock.zone import Zone

_UNITS = {"day": 86400, "hour": 3600, "h": 3600, "minute": 60, "min": 60, "second": 1, "s": 1}
_PART = re.compile(r"(\d+)\s*(days?|hours?|h|minutes?|min|seconds?|s)\b")


def read_span(text: str) -> int:
    """Seconds of a span such as `5 h 10 min` or `3 days`."""
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,"):
        raise ValueError(f"`{text}` is no span. Write it like `5 h 10 min` or `3 days`.")
    return sum(int(n) * _UNITS[unit if unit == "s" else unit.removesuffix("s")] for n, unit in parts)


def span_parts(seconds: int) -> tuple[tuple[int, str], ...]:
    """The two largest parts of a span that are not nought, as (count, day | h | min | s)."""
    rest = abs(seconds)
    parts = []
    for name, size in (("day", 86400), ("h", 3600), ("min", 60), ("s", 1)):
        count, rest = divmod(rest, size)
        if count:
            parts.append((count, name))
    return tuple(parts[:2])


def show_span(seconds: int) -> str:
    """A span in at most two units: `3 days 2 h`, `5 h 10 min`, `40 min`, `15 s`."""
    sign = "-" if seconds < 0 else ""
    shown = (
        f"{count} {name}{'s' if name == 'day' and count != 1 else ''}" for count, name in span_parts(seconds)
    )
    return sign + (" ".join(shown) or "0 min")


def show_instant(instant: int, zone: Zone) -> str:
    """An instant on the wall clock of the place: `2025-02-12 03:00`, seconds only where they matter."""
    local = zone.local(instant)
    return local.strftime("%Y-%m-%d %H:%M:%S" if local.second else "%Y-%m-%d %H:%M")
