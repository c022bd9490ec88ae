"""What a correction would improve: verdicts already due that would read better after it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.clock import Zone
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.clocks import DUTIES, due_of
from qorgau.safeguards import SEVERITY, ClockVerdict, Reason, State, Verdict

_BAD = frozenset({State.LATE, State.BREACHED})


def improved(before: Iterable[Judged], after: Iterable[Judged], *, now: int, zone: Zone) -> tuple[str, ...]:
    """The safeguards of which some verdict, already due, is milder after the correction, in the order of ids."""
    later = {_key(each): each.verdict for each in after}
    better = (
        each.safeguard.id
        for each in before
        if _is_due(each, now, zone) and _is_better(each.verdict, later.get(_key(each)))
    )
    return tuple(sorted(set(better)))


def retold(better: Iterable[str], before: Iterable[Judged], after: Iterable[Judged]) -> tuple[str, ...]:
    """Of these safeguards, those whose clocks began otherwise or had another limit before: not merely answered now."""
    wanted = frozenset(better)
    later = {_key(each): _begun(each.verdict) for each in after}
    return tuple(
        sorted(
            {
                each.safeguard.id
                for each in before
                if each.safeguard.id in wanted
                and not _begun(each.verdict) <= later.get(_key(each), frozenset())
            }
        )
    )


def _begun(verdict: Verdict) -> frozenset[object]:
    return frozenset((clock.triggered, clock.limit) for clock in verdict.clocks if clock.state in _BAD)


def _key(each: Judged) -> tuple[str, str, str, str]:
    return each.safeguard.id, each.verdict.basis, each.role, each.verdict.subject


def _is_due(each: Judged, now: int, zone: Zone) -> bool:
    """Whether a limit has run out, or something forbidden was done.

    A duty that was left undone when custody ended before its limit is not due: if that end is withdrawn
    the person is held again, and the duty runs again.
    """
    if each.safeguard.shape not in DUTIES:
        return each.verdict.state in _BAD or _was_uncertain(each.verdict)
    return any(_ran_out(clock, now, zone) for clock in each.verdict.clocks)


def _ran_out(clock: ClockVerdict, now: int, zone: Zone) -> bool:
    if clock.state is State.LATE:
        return True
    _, due_at = due_of(clock, zone)
    return clock.state is not State.MET and due_at is not None and due_at < now


def _is_better(before: Verdict, after: Verdict | None) -> bool:
    """A verdict that is gone altogether counts as one that does not apply."""
    if before.state not in _BAD and not _was_uncertain(before):
        return False
    state = State.NOT_APPLICABLE if after is None else after.state
    if SEVERITY.index(state) != SEVERITY.index(before.state):
        return SEVERITY.index(state) < SEVERITY.index(before.state)
    return after is not None and _badness(after.clocks) < _badness(before.clocks)


def _was_uncertain(before: Verdict) -> bool:
    """Whether nobody can tell because of a time; a fact nobody stated, or a word without a figure, is no such thing."""
    return before.state is State.CANNOT_TELL and before.reason is Reason.UNCERTAIN_TIME


def _badness(clocks: Iterable[ClockVerdict]) -> tuple[int, int]:
    """How many clocks are late or breached, and by how many seconds those that were ended were."""
    bad = [clock for clock in clocks if clock.state in _BAD]
    return len(bad), sum(clock.delay[1] for clock in bad if clock.delay and clock.met is not None)
