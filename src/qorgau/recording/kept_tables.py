"""Tables that follow from no entry and must not be lost: accounts, appointments, the log of who looked, drafts."""

from collections.abc import Iterator

from django.db.models import Model

_KEPT: list[type[Model]] = []
_LOCKED_BY: dict[type[Model], str] = {}


def keep_in_backups(*tables: type[Model]) -> None:
    """Say which tables a slice needs back after a loss, those pointed at first; called in AppConfig.ready().

    A backup outlives an erasure, so no table named here may hold data of the persons in the record.
    """
    _KEPT.extend(table for table in tables if table not in _KEPT)


def keep_locked_in_backups(*tables: type[Model], owner: str) -> None:
    """The same for free text that somebody may throw away: each row leaves under the key of its owner.

    owner: the field that names what the row belongs to, such as a draft. When that is thrown away its key is
    destroyed (`forget_in_backups`), and every backup made so far says nothing of it.
    """
    keep_in_backups(*tables)
    _LOCKED_BY.update(dict.fromkeys(tables, owner))


def kept_tables() -> tuple[type[Model], ...]:
    """Every such table, in the order in which they can be restored."""
    return tuple(_KEPT)


def owner_of(row: Model) -> str:
    """Under whose key the row leaves in a backup; "" for a row that leaves in clear."""
    field = _LOCKED_BY.get(type(row))
    return owner_named(str(getattr(row, field))) if field else ""


def owners(using: str) -> Iterator[str]:
    """Everybody under whose key something leaves."""
    for table, field in _LOCKED_BY.items():
        names = table._default_manager.using(using).values_list(field, flat=True).distinct()
        yield from map(owner_named, map(str, names))


def owner_named(name: str) -> str:
    """What the key of an owner is called in the key store, beside those of persons."""
    return f"kept/{name}"
