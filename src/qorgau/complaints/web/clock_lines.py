"""Clocks of a case as the pages draw them: the next three as bars, all of them as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from qorgau.clock import Zone
from qorgau.custody.citing import cited
from qorgau.custody.facts.clocks import DUTIES, Clock
from qorgau.custody.web.lines import spare_of, times_of
from qorgau.lawbook import Language
from qorgau.safeguards import State
from qorgau.wording import in_language, say_limit

_ORDER = (
    State.BREACHED,
    State.LATE,
    State.OPEN,
    State.CANNOT_TELL,
    State.MET,
    State.NOT_CHECKED,
    State.NOT_APPLICABLE,
)
_NEXT = 3


@dataclass(frozen=True, kw_only=True)
class ClockLine:
    """A clock for the bar and for the table; key: the question that its "why?" asks."""

    title: str
    basis: str
    source: str
    limit: str
    state: str
    triggered_at: int
    due_at: int | None
    met_at: int | None
    times: str
    spare: str
    key: str
    clock: Clock


def clock_line(clock: Clock, *, zone: Zone, as_of: int, language: Language) -> ClockLine:
    """One clock in words."""
    verdict = clock.clock
    return ClockLine(
        title=in_language(clock.safeguard.title, language),
        basis=clock.basis.value,
        source=cited(verdict.limit.source, language) if verdict.limit else "",
        limit=say_limit(verdict.limit, language) if verdict.limit else "",
        state=verdict.state.value,
        triggered_at=verdict.triggered.earliest,
        due_at=clock.due_at if clock.has_figure else None,
        met_at=verdict.met.latest if verdict.met else None,
        times=times_of(verdict, zone, language),
        spare=spare_of(verdict, as_of, language),
        key=urlencode(
            {"safeguard": clock.safeguard.id, "basis": clock.basis.value, "subject": clock.subject,
             "began": verdict.triggered.earliest}
        ),
        clock=clock,
    )  # fmt: skip


def next_clocks(clocks: Iterable[Clock]) -> list[Clock]:
    """The three that run out, or ran out, first; words that never become a breach come last."""
    running = [each for each in clocks if each.is_running and each.safeguard.shape in DUTIES]
    return sorted(running, key=lambda each: (not _presses(each), each.due_from or 0, each.safeguard.id))[
        :_NEXT
    ]


def _presses(each: Clock) -> bool:
    return each.due_from is not None and each.after_due is State.BREACHED


def worst_first(clocks: Iterable[Clock]) -> list[Clock]:
    """All clocks, by how bad they are."""
    return sorted(
        clocks, key=lambda each: (_ORDER.index(each.clock.state), each.due_at or 0, each.safeguard.id)
    )
