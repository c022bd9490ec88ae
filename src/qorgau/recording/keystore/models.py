"""Tables of the key store."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class PersonKey(models.Model):
    """The key under which a person's data is encrypted; after erasure only the time it went.

    .. pii: a pseudonymous id and a key; the key goes on erasure, the id stays as its tombstone.
    """

    person_id = models.CharField(primary_key=True, max_length=128)
    secret = models.BinaryField(max_length=32, null=True)
    destroyed_at = models.BigIntegerField(null=True)

    class Meta:
        """A key is there or destroyed, never both or neither."""

        constraints = (
            models.CheckConstraint(
                name="key_is_either_held_or_destroyed",
                condition=Q(secret__isnull=False, destroyed_at__isnull=True)
                | Q(secret__isnull=True, destroyed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="person_key_has_32_bytes",
                condition=Q(secret__isnull=True) | Q(Exact(Length("secret"), 32)),
            ),
        )

    def __str__(self) -> str:
        """The person's id only: a key is never printed."""
        return self.person_id


class InstanceSecret(models.Model):
    """The one secret from which, with the persons' keys, the salts of entries follow.

    .. pii: none.
    """

    name = models.CharField(primary_key=True, max_length=32)
    secret = models.BinaryField(max_length=32)

    class Meta:
        """32 bytes, as everywhere."""

        constraints = (
            models.CheckConstraint(
                name="instance_secret_has_32_bytes", condition=Q(Exact(Length("secret"), 32))
            ),
        )

    def __str__(self) -> str:
        """Its name only: a secret is never printed."""
        return self.name
