"""The treaty cycle as a Django app."""

from pathlib import Path

from django.apps import AppConfig


class TreatyConfig(AppConfig):
    """Documents of treaty bodies, their recommendations, and what became of each."""

    name = "qorgau.treaty"
    label = "treaty"
    verbose_name = "Treaty cycle"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known, and keep its contents in backups."""
        from qorgau.recording.kept_tables import keep_in_backups, keep_locked_in_backups
        from qorgau.treaty import entries, folding
        from qorgau.treaty.models import ContentBlob, DraftPartRow, DraftRow, DraftVersionRow
        from qorgau.wording import register_phrases

        for words in sorted(Path(__file__).parent.rglob("*phrases.yaml")):
            register_phrases(words)
        entries.register()
        folding.register()
        # No entry holds a file: without these bytes a document could be neither shown nor read again.
        keep_in_backups(ContentBlob)
        # No entry tells of a draft: what people wrote for weeks would be gone with the machine (decision 0148).
        keep_locked_in_backups(DraftRow, DraftVersionRow, DraftPartRow, owner="draft_id")
