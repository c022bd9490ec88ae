"""Folds: how the entries of one object become its rows in the read tables."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Model

from qorgau.recording.history import RecordedEntry, history
from qorgau.recording.read_tables import insert_rows, replace_rows
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.writer_turn import RECORD


class FoldTakenTwice(RecordingRefusal):
    """Two folds have one name."""


class ForeignRow(RecordingRefusal):
    """A fold gave a row of a table that it did not name, or of another object."""


@dataclass(frozen=True, kw_only=True)
class Fold:
    """How the objects of one role are folded.

    key: the field of each table that holds the object's id. fold: from the id and all entries that
    name the object, oldest first, to the rows; it reads nothing else, so that replay gives the same.
    kinds: where entries of these kinds alone make its rows, so that no other needs a replay; None: all do,
    but those of but_not.
    """

    name: str
    role: str
    key: str
    tables: tuple[type[Model], ...]
    fold: Callable[[str, Sequence[RecordedEntry]], Iterable[Model]]
    kinds: frozenset[str] | None = None
    but_not: frozenset[str] = frozenset()

    def is_moved_by(self, kind: str) -> bool:
        """Whether an entry of this kind can change its rows."""
        return kind not in self.but_not if self.kinds is None else kind in self.kinds


_FOLDS: dict[str, dict[str, Fold]] = defaultdict(dict)


def register_fold(fold: Fold) -> None:
    """Say how a slice folds a role; called in its AppConfig.ready()."""
    if _FOLDS[fold.role].setdefault(fold.name, fold) != fold:
        raise FoldTakenTwice(f"The fold {fold.name} is registered twice. Give one of them another name.")


def registered_folds() -> tuple[Fold, ...]:
    """All folds, in the order in which they were registered."""
    return tuple(fold for by_name in _FOLDS.values() for fold in by_name.values())


def is_folded(role: str, kind: str | None = None) -> bool:
    """Whether any slice folds the objects of this role; with a kind, whether such an entry can change their rows."""
    return any(kind is None or fold.is_moved_by(kind) for fold in _FOLDS.get(role, {}).values())


def refold(role: str, object_id: str, *, after: Collection[str] | None = None) -> None:
    """Replay the object's entries and write its rows anew; inside the caller's transaction.

    after: the kinds of the new entries, whose folds alone are replayed; None: all.
    """
    folds = [
        fold
        for fold in _FOLDS.get(role, {}).values()
        if after is None or any(fold.is_moved_by(kind) for kind in after)
    ]
    if not folds:
        return
    entries = history(role, object_id, kinds=_kinds_of(folds))
    for fold in folds:
        write_rows(fold, object_id, entries)


def _kinds_of(folds: Iterable[Fold]) -> frozenset[str] | None:
    """The kinds that these folds are made from; None where one of them is made from all."""
    kinds: set[str] = set()
    for fold in folds:
        if fold.kinds is None:
            return None
        kinds |= fold.kinds
    return frozenset(kinds)


def rows_of_new(role: str, object_id: str, entries: Sequence[RecordedEntry]) -> list[Model]:
    """The rows of an object of which these are all the entries, oldest first: asks no database."""
    folds = _FOLDS.get(role, {}).values()
    return [_own_row(fold, object_id, row) for fold in folds for row in fold.fold(object_id, entries)]


def write_new(rows: Iterable[Model]) -> None:
    """Write the rows of objects of which the record held nothing before: each table once for all of them."""
    by_table: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_table[type(row)].append(row)
    for table, own in by_table.items():
        insert_rows(table, own, using=RECORD)


def write_rows(fold: Fold, object_id: str, entries: Sequence[RecordedEntry]) -> None:
    """Put the rows of one object in the place of those it had."""
    rows = [_own_row(fold, object_id, row) for row in fold.fold(object_id, entries)]
    for table in fold.tables:
        own = [row for row in rows if type(row) is table]
        replace_rows(table, own, key=fold.key, value=object_id, using=RECORD)


def _own_row(fold: Fold, object_id: str, row: Model) -> Model:
    if type(row) not in fold.tables or getattr(row, fold.key) != object_id:
        raise ForeignRow(
            f"The fold {fold.name} gave a {type(row).__name__} for {object_id} that is not its own. "
            f"Rows must be of its tables and carry the object's id in {fold.key}."
        )
    return row
