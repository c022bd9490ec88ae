"""By which day a reply was due: as the documents state it for the procedure in which it is given."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qorgau.treaty.facts.words import DueWhat, Procedure
from qorgau.treaty.models import DeadlineRow, OwnDeadlineRow, PartRow, RecommendationRow

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


def _set_days(keys: Collection[str], what: DueWhat) -> list[str]:
    parts = PartRow.objects.filter(key__in=keys, role="deadline").values("thing_id")
    rows = OwnDeadlineRow.objects.filter(deadline_id__in=parts, what=what.value)
    return list(rows.values_list("due", flat=True))
