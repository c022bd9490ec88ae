"""Notices as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices before a limit, at a breach, and when a verdict changed."""

    name = "qorgau.notices"
    label = "notices"
    verbose_name = "Notices"

    def ready(self) -> None:
        """Make the slice's kind and words known."""
        from qorgau.notices import entries
        from qorgau.notices.models import Notice
        from qorgau.recording.kept_tables import keep_in_backups
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        entries.register()
        keep_in_backups(Notice)
