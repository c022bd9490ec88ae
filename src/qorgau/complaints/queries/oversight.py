"""What each body has, how old it is and how it ended; and how a set of complaints fared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.complaints.entries import Status
from qorgau.complaints.facts.course import UNKNOWN_OUTCOME
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.listed import BodyLoad, Oversight, Tally
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries.lists import DAY, clock_state
from qorgau.complaints.queries.reach import within_reach
from qorgau.lawbook.safeguard import Text
from qorgau.safeguards import State


def oversight(actor: Actor, *, as_of: int, complaints: Collection[str] | None = None) -> Oversight:
    """What each body has, and the sums; complaints: only these, such as those of one day.

    Counts only: whoever may count sees no name and no text.
    """
    rows = within_reach(ComplaintRow.objects.all(), actor, "complaints.oversight")
    if complaints is not None:
        rows = rows.filter(complaint_id__in=sorted(complaints))
    found = list(rows.order_by("lodged_at", "complaint_id"))
    by_body: dict[str, list[ComplaintRow]] = {}
    for row in found:
        by_body.setdefault(row.body_id or row.to_body, []).append(row)
    loads = tuple(_load(body, own, as_of=as_of) for body, own in sorted(by_body.items()))
    breached = _breached(rows, as_of=as_of)
    return Oversight(bodies=loads, tally=_tally(found, breached), as_of=as_of)


def _load(body: str, rows: Sequence[ComplaintRow], *, as_of: int) -> BodyLoad:
    ages = sorted((as_of - row.lodged_at) // DAY for row in rows if row.status != Status.ENDED)
    return BodyLoad(
        body=body,
        complaints=len(rows),
        open=len(ages),
        by_status=_counted(row.status for row in rows),
        by_outcome=_counted(row.outcome for row in rows),
        oldest_days=ages[-1] if ages else 0,
        median_days=ages[len(ages) // 2] if ages else 0,
        breaches=sum(row.breaches for row in rows),
    )


def _counted(words: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(words).items()))


def _tally(rows: Sequence[ComplaintRow], breached: Mapping[str, set[str]]) -> Tally:
    return Tally(
        complaints=len(rows),
        unregistered=sum(row.registered_at is None for row in rows),
        sent_back=sum(row.sent_back_at is not None for row in rows),
        refused_by_court=sum(row.refusals_by_court > 0 for row in rows),
        unknown=sum(row.outcome == UNKNOWN_OUTCOME for row in rows),
        breached={rule: len(complaints) for rule, complaints in sorted(breached.items())},
        disputed={rule: quoted for rule in sorted(breached) if (quoted := _disputed(rule))},
    )


def _disputed(rule: str) -> tuple[Text, ...]:
    known = law().safeguards.get(rule)
    return known.disputed_by if known is not None else ()


def _breached(complaints: QuerySet[ComplaintRow], *, as_of: int) -> Mapping[str, set[str]]:
    """Safeguard -> the complaints in which it is broken now, each counted once."""
    found: dict[str, set[str]] = {}
    # By a question within the question: so many ids as a country has complaints fit into no statement.
    own = complaints.order_by().values("complaint_id")
    for row in ComplaintClockRow.objects.filter(complaint_id__in=own).iterator(chunk_size=2000):
        if clock_state(row, as_of=as_of) == State.BREACHED:
            found.setdefault(row.safeguard, set()).add(row.complaint_id)
    return found
