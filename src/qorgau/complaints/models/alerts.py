"""What was told by e-mail about complaints. Derived and not folded: rebuilding the record sends nothing."""

from __future__ import annotations

from django.db import models

from qorgau.complaints.models.complaint import ID, WORD


class AlertRow(models.Model):
    """One thing about one complaint that somebody is told once: what, since when, and whether it was mailed.

    body_id: the body whose desk is told, "" where the roles alone say who.

    .. pii: none; the opaque id of a complaint.
    """

    alert_id = models.CharField(primary_key=True, max_length=64)
    complaint_id = models.CharField(max_length=ID)
    what = models.CharField(max_length=WORD)
    body_id = models.CharField(max_length=ID, default="")
    happened_at = models.BigIntegerField()
    mailed_at = models.BigIntegerField(null=True)
    failures = models.IntegerField(default=0)

    class Meta:
        """What waits to be mailed."""

        db_table = "complaints_alert"
        indexes = (models.Index(name="alerts_waiting", fields=["mailed_at", "happened_at"]),)

    def __str__(self) -> str:
        """What, about which complaint."""
        return f"{self.what}: {self.complaint_id}"
