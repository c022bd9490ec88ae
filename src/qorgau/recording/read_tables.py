"""Rows of the read tables, written and removed with one statement a table: this happens at every entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.db import connections, models

_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
"""Fields whose values a database takes as they are; BigIntegerField is one of IntegerField's."""


@dataclass(frozen=True, kw_only=True)
class _Insertion:
    """How rows of one table are written."""

    statement: str
    names: tuple[str, ...]


def remove_rows(table: type[models.Model], *, key: str, value: str, using: str) -> None:
    """Remove the rows whose field `key` holds the value."""
    with connections[using].cursor() as cursor:
        cursor.execute(_deletion(table, key), [value])


def insert_rows(table: type[models.Model], rows: Sequence[models.Model], *, using: str) -> None:
    """Write new rows; in Django's own way where a field is more than a word, a number or yes and no."""
    if not rows:
        return
    insertion = _insertion(table)
    if insertion is None:
        table._default_manager.using(using).bulk_create(rows)
        return
    values = [[getattr(row, name) for name in insertion.names] for row in rows]
    with connections[using].cursor() as cursor:
        cursor.executemany(insertion.statement, values)


@cache
def _deletion(table: type[models.Model], key: str) -> str:
    column = next(field.column for field in table._meta.concrete_fields if field.name == key)
    return f"DELETE FROM {_quoted(table._meta.db_table)} WHERE {_quoted(column)} = %s"  # noqa: S608 - own names


@cache
def _insertion(table: type[models.Model]) -> _Insertion | None:
    fields = table._meta.concrete_fields
    if not all(_is_plain(field) for field in fields):
        return None
    columns = ", ".join(_quoted(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    return _Insertion(
        statement=f"INSERT INTO {_quoted(table._meta.db_table)} ({columns}) VALUES ({marks})",  # noqa: S608
        names=tuple(field.attname for field in fields),
    )


def _is_plain(field: models.Field[object, object]) -> bool:
    return isinstance(field, _PLAIN) and not isinstance(field, models.AutoField)


def _quoted(name: str | None) -> str:
    # Both engines quote names alike; a concrete field always has one.
    return f'"{name}"'
