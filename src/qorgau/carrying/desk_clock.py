"""Is this instance's own clock right? What its record, bundles and earlier checks say; asked at most once a minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max

from qorgau.carrying.models import BroughtRow, ClockRow
from qorgau.recording.desk_clock import TOLERANCE, ClockCheck, ClockState, OtherClock, Witness, check_clock
from qorgau.recording.own_clock import own_testimony

ASKED_EVERY = 60
_STAYS = (Witness.PERSON, Witness.LAST_RECEIVED)


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What was found, and when by this instance's clock."""

    at: int
    check: ClockCheck


_LAST: dict[tuple[str, str], _Asked] = {}


def clock_now(*, now: int) -> ClockCheck:
    """What is known of this instance's clock, at most a minute old."""
    key = (str(settings.QORGAU_DATA), settings.QORGAU_INSTANCE)
    last = _LAST.get(key)
    # A clock that jumped back is the very thing looked for: then nothing is taken from memory.
    if last is None or not last.at <= now < last.at + ASKED_EVERY:
        last = _LAST[key] = _Asked(at=now, check=asked_anew(now=now))
    return last.check


def asked_anew(*, now: int) -> ClockCheck:
    """What is known of the clock, named by those only who speak against it."""
    told = witnesses(now=now)
    against = [each for each in told if each.witness.says_now or each.says - each.desk > TOLERANCE]
    return check_clock(against or told)


def forget_clock() -> None:
    """Ask anew at the next page: somebody has just compared the clock."""
    _LAST.clear()


def witnesses(*, now: int) -> list[OtherClock]:
    """Every other time that speaks for or against the clock."""
    known = known_of(settings.QORGAU_INSTANCE)
    told = [*own_testimony(now=now), *_of_bundles(now)]
    explained = known.explained_until if known else None
    # What a person found out is not held against the clock again; what came later is.
    counted = [each for each in told if explained is None or each.says > explained]
    return counted if known is None else [*counted, *_of_checks(known, now)]


def known_of(instance: str) -> ClockRow | None:
    """What the record says of an instance's clock."""
    return ClockRow.objects.filter(pk=instance).first()


def is_wrong(row: ClockRow | None) -> bool:
    """Whether the last check found the clock wrong."""
    return row is not None and row.state not in (ClockState.AGREES.value, ClockState.NO_OTHER.value)


def _of_bundles(now: int) -> Iterator[OtherClock]:
    written = BroughtRow.objects.aggregate(last=Max("written_at"))["last"]
    if written is not None:
        yield OtherClock(witness=Witness.BUNDLE, says=written, desk=now)


def _of_checks(known: ClockRow, now: int) -> Iterator[OtherClock]:
    if known.set_right_at is not None:
        yield OtherClock(witness=Witness.LAST_RECEIVED, says=known.set_right_at, desk=now)
    # A clock that was set back goes on being wrong when it has caught up with its own last entry. Only
    # somebody who looks at another clock can say that it was set right.
    stays = [each for each in _STAYS if each.value in known.witness.split()]
    off = {ClockState.BEHIND: known.at_least, ClockState.AHEAD: -known.at_least}.get(ClockState(known.state))
    if stays and off is not None:
        yield OtherClock(witness=stays[0], says=now + off, desk=now)
