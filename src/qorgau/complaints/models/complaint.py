"""A complaint as desks list it: codes, bodies and times, and never who complained."""

from __future__ import annotations

from django.db import models

ID = 128
WORD = 64


class ComplaintRow(models.Model):
    """One complaint: how and when it came, before which body it is, what runs out next.

    lodged_at: the hour, where it came sealed; to_body: who received it; body_id: who is in charge, "" for
    nobody yet; outside: made elsewhere and followed from here; linked_to: the same matter by another channel.

    .. pii: none; who complained, and what they tell, stands encrypted in the entries or is sealed.
    """

    complaint_id = models.CharField(primary_key=True, max_length=ID)
    lodged_at = models.BigIntegerField()
    way = models.CharField(max_length=WORD)
    naming = models.CharField(max_length=WORD, default="")
    on_behalf = models.CharField(max_length=WORD, default="")
    outside = models.BooleanField(default=False)
    is_sealed = models.BooleanField(default=False)
    read_at = models.BigIntegerField(null=True)
    about = models.CharField(max_length=WORD, default="")
    act_on = models.CharField(max_length=10, default="")
    accused_body = models.CharField(max_length=ID, default="")
    place_id = models.CharField(max_length=ID, default="")
    region = models.CharField(max_length=WORD, default="")
    zone = models.CharField(max_length=WORD, default="")
    to_body = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID, default="")
    registered_by = models.CharField(max_length=ID, default="")
    registered_at = models.BigIntegerField(null=True)
    sent_back_at = models.BigIntegerField(null=True)
    refusals_by_court = models.IntegerField(default=0)
    status = models.CharField(max_length=WORD)
    status_since = models.BigIntegerField()
    outcome = models.CharField(max_length=WORD, default="unknown")
    ended_at = models.BigIntegerField(null=True)
    linked_to = models.CharField(max_length=ID, default="")
    next_due_at = models.BigIntegerField(null=True)
    next_due_safeguard = models.CharField(max_length=ID, default="")
    next_due_basis = models.CharField(max_length=WORD, default="")
    order_at = models.BigIntegerField()
    breaches = models.IntegerField(default=0)
    officers_named = models.IntegerField(default=0)
    named_not_suspected = models.IntegerField(default=0)
    evidence = models.IntegerField(default=0)
    next_hearing_at = models.BigIntegerField(null=True)
    withdrawal_asked = models.BooleanField(default=False)
    npm_contact_due = models.BooleanField(default=False)
    reprisals = models.IntegerField(default=0)
    refused_assignments = models.IntegerField(default=0)
    entries = models.IntegerField(default=0)
    last_entry_at = models.BigIntegerField()

    class Meta:
        """In order of what runs out; by age; by body and by how it ended."""

        db_table = "complaints_complaint"
        indexes = (
            models.Index(name="complaint_by_due", fields=["order_at", "complaint_id"]),
            models.Index(name="complaint_by_age", fields=["lodged_at", "complaint_id"]),
            models.Index(name="complaint_by_charge", fields=["body_id", "status"]),
            models.Index(name="complaint_by_accused", fields=["accused_body", "status"]),
        )

    def __str__(self) -> str:
        """The opaque id only."""
        return self.complaint_id


class ComplaintBodyRow(models.Model):
    """A body that has, or had, a complaint before it: by receipt, forwarding or assignment.

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=2 * ID)
    complaint_id = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID)
    how = models.CharField(max_length=WORD)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)

    class Meta:
        """By complaint, and by body."""

        db_table = "complaints_body"
        indexes = (
            models.Index(name="complaint_bodies", fields=["complaint_id"]),
            models.Index(name="body_complaints", fields=["body_id", "until", "complaint_id"]),
        )

    def __str__(self) -> str:
        """Which body."""
        return f"{self.body_id}: {self.how}"


class CasePartyRow(models.Model):
    """An account that takes part in a case: who registered it, a lawyer, a doctor.

    .. pii: an account's id.
    """

    key = models.CharField(primary_key=True, max_length=2 * ID)
    complaint_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID)
    part = models.CharField(max_length=WORD)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)

    class Meta:
        """By complaint, and by account."""

        db_table = "complaints_party"
        indexes = (
            models.Index(name="complaint_parties", fields=["complaint_id"]),
            models.Index(name="party_complaints", fields=["account", "until", "complaint_id"]),
        )

    def __str__(self) -> str:
        """What part."""
        return f"{self.account} as {self.part}"


class ComplaintClockRow(models.Model):
    """One legal clock of a complaint, so that its state at any later moment can be told.

    subject_role, subject: what it is counted for; run_id: the procedure it belongs to, "" for the law's own.
    disputed: somebody contests that the rule is broken so, and is quoted.

    .. pii: none.
    """

    clock_id = models.CharField(primary_key=True, max_length=2 * ID)
    complaint_id = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID, default="")
    run_id = models.CharField(max_length=ID, default="")
    subject_role = models.CharField(max_length=WORD)
    subject = models.CharField(max_length=ID)
    safeguard = models.CharField(max_length=ID)
    basis = models.CharField(max_length=WORD)
    owed_by = models.CharField(max_length=WORD, default="")
    triggered_at = models.BigIntegerField()
    due_from = models.BigIntegerField(null=True)
    due_at = models.BigIntegerField(null=True)
    met_at = models.BigIntegerField(null=True)
    is_running = models.BooleanField()
    has_figure = models.BooleanField()
    state_when_folded = models.CharField(max_length=WORD)
    state_after_due = models.CharField(max_length=WORD)
    own_word_only = models.BooleanField()
    disputed = models.BooleanField(default=False)
    law_hash = models.CharField(max_length=WORD)

    class Meta:
        """By complaint; by what runs out; by safeguard and state."""

        db_table = "complaints_clock"
        indexes = (
            models.Index(name="complaint_clocks", fields=["complaint_id"]),
            models.Index(name="complaint_clocks_due", fields=["is_running", "due_from"]),
            models.Index(name="complaint_clocks_of", fields=["safeguard", "state_when_folded"]),
        )

    def __str__(self) -> str:
        """Which safeguard."""
        return f"{self.safeguard} on {self.complaint_id}"


class ComplaintOpeningRow(models.Model):
    """Somebody opened a complaint's file.

    .. pii: an account's id.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    complaint_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID)
    looked_as = models.CharField(max_length=WORD)
    because = models.CharField(max_length=WORD)
    at = models.BigIntegerField()

    class Meta:
        """By complaint."""

        db_table = "complaints_opening"
        indexes = (models.Index(name="complaint_openings", fields=["complaint_id", "at"]),)

    def __str__(self) -> str:
        """Who."""
        return f"{self.account} opened {self.complaint_id}"
