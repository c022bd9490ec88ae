"""Write a synthetic past into an empty instance: many entries in one transaction, each folded once.

An entry of the demo says when it came in, which for a past that never was is a part of the story. So
this door gives entries their own times of receipt, which `recording.record` never does, and therefore
opens only where the data folder is marked as synthetic (decision 0070). No promise is given for
them; the time by which they will be in the log counts from now, so that verification holds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from qorgau.demo.course.telling import Sent
from qorgau.demo.marker import MARKER, read_marker
from qorgau.recording import storing
from qorgau.recording.folds import refold, rows_of_new, write_new
from qorgau.recording.history import RecordedEntry
from qorgau.recording.keystore.router import KEYS
from qorgau.recording.keystore.secrets import needed_secrets
from qorgau.recording.preparing import Prepared, prepare
from qorgau.recording.record import EntryConflict
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.rows import rows_of
from qorgau.recording.salts import PERSON
from qorgau.recording.writer_turn import RECORD, one_transaction

# Enough for one wait for the disk to be nothing, few enough for other writers to get their turn.
_COURSES_AT_ONCE = 50
_IDS_AT_ONCE = 500
_KNOWN = "SELECT DISTINCT object_id FROM recording_entry_object WHERE role = %s AND object_id IN ({marks})"

Object = tuple[str, str]
"""Role and id."""
Told = dict[Object, list[RecordedEntry]]
"""The entries that name an object."""
Folded = dict[Object, list[Model]]
"""The rows of an object, if the record held nothing of it."""


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
    told = _told(in_order, prepared)
    rows = rows_of(prepared, ())
    # Folded before the turn at the record: of a course that is new, which nearly all are, these are all the entries.
    folded = _folded(rows.touched, told)
    with one_transaction() as connection:
        storing.lock_rows(connection, rows)
        new = _not_held(connection, prepared)
        if new:
            rows = rows if len(new) == len(prepared) else rows_of(new, ())
            known_before = _known_before(connection, rows.touched)
            # In their order already, and a course that begins has nothing before it.
            storing.insert_rows(connection, rows, follows=())
            _write(rows.touched, folded, known_before)
    return len(new)


def _folded(touched: Iterable[Object], told: Told) -> Folded:
    return {each: rows_of_new(*each, told[each]) for each in touched}


def _write(touched: Sequence[Object], folded: Folded, known_before: Set[Object]) -> None:
    """Write the rows of what is new as folded from what was at hand, and fold the rest from the record."""
    write_new(row for each in touched if each not in known_before for row in folded[each])
    for role, object_id in touched:
        if (role, object_id) in known_before:
            refold(role, object_id)


def _told(sent: Sequence[Sent], prepared: Sequence[Prepared]) -> Told:
    """The entries of every object, oldest first, as the record will give them back."""
    by_object: Told = defaultdict(list)
    for each, ready in zip(sent, prepared, strict=True):
        entry = RecordedEntry(entry=ready.entry, received=each.received, personal=each.draft.personal)
        for role, names in ready.entry.objects.items():
            for name in names:
                by_object[role, name].append(entry)
    return by_object


def _known_before(connection: BaseDatabaseWrapper, touched: Iterable[Object]) -> frozenset[Object]:
    """Which of these objects the record knows already."""
    named: dict[str, set[str]] = defaultdict(set)
    for role, name in touched:
        named[role].add(name)
    found: set[Object] = set()
    with connection.cursor() as cursor:
        for role, names in named.items():
            for some in _parts(sorted(names)):
                cursor.execute(_KNOWN.format(marks=",".join(["%s"] * len(some))), [role, *some])
                found.update((role, name) for (name,) in cursor.fetchall())
    return frozenset(found)


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), _IDS_AT_ONCE):
        yield names[start : start + _IDS_AT_ONCE]


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
