"""The record says when this instance's clock was found wrong, and when right again."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.carrying.desk_clock import asked_anew, forget_clock, known_of, witnesses
from qorgau.carrying.entries import CLOCK_CHECKED, INSTANCE
from qorgau.recording.desk_clock import ClockCheck, ClockState, OtherClock, Witness, check_clock
from qorgau.recording.drafts import Draft
from qorgau.recording.record import EntryConflict, record


def note_clock(*, now: int) -> ClockCheck | None:
    """Record what is known of the clock, once for each change; gives it if it was recorded."""
    check = asked_anew(now=now)
    known = known_of(settings.QORGAU_INSTANCE)
    before = ClockState(known.state) if known else ClockState.AGREES
    state = ClockState.AGREES if check.state is ClockState.NO_OTHER else check.state
    if state is before or (state is ClockState.AGREES and known is None):
        return None
    # Two processes that notice at once draw the same id, and the second finds it taken.
    told = sha256(f"{settings.QORGAU_INSTANCE} {known.entry if known else ''} {state}".encode()).hexdigest()
    try:
        _record(f"clock-{told[:32]}", dict(check.facts()) | {"clock": state.value}, now=now)
    except EntryConflict:
        return None
    forget_clock()
    return check


def compare_clock(actor: Actor, *, other: int, now: int, act_id: str) -> ClockCheck:
    """Somebody read another clock, which showed `other`, and vouches for it: the record says what followed."""
    require(actor, "bundle.carry")
    # The typed time has no seconds: it is as much as a minute old.
    told = OtherClock(witness=Witness.PERSON, says=other + 30, desk=now, slack=30)
    check = check_clock([told])
    facts: dict[str, str | int] = dict(check.facts())
    if not check.needs_warning:
        # Times still to come were written while this clock, or another instance's, was ahead.
        facts["explained_until"] = max([now, *(each.says for each in witnesses(now=now))])
    # Pressed twice, it was compared once.
    with suppress(EntryConflict):
        _record(act_id, facts, now=now, actor=actor)
    forget_clock()
    return check


def _record(entry_id: str, facts: dict[str, str | int], *, now: int, actor: Actor | None = None) -> None:
    draft = Draft(
        id=entry_id,
        kind=CLOCK_CHECKED,
        recorded=now,
        by=actor.account if actor else None,
        for_body=actor.body if actor else settings.QORGAU_INSTANCE,
        objects={INSTANCE: [settings.QORGAU_INSTANCE]},
        facts=facts,
    )
    record([draft], received=now)
