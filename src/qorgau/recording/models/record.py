"""The record itself: tables that only ever grow. Triggers refuse every change and removal."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

HASH_BYTES = 32


def _bytes(field: str, length: int) -> Q:
    return Q(Exact(Length(field), length))


class StoredEntry(models.Model):
    """One entry in its canonical bytes, with when it came in and what was promised for it.

    .. pii: ids, times and coded facts in clear; names and the like as ciphertext, unreadable once
       the person's key is destroyed. The row itself stays: it is the fact of what happened.
    """

    id = models.CharField(primary_key=True, max_length=128)
    kind = models.CharField(max_length=64)
    received = models.BigIntegerField()
    place = models.IntegerField()
    merge_by = models.BigIntegerField()
    commitment = models.BinaryField(max_length=HASH_BYTES)
    body = models.BinaryField()

    class Meta:
        """An entry has bytes, a commitment to them, and a promise that runs out later."""

        db_table = "recording_entry"
        constraints = (
            models.CheckConstraint(name="entry_commitment_has_32_bytes", condition=_bytes("commitment", 32)),
            models.CheckConstraint(name="entry_merges_after_it_is_received",
                                   condition=Q(merge_by__gt=F("received"))),
            models.CheckConstraint(name="entry_place_is_counted_from_0", condition=Q(place__gte=0)),
        )  # fmt: skip

    def __str__(self) -> str:
        """Kind and id; never the content."""
        return f"{self.kind} {self.id}"


class EntryObject(models.Model):
    """Which objects an entry names, by role: how the entries of one object are found.

    .. pii: pseudonymous ids.
    """

    pk = models.CompositePrimaryKey("role", "object_id", "entry_id")
    role = models.CharField(max_length=64)
    object_id = models.CharField(max_length=128)
    entry_id = models.CharField(max_length=128)

    class Meta:
        """Each entry names an object in a role once. No second index: every append would pay for it."""

        db_table = "recording_entry_object"

    def __str__(self) -> str:
        """The role and the id."""
        return f"{self.role} {self.object_id}"


class Leaf(models.Model):
    """One leaf of the log: a commitment at its index; for padding, the salt that explains it.

    .. pii: none; a commitment tells nothing without its salt.
    """

    index = models.BigIntegerField(primary_key=True)
    commitment = models.BinaryField(max_length=HASH_BYTES, unique=True)
    padding_salt = models.BinaryField(max_length=HASH_BYTES, null=True)

    class Meta:
        """Indexes count from 0; commitments and salts have 32 bytes."""

        db_table = "recording_leaf"
        constraints = (
            models.CheckConstraint(name="leaf_index_is_counted_from_0", condition=Q(index__gte=0)),
            models.CheckConstraint(name="leaf_commitment_has_32_bytes", condition=_bytes("commitment", 32)),
            models.CheckConstraint(
                name="padding_salt_has_32_bytes",
                condition=Q(padding_salt__isnull=True) | _bytes("padding_salt", 32),
            ),
        )

    def __str__(self) -> str:
        """The index."""
        return f"leaf {self.index}"


class Tile(models.Model):
    """The hashes of 256 leaves in a row: what the tree is loaded from and leaves are checked against.

    .. pii: none.
    """

    number = models.BigIntegerField(primary_key=True)
    hashes = models.BinaryField()

    class Meta:
        """A tile is always full, because batches are."""

        db_table = "recording_tile"
        constraints = (
            models.CheckConstraint(name="tile_is_counted_from_0", condition=Q(number__gte=0)),
            models.CheckConstraint(
                name="tile_holds_256_hashes", condition=_bytes("hashes", 256 * HASH_BYTES)
            ),
        )

    def __str__(self) -> str:
        """The number."""
        return f"tile {self.number}"


class Batch(models.Model):
    """The tree's size and root after a batch became durable; each follows exactly one other.

    .. pii: none.
    """

    size = models.BigIntegerField(primary_key=True)
    follows = models.BigIntegerField(unique=True)
    root = models.BinaryField(max_length=HASH_BYTES)
    made_at = models.BigIntegerField()

    class Meta:
        """The tree only grows, by whole tiles."""

        db_table = "recording_batch"
        constraints = (
            models.CheckConstraint(name="batch_makes_the_tree_grow", condition=Q(size__gt=F("follows"))),
            models.CheckConstraint(name="batch_follows_a_size_from_0", condition=Q(follows__gte=0)),
            models.CheckConstraint(name="batch_root_has_32_bytes", condition=_bytes("root", 32)),
        )

    def __str__(self) -> str:
        """The size."""
        return f"batch up to {self.size}"


class SignedCheckpoint(models.Model):
    """The signed note over a batch that is already durable.

    .. pii: none.
    """

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()

    class Meta:
        """One note for one size: a second one would be a fork."""

        db_table = "recording_checkpoint"

    def __str__(self) -> str:
        """The size."""
        return f"checkpoint {self.size}"
