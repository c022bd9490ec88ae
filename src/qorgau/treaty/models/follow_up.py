"""What is done about recommendations: the plan, the State's replies, others' reports, assessments."""

from django.db import models

from qorgau.treaty.models.content import HASH, ID, WORD
from qorgau.treaty.models.documents import DAY


class ActionRow(models.Model):
    """One action of the plan. due_was: the days it was due before, oldest first; they are never forgotten.

    .. pii: none.
    """

    action_id = models.CharField(primary_key=True, max_length=ID)
    recommendations = models.TextField()
    what = models.TextField()
    lead = models.CharField(max_length=ID)
    contributing = models.TextField(default="")
    due = models.CharField(max_length=DAY)
    due_was = models.TextField(default="")
    budget = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, default="")
    state = models.CharField(max_length=WORD)
    state_since = models.CharField(max_length=DAY)
    body_id = models.CharField(max_length=ID)

    class Meta:
        """By day, and by who leads."""

        db_table = "treaty_action"
        indexes = (
            models.Index(name="actions_by_day", fields=["due"]),
            models.Index(name="actions_by_lead", fields=["lead", "due"]),
        )
        constraints = (
            models.CheckConstraint(
                name="a_budget_has_a_currency",
                condition=models.Q(budget__isnull=True) | ~models.Q(currency=""),
            ),
        )

    def __str__(self) -> str:
        """The id."""
        return f"action {self.action_id}"


class ActionStateRow(models.Model):
    """One word on an action of the plan, on its day.

    .. pii: none.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    action_id = models.CharField(max_length=ID)
    state = models.CharField(max_length=WORD)
    on = models.CharField(max_length=DAY)
    due = models.CharField(max_length=DAY, default="")
    reason = models.TextField(default="")
    body_id = models.CharField(max_length=ID)
    at = models.BigIntegerField()
    number = models.IntegerField()

    class Meta:
        """In the order in which they were told."""

        db_table = "treaty_action_state"
        indexes = (models.Index(name="states_of_action", fields=["action_id", "number"]),)

    def __str__(self) -> str:
        """Which."""
        return f"{self.state} on {self.on}"


class ReplyRow(models.Model):
    """One reply of the State, prepared here or taken from its document.

    writers: accounts that prepared or revised it, who may neither clear nor send it. due: when it was asked for.

    .. pii: accounts.
    """

    reply_id = models.CharField(primary_key=True, max_length=ID)
    recommendations = models.TextField()
    procedure = models.CharField(max_length=WORD)
    stage = models.CharField(max_length=WORD)
    language = models.CharField(max_length=WORD, default="")
    text_sha256 = models.CharField(max_length=HASH, default="")
    summary = models.TextField(default="")
    lead = models.CharField(max_length=ID, default="")
    bodies = models.TextField(default="")
    writers = models.TextField(default="")
    prepared_at = models.BigIntegerField(null=True)
    prepared_body = models.CharField(max_length=ID, default="")
    cleared_at = models.BigIntegerField(null=True)
    cleared_body = models.CharField(max_length=ID, default="")
    sent_on = models.CharField(max_length=DAY, default="")
    sent_body = models.CharField(max_length=ID, default="")
    symbol = models.CharField(max_length=ID, default="")
    document_id = models.CharField(max_length=ID, default="")
    source = models.TextField(default="")
    level = models.CharField(max_length=WORD, default="")
    taken_body = models.CharField(max_length=ID, default="")
    day_is = models.CharField(max_length=WORD, default="")
    entered_at = models.BigIntegerField()

    class Meta:
        """By stage."""

        db_table = "treaty_reply"
        indexes = (models.Index(name="replies_by_stage", fields=["stage", "sent_on"]),)
        constraints = (
            models.CheckConstraint(
                name="a_reply_is_sent_only_once_cleared",
                condition=~models.Q(stage="sent") | models.Q(cleared_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """The id."""
        return f"reply {self.reply_id}"


class ReplyStepRow(models.Model):
    """One step of a reply: prepared, revised, returned, cleared, sent, taken.

    .. pii: an account.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    reply_id = models.CharField(max_length=ID)
    step = models.CharField(max_length=WORD)
    account = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    note = models.TextField(default="")
    text_sha256 = models.CharField(max_length=HASH, default="")
    at = models.BigIntegerField()
    number = models.IntegerField()

    class Meta:
        """In the order in which they were made."""

        db_table = "treaty_reply_step"
        indexes = (models.Index(name="steps_of_reply", fields=["reply_id", "number"]),)

    def __str__(self) -> str:
        """Which."""
        return f"{self.step} of {self.reply_id}"


class AlternativeRow(models.Model):
    """What an organisation, or the preventive mechanism, says of the same recommendations; theirs alone.

    .. pii: none in the row; the text may name people and is shown to its body alone until published_on.
    """

    alternative_id = models.CharField(primary_key=True, max_length=ID)
    recommendations = models.TextField()
    title = models.TextField()
    language = models.CharField(max_length=WORD, default="")
    text_sha256 = models.CharField(max_length=HASH, default="")
    versions = models.IntegerField(default=1)
    document_id = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    published_on = models.CharField(max_length=DAY, default="")
    taken_at = models.BigIntegerField()

    class Meta:
        """By body."""

        db_table = "treaty_alternative"
        indexes = (models.Index(name="alternatives_by_body", fields=["body_id", "published_on"]),)

    def __str__(self) -> str:
        """The id."""
        return f"alternative report {self.alternative_id}"


class AssessmentRow(models.Model):
    """What the committee, or another sender, said of what was done or replied, in its own words.

    .. pii: none.
    """

    assessment_id = models.CharField(primary_key=True, max_length=ID)
    recommendations = models.TextField()
    scale = models.CharField(max_length=WORD, default="")
    grade = models.CharField(max_length=WORD)
    words = models.TextField(default="")
    about = models.CharField(max_length=WORD)
    on = models.CharField(max_length=DAY)
    source = models.TextField(default="")
    level = models.CharField(max_length=WORD)
    document_id = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID)
    entered_at = models.BigIntegerField()

    class Meta:
        """By day."""

        db_table = "treaty_assessment"
        indexes = (models.Index(name="assessments_by_day", fields=["on"]),)

    def __str__(self) -> str:
        """The grade."""
        return f"{self.grade} on {self.on}"
