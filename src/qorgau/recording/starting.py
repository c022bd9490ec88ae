"""Start Django for a command, only when the command runs."""

import os
from pathlib import Path


def start_django() -> None:
    """Set Django up with this project's settings, unless that was done already."""
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qorgau.config.settings")
    if not apps.ready:
        django.setup()


def make_data_folder(folder: Path) -> None:
    """Create the folder of databases and keys, for its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
