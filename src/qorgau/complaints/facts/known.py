"""All that the entries of one complaint say, put together once for folds, queries and acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from qorgau.complaints.entries import (
    ALLEGED,
    LODGED,
    READ,
    REFUSED_BY_COURT,
    REGISTERED,
    SENT_BACK,
    Way,
)
from qorgau.complaints.facts import assessing
from qorgau.complaints.facts.register import keeps_the_register
from qorgau.complaints.facts.runs import KnownRun, runs_of
from qorgau.complaints.facts.story import story_of
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.clocks import Clock
from qorgau.custody.facts.moments import Moments, at, moments_of
from qorgau.custody.facts.standing import Standing, standing_of
from qorgau.custody.facts.story import Story
from qorgau.recording.history import RecordedEntry


@dataclass(frozen=True, kw_only=True)
class Known:
    """The entries of one complaint, those that count, and what follows from them without any clock."""

    complaint: str
    entries: tuple[RecordedEntry, ...]
    standing: Standing
    moments: Moments
    lodged: RecordedEntry

    @cached_property
    def story(self) -> Story:
        """As the engine reads it."""
        return story_of(self.standing)

    @cached_property
    def runs(self) -> tuple[KnownRun, ...]:
        """The runs of procedures."""
        return runs_of(self.moments)

    def run(self, run_id: str) -> KnownRun | None:
        """The run of that id."""
        return next((each for each in self.runs if each.id == run_id), None)

    @property
    def reaches(self) -> int:
        """Until when the record reaches: the last instant at which anything came in."""
        return max(each.received for each in self.entries)

    def judged(self, *, as_of: int) -> tuple[Judged, ...]:
        """The verdicts as of an instant."""
        return assessing.judged(self.story, self.complaint, as_of=as_of)

    def clocks(self, *, as_of: int) -> tuple[Clock, ...]:
        """The clocks that started, as of an instant."""
        return assessing.clocks(self.judged(as_of=as_of), self.story)

    def all(self, *kinds: str) -> tuple[RecordedEntry, ...]:
        """The counted entries of these kinds, in the order in which they happened."""
        return tuple(each for each in self.moments.ordered if each.entry.kind in kinds)

    def fact(self, name: str, *kinds: str) -> str:
        """A fact as the last entry that says it; of these kinds, if any are named."""
        return self.moments.last_fact(name, *kinds) or ""

    @property
    def lodged_at(self) -> int:
        """When it was made; the hour, where it came sealed."""
        return at(self.lodged)

    @property
    def way(self) -> Way:
        """How it came in."""
        return Way(str(self.lodged.entry.facts.get("way", Way.PAPER)))

    @property
    def is_sealed(self) -> bool:
        """Whether it came sealed, so that the server holds no word of it."""
        return bool(self.lodged.entry.sealed)

    @property
    def about(self) -> str:
        """What it is about, as last stated."""
        return self.fact("about", LODGED, ALLEGED)

    @property
    def act_on(self) -> str:
        """The civil day of the act, or ""."""
        return self.fact("act_on", LODGED, ALLEGED)

    @property
    def accused_body(self) -> str:
        """The body whose officers are accused, as stated, or ""."""
        return self.fact("accused_body", LODGED, ALLEGED)

    @property
    def accused_bodies(self) -> tuple[str, ...]:
        """Every body whose officers were ever accused: stating another one later unties nobody."""
        said = (str(each.entry.facts.get("accused_body", "")) for each in self.all(LODGED, ALLEGED))
        return tuple(dict.fromkeys(body for body in said if body))

    @property
    def registered_at(self) -> int | None:
        """When it was entered in the State's register; at once, where it came sealed to a body that keeps it."""
        stated = self.moments.first_at(REGISTERED)
        if stated is None and self.is_sealed and keeps_the_register(self.lodged.entry.for_body):
            return self.lodged_at
        return stated

    @property
    def read_at(self) -> int | None:
        """When a body stated that it had opened it; a complaint typed in is read when it comes in."""
        stated = self.moments.first_at(READ)
        return self.lodged_at if stated is None and not self.is_sealed else stated

    @property
    def sent_back_at(self) -> int | None:
        """When it was last sent for a check without registration."""
        sent = self.moments.last(SENT_BACK)
        return None if sent is None else at(sent)

    @property
    def refused_by_court(self) -> tuple[int, ...]:
        """When courts refused it."""
        return tuple(at(each) for each in self.all(REFUSED_BY_COURT))

    @property
    def is_outside(self) -> bool:
        """Whether it was made elsewhere and is only followed here."""
        return self.lodged.entry.facts.get("outside") == "yes"


def known_of(complaint_id: str, entries: Sequence[RecordedEntry]) -> Known | None:
    """What the entries say; None where nobody lodged it, or the lodging was withdrawn as an error."""
    standing = standing_of(entries)
    lodged = next((each for each in standing.counted if each.entry.kind == LODGED), None)
    if lodged is None:
        return None
    return Known(
        complaint=complaint_id,
        entries=tuple(entries),
        standing=standing,
        moments=moments_of(standing),
        lodged=lodged,
    )
