"""Is a desk's clock right? What can be told from what other clocks have written, and by how much it is off."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TOLERANCE = 120
"""Seconds that nobody is warned about: typing, carrying and rounding take that long."""


class Witness(StrEnum):
    """Which other clock speaks, the value is the word in entries."""

    BUNDLE = "bundle"
    """A bundle of another instance was written at this time: it is later now."""
    LAST_RECEIVED = "last_received"
    """This desk's own last entry was received at this time: it is later now."""
    HTTP_DATE = "http_date"
    """A server's answer carries its time: it is that time now, but for the journey."""
    PERSON = "person"
    """Somebody read another clock and typed its time just now."""

    @property
    def says_now(self) -> bool:
        """Whether it tells the time now, and not only that it is later than then."""
        return self in (Witness.HTTP_DATE, Witness.PERSON)


@dataclass(frozen=True, kw_only=True)
class OtherClock:
    """One other clock's time (seconds, UTC), what this desk's clock showed then, and the slack of it."""

    witness: Witness
    says: int
    desk: int
    slack: int = 0


class ClockState(StrEnum):
    """What follows for the desk's clock; the value is the word in entries."""

    AGREES = "agrees"
    """No other clock speaks against it."""
    BEHIND = "behind"
    """It shows an earlier time than it is."""
    AHEAD = "ahead"
    """It shows a later time than it is."""
    CONTRADICTED = "contradicted"
    """The other clocks cannot all be right; somebody must look at the clocks."""
    NO_OTHER = "no_other"
    """Nothing to compare it with."""


@dataclass(frozen=True, kw_only=True)
class ClockCheck:
    """The state, and by how many seconds at least and, where known, at most the clock is off."""

    state: ClockState
    at_least: int = 0
    at_most: int | None = None
    witnesses: tuple[Witness, ...] = ()

    @property
    def needs_warning(self) -> bool:
        """Whether whoever works at the desk must be told."""
        return self.state not in (ClockState.AGREES, ClockState.NO_OTHER)

    def facts(self) -> dict[str, str | int]:
        """As facts of an entry."""
        said: dict[str, str | int] = {"clock": self.state.value}
        if self.needs_warning:
            said |= {"clock_off_at_least": self.at_least, "clock_witness": " ".join(self.witnesses)}
            said |= {} if self.at_most is None else {"clock_off_at_most": self.at_most}
        return said


def check_clock(others: Sequence[OtherClock], *, tolerance: int = TOLERANCE) -> ClockCheck:
    """Compare a desk's clock with other clocks. How far it is ahead (negative: behind) lies between two bounds.

    A time that has passed bounds it from above only: a desk that shows 02:00 while it holds a bundle
    written at 09:00 is at least seven hours behind; nothing passed can show that it is ahead.
    """
    if not others:
        return ClockCheck(state=ClockState.NO_OTHER)
    highest = min(each.desk - each.says + each.slack for each in others)
    lows = [each.desk - each.says - each.slack for each in others if each.witness.says_now]
    lowest = max(lows, default=None)
    witnesses = tuple(dict.fromkeys(each.witness for each in others))
    if lowest is not None and lowest - highest > tolerance:
        return ClockCheck(state=ClockState.CONTRADICTED, at_least=lowest - highest, witnesses=witnesses)
    if highest < -tolerance:
        behind = None if lowest is None else max(-lowest, -highest)
        return ClockCheck(state=ClockState.BEHIND, at_least=-highest, at_most=behind, witnesses=witnesses)
    if lowest is not None and lowest > tolerance:
        return ClockCheck(
            state=ClockState.AHEAD, at_least=lowest, at_most=max(lowest, highest), witnesses=witnesses
        )
    return ClockCheck(state=ClockState.AGREES, witnesses=witnesses)
