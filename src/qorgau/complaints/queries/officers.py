"""An officer across cases: allegations and outcomes, apart from guilt."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.complaints.entries import COMPLAINT, OFFICER
from qorgau.complaints.facts.charges import charges_of
from qorgau.complaints.facts.listed import CaseOfOfficer, OfficerHistory
from qorgau.complaints.facts.officers import officer_of
from qorgau.complaints.models import ComplaintRow, NamedRow, OfficerRow
from qorgau.complaints.officer_folding import name_key
from qorgau.complaints.queries.reach import sees, within_reach
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.facts.standing import standing_of
from qorgau.recording.history import RecordedEntry, history

ACT = "complaints.officers"


def officer_history(actor: Actor, officer_id: str) -> OfficerHistory:
    """Every case in which an officer was named; of cases beyond the actor's reach only that there is one.

    Raises where the actor sees none of them.
    """
    require(actor, ACT)
    named = list(NamedRow.objects.filter(officer_id=officer_id).order_by("named_at", "complaint_id"))
    reached = within_reach(ComplaintRow.objects.all(), actor, ACT)
    rows = {
        row.complaint_id: row
        for row in reached.filter(complaint_id__in=[each.complaint_id for each in named])
    }
    if not rows:
        raise ComplaintRefusal("no_such_officer", field="officer")
    entries = history(OFFICER, officer_id)
    known, counted = officer_of(officer_id, entries), standing_of(entries).counted
    return OfficerHistory(
        officer=officer_id,
        name=known.name if known else "",
        services=known.services if known else (),
        cases=tuple(_case(each, rows.get(each.complaint_id), counted) for each in named),
    )


def _case(named: NamedRow, row: ComplaintRow | None, counted: Sequence[RecordedEntry]) -> CaseOfOfficer:
    if row is None:
        return CaseOfOfficer(
            complaint="", named_at=named.named_at, allegation="", about="", status="", suspected=False,
            finding="", recommended="", imposed="", final=False, readable=False,
        )  # fmt: skip
    own = [each for each in counted if named.complaint_id in each.entry.objects.get(COMPLAINT, ())]
    return CaseOfOfficer(
        complaint=named.complaint_id,
        named_at=named.named_at,
        allegation=named.allegation,
        about=row.about,
        status=row.status,
        suspected=named.suspected_at is not None,
        finding=named.finding,
        recommended=named.recommended,
        imposed=named.imposed,
        final=named.final,
        readable=True,
        charges=charges_of(named.officer_id, own),
    )


def officers_named(actor: Actor, name: str) -> tuple[str, ...]:
    """Officers of that name, in any spelling, who stand in a case within the actor's reach."""
    require(actor, ACT)
    key = name_key(name)
    if not key:
        return ()
    found = OfficerRow.objects.filter(name_key=key).values_list("officer_id", flat=True)
    named = NamedRow.objects.filter(officer_id__in=list(found)).values_list("officer_id", "complaint_id")
    return tuple(sorted({officer for officer, complaint in named if sees(actor, complaint, act=ACT)}))
