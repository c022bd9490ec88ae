"""Custody as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class CustodyConfig(AppConfig):
    """The register of deprivations of liberty."""

    name = "qorgau.custody"
    label = "custody"
    verbose_name = "Custody"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.custody import entries, folding, holds
        from qorgau.custody.queries import counting
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).parent / "refusals" / "phrases.yaml")
        register_phrases(Path(__file__).parent / "web" / "phrases.yaml")
        register_phrases(Path(__file__).parent / "web" / "oversight_phrases.yaml")
        register_phrases(Path(__file__).parent / "document" / "phrases.yaml")
        register_phrases(Path(__file__).parent / "exporting" / "phrases.yaml")
        register_phrases(Path(__file__).parent / "importing" / "phrases.yaml")
        entries.register()
        folding.register()
        holds.register()
        counting.register()
