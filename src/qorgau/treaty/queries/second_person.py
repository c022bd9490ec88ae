"""Four eyes: who wrote at a draft, and who of the same body could look at it instead."""

from __future__ import annotations

from django.db.models import Q

from qorgau.access.actor import Actor
from qorgau.access.models import Appointment
from qorgau.access.permission import permissions
from qorgau.treaty.models.drafts import DraftRow, DraftVersionRow
from qorgau.treaty.queries.draft_rows import act_for
from qorgau.treaty.writing.kinds import ReportKind


def wrote_any(actor: Actor, row: DraftRow) -> bool:
    """Whether the actor saved any version of the draft; a correction of an issued report is a draft of its own."""
    return DraftVersionRow.objects.filter(draft_id=row.draft_id, account=actor.account).exists()


def has_second_person(actor: Actor, row: DraftRow, *, now: int) -> bool:
    """Whether somebody of the body who saved no version of it may issue such a report now."""
    wrote = DraftVersionRow.objects.filter(draft_id=row.draft_id).values("account")
    line = permissions()[act_for(ReportKind(row.kind))]
    return (
        Appointment.objects.filter(
            Q(until__isnull=True) | Q(until__gt=now),
            since__lte=now,
            body=row.body_id,
            role__in=[role.value for role in line.roles],
            account__closed_at__isnull=True,
        )
        .exclude(account_id=actor.account)
        .exclude(account_id__in=wrote)
        .exists()
    )


def needs_second_person(actor: Actor, row: DraftRow, *, now: int) -> bool:
    """Whether the actor must leave the issuing to a colleague: who wrote at it does not issue, where another can."""
    return wrote_any(actor, row) and has_second_person(actor, row, now=now)
