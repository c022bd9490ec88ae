"""Access as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """People, roles, bodies; who may see or do what, and the log of who looked."""

    name = "qorgau.access"
    label = "access"
    verbose_name = "Access"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
