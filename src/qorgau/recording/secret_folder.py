"""Where the key files lie: beside the databases, or on another medium that is mounted apart."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings


def secret_folder() -> Path:
    """QORGAU_SECRETS, else `secret` in the data folder."""
    chosen: Path | None = getattr(settings, "QORGAU_SECRETS", None)
    data: Path = settings.QORGAU_DATA
    return chosen or _within(str(data))


@lru_cache(maxsize=8)
def _within(data: str) -> Path:
    # The same object each time: an append asks for its keys, and a path is slow to join and to hash.
    return Path(data) / "secret"
