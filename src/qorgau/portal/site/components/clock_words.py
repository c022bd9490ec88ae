"""What a clock's bar says in words, for those who read and for those who listen."""

from __future__ import annotations

from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.wording import say, say_instant, say_span

STATES = ("met", "open", "late", "breached", "cannot_tell", "not_checked", "not_applicable")


def state_word(state: str, language: Language) -> str:
    """The state of a clock in the language of the page."""
    return say(f"site.state_{state}", language)


def clock_sentence(
    state: str,
    *,
    triggered_at: int,
    due_at: int | None,
    met_at: int | None,
    now: int,
    language: Language,
) -> str:
    """How the clock stands, in as few words as fit beside its bar: `2 h 10 min left`, `late by 40 min`."""
    if state == "cannot_tell":
        return ""
    reached = met_at if met_at is not None else now
    if due_at is None:
        key = "clock_took" if met_at is not None else "clock_running"
        return say(f"site.{key}", language, span=say_span(reached - triggered_at, language))
    if met_at is None:
        key = "clock_over" if now > due_at else "clock_left"
    else:
        key = "clock_late" if met_at > due_at else "clock_spare"
    return say(f"site.{key}", language, span=say_span(abs(due_at - reached), language))


def clock_times(
    *, triggered_at: int, due_at: int | None, met_at: int | None, zone: Zone, language: Language
) -> list[str]:
    """The clock's moments: when it began, when it is due, when it was answered."""
    times = [say("site.clock_started", language, when=say_instant(triggered_at, zone, language))]
    if due_at is None:
        times.append(say("site.clock_no_due", language))
    else:
        times.append(say("site.clock_due", language, when=say_instant(due_at, zone, language)))
    if met_at is not None:
        times.append(say("site.clock_met", language, when=say_instant(met_at, zone, language)))
    return times
