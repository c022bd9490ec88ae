"""Accounts of people, and what each was appointed as, when."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q

from qorgau.access.roles import Role
from qorgau.lawbook import Language

_ID = 128


class Account(AbstractBaseUser):
    """One person who may sign in. Sharing an account is not foreseen: entries carry its id.

    .. pii: the person's name, sign-in name and e-mail; kept while entries carry the id, for the record
       must be able to say who acted. Never written into entries.
    """

    id = models.CharField(primary_key=True, max_length=_ID)
    sign_in_name = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    email = models.CharField(max_length=254, blank=True, default="")
    language = models.CharField(max_length=2, default=Language.KK.value)
    must_change_password = models.BooleanField(default=True)
    # Every session carries it; a new one ends them all.
    sessions_stamp = models.CharField(max_length=64)
    opened_at = models.BigIntegerField()
    closed_at = models.BigIntegerField(null=True)

    last_login = None
    USERNAME_FIELD = "sign_in_name"

    class Meta:
        """Sign-in names are compared in lower case, and so kept."""

        db_table = "access_account"

    def __str__(self) -> str:
        """The opaque id only."""
        return self.id


class Appointment(models.Model):
    """A role given to a person, for a body, at places or in regions, from one instant to another.

    .. pii: that this person held this office; kept as long as the account.
    """

    id = models.CharField(primary_key=True, max_length=_ID)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=32)
    body = models.CharField(max_length=_ID)
    places = models.JSONField(default=list)
    regions = models.JSONField(default=list)
    said_by = models.CharField(max_length=32)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True)

    class Meta:
        """An appointment has a known role and does not end before it begins."""

        db_table = "access_appointment"
        constraints = (
            models.CheckConstraint(
                name="appointed_as_a_known_role", condition=Q(role__in=[role.value for role in Role])
            ),
            models.CheckConstraint(
                name="appointment_not_ended_before_begun",
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
            ),
        )

    def __str__(self) -> str:
        """Who as what."""
        return f"{self.account_id} as {self.role}"

    def is_current(self, now: int) -> bool:
        """Whether it has begun and not ended."""
        return self.since <= now and (self.until is None or now < self.until)
