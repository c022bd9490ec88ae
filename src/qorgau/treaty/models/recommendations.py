"""Tracked recommendations: their words, who answers for them, what measures them, what they are linked with."""

from django.db import models

from qorgau.treaty.models.content import ID, WORD
from qorgau.treaty.models.documents import DAY


class RecommendationRow(models.Model):
    """One recommendation as boards list it.

    key: the object of its entries; recommendation_id: as it is cited. due: by when the next reply is due; report_due:
    by when the next report. paraphrased: its words are ours, the document's were not taken. The counts and days from
    which its state is told at any moment stand here, not the state: time alone changes that. reiterates: the
    earlier demands that it says it repeats, one to a line, as "symbol#paragraph".

    .. pii: none.
    """

    key = models.CharField(primary_key=True, max_length=ID)
    recommendation_id = models.CharField(max_length=2 * ID)
    stem = models.CharField(max_length=ID)
    slug = models.CharField(max_length=ID)
    leaf = models.CharField(max_length=WORD)
    place = models.IntegerField(default=0)
    document_id = models.CharField(max_length=ID)
    kind = models.CharField(max_length=WORD, default="recommendation")
    sender = models.CharField(max_length=WORD)
    committee = models.CharField(max_length=WORD, default="")
    state = models.CharField(max_length=WORD, default="")
    cycle = models.CharField(max_length=WORD, default="")
    symbol = models.CharField(max_length=ID, default="")
    heading = models.TextField(default="")
    text = models.TextField(default="")
    language = models.CharField(max_length=WORD, default="")
    paragraph = models.CharField(max_length=WORD, default="")
    paraphrased = models.BooleanField(default=False)
    follow_up = models.BooleanField(default=False)
    due = models.CharField(max_length=DAY, default="")
    report_due = models.CharField(max_length=DAY, default="")
    people = models.TextField(default="")
    sdg = models.TextField(default="")
    measures = models.TextField(default="")
    subjects = models.TextField(default="")
    classes_why = models.TextField(default="")
    classes_by = models.CharField(max_length=ID, default="")
    strength = models.CharField(max_length=WORD, default="")
    lead = models.CharField(max_length=ID, default="")
    contributing = models.TextField(default="")
    actions = models.IntegerField(default=0)
    actions_begun = models.IntegerField(default=0)
    actions_done = models.IntegerField(default=0)
    actions_stopped = models.IntegerField(default=0)
    last_stated_on = models.CharField(max_length=DAY, default="")
    replied_on = models.CharField(max_length=DAY, default="")
    assessed_on = models.CharField(max_length=DAY, default="")
    grade = models.CharField(max_length=WORD, default="")
    grade_scale = models.CharField(max_length=WORD, default="")
    responsible_since = models.CharField(max_length=DAY, default="")
    planned_on = models.CharField(max_length=DAY, default="")
    held_back = models.BooleanField(default=False)
    holders = models.TextField(default="")
    taken_at = models.BigIntegerField()
    search = models.TextField(default="")
    reiterates = models.TextField(default="")

    class Meta:
        """By how it is cited, by its address, by what is due."""

        db_table = "treaty_recommendation"
        indexes = (
            models.Index(name="recommendation_by_id", fields=["recommendation_id"]),
            models.Index(name="recommendation_by_slug", fields=["slug", "leaf"]),
            models.Index(name="recommendation_by_stem", fields=["stem", "place"]),
            models.Index(name="recommendation_by_due", fields=["due", "key"]),
            models.Index(name="recommendation_by_lead", fields=["lead", "key"]),
        )

    def __str__(self) -> str:
        """As it is cited."""
        return self.recommendation_id


class RecommendationTextRow(models.Model):
    """Its words in one language, from one file, and its separate demands.

    .. pii: none.
    """

    row_id = models.CharField(primary_key=True, max_length=200)
    key = models.CharField(max_length=ID)
    language = models.CharField(max_length=WORD)
    paraphrased = models.BooleanField(default=False)
    text = models.TextField()
    demands = models.TextField(default="[]")
    document_id = models.CharField(max_length=ID)

    class Meta:
        """By recommendation."""

        db_table = "treaty_recommendation_text"
        indexes = (models.Index(name="texts_of_recommendation", fields=["key"]),)

    def __str__(self) -> str:
        """Which language."""
        return f"{self.key} in {self.language}"


class SubjectRow(models.Model):
    """One subject of one recommendation, for boards that are filtered by it.

    .. pii: none.
    """

    row_id = models.CharField(primary_key=True, max_length=200)
    key = models.CharField(max_length=ID)
    subject = models.CharField(max_length=WORD)

    class Meta:
        """By subject, and by recommendation."""

        db_table = "treaty_subject"
        indexes = (
            models.Index(name="subjects_by_word", fields=["subject", "key"]),
            models.Index(name="subjects_of", fields=["key"]),
        )

    def __str__(self) -> str:
        """The subject."""
        return self.subject


class PartRow(models.Model):
    """What concerns a recommendation: an action, a reply, an alternative report, an assessment, a deadline.

    .. pii: none.
    """

    row_id = models.CharField(primary_key=True, max_length=300)
    key = models.CharField(max_length=ID)
    role = models.CharField(max_length=WORD)
    thing_id = models.CharField(max_length=ID)

    class Meta:
        """From the recommendation, and from the thing."""

        db_table = "treaty_part"
        indexes = (
            models.Index(name="parts_of_recommendation", fields=["key", "role"]),
            models.Index(name="part_of_thing", fields=["role", "thing_id"]),
        )

    def __str__(self) -> str:
        """What."""
        return f"{self.role} {self.thing_id} of {self.key}"


class ResponsibleRow(models.Model):
    """A body that answers for a recommendation, from and until which day.

    .. pii: none.
    """

    row_id = models.CharField(primary_key=True, max_length=200)
    key = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID)
    leads = models.BooleanField()
    since = models.CharField(max_length=DAY)
    until = models.CharField(max_length=DAY, default="")
    reason = models.TextField(default="")
    by_body = models.CharField(max_length=ID)
    at = models.BigIntegerField()

    class Meta:
        """By recommendation, and by body."""

        db_table = "treaty_responsible"
        indexes = (
            models.Index(name="responsible_for", fields=["key", "since"]),
            models.Index(name="responsible_by_body", fields=["body_id", "until", "key"]),
        )

    def __str__(self) -> str:
        """Who."""
        return f"{self.body_id} for {self.key}"


class TieRow(models.Model):
    """By what a person says a recommendation is measured, beside what the catalogue says.

    .. pii: none.
    """

    row_id = models.CharField(primary_key=True, max_length=300)
    key = models.CharField(max_length=ID)
    tie = models.CharField(max_length=WORD)
    name = models.CharField(max_length=ID)
    holds = models.BooleanField()
    reason = models.TextField(default="")
    body_id = models.CharField(max_length=ID)
    at = models.BigIntegerField()

    class Meta:
        """By recommendation."""

        db_table = "treaty_tie"
        indexes = (models.Index(name="ties_of", fields=["key"]),)

    def __str__(self) -> str:
        """What."""
        return f"{self.tie} {self.name}"


class OwnDeadlineRow(models.Model):
    """A day that a person set for a document or a recommendation; met_on: when it was done.

    .. pii: none.
    """

    deadline_id = models.CharField(primary_key=True, max_length=ID)
    what = models.CharField(max_length=WORD)
    due = models.CharField(max_length=DAY)
    document_id = models.CharField(max_length=ID, default="")
    recommendations = models.TextField(default="")
    committee = models.CharField(max_length=WORD, default="")
    note = models.TextField(default="")
    source = models.TextField(default="")
    body_id = models.CharField(max_length=ID)
    set_at = models.BigIntegerField()
    met_on = models.CharField(max_length=DAY, default="")
    met_note = models.TextField(default="")
    meets = models.CharField(max_length=200, default="")

    class Meta:
        """By day; and by the deadline of a document that it says was met."""

        db_table = "treaty_own_deadline"
        indexes = (
            models.Index(name="own_deadlines_by_day", fields=["due"]),
            models.Index(name="own_deadlines_meet", fields=["meets"]),
        )

    def __str__(self) -> str:
        """What and when."""
        return f"{self.what} by {self.due}"


class LinkRow(models.Model):
    """What a person judged of two demands: the same, or not. left and right: as they are cited.

    .. pii: none.
    """

    link_id = models.CharField(primary_key=True, max_length=ID)
    left = models.CharField(max_length=2 * ID)
    right = models.CharField(max_length=2 * ID)
    judgement = models.CharField(max_length=WORD)
    how = models.CharField(max_length=WORD, default="")
    reason = models.TextField(default="")
    body_id = models.CharField(max_length=ID)
    at = models.BigIntegerField()

    class Meta:
        """From either side."""

        db_table = "treaty_link"
        indexes = (
            models.Index(name="links_from_left", fields=["left"]),
            models.Index(name="links_from_right", fields=["right"]),
        )

    def __str__(self) -> str:
        """Both sides."""
        return f"{self.left} and {self.right}: {self.judgement}"
