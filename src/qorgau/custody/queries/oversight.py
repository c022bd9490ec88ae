"""Breaches, what was answered, and what was typed late: by place and region, within reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import Count, F, Q, QuerySet, Sum

from qorgau.access.actor import Actor
from qorgau.custody.facts.board import HeldRow
from qorgau.custody.facts.board_line import breaches_in, late_seconds_in
from qorgau.custody.facts.oversight import Oversight, PlaceFigures
from qorgau.custody.facts.whereabouts import ENDED
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.queries.rows import held_rows
from qorgau.custody.queries.waiting import answers_counted

ACT = "figures.see"
_NOTHING = PlaceFigures(place="", region="", custodies=0, breaches=0, unanswered=0, entries=0, late_entries=0)


def oversight(actor: Actor, *, since: int, as_of: int) -> Oversight:
    """The figures of everyone held now and of those whose custody ended since; raises NotPermitted."""
    rows = within_reach(CustodyRow.objects.all(), actor, ACT)
    by_place = _added([*_held(rows, as_of=as_of), *_ended(rows, since=since)], key="place")
    by_region = _added(by_place, key="region")
    return Oversight(
        since=since,
        as_of=as_of,
        places=_worst_first(by_place),
        regions=_worst_first(by_region),
        total=sum_of(by_place),
        answers=answers_counted(actor, since=since, until=as_of, act=ACT),
    )


def unanswered(actor: Actor, *, as_of: int, most: int = 50) -> tuple[HeldRow, ...]:
    """Custodies with a breach that nobody answered, as far as the actor may answer it; those held first."""
    rows = within_reach(CustodyRow.objects.all(), actor, "custody.answer_breach")
    # What ran out since the last entry is known by its time alone: then the line itself says how many.
    ran_out = Q(is_here=True, order_at__lte=as_of)
    open_ones = rows.filter(Q(breaches__gt=F("answered_breaches")) | ran_out)
    worst = open_ones.order_by("-is_here", "order_at", "custody_id")[:most]
    return tuple(row for row in held_rows(list(worst), as_of=as_of) if row.unanswered_breaches)


def sum_of(figures: Iterable[PlaceFigures]) -> PlaceFigures:
    """All of them together."""
    total = _NOTHING
    for each in figures:
        total = total.plus(each)
    return total


def _held(rows: QuerySet[CustodyRow], *, as_of: int) -> Iterator[PlaceFigures]:
    """Those held now, whose clocks go on running: judged as of the asking."""
    wanted = ("place_id", "region", "board", "answered_breaches", "entries", "late_entries")
    for place, region, board, answered, entries, late in rows.filter(is_here=True).values_list(*wanted):
        breaches = breaches_in(board, as_of=as_of)
        yield PlaceFigures(
            place=place,
            region=region,
            custodies=1,
            breaches=breaches,
            unanswered=max(0, breaches - answered),
            entries=entries,
            late_entries=late,
            late_seconds=late_seconds_in(board) if late else 0,
        )


def _ended(rows: QuerySet[CustodyRow], *, since: int) -> Iterator[PlaceFigures]:
    """Those whose custody ended in the period: their clocks stand still, and the database adds them up."""
    ended = rows.filter(status__in=[each.value for each in ENDED], status_since__gte=since)
    unanswered_only = Q(breaches__gt=F("answered_breaches"))
    found = ended.values("place_id", "region").annotate(
        many=Count("custody_id"),
        bad=Sum("breaches"),
        undone=Sum(F("breaches") - F("answered_breaches"), filter=unanswered_only, default=0),
        typed=Sum("entries"),
        late=Sum("late_entries"),
    )
    delays = _delays(ended)
    for each in found:
        yield PlaceFigures(
            place=each["place_id"],
            region=each["region"],
            custodies=each["many"],
            breaches=each["bad"],
            unanswered=each["undone"],
            entries=each["typed"],
            late_entries=each["late"],
            late_seconds=delays[each["place_id"], each["region"]],
        )


def _delays(ended: QuerySet[CustodyRow]) -> Counter[tuple[str, str]]:
    """Place and region -> seconds by which what was typed late was late; read only of custodies that have any."""
    found: Counter[tuple[str, str]] = Counter()
    late = ended.filter(late_entries__gt=0).values_list("place_id", "region", "board")
    for place, region, board in late.iterator():
        found[place, region] += late_seconds_in(board)
    return found


def _added(figures: Iterable[PlaceFigures], *, key: str) -> list[PlaceFigures]:
    sums: dict[str, PlaceFigures] = {}
    for each in figures:
        before = sums.get(getattr(each, key))
        sums[getattr(each, key)] = each if before is None else before.plus(each)
    return list(sums.values())


def _worst_first(figures: Iterable[PlaceFigures]) -> tuple[PlaceFigures, ...]:
    return tuple(
        sorted(figures, key=lambda each: (-each.unanswered, -each.breaches, each.region, each.place))
    )
