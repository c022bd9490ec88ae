"""The record as a Django app."""

from django.apps import AppConfig


class RecordingConfig(AppConfig):
    """The append-only store; it registers the one kind of entry that is its own."""

    name = "qorgau.recording"
    label = "recording"
    verbose_name = "The record"

    def ready(self) -> None:
        """Make erasures known to the record, as slices make their kinds known."""
        from qorgau.recording.erasure_entries import register

        register()
