"""The one kind of entry that is the record's own: a person was erased."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Model

from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry
from qorgau.recording.kinds import EntryKind, register_kinds
from qorgau.recording.models import ErasedPerson
from qorgau.recording.salts import ERASURE, PERSON

ERASED_PERSON = "erased_person"


def register() -> None:
    """Make the kind and its fold known."""
    register_kinds([EntryKind(name=ERASURE, roles=frozenset({PERSON}))])
    register_fold(
        Fold(
            name=ERASED_PERSON,
            role=PERSON,
            key="person_id",
            tables=(ErasedPerson,),
            fold=fold_erasure,
            kinds=frozenset({ERASURE}),
        )
    )


def fold_erasure(person_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """A row as soon as an erasure of the person is recorded."""
    for each in entries:
        if each.entry.kind == ERASURE:
            yield ErasedPerson(person_id=person_id, entry_id=each.entry.id, erased_at=each.received)
            return


def remaining_digests(facts: Mapping[str, object]) -> dict[str, str]:
    """What an erasure fixed of each entry whose salt it destroyed: id -> SHA-256 of its bytes."""
    lines = facts.get("remains", [])
    assert isinstance(lines, list)
    return dict(line.split(" ", 1) for line in lines)
