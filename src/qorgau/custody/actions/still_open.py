"""A second questioning, restraint or solitary confinement while the first one lasts: asked about, not refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from qorgau.clock import Zone
from qorgau.custody.facts.known import Known
from qorgau.custody.facts.law import law
from qorgau.custody.facts.moments import Moments, at, named
from qorgau.custody.kind_forms import KindForm
from qorgau.custody.refusal import CustodyRefusal
from qorgau.lawbook import Language
from qorgau.recording.history import RecordedEntry
from qorgau.wording import say_instant

_ENDED_BY = {
    "QuestioningBegan": "QuestioningEnded",
    "RestraintApplied": "RestraintRemoved",
    "SolitaryStarted": "SolitaryEnded",
}


def still_open(known: Known, form: KindForm) -> Iterator[CustodyRefusal]:
    """That one began before and nobody wrote its end: it may be forgotten, or the two may run side by side."""
    ends = _ENDED_BY.get(form.kind)
    running = _running(known.moments, form, ends) if ends else ()
    if ends and running:
        began = partial(_written, at(running[-1]), known.story.zone)
        yield CustodyRefusal(
            "still_open", field="kind", kind=form.title, ends=law().book.kinds[ends].title, began=began
        )


def _running(moments: Moments, form: KindForm, ends: str) -> Sequence[RecordedEntry]:
    begun = moments.of.get(form.kind, ())
    if not form.starts:
        last = moments.last(ends)
        return [each for each in begun if last is None or at(each) > at(last)]
    done = {named(each, form.starts) for each in moments.of.get(ends, ())}
    return [each for each in begun if named(each, form.starts) not in done]


def _written(instant: int, zone: Zone, language: Language) -> str:
    return say_instant(instant, zone, language)
