"""The figures that the record can count (law/kz/figures/measures.yaml): one function for each code of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import F, Q, QuerySet, Sum

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
_REMAND = "sizo"
_DAYS_TO_END = "days_to_end"


@dataclass(frozen=True, kw_only=True)
class Span:
    """The period in instants, both within it; at: the moment for what there is rather than happens."""

    since: int
    until: int
    at: int


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
    begun = Q(apprehended_at__lte=span.at) | Q(apprehended_at__isnull=True, registered_at__lte=span.at)
    return CustodyRow.objects.filter(begun, Q(is_here=True) | Q(ended_at__gt=span.at)).count()


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


def cases_behind(code: str, span: Span) -> int | None:
    """How many cases a median is taken of; None for a figure that is no median."""
    return _ended(span).count() if code == _DAYS_TO_END else None


def _ended(span: Span) -> QuerySet[ComplaintRow]:
    return _complaints(span, status=Status.ENDED.value, ended_at__isnull=False)


def _days_to_end(span: Span) -> int | None:
    days = sorted(_ended(span).annotate(took=F("ended_at") - F("lodged_at")).values_list("took", flat=True))
    return days[len(days) // 2] // DAY if days else None


def _official_places(span: Span) -> QuerySet[PlaceRow]:
    begun = Q(opened_at__isnull=True) | Q(opened_at__lte=span.at)
    open_then = Q(closed_at__isnull=True) | Q(closed_at__gt=span.at)
    return PlaceRow.objects.filter(begun, open_then, official=True)


def _places(span: Span) -> int:
    return _official_places(span).count()


def _capacity(span: Span) -> int | None:
    room: int | None = _official_places(span).aggregate(room=Sum("capacity"))["room"]
    return room


def _crowded(span: Span) -> int:
    room = dict(_official_places(span).filter(capacity__isnull=False).values_list("place_id", "capacity"))
    held = _held_in(sorted(room), span.at)
    return sum(held.get(place, 0) > (capacity or 0) for place, capacity in room.items())


def _on_remand(span: Span) -> int:
    centres = PlaceRow.objects.filter(kind=_REMAND).order_by("place_id")
    return sum(_held_in(list(centres.values_list("place_id", flat=True)), span.at).values())


def _held_in(places: Sequence[str], at: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(places), _CHUNK):
        found |= count_at(places[start : start + _CHUNK], at)
    return found


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
    _DAYS_TO_END: _days_to_end,
    "places_official": _places,
    "crowding": _crowded,
    "held_on_remand": _on_remand,
    "capacity": _capacity,
}
