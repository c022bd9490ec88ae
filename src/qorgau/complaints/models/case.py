"""What belongs to a case: runs of procedures, assignments, evidence, hearings, decisions."""

from __future__ import annotations

from django.db import models

from qorgau.complaints.models.complaint import ID, WORD


class RunRow(models.Model):
    """One run of a procedure. reviews: the decision it reviews, for an appeal; outcome: its last move's ground or end.

    .. pii: none.
    """

    run_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    procedure = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID, default="")
    opened_at = models.BigIntegerField()
    stage = models.CharField(max_length=WORD)
    since = models.BigIntegerField()
    ended = models.BooleanField(default=False)
    outcome = models.CharField(max_length=WORD, default="")
    reviews = models.CharField(max_length=ID, default="")
    marks = models.IntegerField(default=0)
    next_due_at = models.BigIntegerField(null=True)

    class Meta:
        """By complaint; by procedure and stage."""

        db_table = "complaints_run"
        indexes = (
            models.Index(name="complaint_runs", fields=["complaint_id"]),
            models.Index(name="run_by_stage", fields=["procedure", "stage"]),
        )

    def __str__(self) -> str:
        """Which procedure."""
        return f"{self.procedure} at {self.stage}"


class AssignmentRow(models.Model):
    """A body, or a person in it, was given a case, or was refused it.

    account: "" for the body as a whole; path: what ties the body to the accused, ids joined by ">".

    .. pii: an account's id.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    run_id = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID, default="")
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)
    refused = models.BooleanField(default=False)
    why = models.CharField(max_length=WORD, default="")
    path = models.CharField(max_length=400, default="")

    class Meta:
        """By complaint; by who holds it."""

        db_table = "complaints_assignment"
        indexes = (
            models.Index(name="complaint_assignments", fields=["complaint_id"]),
            models.Index(name="assignments_held", fields=["account", "until"]),
        )

    def __str__(self) -> str:
        """To whom."""
        return f"{self.complaint_id} to {self.account or self.body_id}"


class EvidenceRow(models.Model):
    """One piece of evidence: its hash, who holds it, and through how many hands it went.

    .. pii: none; what it shows stands encrypted in the entries.
    """

    evidence_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    kind = models.CharField(max_length=WORD)
    taken_at = models.BigIntegerField()
    sha256 = models.CharField(max_length=WORD, default="")
    held_by = models.CharField(max_length=ID)
    holder = models.CharField(max_length=ID, default="")
    hands = models.IntegerField(default=1)
    sealed_copy = models.BooleanField(default=False)

    class Meta:
        """By complaint; by hash, to find the same file in two cases."""

        db_table = "complaints_evidence"
        indexes = (
            models.Index(name="complaint_evidence", fields=["complaint_id"]),
            models.Index(name="evidence_by_hash", fields=["sha256"]),
        )

    def __str__(self) -> str:
        """What kind."""
        return f"{self.kind} held by {self.held_by}"


class CaseHearingRow(models.Model):
    """A hearing that was set, and whether it took place.

    .. pii: none.
    """

    hearing_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    run_id = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    set_for = models.BigIntegerField()
    heard_at = models.BigIntegerField(null=True)
    put_off = models.IntegerField(default=0)

    class Meta:
        """The calendar; and by complaint."""

        db_table = "complaints_hearing"
        indexes = (
            models.Index(name="hearing_calendar", fields=["set_for", "hearing_id"]),
            models.Index(name="complaint_hearings", fields=["complaint_id"]),
        )

    def __str__(self) -> str:
        """When."""
        return f"hearing of {self.complaint_id} at {self.set_for}"


class DecisionRow(models.Model):
    """A decision in a case, when the victim was given it, and which run appeals it.

    shown_at: when the victim could read it without being given a copy, which is no service.

    .. pii: an account's id.
    """

    decision_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    run_id = models.CharField(max_length=ID, default="")
    kind = models.CharField(max_length=WORD)
    ground = models.CharField(max_length=WORD, default="")
    body_id = models.CharField(max_length=ID)
    by = models.CharField(max_length=ID, default="")
    taken_at = models.BigIntegerField()
    shown_at = models.BigIntegerField(null=True)
    served_at = models.BigIntegerField(null=True)
    appealed_by = models.CharField(max_length=ID, default="")

    class Meta:
        """By complaint."""

        db_table = "complaints_decision"
        indexes = (models.Index(name="complaint_decisions", fields=["complaint_id", "taken_at"]),)

    def __str__(self) -> str:
        """What."""
        return f"{self.kind} of {self.body_id}"
