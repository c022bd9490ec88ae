"""From rows of the read tables to what queries answer, as of an instant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qorgau.custody.facts.board import ClockNow, HeldRow
from qorgau.custody.facts.board_line import read
from qorgau.custody.facts.clocks import DUTIES, state_now
from qorgau.custody.facts.law import law
from qorgau.custody.models import ClockRow, CustodyRow
from qorgau.lawbook import Basis
from qorgau.safeguards import State

_UNDONE = frozenset({State.OPEN, State.BREACHED, State.CANNOT_TELL})


def clock_now(row: ClockRow, *, as_of: int) -> ClockNow | None:
    """The clock as of an instant; None for one whose safeguard the law no longer names."""
    rule = law().book.safeguards.get(row.safeguard)
    if rule is None:
        return None
    state = state_now(
        State(row.state_when_folded),
        as_of,
        running=row.is_running,
        due=(row.due_from, row.due_at),
        after_due=State(row.state_after_due),
    )
    return ClockNow(
        custody=row.custody_id,
        safeguard=rule,
        basis=Basis(row.basis),
        subject_role=row.subject_role,
        subject=row.subject,
        state=state,
        triggered_at=row.triggered_at,
        due_from=row.due_from,
        due_at=row.due_at,
        met_at=row.met_at,
        has_figure=row.has_figure,
        own_word_only=row.own_word_only,
        overdue_by=as_of - row.due_at if row.is_running and row.due_at is not None else None,
    )


def by_due(clocks: Iterable[ClockNow]) -> list[ClockNow]:
    """Running duties by when they run out; those with a figure before words at the same instant."""
    running = (each for each in clocks if is_undone(each) and each.due_at is not None)
    return sorted(running, key=lambda each: (each.due_at or 0, not each.has_figure, each.safeguard.id))


def is_undone(clock: ClockNow) -> bool:
    """Whether a duty is still to be done, in time or late."""
    return clock.met_at is None and clock.state in _UNDONE and clock.safeguard.shape in DUTIES


def clocks_by_custody(custodies: Sequence[str], *, as_of: int) -> Mapping[str, list[ClockNow]]:
    """The clocks of several custodies, in one question."""
    found: dict[str, list[ClockNow]] = defaultdict(list)
    for row in ClockRow.objects.filter(custody_id__in=custodies).order_by("clock_id"):
        if (clock := clock_now(row, as_of=as_of)) is not None:
            found[row.custody_id].append(clock)
    return found


def held_rows(rows: Sequence[CustodyRow], *, as_of: int) -> tuple[HeldRow, ...]:
    """The lines of the whiteboard for these rows, in their order."""
    return tuple(_held_row(row, as_of=as_of) for row in rows)


def _held_row(row: CustodyRow, *, as_of: int) -> HeldRow:
    line = read(row.board, custody=row.custody_id, as_of=as_of)
    until = row.ended_at if row.ended_at is not None else as_of
    return HeldRow(
        custody=row.custody_id,
        person=row.person_id,
        name=row.name,
        name_status=row.name_status,
        age=row.age,
        is_child=row.is_child,
        gender=row.gender,
        foreign=row.foreign,
        ground=row.ground,
        place=row.place_id,
        cell=row.cell_id,
        region=row.region,
        status=row.status,
        status_since=row.status_since,
        status_for=_since(row.status_since, as_of),
        destination=row.destination_id,
        in_hospital=row.in_hospital,
        zone=row.zone,
        apprehended_at=row.apprehended_at,
        held_for=_since(row.apprehended_at, until),
        next_due_at=row.next_due_at,
        clocks=line.clocks,
        running=line.running,
        breaches=line.breaches,
        unanswered_breaches=max(0, line.breaches - row.answered_breaches),
        missing=tuple(row.missing.split()),
        last_entry_at=row.last_entry_at,
    )


def _since(begun: int | None, until: int) -> int | None:
    return None if begun is None else max(0, until - begun)
