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
        from qorgau.complaints import entries, folding, holds, officer_folding
        from qorgau.complaints.actions import answering
        from qorgau.complaints.queries import told
        from qorgau.wording import register_phrases

        for words in sorted(Path(__file__).parent.rglob("*phrases.yaml")):
            register_phrases(words)
        entries.register()
        folding.register()
        officer_folding.register()
        holds.register()
        told.register()
        answering.register()
