"""Where the marks of a clock's bar stand, in thousandths of its length; pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST = 60  # a bar is never shorter than a minute, or a mark would stand nowhere
_AHEAD = 1.04  # room behind the last mark, so that it does not touch the edge


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch or a point of the bar, written as SVG wants it."""

    start: str
    length: str = "0%"


@dataclass(frozen=True, slots=True)
class ClockDrawing:
    """A clock as a bar: the time allowed, the time used, what ran over, and the marks."""

    allowed: Mark | None  # from the start to due
    used: Mark  # from the start to done, or to now
    over: Mark | None  # from due to done, or to now
    due: Mark | None
    done: Mark | None
    now: Mark | None  # only while nobody has answered the clock


def draw_clock(*, triggered_at: int, due_at: int | None, met_at: int | None, now: int) -> ClockDrawing:
    """Lay the clock out from its start to its last mark."""
    reached = max(met_at if met_at is not None else now, triggered_at)
    last = max(reached, due_at or reached)
    length = max((last - triggered_at) * _AHEAD, _LEAST)

    def place(instant: int) -> float:
        return (instant - triggered_at) / length

    def stretch(start: int, end: int) -> Mark | None:
        return Mark(_percent(place(start)), _percent(place(end) - place(start))) if end > start else None

    in_time = min(reached, due_at) if due_at is not None else reached
    return ClockDrawing(
        allowed=stretch(triggered_at, due_at) if due_at is not None else None,
        used=stretch(triggered_at, in_time) or Mark("0%"),
        over=stretch(max(due_at, triggered_at), reached) if due_at is not None else None,
        due=Mark(_percent(place(max(due_at, triggered_at)))) if due_at is not None else None,
        done=Mark(_percent(place(reached))) if met_at is not None else None,
        now=None if met_at is not None else Mark(_percent(place(reached))),
    )


def _percent(share: float) -> str:
    # Always a point, whatever the language of the page: this is SVG, not text.
    return f"{share * 100:.2f}%"
