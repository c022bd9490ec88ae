"""Officers: where they served, and in which cases they were named. No guilt is said here."""

from __future__ import annotations

from django.db import models

from qorgau.complaints.models.complaint import ID, WORD


class OfficerRow(models.Model):
    """An officer somebody named. name_key: keyed digest of the folded name, by which the same name is found.

    .. pii: none in clear; the name stands encrypted in the entries.
    """

    officer_id = models.CharField(primary_key=True, max_length=ID)
    first_named_at = models.BigIntegerField()
    complaints = models.IntegerField(default=0)
    body_id = models.CharField(max_length=ID, default="")
    name_key = models.CharField(max_length=WORD, default="")

    class Meta:
        """By name, without the name."""

        db_table = "complaints_officer"
        indexes = (models.Index(name="officer_by_name_key", fields=["name_key"]),)

    def __str__(self) -> str:
        """The opaque id only."""
        return self.officer_id


class ServiceRow(models.Model):
    """Where an officer served, from one civil day up to but not including another; until "": still.

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=2 * ID)
    officer_id = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID)
    since = models.CharField(max_length=10)
    until = models.CharField(max_length=10, default="")
    said_by = models.CharField(max_length=WORD, default="")

    class Meta:
        """By officer."""

        db_table = "complaints_service"
        indexes = (models.Index(name="officer_services", fields=["officer_id"]),)

    def __str__(self) -> str:
        """Where."""
        return f"{self.officer_id} at {self.body_id}"


class NamedRow(models.Model):
    """An officer in one case: alleged, suspected, suspended; found, recommended, imposed, each apart.

    finding: "" for none yet; a suspicion or a finding of first instance is no guilt.

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=2 * ID)
    complaint_id = models.CharField(max_length=ID)
    officer_id = models.CharField(max_length=ID)
    named_by = models.CharField(max_length=WORD, default="")
    named_at = models.BigIntegerField()
    allegation = models.CharField(max_length=WORD, default="")
    suspected_at = models.BigIntegerField(null=True)
    suspended_at = models.BigIntegerField(null=True)
    returned_at = models.BigIntegerField(null=True)
    finding = models.CharField(max_length=WORD, default="")
    recommended = models.CharField(max_length=WORD, default="")
    imposed = models.CharField(max_length=WORD, default="")
    final = models.BooleanField(default=False)

    class Meta:
        """By complaint; by officer."""

        db_table = "complaints_named"
        indexes = (
            models.Index(name="complaint_named", fields=["complaint_id"]),
            models.Index(name="officer_named_in", fields=["officer_id", "named_at"]),
        )

    def __str__(self) -> str:
        """Who in which case."""
        return f"{self.officer_id} in {self.complaint_id}"
