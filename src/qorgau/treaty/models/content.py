"""Bytes that entries name by their hash: files of documents, readings, texts of replies and reports."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

ID = 128
WORD = 64
HASH = 64


class ContentBlob(models.Model):
    """Bytes under their SHA-256: not folded, but checked against the hash whenever they are read.

    .. pii: none in documents of public bodies; what an organisation sends in may name people, and is shown to
       that organisation alone until it publishes it.
    """

    sha256 = models.CharField(primary_key=True, max_length=HASH)
    media_type = models.CharField(max_length=ID)
    size = models.IntegerField()
    kept_at = models.BigIntegerField()
    bytes = models.BinaryField()

    class Meta:
        """A name is a whole hash."""

        db_table = "treaty_content"
        constraints = (
            models.CheckConstraint(name="content_name_is_a_hash", condition=Q(Exact(Length("sha256"), 64))),
        )

    def __str__(self) -> str:
        """The hash."""
        return self.sha256
