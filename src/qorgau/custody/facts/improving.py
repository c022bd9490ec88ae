"""What a correction would improve: verdicts already due that would read better after it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.custody.facts.assessing import Judged
from qorgau.safeguards import SEVERITY, ClockVerdict, Reason, State, Verdict

_BAD = frozenset({State.LATE, State.BREACHED})


def improved(before: Iterable[Judged], after: Iterable[Judged]) -> tuple[str, ...]:
    """The safeguards of which some verdict, already due, is milder after the correction, in the order of ids."""
    later = {_key(each): each.verdict for each in after}
    return tuple(
        sorted({each.safeguard.id for each in before if _is_better(each.verdict, later.get(_key(each)))})
    )


def _key(each: Judged) -> tuple[str, str, str, str]:
    return each.safeguard.id, each.verdict.basis, each.role, each.verdict.subject


def _is_better(before: Verdict, after: Verdict | None) -> bool:
    """A verdict that is gone altogether counts as one that does not apply."""
    if before.state not in _BAD and not _was_uncertain(before):
        return False
    state = State.NOT_APPLICABLE if after is None else after.state
    if SEVERITY.index(state) != SEVERITY.index(before.state):
        return SEVERITY.index(state) < SEVERITY.index(before.state)
    if after is None:
        return False
    return _badness(after.clocks) < _badness(before.clocks)


def _was_uncertain(before: Verdict) -> bool:
    """Whether nobody can tell because of a time or a fact; a word of the law without a figure is no such thing."""
    return before.state is State.CANNOT_TELL and before.reason in (Reason.UNCERTAIN_TIME, Reason.UNKNOWN_FACT)


def _badness(clocks: Iterable[ClockVerdict]) -> tuple[int, int]:
    """How many clocks are late or breached, and by how many seconds those that were ended were."""
    bad = [clock for clock in clocks if clock.state in _BAD]
    return len(bad), sum(clock.delay[1] for clock in bad if clock.delay and clock.met is not None)
