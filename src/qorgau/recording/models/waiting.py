"""What waits to be done and then goes: not part of the record."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class Pending(models.Model):
    """A commitment that waits for the next batch.

    .. pii: none.
    """

    commitment = models.BinaryField(primary_key=True, max_length=32)
    received = models.BigIntegerField()

    class Meta:
        """Taken up in batches by when they came in."""

        db_table = "recording_pending"
        constraints = (
            models.CheckConstraint(
                name="pending_commitment_has_32_bytes", condition=Q(Exact(Length("commitment"), 32))
            ),
        )

    def __str__(self) -> str:
        """When it came in."""
        return f"received {self.received}"


class OutgoingNotice(models.Model):
    """A notice to be sent because of an entry; queued in the entry's own transaction.

    .. pii: whatever the slice writes into it; the row goes once it is sent.
    """

    id = models.CharField(primary_key=True, max_length=200)
    entry_id = models.CharField(max_length=128)
    kind = models.CharField(max_length=64)
    body = models.TextField()
    queued_at = models.BigIntegerField()

    class Meta:
        """The outbox."""

        db_table = "recording_outgoing_notice"

    def __str__(self) -> str:
        """Kind and entry."""
        return f"{self.kind} because of {self.entry_id}"
