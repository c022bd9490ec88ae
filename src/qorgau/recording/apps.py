"""The record as a Django app."""

from django.apps import AppConfig


class RecordingConfig(AppConfig):
    """The append-only store; it registers the kinds of entry that are its own."""

    name = "qorgau.recording"
    label = "recording"
    verbose_name = "The record"

    def ready(self) -> None:
        """Make erasures and received bundles known to the record, as slices make their kinds known."""
        from qorgau.recording import erasure_entries
        from qorgau.recording.bundles import received_kind

        erasure_entries.register()
        received_kind.register()
