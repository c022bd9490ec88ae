"""Drafts of reports with all their versions; and the reports that were issued, folded from entries."""

from django.db import models

from qorgau.treaty.models.content import HASH, ID, WORD


class DraftRow(models.Model):
    """A draft that one body writes; no entry tells of it, so that it can be thrown away. version: the last one.

    .. pii: the account that began it; it goes with the draft.
    """

    draft_id = models.CharField(primary_key=True, max_length=ID)
    kind = models.CharField(max_length=WORD)
    document_id = models.CharField(max_length=ID)
    stem = models.CharField(max_length=ID)
    language = models.CharField(max_length=WORD)
    body_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID)
    begun_at = models.BigIntegerField()
    saved_at = models.BigIntegerField()
    version = models.IntegerField()
    words = models.IntegerField(default=0)
    frozen = models.BooleanField(default=False)

    class Meta:
        """The drafts of a body, the last saved first."""

        db_table = "treaty_draft"
        indexes = (models.Index(name="drafts_of_body", fields=["body_id", "saved_at"]),)
        constraints = (
            models.CheckConstraint(name="a_draft_has_a_version", condition=models.Q(version__gte=1)),
        )

    def __str__(self) -> str:
        """What it is about."""
        return f"{self.kind} on {self.stem}"


class DraftVersionRow(models.Model):
    """A draft as it was saved once. parts: hashes of its head and of its blocks, in their order; what: the act.

    .. pii: the account that saved it; it goes with the draft.
    """

    row_id = models.CharField(primary_key=True, max_length=200)
    draft_id = models.CharField(max_length=ID)
    number = models.IntegerField()
    account = models.CharField(max_length=ID)
    saved_at = models.BigIntegerField()
    what = models.CharField(max_length=WORD)
    blocks = models.TextField(default="")
    words = models.IntegerField(default=0)
    parts = models.TextField()

    class Meta:
        """In their order; each number once."""

        db_table = "treaty_draft_version"
        constraints = (
            models.UniqueConstraint(name="a_version_has_its_own_number", fields=["draft_id", "number"]),
        )

    def __str__(self) -> str:
        """Which."""
        return f"version {self.number} of {self.draft_id}"


class DraftPartRow(models.Model):
    """The head or one block of a draft, kept once for all versions in which it reads so.

    .. pii: what people typed. A report is written for the public: the page says that no person is named in it.
    """

    row_id = models.CharField(primary_key=True, max_length=200)
    draft_id = models.CharField(max_length=ID)
    sha256 = models.CharField(max_length=HASH)
    content = models.TextField()

    class Meta:
        """By draft."""

        db_table = "treaty_draft_part"
        indexes = (models.Index(name="parts_of_draft", fields=["draft_id"]),)

    def __str__(self) -> str:
        """Its hash."""
        return self.sha256


class IssuedReportRow(models.Model):
    """A report that was issued, with the hashes of the very files.

    .. pii: the account that issued it.
    """

    report_id = models.CharField(primary_key=True, max_length=ID)
    kind = models.CharField(max_length=WORD)
    document_id = models.CharField(max_length=ID)
    stem = models.CharField(max_length=ID)
    language = models.CharField(max_length=WORD)
    version = models.IntegerField()
    words = models.IntegerField()
    body_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID)
    issued_at = models.BigIntegerField()
    sha256_docx = models.CharField(max_length=HASH)
    sha256_pdf = models.CharField(max_length=HASH)

    class Meta:
        """By document, the newest first."""

        db_table = "treaty_issued_report"
        indexes = (models.Index(name="reports_on_document", fields=["document_id", "issued_at"]),)

    def __str__(self) -> str:
        """What it is about."""
        return f"{self.kind} on {self.stem}, issued"
