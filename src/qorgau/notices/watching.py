"""One round of watching: find candidates, look at each again, and say what is to be said, once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from qorgau.custody.facts.law import law, weighs
from qorgau.custody.models import ClockRow, CustodyRow
from qorgau.lawbook import Basis
from qorgau.notices.models import Notice, Stage
from qorgau.notices.routes import routes
from qorgau.safeguards import State

LONGEST_LEAD, SHORTEST_LEAD = 7200, 600
"""Between two hours and ten minutes before a limit; a quarter of it in between."""
LONGEST_AGO = 7 * 86_400
"""Older breaches stand on the record; a desk that starts to watch is not flooded with a past it finds."""
AT_A_TIME = 1000
CLOCK = ("custody_id", "safeguard", "basis", "subject", "triggered_at")
"""What makes a clock the same one."""


def lead_of(*, triggered_at: int, due_at: int) -> int:
    """How many seconds before the limit its notice goes out."""
    return min(max((due_at - triggered_at) // 4, SHORTEST_LEAD), LONGEST_LEAD)


def say_what_runs_out(*, now: int) -> int:
    """Notices before a limit: once for each clock; gives how many were said."""
    candidates = _unsaid(Stage.SOON).filter(due_at__gt=now, due_at__lte=now + LONGEST_LEAD)
    near = [
        clock
        for clock in candidates.order_by("due_at")[:AT_A_TIME]
        if clock.due_at is not None
        and clock.due_at - lead_of(triggered_at=clock.triggered_at, due_at=clock.due_at) <= now
    ]
    return _say(near, stage=Stage.SOON, state=State.OPEN, now=now)


def say_what_ran_out(*, now: int) -> int:
    """Notices of a breach: dated when the limit ran out, however late somebody looked."""
    recent = _unsaid(Stage.BREACH).filter(due_at__lt=now, due_at__gte=now - LONGEST_AGO)
    candidates = recent.order_by("due_at")[:AT_A_TIME]
    return _say(candidates, stage=Stage.BREACH, state=State.BREACHED, now=now)


def say_what_changed(*, now: int) -> int:
    """A breach that was told and no longer stands so: done late, done in time after all, or withdrawn."""
    running = ClockRow.objects.filter(is_running=True, **_same_clock())
    told = Notice.objects.filter(stage=Stage.BREACH, settled=False).exclude(Exists(running))
    said = 0
    for notice in told[:AT_A_TIME]:
        if Notice.objects.filter(pk=notice.pk, settled=False).update(settled=True):
            said += _follow_up(notice, state=_state_now(notice), now=now)
    return said


def escalate(*, now: int) -> int:
    """What nobody acknowledged in time goes one level up."""
    waiting = Notice.objects.filter(escalates_at__lte=now, acknowledged_at__isnull=True)
    moved = 0
    for notice in waiting.order_by("escalates_at")[:AT_A_TIME]:
        level, owner = notice.level + 1, _owner(notice.safeguard)
        last = len(routes().levels(owner)) - 1
        # Only where nobody else moved it meanwhile: two workers must not climb two steps at once.
        moved += Notice.objects.filter(pk=notice.pk, level=notice.level, acknowledged_at__isnull=True).update(
            level=level,
            told=_roles(owner, level),
            escalates_at=now + routes().escalates_after if level < last else None,
        )
    return moved


def _unsaid(stage: Stage) -> QuerySet[ClockRow]:
    said = Notice.objects.filter(stage=stage, **_same_clock())
    watched = ClockRow.objects.filter(is_running=True, has_figure=True)
    return watched.exclude(safeguard__in=_comparators()).exclude(Exists(said))


def _comparators() -> list[str]:
    """Rules of other countries and recommendations stand on the record; nobody is called to account by them."""
    return [rule.id for rule in law().book.safeguards.values() if not weighs(rule, Basis.STANDARD)]


def _same_clock() -> dict[str, OuterRef]:
    return {name: OuterRef(name) for name in CLOCK}


def _state_now(notice: Notice) -> str:
    clock = ClockRow.objects.filter(**{name: getattr(notice, name) for name in CLOCK}).first()
    return clock.state_when_folded if clock else State.NOT_APPLICABLE.value


def notice_id(clock: ClockRow | Notice, stage: Stage) -> str:
    """The key of a notice: the same clock and stage always give the same."""
    parts = [str(getattr(clock, name)) for name in CLOCK]
    return hashlib.sha256("\0".join([*parts, stage.value]).encode()).hexdigest()


def _say(clocks: Iterable[ClockRow], *, stage: Stage, state: State, now: int) -> int:
    clocks = list(clocks)
    persons = dict(
        CustodyRow.objects.filter(pk__in={clock.custody_id for clock in clocks}).values_list(
            "custody_id", "person_id"
        )
    )
    notices = [
        _notice(clock, persons[clock.custody_id], stage=stage, state=state, now=now)
        for clock in clocks
        if clock.custody_id in persons
    ]
    # Whoever was quicker said the same: the key is the clock and the stage.
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return len(notices)


def _notice(clock: ClockRow, person: str, *, stage: Stage, state: State, now: int) -> Notice:
    owner, level = _owner(clock.safeguard), 1 if stage is Stage.BREACH else 0
    return Notice(
        notice_id=notice_id(clock, stage),
        custody_id=clock.custody_id,
        person_id=person,
        place_id=clock.place_id,
        region=clock.region,
        safeguard=clock.safeguard,
        basis=clock.basis,
        subject=clock.subject,
        triggered_at=clock.triggered_at,
        stage=stage.value,
        state_told=state.value,
        happened_at=clock.due_at or now,
        said_at=now,
        told=_roles(owner, level),
        level=level,
        escalates_at=now + routes().escalates_after if stage is Stage.BREACH else None,
    )


def _follow_up(notice: Notice, *, state: str, now: int) -> int:
    follow_up = Notice(
        notice_id=notice_id(notice, Stage.CHANGED),
        custody_id=notice.custody_id,
        person_id=notice.person_id,
        place_id=notice.place_id,
        region=notice.region,
        safeguard=notice.safeguard,
        basis=notice.basis,
        subject=notice.subject,
        triggered_at=notice.triggered_at,
        stage=Stage.CHANGED.value,
        state_told=state,
        happened_at=now,
        said_at=now,
        told=notice.told,
        level=notice.level,
        settled=True,
    )
    return len(Notice.objects.bulk_create([follow_up], ignore_conflicts=True))


def _owner(safeguard: str) -> str:
    known = law().book.safeguards.get(safeguard)
    return known.owed_by if known else ""


def _roles(owner: str, level: int) -> str:
    return f" {' '.join(sorted(routes().told(owner, up_to=level)))} "
