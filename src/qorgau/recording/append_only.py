"""Triggers that refuse every change and removal in the record's tables, on both engines."""

from collections.abc import Iterator, Mapping

RECORD_TABLES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "recording_entry": (("id",),),
    "recording_entry_object": (("role", "object_id", "entry_id"),),
    "recording_leaf": (("index",), ("commitment",)),
    "recording_tile": (("number",),),
    "recording_batch": (("size",), ("follows",)),
    "recording_checkpoint": (("size",),),
}
"""Each table of the record with its unique columns."""

REFUSAL = "the record only grows: record a correction as a new entry"
_FUNCTION = "qorgau_the_record_only_grows"


def guards(vendor: str) -> Iterator[str]:
    """The statements that put the guards up, for `sqlite` or `postgresql`."""
    if vendor == "sqlite":
        for table, keys in RECORD_TABLES.items():
            yield from _sqlite_guards(table, keys)
        return
    yield _POSTGRESQL_FUNCTION
    for table in RECORD_TABLES:
        yield from _postgresql_guards(table)


def guards_down(vendor: str) -> Iterator[str]:
    """The statements that take the guards away: a table's owner can; `ledger verify` then notices."""
    on_table = "" if vendor == "sqlite" else " ON {table}"
    names = _SQLITE_NAMES if vendor == "sqlite" else ("only_grows",)
    for table in RECORD_TABLES:
        for name in names:
            yield f"DROP TRIGGER {table}_{name}" + on_table.format(table=table)
    if vendor == "postgresql":
        yield f"DROP FUNCTION {_FUNCTION}()"


_SQLITE_NAMES = ("never_changed", "never_removed", "never_replaced")


def _sqlite_guards(table: str, keys: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    yield f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table} {refuse}"
    yield f"CREATE TRIGGER {table}_never_removed BEFORE DELETE ON {table} {refuse}"
    # INSERT OR REPLACE removes the old row without asking the trigger above, unless the connection
    # has recursive_triggers=ON. Whoever opens the file with another tool has not.
    same = " OR ".join(_same_key(key) for key in (("rowid",), *keys))
    yield (
        f"CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table} "  # noqa: S608 - constants above
        f"WHEN EXISTS (SELECT 1 FROM {table} AS held WHERE {same}) {refuse}"
    )


def _same_key(columns: tuple[str, ...]) -> str:
    return "(" + " AND ".join(f'held."{column}" = NEW."{column}"' for column in columns) + ")"


_POSTGRESQL_FUNCTION = f"""
CREATE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation';
END $$
"""


def _postgresql_guards(table: str) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
    )
    # ALWAYS: otherwise `SET session_replication_role = replica` would switch it off for a session.
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_only_grows"
