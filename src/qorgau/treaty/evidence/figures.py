"""The figures that the record can count (law/kz/figures/measures.yaml): one function for each code of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from django.db.models import F, Q, QuerySet

from qorgau.complaints.entries import Status
from qorgau.complaints.models import ComplaintRow, DecisionRow, NamedRow, RunRow
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.counting import count_at
from qorgau.places.models import PlaceRow

DAY = 86_400
_DIED = "died"
_IN_COURT = ("in_court", "convicted", "acquitted", "freed")
_CRIMINAL = "/criminal_investigation"
_CHUNK = 400


@dataclass(frozen=True, kw_only=True)
class Span:
    """The period in instants, both within it, and the moment of counting."""

    since: int
    until: int
    as_of: int


def count(code: str, span: Span) -> int | None:
    """The figure; None for one that this record does not count, or where there is nothing to take a median of."""
    counter = _COUNTERS.get(code)
    return None if counter is None else counter(span)


def counted_here() -> frozenset[str]:
    """The codes that can be counted."""
    return frozenset(_COUNTERS)


def _custodies(span: Span) -> QuerySet[CustodyRow]:
    began = Q(apprehended_at__range=(span.since, span.until))
    admitted = Q(apprehended_at__isnull=True, registered_at__range=(span.since, span.until))
    return CustodyRow.objects.filter(began | admitted)


def _complaints(span: Span, **more: object) -> QuerySet[ComplaintRow]:
    return ComplaintRow.objects.filter(lodged_at__range=(span.since, span.until), **more)


def _held_now(span: Span) -> int:
    return CustodyRow.objects.filter(is_here=True, ended_at__isnull=True).count()


def _children(span: Span) -> int:
    return _custodies(span).filter(age__isnull=False, age__lt=18).count()


def _deaths(span: Span) -> int:
    died = CustodyRow.objects.filter(status=_DIED, status_since__range=(span.since, span.until))
    return died.count()


def _of_complaints(span: Span, **more: object) -> int:
    return _complaints(span, **more).count()


def _ended_without_court(span: Span) -> int:
    ended = _complaints(span, status=Status.ENDED.value)
    return ended.exclude(complaint_id__in=_at_court()).count()


def _at_court() -> QuerySet[RunRow, str]:
    runs = RunRow.objects.filter(procedure__endswith=_CRIMINAL, stage__in=_IN_COURT)
    return runs.values_list("complaint_id", flat=True)


def _in_court(span: Span) -> int:
    return _complaints(span).filter(complaint_id__in=_at_court()).count()


def _decided(span: Span) -> int:
    decided = DecisionRow.objects.values("complaint_id")
    return _complaints(span).filter(Q(complaint_id__in=decided) | Q(status=Status.ENDED.value)).count()


def _officers(span: Span, **more: object) -> int:
    own = _complaints(span).values("complaint_id")
    named = NamedRow.objects.filter(complaint_id__in=own, **more)
    return named.values("officer_id").distinct().count()


def _days_to_end(span: Span) -> int | None:
    ended = _complaints(span, status=Status.ENDED.value, ended_at__isnull=False)
    days = sorted(ended.annotate(took=F("ended_at") - F("lodged_at")).values_list("took", flat=True))
    return days[len(days) // 2] // DAY if days else None


def _official_places() -> QuerySet[PlaceRow]:
    return PlaceRow.objects.filter(official=True, closed_at__isnull=True)


def _places(span: Span) -> int:
    return _official_places().count()


def _crowded(span: Span) -> int:
    room = dict(_official_places().filter(capacity__isnull=False).values_list("place_id", "capacity"))
    ids, over = sorted(room), 0
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        held = count_at(part, span.as_of)
        over += sum(held.get(place, 0) > (room[place] or 0) for place in part)
    return over


_COUNTERS: Mapping[str, Callable[[Span], int | None]] = {
    "custodies": lambda span: _custodies(span).count(),
    "held_now": _held_now,
    "children_held": _children,
    "deaths_in_custody": _deaths,
    "complaints": _of_complaints,
    "complaints_torture": partial(_of_complaints, about="torture"),
    "complaints_ill_treatment": partial(_of_complaints, about="ill_treatment"),
    "complaints_registered": partial(_of_complaints, registered_at__isnull=False),
    "complaints_sent_back": partial(_of_complaints, sent_back_at__isnull=False),
    "complaints_ended": _ended_without_court,
    "complaints_in_court": _in_court,
    "complaints_decided": _decided,
    "complaints_reprisals": partial(_of_complaints, reprisals__gt=0),
    "complaints_withdrawal_asked": partial(_of_complaints, withdrawal_asked=True),
    "officers_named": _officers,
    "officers_suspected": partial(_officers, suspected_at__isnull=False),
    "officers_suspended": partial(_officers, suspended_at__isnull=False),
    "days_to_end": _days_to_end,
    "places_official": _places,
    "crowding": _crowded,
}
