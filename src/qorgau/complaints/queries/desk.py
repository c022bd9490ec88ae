"""What a desk lists: cases by due time with their next clock, sealed ones that wait, and what needs a visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries.lists import DAY, clock_state
from qorgau.complaints.queries.reach import before_the_body, within_reach

PAGE = 50
_UNREAD = Q(is_sealed=True, read_at__isnull=True)
SEALED_SHOWN = 100
ORDERS: Mapping[str, tuple[str, ...]] = {
    "due": ("order_at", "complaint_id"),
    "oldest": ("lodged_at", "complaint_id"),
    "newest": ("-lodged_at", "complaint_id"),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked to be shown; older_than: days."""

    status: str = ""
    body: str = ""
    about: str = ""
    older_than: int = 0
    order: str = "due"


@dataclass(frozen=True, kw_only=True)
class DeskLine:
    """One case with the clock that runs out first; state: what that clock is now."""

    row: ComplaintRow
    age_days: int
    clock: ComplaintClockRow | None
    state: str


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A page of the list, what is sealed and waits, and how many there are of what is urgent."""

    lines: tuple[DeskLine, ...]
    sealed: tuple[DeskLine, ...]
    total: int
    page: int
    pages: int
    sums: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Watched:
    """Who asked to withdraw and was not met yet, who reports a reprisal, and who was met."""

    to_meet: tuple[ComplaintRow, ...]
    reprisals: tuple[ComplaintRow, ...]
    met: tuple[ComplaintRow, ...]


def desk(actor: Actor, wanted: Wanted, *, as_of: int, page: int = 1, size: int = PAGE) -> Desk:
    """The complaints within the actor's reach; the sealed ones stand on top and not in the list below.

    Who asks for one state gets all of that state in the list.
    """
    seen = within_reach(ComplaintRow.objects.all(), actor, "complaints.see")
    sealed = seen.filter(_UNREAD).order_by("lodged_at", "complaint_id")
    rows = _narrowed(seen, wanted, as_of)
    total = rows.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    shown = rows.order_by(*ORDERS.get(wanted.order, ORDERS["due"]))[(page - 1) * size : page * size]
    return Desk(
        lines=_lines(list(shown), as_of=as_of),
        sealed=_lines(list(sealed[:SEALED_SHOWN]), as_of=as_of),
        total=total,
        page=page,
        pages=pages,
        sums={
            "all": seen.count(),
            "sealed": sealed.count(),
            "overdue": seen.filter(next_due_at__lt=as_of).count(),
            "soon": seen.filter(next_due_at__gte=as_of, next_due_at__lt=as_of + DAY).count(),
        },
    )


def watched(actor: Actor) -> Watched:
    """What the preventive mechanism has to follow up; the cases themselves go on."""
    seen = within_reach(ComplaintRow.objects.all(), actor, "complaints.watch").order_by(
        "order_at", "complaint_id"
    )
    asked = seen.filter(withdrawal_asked=True)
    return Watched(
        to_meet=tuple(asked.filter(npm_contact_due=True)),
        reprisals=tuple(seen.filter(reprisals__gt=0)),
        met=tuple(asked.filter(npm_contact_due=False)),
    )


def _narrowed(rows: QuerySet[ComplaintRow], wanted: Wanted, as_of: int) -> QuerySet[ComplaintRow]:
    rows = rows.filter(status=wanted.status) if wanted.status else rows.exclude(_UNREAD)
    rows = rows.filter(before_the_body(wanted.body)) if wanted.body else rows
    rows = rows.filter(about=wanted.about) if wanted.about else rows
    return rows.filter(lodged_at__lt=as_of - wanted.older_than * DAY) if wanted.older_than else rows


def _lines(rows: Sequence[ComplaintRow], *, as_of: int) -> tuple[DeskLine, ...]:
    clocks = _first_clocks([row.complaint_id for row in rows])
    return tuple(_line(row, clocks.get(_clock_key(row)), as_of) for row in rows)


def _line(row: ComplaintRow, clock: ComplaintClockRow | None, as_of: int) -> DeskLine:
    state = clock_state(clock, as_of=as_of) if clock else ""
    return DeskLine(row=row, age_days=max(0, (as_of - row.lodged_at) // DAY), clock=clock, state=state)


def _clock_key(row: ComplaintRow) -> tuple[str, str, str]:
    return row.complaint_id, row.next_due_safeguard, row.next_due_basis


def _first_clocks(complaints: Sequence[str]) -> dict[tuple[str, str, str], ComplaintClockRow]:
    """Of each rule of a complaint the running clock that is due first."""
    found: dict[tuple[str, str, str], ComplaintClockRow] = {}
    running = ComplaintClockRow.objects.filter(complaint_id__in=complaints, is_running=True)
    for row in running.order_by("due_from", "clock_id"):
        found.setdefault((row.complaint_id, row.safeguard, row.basis), row)
    return found
