"""When something happened, as somebody typed it: to the minute, a whole day, or between two times."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.clock import Interval, TimeError, Zone, read_instant
from qorgau.custody.refusal import CustodyRefusal
from qorgau.ledger.entry import Happened


@dataclass(frozen=True, kw_only=True)
class When:
    """Between which two instants it happened, and by whose word ("": the word of who adds the entry)."""

    earliest: int
    latest: int
    said_by: str = ""

    @classmethod
    def at(cls, instant: int, *, said_by: str = "") -> When:
        """At an instant that is known."""
        return cls(earliest=instant, latest=instant, said_by=said_by)

    @property
    def is_exact(self) -> bool:
        """Whether the time is known, and not only a span."""
        return self.earliest == self.latest

    def told_by(self, own_word: str) -> Happened:
        """The interval as an entry holds it."""
        return Happened(said_by=self.said_by or own_word, earliest=self.earliest, latest=self.latest)


def read_when(typed: str, zone: Zone, *, until: str = "", said_by: str = "", field: str = "happened") -> When:
    """Read `2025-02-12 03:00` (exact), `2025-02-12` (the whole local day), or a span up to `until`.

    Raises a CustodyRefusal that names the field.
    """
    first = _read(typed, zone, field)
    last = _read(until, zone, field) if until.strip() else first
    if last.latest < first.earliest:
        raise CustodyRefusal("span_ends_before_it_begins", field=field, begins=typed, ends=until)
    return When(earliest=first.earliest, latest=last.latest, said_by=said_by)


def _read(typed: str, zone: Zone, field: str) -> Interval:
    try:
        return read_instant(typed, zone)
    except TimeError as error:
        raise CustodyRefusal("no_time", field=field, typed=typed) from error
