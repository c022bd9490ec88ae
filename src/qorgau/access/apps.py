"""Access as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """People, roles, bodies; who may see or do what, and the log of who looked."""

    name = "qorgau.access"
    label = "access"
    verbose_name = "Access"

    def ready(self) -> None:
        """Make the slice's kinds, words and tables known."""
        from qorgau.access import models
        from qorgau.access.entries import register
        from qorgau.recording.kept_tables import keep_in_backups
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        register()
        keep_in_backups(
            models.Account,
            models.Appointment,
            models.AppCode,
            models.Passkey,
            models.RecoveryCode,
            models.ApiToken,
            models.LookedAt,
        )
