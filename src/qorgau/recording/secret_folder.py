"""Where the key files lie: beside the databases, or on another medium that is mounted apart."""

from pathlib import Path

from django.conf import settings


def secret_folder() -> Path:
    """QORGAU_SECRETS, else `secret` in the data folder."""
    chosen: Path | None = getattr(settings, "QORGAU_SECRETS", None)
    data: Path = settings.QORGAU_DATA
    return chosen or data / "secret"
