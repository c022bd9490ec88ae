"""By which day a reply was due, as the documents state it for its procedure; and where a day that is due is counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from qorgau.clock import Zone
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.words import DueWhat, Procedure, Sender
from qorgau.treaty.models import DeadlineRow, OwnDeadlineRow, PartRow, RecommendationRow
from qorgau.treaty.seats import seat_of

_WHAT = {Procedure.FOLLOW_UP: DueWhat.FOLLOW_UP, Procedure.REPORT: DueWhat.NEXT_REPORT}


def due_of_reply(recommendation_ids: Collection[str], procedure: str) -> date | None:
    """The day, of several the first; None where no document and nobody says one."""
    what = _WHAT.get(Procedure(procedure))
    if what is None:
        return None
    rows = RecommendationRow.objects.filter(recommendation_id__in=list(recommendation_ids))
    keys, documents = [], set[str]()
    for key, document in rows.values_list("key", "document_id"):
        keys.append(key)
        documents.add(document)
    stated = DeadlineRow.objects.filter(document_id__in=documents - {""}, what=what.value)
    found = list(stated.values_list("due", flat=True)) or _set_days(keys, what)
    return date.fromisoformat(min(found)) if found else None


def seat_of_set(row: OwnDeadlineRow, senders: Mapping[str, str]) -> Zone:
    """Where a day that somebody set is counted: the seat of who made its first recommendation, else of the committee."""
    named = (senders[each] for each in from_lines(row.recommendations) if each in senders)
    return seat_of(next(named, Sender.TREATY_BODY.value if row.committee else ""))


def _set_days(keys: Collection[str], what: DueWhat) -> list[str]:
    parts = PartRow.objects.filter(key__in=keys, role="deadline").values("thing_id")
    rows = OwnDeadlineRow.objects.filter(deadline_id__in=parts, what=what.value)
    return list(rows.values_list("due", flat=True))
