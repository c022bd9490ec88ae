"""Carrying as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class CarryingConfig(AppConfig):
    """Entries carried between instances by file."""

    name = "qorgau.carrying"
    label = "carrying"
    verbose_name = "Carrying"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.carrying import entries, folding
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        entries.register()
        folding.register()
