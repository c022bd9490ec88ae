"""Write a synthetic past into an empty instance: many entries in one transaction, each folded once.

An entry of the demo says when it came in, which for a past that never was is a part of the story. So
this door gives entries their own times of receipt, which `recording.record` never does, and therefore
opens only where the data folder is marked as synthetic (decision 0070). No promise is given for
them; the time by which they will be in the log counts from now, so that verification holds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.custody.facts.known import known_of
from qorgau.demo.course.telling import Sent
from qorgau.demo.marker import MARKER, read_marker
from qorgau.recording import storing
from qorgau.recording.folds import refold
from qorgau.recording.history import RecordedEntry
from qorgau.recording.keystore.router import KEYS
from qorgau.recording.keystore.secrets import needed_secrets
from qorgau.recording.preparing import Prepared, prepare
from qorgau.recording.record import EntryConflict
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.salts import PERSON
from qorgau.recording.writer_turn import RECORD, one_transaction

# Enough for one wait for the disk to be nothing, few enough for other writers to get their turn.
_COURSES_AT_ONCE = 50
_IDS_AT_ONCE = 500


class NotSynthetic(RecordingRefusal):
    """Somebody would write invented entries into a record that is not marked as synthetic."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """How much was offered, and how much of it was new."""

    entries: int
    new: int


def load(
    courses: Iterable[Sequence[Sent]], *, folder: Path, now: int, done: Callable[[int], None] | None = None
) -> Loaded:
    """Store whole courses; what is stored already is left as it is.

    done: told the number of courses after each transaction.
    """
    refuse_unmarked(folder)
    entries = new = 0
    for some in _batches(courses):
        offered = [each for course in some for each in course]
        entries += len(offered)
        new += _store(offered, now=now)
        if done is not None:
            done(len(some))
    return Loaded(entries=entries, new=new)


def refuse_unmarked(folder: Path) -> None:
    """Raise unless the folder says of itself that all in it is invented."""
    if read_marker(folder) is None:
        raise NotSynthetic(
            f"{folder} is not marked as synthetic, so nothing invented may be written there. Set QORGAU_DATA "
            f"to a new folder and run `qorgau demo`, which marks it with {MARKER}."
        )


def _batches(courses: Iterable[Sequence[Sent]]) -> Iterator[Sequence[Sequence[Sent]]]:
    left = iter(courses)
    while some := list(islice(left, _COURSES_AT_ONCE)):
        yield some


def _store(offered: Sequence[Sent], *, now: int) -> int:
    if not offered:
        return 0
    _make_keys(offered)
    in_order = sorted(offered, key=lambda each: each.received)
    prepared = [
        replace(entry, received=each.received)
        for entry, each in zip(
            prepare([each.draft for each in in_order], received=now), in_order, strict=True
        )
    ]
    if not _not_held(connections[RECORD], prepared):
        return 0
    _assess_ahead(in_order, prepared)
    with one_transaction() as connection:
        storing.take_locks(connection, prepared)
        new = _not_held(connection, prepared)
        if new:
            storing.insert(connection, new, ())
            for role, object_id in storing.touched(new):
                refold(role, object_id)
    return len(new)


def _assess_ahead(sent: Sequence[Sent], prepared: Sequence[Prepared]) -> None:
    """Judge whole custodies before the turn at the record, so that their folds find the answers ready."""
    by_custody: dict[str, list[RecordedEntry]] = defaultdict(list)
    for each, ready in zip(sent, prepared, strict=True):
        entry = RecordedEntry(entry=ready.entry, received=each.received, personal=each.draft.personal)
        for custody in ready.entry.objects.get("custody", ()):
            by_custody[custody].append(entry)
    for custody, entries in by_custody.items():
        known = known_of(custody, entries)
        if known is not None:
            known.clocks(as_of=known.story.reaches)


def _make_keys(offered: Sequence[Sent]) -> None:
    # Made one by one, each key would wait for the disk by itself.
    with transaction.atomic(using=KEYS):
        needed_secrets(sorted({name for each in offered for name in each.draft.objects.get(PERSON, ())}))


def _not_held(connection: BaseDatabaseWrapper, prepared: Sequence[Prepared]) -> list[Prepared]:
    held: dict[str, storing.HeldEntry] = {}
    for start in range(0, len(prepared), _IDS_AT_ONCE):
        ids = [each.entry.id for each in prepared[start : start + _IDS_AT_ONCE]]
        held |= storing.look_up(connection, ids=ids, persons=()).entries
    return [each for each in prepared if not _is_held(each, held.get(each.entry.id))]


def _is_held(each: Prepared, before: storing.HeldEntry | None) -> bool:
    if before is not None and before.commitment != each.commitment:
        raise EntryConflict(
            f"The record holds another entry under the demo's id {each.entry.id}: this folder was filled by "
            "another version of the demo. Nothing of this batch was stored. Use a new folder (QORGAU_DATA)."
        )
    return before is not None
