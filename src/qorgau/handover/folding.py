"""Fold a shift's entries into its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model

from qorgau.handover.entries import HANDED_OVER, PLACE, SHIFT, TAKEN_OVER
from qorgau.handover.models import HandoverRow
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry, standing


def register() -> None:
    """Tell the record how shifts are folded."""
    register_fold(Fold(name="handover_rows", role=SHIFT, key="shift_id", tables=(HandoverRow,), fold=_fold))


def _fold(shift_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    counted = [each.entry for each in standing(entries)]
    given = next((entry for entry in counted if entry.kind == HANDED_OVER), None)
    if given is None:
        return
    taken = next((entry for entry in counted if entry.kind == TAKEN_OVER and entry.by != given.by), None)
    yield HandoverRow(
        shift_id=shift_id,
        place_id=given.objects[PLACE][0],
        given_by=given.by or "",
        given_at=given.recorded,
        since=int(given.facts["since"]),
        held=int(given.facts["held"]),
        overdue=int(given.facts["overdue"]),
        taken_by=(taken.by or "") if taken else "",
        taken_at=taken.recorded if taken else None,
    )
