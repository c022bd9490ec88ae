"""What waits for somebody, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count

from qorgau.access.actor import Actor
from qorgau.custody.entries import Outcome
from qorgau.custody.models import AnsweredBreachRow, CorrectionRow, CustodyRow
from qorgau.custody.queries.reach import within_reach


def corrections_waiting(actor: Actor) -> tuple[CorrectionRow, ...]:
    """Corrections that would improve a verdict already due and wait for a second person, oldest first."""
    seen = within_reach(
        CustodyRow.objects.filter(unconfirmed_corrections__gt=0), actor, "custody.confirm_correction"
    )
    rows = CorrectionRow.objects.filter(needs_confirmation=True, confirmed_at__isnull=True)
    return tuple(rows.filter(custody_id__in=seen.values("custody_id")).order_by("at", "entry_id"))


def answers_counted(actor: Actor, *, since: int, until: int, act: str = "custody.see") -> Mapping[str, int]:
    """How many breaches were explained, referred and disciplined within the actor's reach."""
    seen = within_reach(CustodyRow.objects.filter(answered_breaches__gt=0), actor, act)
    rows = AnsweredBreachRow.objects.filter(
        custody_id__in=seen.values("custody_id"), at__gte=since, at__lte=until
    )
    counted = dict(rows.values_list("outcome").annotate(many=Count("entry_id")))
    return {outcome.value: counted.get(outcome.value, 0) for outcome in Outcome}
