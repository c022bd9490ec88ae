"""Batches: what waits enters the log under one lock; a checkpoint is signed once that is durable."""

from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError
from django.db.backends.base.base import BaseDatabaseWrapper

from qorgau.ledger.batch import MULTIPLE, BatchLeaf, make_batch
from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.tree import EMPTY_ROOT
from qorgau.recording.finishing import finish_erasures
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import Batch, Leaf, Pending, SignedCheckpoint, Tile
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.storing import lock_number
from qorgau.recording.tree_store import forget_tree, stored_tree
from qorgau.recording.writer_turn import RECORD, one_transaction

_INTEGRATION = lock_number("qorgau integration")


class WouldFork(RecordingRefusal):
    """The stored tree no longer extends what was signed; signing it would fork the log."""


def integrate_due(*, as_of: int) -> SignedCheckpoint | None:
    """If a period has ended since the last batch, integrate what came in before its end, and sign.

    Called by the worker; where none runs, by each request before it does its work.
    """
    boundary = as_of - as_of % settings.QORGAU_BATCH_SECONDS
    if not _has_due(boundary) and not _has_unsigned():
        return None
    return integrate(received_before=boundary, as_of=as_of)


def integrate_now(*, as_of: int) -> SignedCheckpoint | None:
    """Integrate everything that waits, without waiting for the period's end."""
    return integrate(received_before=None, as_of=as_of)


def integrate(*, received_before: int | None, as_of: int) -> SignedCheckpoint | None:
    """Make one batch of what waits, store it, and sign the tree only when it is durable."""
    try:
        with one_transaction() as connection:
            _take_turn(connection)
            if received_before is None or _has_due(received_before):
                _store_batch(received_before=received_before, as_of=as_of)
    except BaseException:
        # The tree in memory may hold leaves that were never stored.
        forget_tree()
        raise
    finish_erasures(as_of=as_of)
    return sign_durable()


def sign_durable() -> SignedCheckpoint | None:
    """Sign every batch that is durable and has no checkpoint yet; gives the latest one."""
    latest = None
    for batch in Batch.objects.exclude(size__in=SignedCheckpoint.objects.values("size")).order_by("size"):
        latest = _sign(batch)
    return latest


def latest_checkpoint() -> SignedCheckpoint | None:
    """The newest signed checkpoint, if there is one."""
    return SignedCheckpoint.objects.order_by("-size").first()


def _has_due(boundary: int) -> bool:
    last = _last_batch()
    return last is None or last.made_at < boundary


def _has_unsigned() -> bool:
    last = _last_batch()
    return last is not None and not SignedCheckpoint.objects.filter(size=last.size).exists()


def _last_batch() -> Batch | None:
    return Batch.objects.order_by("-size").first()


def _take_turn(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_INTEGRATION])


def _store_batch(*, received_before: int | None, as_of: int) -> None:
    last = _last_batch()
    tree = stored_tree()
    size, root = (last.size, bytes(last.root)) if last else (0, EMPTY_ROOT)
    if tree.size != size or tree.root() != root:
        raise WouldFork(
            f"The stored tiles give a tree of {tree.size} leaves that is not the one of the last batch "
            f"({size} leaves). Nothing was integrated or signed. Run `qorgau ledger verify`."
        )
    batch = make_batch(_waiting(received_before))
    _store_leaves(size, batch)
    grown = stored_tree()
    Batch.objects.create(size=grown.size, follows=size, root=grown.root(), made_at=as_of)


def _waiting(received_before: int | None) -> list[bytes]:
    waiting = Pending.objects.order_by("commitment")
    if received_before is not None:
        waiting = waiting.filter(received__lt=received_before)
    return [bytes(each) for each in waiting.values_list("commitment", flat=True)]


def _store_leaves(size: int, batch: Sequence[BatchLeaf]) -> None:
    Leaf.objects.bulk_create(
        Leaf(index=size + place, commitment=leaf.commitment, padding_salt=leaf.padding_salt)
        for place, leaf in enumerate(batch)
    )
    Tile.objects.bulk_create(
        Tile(
            number=(size + start) // MULTIPLE,
            hashes=b"".join(leaf.leaf_hash for leaf in batch[start : start + MULTIPLE]),
        )
        for start in range(0, len(batch), MULTIPLE)
    )
    taken = [leaf.commitment for leaf in batch if not leaf.is_padding]
    for start in range(0, len(taken), MULTIPLE):
        Pending.objects.filter(commitment__in=taken[start : start + MULTIPLE]).delete()


def _sign(batch: Batch) -> SignedCheckpoint:
    keys = log_keys()
    tree = stored_tree()
    if tree.size < batch.size or tree.root(batch.size) != bytes(batch.root):
        raise WouldFork(
            f"The stored tiles no longer give the root of the batch up to {batch.size}. It was not "
            "signed. Run `qorgau ledger verify`."
        )
    checkpoint = Checkpoint(origin=keys.origin, size=batch.size, root=bytes(batch.root))
    note = str(sign_checkpoint(checkpoint, keys.log))
    try:
        SignedCheckpoint.objects.using(RECORD).create(size=batch.size, note=note)
    except IntegrityError:
        # Another process signed it meanwhile: the signature over one text is one and the same.
        return SignedCheckpoint.objects.get(size=batch.size)
    return SignedCheckpoint(size=batch.size, note=note)
