"""Fold what was carried, and what is known of clocks, into one row for each instance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db.models import Model

from qorgau.carrying.entries import ARRIVED, CLOCK_CHECKED, INSTANCE, ORIGIN, RECEIVED, WRITTEN
from qorgau.carrying.models import BroughtRow, ClockRow, TakenOutRow
from qorgau.ledger.entry import Entry
from qorgau.recording.desk_clock import ClockState
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry, standing

_RIGHT = (ClockState.AGREES.value, ClockState.NO_OTHER.value)


def register() -> None:
    """Tell the record how instances are folded."""
    register_fold(
        Fold(name="carrying_brought", role=ORIGIN, key="instance", tables=(BroughtRow,), fold=_brought)
    )
    register_fold(
        Fold(name="carrying_taken_out", role=INSTANCE, key="instance", tables=(TakenOutRow,), fold=_taken_out)
    )
    register_fold(Fold(name="carrying_clock", role=INSTANCE, key="instance", tables=(ClockRow,), fold=_clock))


def _brought(instance: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    received = [each.entry for each in standing(entries) if each.entry.kind == RECEIVED]
    if not received:
        return
    last = max(received, key=lambda entry: entry.recorded)
    yield BroughtRow(
        instance=instance,
        last_at=last.recorded,
        written_at=max(_number(entry, "written_at") for entry in received),
        brought_by=last.by or "",
        bundles=len(received),
        entries=sum(_number(entry, "entries") for entry in received),
    )


def _taken_out(instance: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    # A desk's own list of what it took out comes in with its bundles; here it is not our list.
    own = [each.entry for each in standing(entries) if each.entry.instance == settings.QORGAU_INSTANCE]
    written = [entry for entry in own if entry.kind == WRITTEN]
    if not written:
        return
    last = written[-1]
    yield TakenOutRow(
        instance=instance,
        last_at=last.recorded,
        taken_by=last.by or "",
        files=_number(last, "files"),
        entries=_number(last, "entries"),
        last_entry=last.id,
        arrived_until=max((_number(entry, "until") for entry in own if entry.kind == ARRIVED), default=None),
    )


def _clock(instance: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    # Nobody speaks of another instance's clock.
    of_its_own = (each.entry for each in standing(entries) if each.entry.instance == instance)
    checks = [entry for entry in of_its_own if entry.kind == CLOCK_CHECKED and _state(entry)]
    if not checks:
        return
    last = checks[-1]
    wrong = [entry for entry in checks if _state(entry) not in _RIGHT]
    by_person = [entry for entry in checks if "explained_until" in entry.facts]
    yield ClockRow(
        instance=instance,
        state=_state(last),
        at_least=_number(last, "clock_off_at_least"),
        at_most=_number(last, "clock_off_at_most") or None,
        witness=str(last.facts.get("clock_witness", ""))[:64],
        checked_at=last.recorded,
        entry=last.id,
        said_until=max(
            (entry.recorded + _number(entry, "clock_off_at_least") for entry in wrong), default=None
        ),
        set_right_at=by_person[-1].recorded if by_person else None,
        explained_until=_number(by_person[-1], "explained_until") if by_person else None,
    )


def _state(entry: Entry) -> str:
    said = str(entry.facts.get("clock", ""))
    return said if said in set(ClockState) else ""


def _number(entry: Entry, name: str) -> int:
    # Another instance wrote its own checks: what is no number must not stop its whole bundle.
    said = entry.facts.get(name, 0)
    return said if isinstance(said, int) and said >= 0 else 0
