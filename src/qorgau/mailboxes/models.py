"""Sealed content by its hash, and what the record says of it. No address, no name, no minute anywhere."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

_ID = 128
_HASH = 64
_KEY = 64


class CiphertextBlob(models.Model):
    """Bytes that the server cannot read, under their SHA-256: not folded, but checked against the record.

    .. pii: whatever was sealed, readable only with a body's key or the mailbox's code.
    """

    sha256 = models.CharField(primary_key=True, max_length=_HASH)
    kind = models.CharField(max_length=16)
    size = models.IntegerField()
    hour = models.BigIntegerField()
    bytes = models.BinaryField()

    class Meta:
        """A name is a whole hash; chunks that no envelope named are found by their hour."""

        db_table = "mailboxes_ciphertext"
        indexes = (models.Index(name="ciphertext_by_kind_hour", fields=["kind", "hour"]),)
        constraints = (
            models.CheckConstraint(
                name="ciphertext_name_is_a_hash", condition=Q(Exact(Length("sha256"), 64))
            ),
            models.CheckConstraint(name="ciphertext_hour_is_whole", condition=Q(hour__gte=0)),
        )

    def __str__(self) -> str:
        """Kind and hash."""
        return f"{self.kind} {self.sha256}"


class EnvelopeRow(models.Model):
    """One envelope: to whom, in which hour, under which mailbox, and the hashes of what is in it.

    .. pii: none; a mailbox's public key tells nothing of who holds the code.
    """

    complaint_id = models.CharField(primary_key=True, max_length=_ID)
    entry_id = models.CharField(max_length=_ID)
    kind = models.CharField(max_length=64)
    to_body = models.CharField(max_length=_ID)
    box_ed = models.CharField(max_length=_KEY)
    hour = models.BigIntegerField()
    narrative = models.CharField(max_length=_HASH)
    identity = models.CharField(max_length=_HASH)
    plain = models.CharField(max_length=_HASH)
    withdrawal_asked_at = models.BigIntegerField(null=True)
    identity_released_at = models.BigIntegerField(null=True)

    class Meta:
        """Found by body and hour, and by mailbox."""

        db_table = "mailboxes_envelope"
        indexes = (
            models.Index(name="envelope_to_body", fields=["to_body", "hour"]),
            models.Index(name="envelope_of_box", fields=["box_ed"]),
        )

    def __str__(self) -> str:
        """The complaint."""
        return f"envelope {self.complaint_id}"


class ChunkRow(models.Model):
    """Which chunk stands where in which file of an envelope or a message.

    .. pii: none.
    """

    chunk_id = models.CharField(primary_key=True, max_length=200)
    complaint_id = models.CharField(max_length=_ID)
    file = models.IntegerField()
    place = models.IntegerField()
    sha256 = models.CharField(max_length=_HASH)

    class Meta:
        """A chunk that no row names may be cleared away."""

        db_table = "mailboxes_chunk"
        indexes = (
            models.Index(name="chunk_by_hash", fields=["sha256"]),
            models.Index(name="chunk_of_complaint", fields=["complaint_id"]),
        )

    def __str__(self) -> str:
        """Where it stands."""
        return f"chunk {self.chunk_id}"


class MessageRow(models.Model):
    """One sealed message in a mailbox, to or from whoever holds the code.

    .. pii: the account of the official who answered; what it says is sealed.
    """

    message_id = models.CharField(primary_key=True, max_length=_ID)
    box_ed = models.CharField(max_length=_KEY)
    complaint_id = models.CharField(max_length=_ID)
    direction = models.CharField(max_length=16)
    seq = models.IntegerField()
    hour = models.BigIntegerField()
    body = models.CharField(max_length=_ID)
    sent_by = models.CharField(max_length=_ID)
    sha256 = models.CharField(max_length=_HASH)
    deleted_at = models.BigIntegerField(null=True)

    class Meta:
        """In the order in which they were sent."""

        db_table = "mailboxes_message"
        indexes = (
            models.Index(name="messages_of_box", fields=["box_ed", "direction", "seq"]),
            models.Index(name="messages_of_complaint", fields=["complaint_id"]),
        )

    def __str__(self) -> str:
        """The mailbox and the number."""
        return f"message {self.seq} of {self.box_ed}"


class ManifestRow(models.Model):
    """The keys of a body in one epoch, as signed by the key before and by vouchers.

    .. pii: none; keys belong to bodies.
    """

    manifest_id = models.CharField(primary_key=True, max_length=_ID)
    body = models.CharField(max_length=_ID)
    epoch = models.IntegerField()
    published_at = models.BigIntegerField()
    not_after = models.BigIntegerField()
    signed = models.TextField()
    revoked_at = models.BigIntegerField(null=True)
    revoked_because = models.CharField(max_length=64, default="")
    recovery_used_at = models.BigIntegerField(null=True)

    class Meta:
        """The newest epoch of a body that was not revoked is the one to seal to."""

        db_table = "mailboxes_manifest"
        indexes = (models.Index(name="manifest_of_body", fields=["body", "epoch"]),)

    def __str__(self) -> str:
        """Body and epoch."""
        return f"keys {self.manifest_id}"


class ReceiptRow(models.Model):
    """Which entry a commitment was given for, so that its holder can ask for the proof by the commitment alone.

    .. pii: none; a commitment tells nothing without its salt.
    """

    commitment = models.CharField(primary_key=True, max_length=_HASH)
    entry_id = models.CharField(max_length=_ID)

    class Meta:
        """Written together with the entry."""

        db_table = "mailboxes_receipt"

    def __str__(self) -> str:
        """The commitment."""
        return f"receipt {self.commitment}"
