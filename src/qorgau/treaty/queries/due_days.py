"""By which day a reply was due, as the documents state it for its procedure; and where a day that is due is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from itertools import chain

from qorgau.clock import Zone
from qorgau.treaty.entries import DEADLINE
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.words import DueWhat, Procedure, Sender
from qorgau.treaty.models import DeadlineRow, OwnDeadlineRow, PartRow, RecommendationRow
from qorgau.treaty.seats import seat_of

_WHAT = {Procedure.FOLLOW_UP: DueWhat.FOLLOW_UP, Procedure.REPORT: DueWhat.NEXT_REPORT}


class StatedDays:
    """By which days replies on these recommendations are due, and who made them: looked up once for all of them."""

    def __init__(self, recommendation_ids: Collection[str]) -> None:
        """Read what their documents state, and what people set."""
        rows = RecommendationRow.objects.filter(recommendation_id__in=set(recommendation_ids)).order_by("key")
        self._rows = defaultdict[str, list[tuple[str, str, str]]](list)
        for row in rows.values_list("recommendation_id", "key", "document_id", "sender"):
            self._rows[row[0]].append(row[1:])
        held = list(chain.from_iterable(self._rows.values()))
        self._stated = _stated_days({document for _, document, _ in held} - {""})
        self._set = _set_days({key for key, _, _ in held})

    def due(self, recommendation_ids: Collection[str], procedure: str) -> date | None:
        """The day, of several the first; None where no document and nobody says one."""
        what = _WHAT.get(Procedure(procedure))
        if what is None:
            return None
        rows = self._of(recommendation_ids)
        stated = [day for _, document, _ in rows for day in self._stated[document, what.value]]
        found = stated or [day for key, _, _ in rows for day in self._set[key, what.value]]
        return date.fromisoformat(min(found)) if found else None

    def sender(self, recommendation_ids: Collection[str]) -> str:
        """Who made them; of several the first by their keys."""
        found = min(self._of(recommendation_ids), default=None)
        return (found[2] if found else "") or Sender.OTHER.value

    def _of(self, recommendation_ids: Collection[str]) -> list[tuple[str, str, str]]:
        return [row for each in recommendation_ids for row in self._rows.get(each, ())]


def seat_of_set(row: OwnDeadlineRow, senders: Mapping[str, str]) -> Zone:
    """Where a day that somebody set is counted: the seat of who made its first recommendation, else of the committee."""
    named = (senders[each] for each in from_lines(row.recommendations) if each in senders)
    return seat_of(next(named, Sender.TREATY_BODY.value if row.committee else ""))


_Days = defaultdict[tuple[str, str], list[str]]


def _stated_days(documents: Collection[str]) -> _Days:
    rows = DeadlineRow.objects.filter(document_id__in=documents)
    days = _Days(list)
    for document, what, due in rows.values_list("document_id", "what", "due"):
        days[document, what].append(due)
    return days


def _set_days(keys: Collection[str]) -> _Days:
    parts = PartRow.objects.filter(key__in=keys, role=DEADLINE)
    named = list(parts.values_list("key", "thing_id"))
    rows = OwnDeadlineRow.objects.in_bulk({thing for _, thing in named})
    days = _Days(list)
    for key, thing in named:
        if thing in rows:
            days[key, rows[thing].what].append(rows[thing].due)
    return days
