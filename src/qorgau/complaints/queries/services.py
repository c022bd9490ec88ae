"""Where officers served, for independence; read from the rows that officers' own entries fold into."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.complaints.facts.case import Officer, Service
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.officers import officers_of
from qorgau.complaints.models import ServiceRow


def services_of(officers: Iterable[str]) -> dict[str, tuple[Service, ...]]:
    """Officer -> services, by when they began."""
    found: dict[str, tuple[Service, ...]] = {}
    rows = ServiceRow.objects.filter(officer_id__in=sorted(set(officers))).order_by("since", "key")
    for row in rows:
        service = Service(body=row.body_id, since=row.since, until=row.until)
        found[row.officer_id] = (*found.get(row.officer_id, ()), service)
    return found


def officers_with_services(known: Known) -> tuple[Officer, ...]:
    """The officers of a case, each with where they served."""
    named = officers_of(known)
    return officers_of(known, services=services_of(each.id for each in named))
