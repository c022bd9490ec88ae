"""Notices as they stand. They are derived and not folded: rebuilding the record sends nothing."""

from enum import StrEnum

from django.db import models

_ID, _WORD = 128, 64


class Stage(StrEnum):
    """What a notice says."""

    SOON = "soon"  # a limit is about to run out
    BREACH = "breach"  # a limit ran out and the duty is undone
    CHANGED = "changed"  # what a breach notice said no longer holds


class Notice(models.Model):
    """One notice about one clock: at most one for each stage, whoever looks how often.

    A clock is the same as long as custody, safeguard, basis, subject and trigger are; folding may renumber it.

    told: the roles it is for, each between spaces; level: how far up it went; happened_at: when the limit
    ran out, not when somebody noticed; state_told: the state it reported.

    .. pii: pseudonymous ids and the account that acknowledged.
    """

    notice_id = models.CharField(primary_key=True, max_length=64)
    custody_id = models.CharField(max_length=_ID)
    person_id = models.CharField(max_length=_ID)
    place_id = models.CharField(max_length=_ID, default="")
    region = models.CharField(max_length=_WORD, default="")
    safeguard = models.CharField(max_length=_ID)
    basis = models.CharField(max_length=32)
    subject = models.CharField(max_length=_ID)
    triggered_at = models.BigIntegerField()
    stage = models.CharField(max_length=16)
    state_told = models.CharField(max_length=16)
    happened_at = models.BigIntegerField()
    said_at = models.BigIntegerField()
    told = models.CharField(max_length=200)
    level = models.IntegerField(default=0)
    escalates_at = models.BigIntegerField(null=True)
    acknowledged_by = models.CharField(max_length=_ID, default="")
    acknowledged_at = models.BigIntegerField(null=True)
    settled = models.BooleanField(default=False)
    mailed_level = models.IntegerField(default=-1)
    mail_failures = models.IntegerField(default=0)

    class Meta:
        """What waits, by place and by region; what is to be escalated, mailed or followed up."""

        db_table = "notices_notice"
        indexes = (
            models.Index(name="notice_by_place", fields=["place_id", "acknowledged_at", "happened_at"]),
            models.Index(name="notice_by_region", fields=["region", "acknowledged_at", "happened_at"]),
            models.Index(name="notice_escalates", fields=["escalates_at"]),
            models.Index(name="notice_of_clock", fields=["custody_id", "safeguard", "basis"]),
            models.Index(name="notice_unsettled", fields=["stage", "settled"]),
        )
        constraints = (
            models.CheckConstraint(
                name="notice_acknowledged_by_somebody",
                condition=models.Q(acknowledged_at__isnull=True) | ~models.Q(acknowledged_by=""),
            ),
        )

    def __str__(self) -> str:
        """Stage and safeguard."""
        return f"{self.stage}: {self.safeguard}"
