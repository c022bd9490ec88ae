"""Where files rest between two pages: below the data folder, for this program alone."""

from pathlib import Path

from django.conf import settings


def private_folder() -> Path:
    """The folder, made so that nobody else on the machine can look into it."""
    folder: Path = settings.QORGAU_DATA / "carrying"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A folder that was there before, or a lax mask of modes, must not make it wider.
    folder.chmod(0o700)
    return folder
