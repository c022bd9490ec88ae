"""Read tables: what lists and searches need, folded from entries and never written by hand."""

from django.db import models

ID = 128
WORD = 64

# Django asks for a true flag as a bare column, which SQLite's index on the flag cannot serve; an index of
# those rows alone can, on both engines, and stays small beside a million past custodies.
_HERE = models.Q(is_here=True)
_RUNNING = models.Q(is_running=True)
_WAITING = models.Q(needs_confirmation=True)


class CustodyRow(models.Model):
    """One deprivation of liberty as the whiteboard shows it.

    order_at: next_due_at, or the end of time, so that an index gives the order; board: the clocks that a
    line of the whiteboard shows (facts/board_line.py), so that a page is one question.

    .. pii: name and the keys it is searched by; gone with the person's key and this row's next fold.
    """

    custody_id = models.CharField(primary_key=True, max_length=ID)
    person_id = models.CharField(max_length=ID)
    entered_for = models.CharField(max_length=ID)
    name = models.TextField(default="")
    name_status = models.CharField(max_length=WORD, default="unknown")
    family_key = models.CharField(max_length=ID, default="")
    given_key = models.CharField(max_length=ID, default="")
    born_on = models.CharField(max_length=10, default="")
    age = models.IntegerField(null=True)
    gender = models.CharField(max_length=WORD, default="")
    is_child = models.BooleanField(default=False)
    foreign = models.BooleanField(default=False)
    ground = models.CharField(max_length=WORD, default="")
    place_id = models.CharField(max_length=ID, default="")
    cell_id = models.CharField(max_length=ID, default="")
    region = models.CharField(max_length=WORD, default="")
    body_id = models.CharField(max_length=ID, default="")
    zone = models.CharField(max_length=WORD, default="UTC")
    status = models.CharField(max_length=16)
    status_since = models.BigIntegerField(null=True)
    destination_id = models.CharField(max_length=ID, default="")
    in_hospital = models.BooleanField(default=False)
    is_here = models.BooleanField(default=False)
    apprehended_at = models.BigIntegerField(null=True)
    registered_at = models.BigIntegerField(null=True)
    ended_at = models.BigIntegerField(null=True)
    next_due_at = models.BigIntegerField(null=True)
    next_due_safeguard = models.CharField(max_length=ID, default="")
    next_due_basis = models.CharField(max_length=32, default="")
    order_at = models.BigIntegerField(default=0)
    board = models.TextField(default="")
    breaches = models.IntegerField(default=0)
    answered_breaches = models.IntegerField(default=0)
    missing = models.CharField(max_length=ID, default="")
    late_entries = models.IntegerField(default=0)
    corrections = models.IntegerField(default=0)
    unconfirmed_corrections = models.IntegerField(default=0)
    entries = models.IntegerField(default=0)
    last_entry_at = models.BigIntegerField()

    class Meta:
        """Everyone held here by the next clock to run out; a family name by its folded key."""

        db_table = "custody_row"
        indexes = (
            models.Index(
                name="custody_here_by_due", fields=["place_id", "order_at", "custody_id"], condition=_HERE
            ),
            models.Index(
                name="custody_region_by_due", fields=["region", "order_at", "custody_id"], condition=_HERE
            ),
            models.Index(name="custody_all_by_due", fields=["order_at", "custody_id"], condition=_HERE),
            models.Index(
                name="custody_here_by_time", fields=["apprehended_at", "custody_id"], condition=_HERE
            ),
            models.Index(name="custody_by_family", fields=["family_key", "given_key"]),
            models.Index(name="custody_by_person", fields=["person_id"]),
            models.Index(name="custody_by_status", fields=["status", "status_since"]),
        )
        constraints = (
            models.CheckConstraint(
                name="custody_here_only_while_not_ended",
                condition=models.Q(is_here=False) | models.Q(ended_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        """The id; never the name."""
        return f"custody {self.custody_id}"


class ClockRow(models.Model):
    """One clock of one safeguard on one basis; its state now is computed when read.

    state_when_folded: the state as of the custody's last entry; due_from and due_at: the earliest and
    latest instant at which it may run out; has_figure: False where the law gives a word and no number.

    .. pii: pseudonymous ids only.
    """

    clock_id = models.CharField(primary_key=True, max_length=200)
    custody_id = models.CharField(max_length=ID)
    place_id = models.CharField(max_length=ID, default="")
    region = models.CharField(max_length=WORD, default="")
    subject_role = models.CharField(max_length=WORD)
    subject = models.CharField(max_length=ID)
    safeguard = models.CharField(max_length=ID)
    basis = models.CharField(max_length=32)
    triggered_at = models.BigIntegerField()
    due_from = models.BigIntegerField(null=True)
    due_at = models.BigIntegerField(null=True)
    met_at = models.BigIntegerField(null=True)
    is_running = models.BooleanField(default=False)
    has_figure = models.BooleanField(default=True)
    state_when_folded = models.CharField(max_length=16)
    state_after_due = models.CharField(max_length=16, default="breached")
    own_word_only = models.BooleanField(default=False)
    law_hash = models.CharField(max_length=16)

    class Meta:
        """The clocks of a custody; the running ones in the order in which they run out; all of a safeguard by their days."""

        db_table = "custody_clock"
        indexes = (
            models.Index(name="clock_of_custody", fields=["custody_id"]),
            models.Index(name="clock_of_safeguard", fields=["safeguard", "triggered_at"]),
            models.Index(name="clock_running_by_due", fields=["due_at", "clock_id"], condition=_RUNNING),
            models.Index(name="clock_running_at_place", fields=["place_id", "due_at"], condition=_RUNNING),
        )

    def __str__(self) -> str:
        """Safeguard and custody."""
        return f"{self.safeguard} of {self.custody_id}"


class StayRow(models.Model):
    """One stay of a custody at a place or in a cell, from and until when.

    .. pii: pseudonymous ids only.
    """

    stay_id = models.CharField(primary_key=True, max_length=200)
    custody_id = models.CharField(max_length=ID)
    placement_id = models.CharField(max_length=ID, default="")
    place_id = models.CharField(max_length=ID)
    cell_id = models.CharField(max_length=ID, default="")
    from_at = models.BigIntegerField()
    until_at = models.BigIntegerField(null=True)

    class Meta:
        """Who was where at an instant: occupancy is counted over it."""

        db_table = "custody_stay"
        indexes = (
            models.Index(name="stay_of_custody", fields=["custody_id"]),
            models.Index(name="stay_at_place", fields=["place_id", "from_at", "until_at"]),
        )
        constraints = (
            models.CheckConstraint(
                name="stay_ends_not_before_it_began",
                condition=models.Q(until_at__isnull=True) | models.Q(until_at__gte=models.F("from_at")),
            ),
        )

    def __str__(self) -> str:
        """The stay's id."""
        return f"stay {self.stay_id}"


class PartyRow(models.Model):
    """Somebody who has a part in a custody: a lawyer with a mandate, a relative whom the person named.

    account is empty where the party has no account here; wish: named, mandate or not_to_be_found_by.

    .. pii: name and contact of the party; gone with the person's key and this row's next fold.
    """

    party_id = models.CharField(primary_key=True, max_length=200)
    custody_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID, default="")
    role = models.CharField(max_length=WORD)
    relation = models.CharField(max_length=WORD, default="")
    name = models.TextField(default="")
    name_key = models.CharField(max_length=ID, default="")
    contact = models.TextField(default="")
    since = models.BigIntegerField(null=True)
    until = models.BigIntegerField(null=True)

    class Meta:
        """The parties of a custody; the custodies of an account."""

        db_table = "custody_party"
        indexes = (
            models.Index(name="party_of_custody", fields=["custody_id"]),
            models.Index(name="party_by_account", fields=["account", "custody_id"]),
        )

    def __str__(self) -> str:
        """Role and custody."""
        return f"{self.role} of {self.custody_id}"


class OpeningRow(models.Model):
    """Somebody opened the record or looked the person up: shown to the person, not to the place.

    .. pii: the account that looked.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    custody_id = models.CharField(max_length=ID)
    account = models.CharField(max_length=ID)
    body_id = models.CharField(max_length=ID, default="")
    looked_as = models.CharField(max_length=WORD, default="")
    because = models.CharField(max_length=WORD, default="")
    at = models.BigIntegerField()

    class Meta:
        """Who looked at a custody, by time."""

        db_table = "custody_opening"
        indexes = (
            models.Index(name="opening_of_custody", fields=["custody_id", "at"]),
            models.Index(name="opening_by_account", fields=["account", "at"]),
        )

    def __str__(self) -> str:
        """The custody that was opened."""
        return f"opening of {self.custody_id}"


class CorrectionRow(models.Model):
    """A correction: what it corrected, by whom, and whether it waits for a second person.

    needs_confirmation: it would improve a verdict already due. Until confirmed it does not count.

    .. pii: accounts; the reason may name somebody and stands in the entry anyway.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    custody_id = models.CharField(max_length=ID)
    corrected_id = models.CharField(max_length=ID)
    act = models.CharField(max_length=16)
    by = models.CharField(max_length=ID, default="")
    body_id = models.CharField(max_length=ID, default="")
    place_id = models.CharField(max_length=ID, default="")
    region = models.CharField(max_length=WORD, default="")
    at = models.BigIntegerField()
    needs_confirmation = models.BooleanField(default=False)
    confirmed_by = models.CharField(max_length=ID, default="")
    confirmed_at = models.BigIntegerField(null=True)
    improves = models.TextField(default="")

    class Meta:
        """The corrections of a custody; and those that wait."""

        db_table = "custody_correction"
        indexes = (
            models.Index(name="correction_of_custody", fields=["custody_id"]),
            models.Index(name="correction_waiting", fields=["confirmed_at"], condition=_WAITING),
        )

    def __str__(self) -> str:
        """The entry that corrects."""
        return f"correction {self.entry_id}"


class AnsweredBreachRow(models.Model):
    """What followed from a breach: explained, referred or disciplined. Counted.

    .. pii: the account that answered; the reason stands in the entry.
    """

    entry_id = models.CharField(primary_key=True, max_length=ID)
    custody_id = models.CharField(max_length=ID)
    place_id = models.CharField(max_length=ID, default="")
    region = models.CharField(max_length=WORD, default="")
    safeguard = models.CharField(max_length=ID)
    basis = models.CharField(max_length=32)
    outcome = models.CharField(max_length=16)
    by = models.CharField(max_length=ID, default="")
    at = models.BigIntegerField()

    class Meta:
        """The answers of a custody; and how many of each outcome a region gave."""

        db_table = "custody_answered_breach"
        indexes = (
            models.Index(name="answer_of_custody", fields=["custody_id"]),
            models.Index(name="answer_by_region", fields=["region", "outcome", "at"]),
        )

    def __str__(self) -> str:
        """Outcome and safeguard."""
        return f"{self.outcome}: {self.safeguard}"
