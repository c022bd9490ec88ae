"""Which kinds of entry a move records, and what each must name."""

from __future__ import annotations

from qorgau.complaints.actions.companions import ABOUT_AN_OFFICER as ABOUT_AN_OFFICER
from qorgau.complaints.actions.companions import RECORDED_AS
from qorgau.complaints.entries import DECISION_SERVED, DECISION_SHOWN
from qorgau.lawbook.procedure import Move

SERVES = frozenset({DECISION_SERVED, DECISION_SHOWN})


def kind_recorded(move: Move) -> str:
    """The kind of entry beside the move, as a case records it."""
    return RECORDED_AS.get(move.records, move.records)
