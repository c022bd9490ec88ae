"""Mailboxes as a Django app."""

import logging
from pathlib import Path

from django.apps import AppConfig


class MailboxesConfig(AppConfig):
    """Sealed envelopes, mailboxes and the keys of bodies."""

    name = "qorgau.mailboxes"
    label = "mailboxes"
    verbose_name = "Mailboxes"

    def ready(self) -> None:
        """Make the slice's kinds, folds and words known."""
        from qorgau.mailboxes import entries, folding, models
        from qorgau.recording.kept_tables import keep_in_backups
        from qorgau.wording import register_phrases

        register_phrases(Path(__file__).with_name("phrases.yaml"))
        register_phrases(Path(__file__).with_name("server_phrases.yaml"))
        entries.register()
        folding.register()
        keep_in_backups(models.CiphertextBlob, models.ReceiptRow)
        _keep_quiet()


def _keep_quiet() -> None:
    """Faults of the sealed addresses are said without their time, which would be that of a complaint."""
    log = logging.getLogger("qorgau.mailboxes.quiet")
    if not log.handlers:
        output = logging.StreamHandler()
        output.setFormatter(logging.Formatter("{levelname} {name}: {message}", style="{"))
        log.addHandler(output)
        log.propagate = False
