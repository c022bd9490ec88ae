"""Enquiries as the desk lists them, folded from entries; and the counts of a quota, which are not."""

from django.db import models

_ID = 128
_WORD = 64


class EnquiryRow(models.Model):
    """One enquiry: when it came, by when an answer is promised, and what became of it. Nobody's name.

    opens_with: keyed digest of number and code, by which alone an answer is fetched; opens_at: when it
    reaches the desk (later where one person or address asks often); custody_id: whom the desk chose.

    .. pii: pseudonymous ids only; who asks after whom stands encrypted in the entries.
    """

    enquiry_id = models.CharField(primary_key=True, max_length=_ID)
    person_id = models.CharField(max_length=_ID)
    number = models.CharField(max_length=16)
    opens_with = models.CharField(max_length=_WORD)
    region = models.CharField(max_length=_WORD)
    language = models.CharField(max_length=2)
    received_at = models.BigIntegerField()
    opens_at = models.BigIntegerField()
    due_at = models.BigIntegerField()
    answered_at = models.BigIntegerField(null=True)
    answered_by = models.CharField(max_length=_ID, default="")
    identity_check = models.CharField(max_length=16, default="")
    told = models.CharField(max_length=8, default="")
    custody_id = models.CharField(max_length=_ID, default="")
    readable_at = models.BigIntegerField(null=True)
    unanswered_at = models.BigIntegerField(null=True)

    class Meta:
        """Waiting ones by when they are due; one by its number and code; those about a custody."""

        db_table = "enquiries_enquiry"
        indexes = (
            models.Index(name="enquiry_waiting", fields=["answered_at", "due_at"]),
            models.Index(name="enquiry_by_code", fields=["opens_with"]),
            models.Index(name="enquiry_about_custody", fields=["custody_id", "received_at"]),
        )
        constraints = (
            models.CheckConstraint(
                name="enquiry_readable_only_once_answered",
                condition=models.Q(readable_at__isnull=True)
                | models.Q(answered_at__isnull=False, readable_at__gt=models.F("answered_at")),
            ),
        )

    def __str__(self) -> str:
        """The number."""
        return f"enquiry {self.number}"


class AskedToday(models.Model):
    """How often one address or one document asked on one day; kept two days.

    .. pii: a keyed digest, from which neither address nor document can be read without the key.
    """

    key = models.CharField(primary_key=True, max_length=_WORD)
    day = models.IntegerField()
    count = models.IntegerField(default=0)

    class Meta:
        """Counts by day, so that old ones can be cleared away."""

        db_table = "enquiries_asked_today"
        indexes = (models.Index(name="asked_by_day", fields=["day"]),)

    def __str__(self) -> str:
        """How many."""
        return f"{self.count} on day {self.day}"
