"""Rebuild the read tables from the record, with the same folds as ever. Nothing is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.recording.erasure_entries import ERASED_PERSON
from qorgau.recording.finishing import finish_erasures
from qorgau.recording.folds import Fold, registered_folds, write_rows
from qorgau.recording.history import history
from qorgau.recording.models import EntryObject
from qorgau.recording.writer_turn import RECORD, one_transaction


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """How many objects a fold was replayed for."""

    fold: str
    objects: int


def rebuild(*, as_of: int) -> tuple[Rebuilt, ...]:
    """Empty every read table and fold each object anew, in one transaction; then finish erasures."""
    with one_transaction():
        rebuilt = tuple(_refolded(fold) for fold in _erasures_first(registered_folds()))
    finish_erasures(as_of=as_of)
    return rebuilt


def _refolded(fold: Fold) -> Rebuilt:
    for table in fold.tables:
        table._default_manager.using(RECORD).all().delete()
    count = 0
    for object_id in _objects(fold.role):
        write_rows(fold, object_id, history(fold.role, object_id))
        count += 1
    return Rebuilt(fold=fold.name, objects=count)


def _objects(role: str) -> Iterator[str]:
    named = EntryObject.objects.filter(role=role).order_by("object_id")
    yield from list(named.values_list("object_id", flat=True).distinct())


def _erasures_first(folds: tuple[Fold, ...]) -> list[Fold]:
    # The others ask who was erased, so that a key restored by mistake is not used.
    return sorted(folds, key=lambda fold: fold.name != ERASED_PERSON)
