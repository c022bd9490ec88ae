"""Complaints as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """Complaints and the procedures that follow from them."""

    name = "qorgau.complaints"
    label = "complaints"
    verbose_name = "Complaints"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
