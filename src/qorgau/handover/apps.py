"""Handover as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Shift handovers of places of detention."""

    name = "qorgau.handover"
    label = "handover"
    verbose_name = "Shift handover"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.handover import entries, folding
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        entries.register()
        folding.register()
