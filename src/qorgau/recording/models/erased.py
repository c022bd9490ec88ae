"""Who was erased: a fold of the record's own entries."""

from django.db import models


class ErasedPerson(models.Model):
    """A person whose key, salts and folds were destroyed; nothing more may be recorded of them.

    .. pii: a pseudonymous id, kept so that the erasure is never undone by accident.
    """

    person_id = models.CharField(primary_key=True, max_length=128)
    entry_id = models.CharField(max_length=128)
    erased_at = models.BigIntegerField()

    class Meta:
        """Folded from `PersonErased`."""

        db_table = "recording_erased_person"

    def __str__(self) -> str:
        """The id."""
        return self.person_id
