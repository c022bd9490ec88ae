"""The one way into the record: entries come in together, in one transaction, or not at all."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.ledger.promise import Promise, give_promise
from qorgau.recording import storing
from qorgau.recording.drafts import Draft, Notice
from qorgau.recording.folds import refold
from qorgau.recording.keystore.secrets import PersonWasErased
from qorgau.recording.log_keys import log_keys
from qorgau.recording.preparing import Prepared, prepare
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.rows import rows_of
from qorgau.recording.salts import persons_behind
from qorgau.recording.storing import HeldEntry
from qorgau.recording.together import stored_together
from qorgau.recording.writer_turn import RECORD, one_transaction


class EntryConflict(RecordingRefusal):
    """The record holds another entry under this id."""


class NoticeAboutNothing(RecordingRefusal):
    """A notice names an entry that is not recorded with it."""


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    """The answer to one entry, given once it is durable.

    body and salt let the one who recorded recompute the commitment; promise is a signed note.
    is_new is False where the very same entry had been recorded before.
    """

    entry_id: str
    body: bytes
    salt: bytes
    commitment: bytes
    received: int
    merge_by: int
    promise: str
    is_new: bool


def record(
    drafts: Sequence[Draft],
    *,
    received: int,
    notices: Sequence[Notice] = (),
    first: Callable[[], None] | None = None,
    also_fold: Sequence[tuple[str, str]] = (),
    may_be_held: bool = False,
    thought_ahead: bool = False,
) -> tuple[Acknowledgement, ...]:
    """Store the entries, fold what they touch and queue the notices: all of it, or nothing.

    received: now, in seconds since 1970 (UTC). Sending the same entries again changes nothing and
    gives the same promises; raises a RecordingRefusal or LedgerRefusal that names what is wrong.
    first: done in the same transaction, before new entries are stored; also_fold: (role, id) of
    objects to be folded anew beside those that the entries name. may_be_held: the same act often
    comes again, so ask first, without taking a turn at the record. thought_ahead: the caller has assessed
    what will stand and keeps it, so that no other process would fold it as fast: store it in one's own turn.
    """
    if not drafts:
        return ()
    _check_notices(drafts, notices)
    act = _Act(
        prepared=prepare(drafts, received=received),
        notices=notices,
        first=first,
        also=also_fold,
        alone=thought_ahead,
    )
    held = (_all_held(act) if may_be_held else None) or _store(act)
    return tuple(_acknowledged(each, held.get(each.entry.id)) for each in act.prepared)


@dataclass(frozen=True, kw_only=True)
class _Act:
    """What one transaction is to do."""

    prepared: Sequence[Prepared]
    notices: Sequence[Notice]
    first: Callable[[], None] | None
    also: Sequence[tuple[str, str]]
    alone: bool

    @property
    def persons(self) -> list[str]:
        """The persons behind its entries, none of whom may have been erased."""
        return sorted({person for each in self.prepared for person in persons_behind(each.entry)})

    @property
    def is_shareable(self) -> bool:
        """Whether its rows are all there is to it, so that another process may store them."""
        return self.first is None and not self.also and not self.alone


def _store(act: _Act) -> Mapping[str, HeldEntry]:
    """Store the act; gives what was held before of its entries."""
    if act.is_shareable and stored_together(rows_of(act.prepared, act.notices)):
        return {}
    try:
        # As if all were new, which they nearly always are: that spares a question under the lock.
        with one_transaction() as connection:
            storing.take_locks(connection, act.prepared)
            _refuse_erased(storing.erased_among(connection, act.persons))
            _add(connection, act, act.prepared)
            return {}
    except IntegrityError:
        return _store_what_is_new(act)


def _all_held(act: _Act) -> Mapping[str, HeldEntry] | None:
    """What the record holds of the act, if it holds all of it: no entry ever goes, so no lock is needed."""
    held = _held_of(act, connections[RECORD])
    return held if all(_is_held(each, held) for each in act.prepared) else None


def _held_of(act: _Act, connection: BaseDatabaseWrapper) -> Mapping[str, HeldEntry]:
    ids = [each.entry.id for each in act.prepared]
    held = storing.look_up(connection, ids=ids, persons=act.persons)
    _refuse_erased(held.erased)
    return held.entries


def _store_what_is_new(act: _Act) -> Mapping[str, HeldEntry]:
    with one_transaction() as connection:
        storing.take_locks(connection, act.prepared)
        held = _held_of(act, connection)
        new = [each for each in act.prepared if not _is_held(each, held)]
        if new:
            _add(connection, act, new)
    return held


def _add(connection: BaseDatabaseWrapper, act: _Act, new: Sequence[Prepared]) -> None:
    if act.first is not None:
        act.first()
    storing.insert(connection, new, act.notices)
    for role, object_id, kinds in rows_of(new, ()).moved:
        refold(role, object_id, after=kinds)
    for role, object_id in act.also:
        refold(role, object_id)


def _is_held(each: Prepared, held: Mapping[str, HeldEntry]) -> bool:
    before = held.get(each.entry.id)
    if before is None:
        return False
    if before.commitment != each.commitment:
        raise EntryConflict(
            f"The record already holds another entry with the id {each.entry.id}. Nothing was stored. "
            "If this is a new act, draw a new id; to change what was recorded, record a correction."
        )
    return True


def _refuse_erased(erased: Collection[str]) -> None:
    if erased:
        raise PersonWasErased(
            f"Erased meanwhile: {', '.join(sorted(erased))}. Nothing was stored. If they are "
            "detained again, register them as a new person."
        )


def _check_notices(drafts: Sequence[Draft], notices: Sequence[Notice]) -> None:
    ids = {draft.id for draft in drafts}
    for notice in notices:
        if notice.about not in ids:
            raise NoticeAboutNothing(
                f"A notice {notice.kind} is about {notice.about}, which is not among the entries of "
                "this call. Queue it together with the entry that causes it."
            )


def _acknowledged(each: Prepared, before: HeldEntry | None) -> Acknowledgement:
    keys = log_keys()
    merge_by = before.merge_by if before else each.merge_by
    promise = Promise(origin=keys.origin, commitment=each.commitment, merge_by=merge_by)
    return Acknowledgement(
        entry_id=each.entry.id,
        body=each.body,
        salt=each.salt,
        commitment=each.commitment,
        received=before.received if before else each.received,
        merge_by=merge_by,
        promise=str(give_promise(promise, keys.promise)),
        is_new=before is None,
    )
