"""What went to and came from each instance, and what its clock is known for, folded from entries."""

from django.db import models
from django.db.models import Q

_ID = 128


class BroughtRow(models.Model):
    """What came in from one instance: the last bundle, and how much in all.

    .. pii: the account that carried it in.
    """

    instance = models.CharField(primary_key=True, max_length=_ID)
    last_at = models.BigIntegerField()
    written_at = models.BigIntegerField()
    brought_by = models.CharField(max_length=_ID, default="")
    bundles = models.BigIntegerField()
    entries = models.BigIntegerField()

    class Meta:
        """One row for each instance."""

        db_table = "carrying_brought"

    def __str__(self) -> str:
        """The instance."""
        return f"brought from {self.instance}"


class TakenOutRow(models.Model):
    """What was written for one instance: the last files, and up to when all is known to have arrived there.

    .. pii: the account that took it out.
    """

    instance = models.CharField(primary_key=True, max_length=_ID)
    last_at = models.BigIntegerField()
    taken_by = models.CharField(max_length=_ID, default="")
    files = models.BigIntegerField()
    entries = models.BigIntegerField()
    last_entry = models.CharField(max_length=_ID)
    arrived_until = models.BigIntegerField(null=True)

    class Meta:
        """Nothing arrives that was not written."""

        db_table = "carrying_taken_out"
        constraints = (models.CheckConstraint(name="carrying_files_were_written", condition=Q(files__gt=0)),)

    def __str__(self) -> str:
        """The instance."""
        return f"taken out to {self.instance}"


class ClockRow(models.Model):
    """What the record says of one instance's clock.

    said_until: the latest time at which a warning showed that it was at least that late;
    set_right_at: when a person last compared it with another clock and found it right.

    .. pii: none.
    """

    instance = models.CharField(primary_key=True, max_length=_ID)
    state = models.CharField(max_length=16)
    at_least = models.BigIntegerField(default=0)
    at_most = models.BigIntegerField(null=True)
    witness = models.CharField(max_length=64, default="")
    checked_at = models.BigIntegerField()
    entry = models.CharField(max_length=_ID)
    said_until = models.BigIntegerField(null=True)
    set_right_at = models.BigIntegerField(null=True)
    explained_until = models.BigIntegerField(null=True)

    class Meta:
        """A clock is off by a span, never by less than nothing."""

        db_table = "carrying_clock"
        constraints = (
            models.CheckConstraint(name="carrying_clock_is_off_by_a_span", condition=Q(at_least__gte=0)),
        )

    def __str__(self) -> str:
        """The instance and the state."""
        return f"clock of {self.instance}: {self.state}"
