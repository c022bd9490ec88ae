"""PostgreSQL: the app's own role, which may read the record and add to it, and nothing else."""

from collections.abc import Iterator

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from qorgau.recording.append_only import RECORD_TABLES
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.writer_turn import RECORD

OWNER = "owner"
_MIGRATIONS = "django_migrations"


class RoleTooStrong(RecordingRefusal):
    """The app would connect as a role that could undo the record."""


def give_app_its_role() -> str:
    """Create the role of QORGAU_DATABASE_URL if needed and give it its rights; gives its name.

    Run as the tables' owner, after each migration: tables added since then get their rights too.
    """
    app = connections[RECORD].settings_dict
    owner = connections[OWNER]
    name = str(app["USER"])
    _refuse_strong_role(owner, name)
    with owner.cursor() as cursor:
        if not _exists(owner, name):
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(name)))
        if app["PASSWORD"]:
            cursor.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(name), sql.Literal(str(app["PASSWORD"]))
                )
            )
        for statement in _rights(owner, name):
            cursor.execute(statement)
    return name


def _rights(owner: BaseDatabaseWrapper, name: str) -> Iterator[sql.Composed]:
    role, database = sql.Identifier(name), sql.Identifier(str(owner.settings_dict["NAME"]))
    yield sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(role)
    yield sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC, {}").format(role)
    yield sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, role)
    yield sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(role)
    yield sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(role)
    for table in sorted(owner.introspection.table_names()):
        yield sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(_rights_on(table)), sql.Identifier(table), role)


def _rights_on(table: str) -> str:
    if table == _MIGRATIONS:
        return "SELECT"
    return "SELECT, INSERT" if table in RECORD_TABLES else "SELECT, INSERT, UPDATE, DELETE"


def _exists(owner: BaseDatabaseWrapper, name: str) -> bool:
    with owner.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
        return cursor.fetchone() is not None


def _refuse_strong_role(owner: BaseDatabaseWrapper, name: str) -> None:
    with owner.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s AND"
            " (rolsuper OR rolcreaterole OR pg_has_role(rolname, current_user, 'MEMBER'))",
            [name],
        )
        if cursor.fetchone() is not None:
            raise RoleTooStrong(
                f"QORGAU_DATABASE_URL connects as {name or 'nobody named'}, who owns the tables or may "
                "change them. Name a role of its own there, such as qorgau_app; `qorgau record init` "
                "creates it."
            )
