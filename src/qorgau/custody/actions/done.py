"""What an act answers once it is durable."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.recording.record import Acknowledgement


@dataclass(frozen=True, kw_only=True)
class Added:
    """An entry was added; is_new is False where the same act had come in before.

    improves: safeguards whose verdict, already due, it would make better by telling otherwise what was
    told before: then it waits for a second person, as a correction does.
    """

    custody: str
    entry: str
    acknowledgement: Acknowledgement
    improves: tuple[str, ...] = ()

    @property
    def needs_confirmation(self) -> bool:
        """Whether it waits for a second person."""
        return bool(self.improves)

    @property
    def is_new(self) -> bool:
        """Whether anything was stored just now."""
        return self.acknowledgement.is_new


@dataclass(frozen=True, kw_only=True)
class Booked:
    """A person was registered; the first acknowledgement is that of the apprehension."""

    custody: str
    person: str
    entries: tuple[str, ...]
    acknowledgements: tuple[Acknowledgement, ...]

    @property
    def is_new(self) -> bool:
        """Whether anything was stored just now."""
        return any(each.is_new for each in self.acknowledgements)


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A correction was recorded. improves: safeguards whose verdict, already due, it would make better.

    needs_confirmation: until a second person confirms it, it does not count.
    """

    custody: str
    entry: str
    acknowledgement: Acknowledgement
    improves: tuple[str, ...] = ()

    @property
    def needs_confirmation(self) -> bool:
        """Whether it waits for a second person."""
        return bool(self.improves)
