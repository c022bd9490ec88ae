"""Tokens of programs, and the log of lists that people read."""

from django.db import models

from qorgau.access.models.accounts import Appointment

_ID = 128


class ApiToken(models.Model):
    """A token by which a program acts under one appointment. Only its digest is kept.

    .. pii: none beside the appointment.
    """

    id = models.CharField(primary_key=True, max_length=_ID)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="tokens")
    title = models.CharField(max_length=80)
    prefix = models.CharField(max_length=24)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=_ID)
    made_at = models.BigIntegerField()
    expires_at = models.BigIntegerField()
    revoked_at = models.BigIntegerField(null=True)

    class Meta:
        """Every token expires."""

        db_table = "access_api_token"

    def __str__(self) -> str:
        """Its prefix: the rest is known to nobody here."""
        return self.prefix


class LookedAt(models.Model):
    """One list read by one person: which, by which filter, how many rows it showed.

    .. pii: that this account read a list; kept as long as the record that its hash stands in.
    """

    id = models.CharField(primary_key=True, max_length=_ID)
    account = models.CharField(max_length=_ID)
    act = models.CharField(max_length=64)
    filter_hash = models.CharField(max_length=64)
    rows = models.IntegerField()
    at = models.BigIntegerField(db_index=True)
    # Its number in the chain, given when the hour is anchored.
    number = models.BigIntegerField(null=True, unique=True)

    class Meta:
        """Chained in order of their numbers."""

        db_table = "access_looked_at"
        constraints = (
            models.CheckConstraint(name="list_has_no_less_than_no_rows", condition=models.Q(rows__gte=0)),
        )

    def __str__(self) -> str:
        """Which list, by whom."""
        return f"{self.act} by {self.account}"
