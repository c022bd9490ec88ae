"""Runs of procedures: replayed from their moves by the interpreter of procedures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qorgau.clock import Zone
from qorgau.complaints.entries import APPEAL, COMMUNICATION, DECISION, INVESTIGATION, MOVED, RUN, RUN_OPENED
from qorgau.complaints.facts.law import procedure
from qorgau.custody.facts.moments import Moments, at, named
from qorgau.lawbook.procedure import Procedure
from qorgau.procedures import Event, Standing, standing
from qorgau.recording.history import RecordedEntry

MOVE, GROUND, MADE_BY, PROCEDURE, REVIEWS = "move", "move_ground", "made_by", "procedure", "reviews"
_NAMED_AS = (INVESTIGATION, APPEAL, COMMUNICATION)
CRIMINAL = "criminal_investigation"


@dataclass(frozen=True, kw_only=True)
class KnownRun:
    """One run and its moves, in the order in which they were made."""

    id: str
    procedure: Procedure
    body: str
    opened_at: int
    reviews: str
    events: tuple[Event, ...]

    def standing(self, *, as_of: int, zone: Zone) -> Standing:
        """Where it stands at an instant."""
        return standing(self.procedure, self.events, as_of=as_of, zone=zone, opened=self.opened_at)


def objects_of_run(run_id: str, of: Procedure) -> dict[str, tuple[str, ...]]:
    """How entries of a run name it: as a run, and as what its rules are counted for.

    A run that decides on torture or ill-treatment is an investigation by the law's rules too.
    """
    named_as = {RUN, of.per} & {RUN, *_NAMED_AS}
    if of.id.partition("/")[2] == CRIMINAL:
        named_as.add(INVESTIGATION)
    return dict.fromkeys(named_as, (run_id,))


def runs_of(moments: Moments) -> tuple[KnownRun, ...]:
    """The runs in the order in which they were opened; one of a procedure that the law no longer knows is left out."""
    moves = _moves(moments)
    return tuple(
        run
        for opened in moments.of.get(RUN_OPENED, ())
        if (run := _run(opened, moves.get(named(opened, RUN), ()))) is not None
    )


def _run(opened: RecordedEntry, events: tuple[Event, ...]) -> KnownRun | None:
    entry = opened.entry
    known = procedure(str(entry.facts.get(PROCEDURE, "")))
    if known is None:
        return None
    return KnownRun(
        id=named(opened, RUN),
        procedure=known,
        body=str(entry.facts.get("run_body", "") or entry.for_body),
        opened_at=at(opened),
        reviews=named(opened, DECISION),
        events=events,
    )


def _moves(moments: Moments) -> Mapping[str, tuple[Event, ...]]:
    found: dict[str, tuple[Event, ...]] = {}
    for run, event in _events(moments):
        found[run] = (*found.get(run, ()), event)
    return found


def _events(moments: Moments) -> Iterator[tuple[str, Event]]:
    # As they were recorded, where two were made in one second: the interpreter orders by time itself.
    for each in moments.recorded:
        if each.entry.kind == MOVED:
            yield named(each, RUN), event_of(each)


def event_of(each: RecordedEntry) -> Event:
    """A MoveMade entry as the interpreter reads it."""
    facts = each.entry.facts
    return Event(
        move=str(facts.get(MOVE, "")),
        at=at(each),
        body=str(facts.get(MADE_BY, "") or each.entry.for_body),
        by=each.entry.by or "",
        ground=str(facts.get(GROUND, "")) or None,
        facts={name: str(value) for name, value in facts.items()},
        entry=each.entry.id,
    )
