"""Custody as a Django app."""

from django.apps import AppConfig


class CustodyConfig(AppConfig):
    """The register of deprivations of liberty."""

    name = "qorgau.custody"
    label = "custody"
    verbose_name = "Custody"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
