"""Documents as they were taken and read, what people corrected in the readings, and what they make due."""

from django.db import models
from django.db.models import Q

from qorgau.treaty.models.content import HASH, ID, WORD

DAY = 10


class DocumentRow(models.Model):
    """One file of a document. stem: what the ids of its recommendations begin with; slug: the same in addresses.

    body_id: who took it here; held_back: shown to that body alone while published_on is empty. by_state: whether
    that was a body of the State; mandated: one whose task it is; confirmed_by: a body of the other side that holds
    the very same bytes.

    .. pii: none.
    """

    document_id = models.CharField(primary_key=True, max_length=ID)
    stem = models.CharField(max_length=ID)
    slug = models.CharField(max_length=ID)
    symbol = models.CharField(max_length=ID, default="")
    title = models.TextField(default="")
    kind = models.CharField(max_length=WORD)
    sender = models.CharField(max_length=WORD)
    committee = models.CharField(max_length=WORD, default="")
    state = models.CharField(max_length=WORD, default="")
    cycle = models.CharField(max_length=WORD, default="")
    language = models.CharField(max_length=WORD, default="")
    adopted = models.CharField(max_length=DAY, default="")
    name = models.TextField(default="")
    media_type = models.CharField(max_length=ID, default="")
    size = models.IntegerField(default=0)
    file_sha256 = models.CharField(max_length=HASH)
    body_id = models.CharField(max_length=ID)
    taken_at = models.BigIntegerField()
    accepted_at = models.BigIntegerField(null=True)
    recommendations = models.IntegerField(default=0)
    corrections = models.IntegerField(default=0)
    held_back = models.BooleanField(default=False)
    published_on = models.CharField(max_length=DAY, default="")
    by_state = models.BooleanField(default=False)
    mandated = models.BooleanField(default=False)
    confirmed_by = models.CharField(max_length=ID, default="")
    reading = models.CharField(max_length=HASH)
    program = models.CharField(max_length=WORD)

    class Meta:
        """By symbol, by the address, by sender; the newest first."""

        db_table = "treaty_document"
        indexes = (
            models.Index(name="document_by_stem", fields=["stem"]),
            models.Index(name="document_by_slug", fields=["slug"]),
            models.Index(name="document_by_file", fields=["file_sha256"]),
            models.Index(name="document_by_time", fields=["taken_at", "document_id"]),
        )
        constraints = (
            models.CheckConstraint(
                name="only_what_was_held_back_is_published_later",
                condition=Q(published_on="") | Q(held_back=True),
            ),
        )

    def __str__(self) -> str:
        """The stem."""
        return self.stem


class ReadingRow(models.Model):
    """One reading of a document by one version of the program.

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=200)
    document_id = models.CharField(max_length=ID)
    entry_id = models.CharField(max_length=ID)
    number = models.IntegerField()
    program = models.CharField(max_length=WORD)
    sha256 = models.CharField(max_length=HASH)
    at = models.BigIntegerField()

    class Meta:
        """In the order in which it was read."""

        db_table = "treaty_reading"
        indexes = (models.Index(name="readings_of_document", fields=["document_id", "number"]),)

    def __str__(self) -> str:
        """Which reading."""
        return f"reading {self.number} of {self.document_id}"


class CorrectionRow(models.Model):
    """What a person mended in a reading, with what stood there before; withdrawn ones stay, marked.

    .. pii: the account that corrected.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    document_id = models.CharField(max_length=ID)
    what = models.CharField(max_length=WORD)
    target = models.CharField(max_length=ID)
    facts = models.TextField(default="{}")
    before = models.TextField(default="")
    after = models.TextField(default="")
    reason = models.TextField(default="")
    account = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    at = models.BigIntegerField()
    number = models.IntegerField()
    withdrawn_why = models.TextField(default="")

    class Meta:
        """In the order in which they were made."""

        db_table = "treaty_reading_correction"
        indexes = (models.Index(name="corrections_of_document", fields=["document_id", "number"]),)

    def __str__(self) -> str:
        """What and where."""
        return f"{self.what} at {self.target}"


class DeadlineRow(models.Model):
    """What a document makes due, and when it was done.

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=200)
    document_id = models.CharField(max_length=ID)
    what = models.CharField(max_length=WORD)
    due = models.CharField(max_length=DAY)
    words = models.TextField(default="")
    paragraph = models.CharField(max_length=WORD, default="")
    leaves = models.TextField(default="")

    class Meta:
        """By day."""

        db_table = "treaty_deadline"
        indexes = (
            models.Index(name="deadlines_by_day", fields=["due"]),
            models.Index(name="deadlines_of_document", fields=["document_id"]),
        )

    def __str__(self) -> str:
        """What and when."""
        return f"{self.what} by {self.due}"
