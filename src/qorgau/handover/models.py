"""Handovers, folded from their entries."""

from django.db import models

_ID = 128


class HandoverRow(models.Model):
    """One shift as it was handed over: counts of that moment, and who took over.

    .. pii: the accounts that gave and took; the note stands encrypted in the entry alone.
    """

    shift_id = models.CharField(primary_key=True, max_length=_ID)
    place_id = models.CharField(max_length=_ID)
    given_by = models.CharField(max_length=_ID)
    given_at = models.BigIntegerField()
    since = models.BigIntegerField()
    held = models.IntegerField()
    overdue = models.IntegerField()
    taken_by = models.CharField(max_length=_ID, default="")
    taken_at = models.BigIntegerField(null=True)

    class Meta:
        """The handovers of a place, newest first; nobody takes over from themselves."""

        db_table = "handover_shift"
        indexes = (models.Index(name="handover_of_place", fields=["place_id", "given_at"]),)
        constraints = (
            models.CheckConstraint(
                name="handover_taken_by_another",
                condition=models.Q(taken_by="") | ~models.Q(taken_by=models.F("given_by")),
            ),
        )

    def __str__(self) -> str:
        """Place and shift."""
        return f"shift {self.shift_id} of {self.place_id}"
