"""Which kinds of entry this instance records; slices say so when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qorgau.recording.drafts import Draft
from qorgau.recording.refusal import RecordingRefusal


class UnknownKind(RecordingRefusal):
    """No slice has said that it records this kind."""


class KindTakenTwice(RecordingRefusal):
    """Two slices say that they record the same kind."""


class ObjectMissing(RecordingRefusal):
    """An entry does not name an object that its kind needs."""


@dataclass(frozen=True, kw_only=True)
class EntryKind:
    """A kind of entry: the roles it must name, and a further check that raises a refusal.

    stays: it speaks of this instance alone, or of somebody who trusted this one alone; no bundle carries it.
    """

    name: str
    roles: frozenset[str] = frozenset()
    check: Callable[[Draft], None] | None = None
    stays: bool = False


_KINDS: dict[str, EntryKind] = {}


def register_kinds(kinds: Iterable[EntryKind]) -> None:
    """Say which kinds a slice records; called in its AppConfig.ready()."""
    for kind in kinds:
        if _KINDS.setdefault(kind.name, kind) != kind:
            raise KindTakenTwice(f"The kind {kind.name} is registered twice. Give one of them another name.")


def kinds_that_stay() -> frozenset[str]:
    """The kinds that are carried to no other instance."""
    return frozenset(kind.name for kind in _KINDS.values() if kind.stays)


def check_kind(draft: Draft) -> None:
    """Raise unless the draft's kind is registered and the draft is as the kind demands."""
    kind = _KINDS.get(draft.kind)
    if kind is None:
        raise UnknownKind(
            f"Entry {draft.id}: no part of this instance records the kind {draft.kind!r}. Check the "
            "spelling, or register the kind in the slice's AppConfig.ready()."
        )
    if missing := kind.roles - draft.objects.keys():
        raise ObjectMissing(
            f"Entry {draft.id}: {draft.kind} must name {', '.join(sorted(missing))} among its objects."
        )
    if kind.check is not None:
        kind.check(draft)
