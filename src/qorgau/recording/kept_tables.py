"""Tables that follow from no entry and must not be lost: accounts, appointments, the log of who looked."""

from django.db.models import Model

_KEPT: list[type[Model]] = []


def keep_in_backups(*tables: type[Model]) -> None:
    """Say which tables a slice needs back after a loss, those pointed at first; called in AppConfig.ready().

    A backup outlives an erasure, so no table named here may hold data of the persons in the record.
    """
    _KEPT.extend(table for table in tables if table not in _KEPT)


def kept_tables() -> tuple[type[Model], ...]:
    """Every such table, in the order in which they can be restored."""
    return tuple(_KEPT)
