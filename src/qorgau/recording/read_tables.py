"""Rows of the read tables, written and removed with one statement a table: this happens at every entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.db import connections, models

_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
"""Fields whose values a database takes as they are; BigIntegerField is one of IntegerField's."""


@dataclass(frozen=True, kw_only=True)
class _Plain:
    """How rows of one table are written, read and removed, where all its fields are plain; key: of its primary key."""

    inserts: str
    reads: str
    names: tuple[str, ...]
    key: int

    def values(self, row: models.Model) -> tuple[str | int | None, ...]:
        """The row as the database gives it back."""
        return tuple([getattr(row, name) for name in self.names])


def replace_rows(
    table: type[models.Model], rows: Sequence[models.Model], *, key: str, value: str, using: str
) -> None:
    """Put these rows in the place of those whose field `key` holds the value: those that stay as they are stay."""
    plain = _plain(table)
    with connections[using].cursor() as cursor:
        if plain is None:
            cursor.execute(_deletion(table, key), [value])
            insert_rows(table, rows, using=using)
            return
        cursor.execute(plain.reads + _where(table, key), [value])
        # Most of an object's rows say what they said before: to read them costs less than to write them, and what is
        # written goes to disk while all other writers wait.
        before = {row[plain.key]: row for row in cursor.fetchall()}
        after = {values[plain.key]: values for values in map(plain.values, rows)}
        if gone := [(each,) for each, row in before.items() if after.get(each) != row]:
            cursor.executemany(_deletion(table, plain.names[plain.key]), gone)
        if new := [row for each, row in after.items() if before.get(each) != row]:
            cursor.executemany(plain.inserts, new)


def insert_rows(table: type[models.Model], rows: Sequence[models.Model], *, using: str) -> None:
    """Write new rows; in Django's own way where a field is more than a word, a number or yes and no."""
    if not rows:
        return
    plain = _plain(table)
    if plain is None:
        table._default_manager.using(using).bulk_create(rows)
        return
    with connections[using].cursor() as cursor:
        cursor.executemany(plain.inserts, [plain.values(row) for row in rows])


@cache
def _deletion(table: type[models.Model], key: str) -> str:
    return f"DELETE FROM {_quoted(table._meta.db_table)}{_where(table, key)}"  # noqa: S608 - own names


@cache
def _where(table: type[models.Model], key: str) -> str:
    column = next(field.column for field in table._meta.concrete_fields if key in (field.name, field.attname))
    return f" WHERE {_quoted(column)} = %s"


@cache
def _plain(table: type[models.Model]) -> _Plain | None:
    fields = table._meta.concrete_fields
    if not all(_is_plain(field) for field in fields):
        return None
    columns = ", ".join(_quoted(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    name = _quoted(table._meta.db_table)
    return _Plain(
        inserts=f"INSERT INTO {name} ({columns}) VALUES ({marks})",  # noqa: S608 - own names
        reads=f"SELECT {columns} FROM {name}",  # noqa: S608 - own names
        names=tuple(field.attname for field in fields),
        key=next(place for place, field in enumerate(fields) if field.primary_key),
    )


def _is_plain(field: models.Field[object, object]) -> bool:
    return isinstance(field, _PLAIN) and not isinstance(field, models.AutoField)


def _quoted(name: str | None) -> str:
    # Both engines quote names alike; a concrete field always has one.
    return f'"{name}"'
