"""Assess one subject's history: a verdict per safeguard and basis, with every clock and its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qorgau.clock import Interval
from qorgau.lawbook import Lawbook
from qorgau.lawbook.safeguard import Safeguard
from qorgau.lawbook.words import Basis, Confirmed
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event, events_of
from qorgau.safeguards.compiling import Group, groups_of, names_child_rule
from qorgau.safeguards.history import History
from qorgau.safeguards.possible import ClockRange, Possible, possible
from qorgau.safeguards.recorded_facts import facts_never_recorded
from qorgau.safeguards.verdict import SEVERITY, ClockVerdict, Note, Reason, State, Verdict

_ANSWERED_SHAPES = frozenset({codes.WITHIN, codes.BEFORE, codes.AT_MOST, codes.EVERY})


def assess(
    history: History,
    safeguards: Iterable[Safeguard],
    *,
    lawbook: Lawbook,
    as_of: int | None,
    observed: frozenset[str] | None = None,
    recorded: frozenset[str] | None = None,
    word_of: str | None = None,
) -> tuple[Verdict, ...]:
    """One verdict per safeguard and basis.

    `as_of` is the moment asked about, in UTC seconds; None: the log has ended and nothing stays open.
    `observed` are the kinds the log records, `recorded` the facts; None: all. `word_of` believes one source where it speaks.
    Raises UncheckableRuleError for a rule that cannot be evaluated.
    """
    events = events_of(history.entries, lawbook=lawbook, word_of=word_of)
    moment = codes.CLOSED if as_of is None else as_of
    return tuple(
        not_checked(group, history.subject, history.role, observed, recorded)
        or verdict_of(possible(group, events, history, as_of=moment), events, history, lawbook, word_of)
        for group in groups_of(safeguards)
    )


def not_checked(
    group: Group,
    subject: str,
    role: str,
    observed: frozenset[str] | None,
    recorded: frozenset[str] | None = None,
) -> Verdict | None:
    """The verdict on a rule that this log cannot answer; None when it can."""
    rule = group.safeguard
    if rule.per != role:
        return _unchecked(rule, group.basis, subject, Reason.NO_SUCH_OBJECT, (rule.per,))
    unseen = () if observed is None else tuple(sorted(rule.kinds_needed - observed))
    if not unseen and recorded is not None:
        unseen = facts_never_recorded(rule, recorded)
    return _unchecked(rule, group.basis, subject, Reason.NOT_OBSERVED, unseen) if unseen else None


def _unchecked(
    rule: Safeguard, basis: Basis, subject: str, reason: Reason, missing: tuple[str, ...]
) -> Verdict:
    return Verdict(rule.id, basis, subject, State.NOT_CHECKED, reason, missing=missing)


def verdict_of(
    found: Possible,
    events: Sequence[Event],
    history: History,
    lawbook: Lawbook,
    word_of: str | None,
) -> Verdict:
    """The verdict that a group comes to, with its clocks and notes."""
    group = found.group
    state = _state(found)
    clocks = tuple(_clock(clock, found, events) for clock in found.clocks.values())
    worst = max(clocks, key=lambda clock: _weight(clock, state), default=None)
    if worst is None or state is State.NOT_APPLICABLE:
        return Verdict(
            group.safeguard.id, group.basis, history.subject, state, clocks=clocks, word_of=word_of
        )
    told = [event for event in events if {*worst.trigger_ids, *worst.answer_ids} & {*event.ids}]
    gap = max((event.gap for event in told), default=0)
    return Verdict(
        safeguard=group.safeguard.id,
        basis=group.basis,
        subject=history.subject,
        state=state,
        reason=_reason(found, state, worst),
        triggered=worst.triggered,
        due=worst.due,
        met=worst.met,
        delay=worst.delay,
        elapsed=worst.elapsed,
        limit=worst.limit,
        trigger_ids=worst.trigger_ids,
        answer_ids=worst.answer_ids,
        clocks=clocks,
        notes=_notes(found, state, clocks, events, history, lawbook, gap),
        possible=_possible_states(found) if state is State.CANNOT_TELL else (),
        gap=gap,
        word_of=word_of,
    )


def _state(found: Possible) -> State:
    if len(found.states) > 1 or not found.complete:
        return State.CANNOT_TELL
    return SEVERITY[next(iter(found.states))]


def _possible_states(found: Possible) -> tuple[State, ...]:
    return tuple(SEVERITY[code] for code in sorted(found.states))


def _clock(clock: ClockRange, found: Possible, events: Sequence[Event]) -> ClockVerdict:
    group, states = found.group, clock.distinct(codes.VERDICT)
    certain = len(states) == 1 and clock.courses == found.courses and found.complete
    state = SEVERITY[states[0]] if certain else State.CANNOT_TELL
    limit = group.limits[clock.distinct(codes.LIMIT)[0]]
    reason = None
    if state is State.CANNOT_TELL:
        reason = Reason.NO_FIGURE if certain else _uncertainty(found)
    elif limit.word != codes.FIGURE:
        reason = Reason.NO_FIGURE
    return ClockVerdict(
        state=state,
        triggered=Interval(*(clock.span(codes.AT) or (0, 0))),
        due=_interval(clock.due(group)),
        met=_interval(clock.span(codes.ENDED)),
        delay=clock.span(codes.DELAY),
        elapsed=clock.elapsed(found.as_of),
        limit=limit.dated,
        trigger_ids=events[clock.event].ids,
        answer_ids=tuple(id_ for ender in clock.enders for id_ in events[ender].ids),
        reason=reason,
    )


def _interval(bounds: tuple[int, int] | None) -> Interval | None:
    return None if bounds is None else Interval(*bounds)


def _uncertainty(found: Possible) -> Reason:
    exact = not found.times_matter and found.complete
    return Reason.UNKNOWN_FACT if exact else Reason.UNCERTAIN_TIME


def _weight(clock: ClockVerdict, state: State) -> tuple[bool, int, int]:
    delay = clock.delay[1] if clock.delay else codes.NOTHING
    return clock.state is state, SEVERITY.index(clock.state), delay


def _reason(found: Possible, state: State, worst: ClockVerdict) -> Reason | None:
    if state is State.CANNOT_TELL and (len(found.states) > 1 or not found.complete):
        return _uncertainty(found)
    return worst.reason


def _notes(
    found: Possible,
    state: State,
    clocks: Sequence[ClockVerdict],
    events: Sequence[Event],
    history: History,
    lawbook: Lawbook,
    gap: int,
) -> frozenset[Note]:
    rule = found.group.safeguard
    used = [found.group.limits[i] for clock in found.clocks.values() for i in clock.distinct(codes.LIMIT)]
    age_known = "age" in history.attributes or "born_on" in history.attributes
    by_child_rule = any(names_child_rule(limit.line.applies_to) for limit in used)
    said = {
        Note.OWN_ENTRY_ONLY: _own_entry_only(found, clocks, events, lawbook),
        Note.AGE_UNKNOWN_CHILD_RULE: not age_known and (by_child_rule or names_child_rule(rule.only_if)),
        Note.INTERPRETATION: bool(rule.interpretation),
        Note.UNCONFIRMED: any(limit.dated.confirmed is Confirmed.MEMORY for limit in used),
        Note.ACCOUNTS_DIFFER: gap > 0,
        Note.TOO_MANY_PLACEMENTS: not found.complete and len(found.states) == 1,
    }
    return frozenset(note for note, holds in said.items() if holds)


def _own_entry_only(
    found: Possible, clocks: Sequence[ClockVerdict], events: Sequence[Event], lawbook: Lawbook
) -> bool:
    """Whether some clock counts as answered only by the word of the body that owes the duty."""
    if found.group.rule[codes.SHAPE] not in _ANSWERED_SHAPES:
        return False
    sources_of = {id_: event.sources for event in events for id_ in event.ids}
    owes = found.group.safeguard.owed_by
    for clock in clocks:
        if clock.state in (State.MET, State.LATE) and clock.answer_ids:
            sources = frozenset().union(*(sources_of[id_] for id_ in clock.answer_ids))
            if all(_speaks_for(source, owes, lawbook) for source in sources):
                return True
    return False


def _speaks_for(source: str | None, body: str, lawbook: Lawbook) -> bool:
    speaker = lawbook.speakers.get(source) if source else None
    return speaker is not None and body in speaker.speaks_for
