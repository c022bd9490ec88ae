"""Set the record up: tables and guards by migrations, the log's keys, and the app's role."""

from collections.abc import Iterator

from django.core.management import call_command
from django.db import connections

from qorgau.recording.keystore.router import KEYS
from qorgau.recording.log_keys import log_keys
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.roles import OWNER, give_app_its_role
from qorgau.recording.writer_turn import RECORD


class OwnerMissing(RecordingRefusal):
    """On PostgreSQL the tables need an owner who is not the app."""


def set_up() -> Iterator[str]:
    """Bring both databases up to date; tells what was done. Safe to run again."""
    yield _set_up_record()
    call_command("migrate", database=KEYS, verbosity=0, interactive=False)
    yield f"The key store is up to date ({connections[KEYS].vendor})."
    keys = log_keys()
    yield f"Log: {keys.log.verifier}"
    yield f"Promises: {keys.promise.verifier}"


def _set_up_record() -> str:
    if connections[RECORD].vendor != "postgresql":
        call_command("migrate", database=RECORD, verbosity=0, interactive=False)
        return "The record is up to date (sqlite)."
    if OWNER not in connections:
        raise OwnerMissing(
            "The record is on PostgreSQL, and QORGAU_OWNER_URL is not set. Give there the address of "
            "the same database as the role that owns its tables; the app must not be that role."
        )
    call_command("migrate", database=OWNER, verbosity=0, interactive=False)
    name = give_app_its_role()
    return f"The record is up to date (postgresql); {name} may read it and add to it."
