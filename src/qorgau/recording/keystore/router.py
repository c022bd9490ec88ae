"""Which database a table lives in: keys apart from everything else."""

from typing import Any

from django.db.models import Model

KEYS = "keys"


class KeysApart:
    """Keys live in the database `keys` only, and nothing else lives there."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Read keys from the key store."""
        return KEYS if model._meta.app_label == "keystore" else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:
        """Write keys to the key store."""
        return KEYS if model._meta.app_label == "keystore" else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Create the tables of keys in the key store and no others there."""
        return (db == KEYS) == (app_label == "keystore")
