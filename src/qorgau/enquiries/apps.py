"""Enquiries as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    """Looking someone up, and asking whether a relative is held."""

    name = "qorgau.enquiries"
    label = "enquiries"
    verbose_name = "Enquiries"

    def ready(self) -> None:
        """Make the slice's kinds, folds, holds and words known."""
        from qorgau.enquiries import entries, folding, holds
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        entries.register()
        folding.register()
        holds.register()
