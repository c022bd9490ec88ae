"""What was just lodged has one entry: its verdicts are those of every other lodged in that hour, under other names.

Sealed complaints come in bursts, and while one is folded all other writers wait.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qorgau.complaints.entries import COMPLAINT
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.story import Story
from qorgau.safeguards import Entry

NOBODY = "-"
"""Stands for the complaint and its one entry."""


def only_entry(story: Story) -> str:
    """The id of the only entry that the story is made of; "" where there are more."""
    ids = {entry.id for entry in story.entries}
    return ids.pop() if len(ids) == 1 else ""


def nameless(story: Story) -> Story:
    """The same story about no complaint in particular."""
    return replace(story, entries=tuple(_nameless(entry) for entry in story.entries))


def _nameless(entry: Entry) -> Entry:
    return replace(entry, id=NOBODY, seq=entry.seq, objects={COMPLAINT: (NOBODY,)})


def named(found: Iterable[Judged], *, complaint: str, entry: str) -> tuple[Judged, ...]:
    """The verdicts of the nameless story as those of this complaint."""
    return tuple(_named(each, complaint, entry) for each in found)


def _named(each: Judged, complaint: str, entry: str) -> Judged:
    verdict = each.verdict
    clocks = tuple(
        replace(
            clock,
            trigger_ids=tuple(entry for _ in clock.trigger_ids),
            answer_ids=tuple(entry for _ in clock.answer_ids),
        )
        for clock in verdict.clocks
    )
    own = replace(
        verdict,
        subject=complaint,
        trigger_ids=tuple(entry for _ in verdict.trigger_ids),
        answer_ids=tuple(entry for _ in verdict.answer_ids),
        clocks=clocks,
    )
    return replace(each, verdict=own)
