"""What waits for a second person in a case: whatever makes a verdict milder that is already due."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.complaints.facts.known import Known, known_of
from qorgau.custody.actions.corrections import marked
from qorgau.custody.actions.drafting import as_recorded
from qorgau.custody.facts.improving import improved
from qorgau.ledger.entry import CorrectionAct
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry

INDEPENDENCE = "independence"
"""Among what a correction would improve: who is tied to the accused, which no safeguard of its own counts."""


def marked_correction(
    known: Known, drafts: Sequence[Draft], *, now: int, frees: bool = False
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The corrections of one act, all marked if they would improve what is due. frees: they may free a tied body."""
    improves = (*_improved(known, drafts, now=now), *((INDEPENDENCE,) if frees else ()))
    return tuple(marked(each, improves) for each in drafts), improves


def marked_again(
    known: Known, drafts: Sequence[Draft], *, now: int
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """What is entered anew after one of its kind was withdrawn: to withdraw and to add is to correct."""
    if not {each.kind for each in drafts} & _withdrawn(known.entries):
        return tuple(drafts), ()
    return marked_correction(known, drafts, now=now)


def _improved(known: Known, drafts: Sequence[Draft], *, now: int) -> tuple[str, ...]:
    then = known_of(known.complaint, (*known.entries, *(as_recorded(each, now) for each in drafts)))
    after = () if then is None else then.judged(as_of=now)
    return improved(known.judged(as_of=now), after, now=now, zone=known.story.zone)


def _withdrawn(entries: Sequence[RecordedEntry]) -> set[str]:
    return {
        each.entry.kind
        for each in entries
        if each.entry.corrects is not None and each.entry.corrects.act is CorrectionAct.WITHDRAWS
    }
