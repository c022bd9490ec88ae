"""All that the entries of one custody say, put together once for folds, queries and acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.custody.facts.assessing import Judged, judged
from qorgau.custody.facts.clocks import Clock, clocks_of
from qorgau.custody.facts.identity import identity_of, person_of
from qorgau.custody.facts.law import law, packs
from qorgau.custody.facts.moments import Moments, moments_of
from qorgau.custody.facts.record import Identity
from qorgau.custody.facts.standing import Standing, standing_of
from qorgau.custody.facts.story import Story, story_of
from qorgau.custody.facts.whereabouts import Course, course_of
from qorgau.recording.history import RecordedEntry

_REMEMBERED = 64
_CLOCKS: dict[object, tuple[Clock, ...]] = {}
"""As with verdicts (assessing.py): what an act asked ahead its fold finds ready while all other writers wait."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """The entries of one custody, those that count, and what follows from them without any clock."""

    custody: str
    entries: tuple[RecordedEntry, ...]
    standing: Standing
    moments: Moments
    story: Story
    course: Course
    identity: Identity
    person: str
    entered_for: str

    @property
    def body(self) -> str:
        """The body that holds the person: whoever entered last that they are there."""
        holding = self.moments.last("Apprehended", "Delivered", "Registered", "Admitted", "Placed", "Arrived")
        return holding.entry.for_body if holding else self.entries[0].entry.for_body

    def judged(self, *, as_of: int, touched_only: bool = False) -> tuple[Judged, ...]:
        """The verdicts as of an instant."""
        return judged(self.story, as_of=as_of, touched_only=touched_only)

    def clocks(self, *, as_of: int) -> tuple[Clock, ...]:
        """The clocks that started, as of an instant."""
        asked = (packs(), self.story.fingerprint, self.story.zone.name, as_of)
        known = _CLOCKS.get(asked)
        if known is None:
            known = clocks_of(self.judged(as_of=as_of, touched_only=True), self.story, law())
            if len(_CLOCKS) >= _REMEMBERED:
                _CLOCKS.clear()
            _CLOCKS[asked] = known
        return known


def known_of(
    custody_id: str, entries: Sequence[RecordedEntry], *, with_waiting: bool = False
) -> Known | None:
    """What the entries say; None where nothing begins a custody (all withdrawn, or never booked)."""
    if not entries:
        return None
    standing = standing_of(entries, with_waiting=with_waiting)
    moments = moments_of(standing)
    if not any(each.entry.happened for each in standing.counted):
        return None
    person, entered = person_of(moments)
    return Known(
        custody=custody_id,
        entries=tuple(entries),
        standing=standing,
        moments=moments,
        story=story_of(standing),
        course=course_of(moments),
        identity=identity_of(moments),
        person=person,
        entered_for=entered,
    )
