"""OCEL 2.0 as a relational database in one SQLite file: a table for each type, and who was part of what."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from qorgau.eventlog.writing.events import Event, Export, ExportError, Value
from qorgau.eventlog.writing.layout import Layout
from qorgau.eventlog.writing.ocel_shape import (
    ALWAYS,
    Shape,
    attributes_of,
    links_of,
    object_id,
    object_value,
    shape_of,
    time_of,
)
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

_TABLES = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (ocel_event_id TEXT REFERENCES event (ocel_id),
    ocel_object_id TEXT REFERENCES object (ocel_id), ocel_qualifier TEXT,
    PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
CREATE TABLE object_object (ocel_source_id TEXT REFERENCES object (ocel_id),
    ocel_target_id TEXT REFERENCES object (ocel_id), ocel_qualifier TEXT,
    PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
"""
_COLUMN = {"string": "TEXT", "integer": "INTEGER", "time": "TIMESTAMP"}
# `event_object` and the like are tables of the standard itself.
_RESERVED = frozenset({"object", "event", "map_type"})


def write_ocel_sqlite(export: Export, survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the database; an id that two events share is refused."""
    shape = shape_of(export, survey, layout)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_TABLES)
        database.execute("BEGIN")
        writing = _Writing(database, shape)
        writing.objects(spool)
        writing.events(export.events)
        database.execute("COMMIT")


class _Writing:
    """The statements for the tables of each type."""

    def __init__(self, database: sqlite3.Connection, shape: Shape) -> None:
        """Create the tables of the types and name them in the maps."""
        self._database, self._shape = database, shape
        self._events = self._tables("event", shape.kinds, changed=())
        self._objects = self._tables("object", shape.roles, changed=("ocel_changed_field",))

    def objects(self, spool: Spool) -> None:
        """Every object with its attributes, then how they belong together."""
        for role, each, attributes, related in spool.things():
            own = object_id(role, each)
            self._database.execute("INSERT INTO object VALUES (?, ?)", (own, role))
            types = self._shape.roles[role]
            values = [
                object_value(attributes[name], kind) if name in attributes else None
                for name, kind in types.items()
            ]
            self._database.execute(self._objects[role], (own, _time(ALWAYS), None, *values))
            self._database.executemany(
                "INSERT OR IGNORE INTO object_object VALUES (?, ?, ?)",
                [(own, object_id(other_role, other), how) for how, other_role, other in related],
            )

    def events(self, events: Iterable[Event]) -> None:
        """Every event with its attributes and objects."""
        for event in events:
            try:
                self._database.execute("INSERT INTO event VALUES (?, ?)", (event.id, event.kind))
            except sqlite3.IntegrityError:
                raise ExportError(f"Two events have the id {event.id}. Give each event its own.") from None
            said = attributes_of(event, self._shape)
            values = [_cell(said, name, kind) for name, kind in self._shape.kinds[event.kind].items()]
            self._database.execute(self._events[event.kind], (event.id, _time(time_of(event)), *values))
            self._database.executemany(
                "INSERT OR IGNORE INTO event_object VALUES (?, ?, ?)",
                [(event.id, each, role) for each, role in links_of(event)],
            )

    def _tables(
        self, what: str, types: Mapping[str, Mapping[str, str]], *, changed: tuple[str, ...]
    ) -> dict[str, str]:
        """Create a table for each type; gives for each type the statement that fills it."""
        statements: dict[str, str] = {}
        taken = set(_RESERVED)
        for name, attributes in types.items():
            short = _short(name, taken)
            self._database.execute(f"INSERT INTO {what}_map_type VALUES (?, ?)", (name, short))  # noqa: S608
            columns = [f"{_quoted(each)} {_COLUMN[kind]}" for each, kind in attributes.items()]
            # An object may be told anew for each change of it, an event once only.
            once = "" if changed else " PRIMARY KEY"
            key = f"ocel_id TEXT{once} REFERENCES {what} (ocel_id)"
            fixed = [key, "ocel_time TIMESTAMP", *(f"{each} TEXT" for each in changed)]
            table = _quoted(f"{what}_{short}")
            self._database.execute(f"CREATE TABLE {table} ({', '.join([*fixed, *columns])})")
            marks = ", ".join("?" * (len(fixed) + len(columns)))
            statements[name] = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - names quoted, values bound
        return statements


def _cell(said: Mapping[str, Value], name: str, kind: str) -> Value | None:
    value = said.get(name)
    return _time(str(value)) if kind == "time" and value is not None else value


def _time(written: str) -> str:
    """SQLite's own way of writing times, in UTC."""
    return written.replace("T", " ").removesuffix("Z")


def _short(name: str, taken: set[str]) -> str:
    """The type's name as part of a table's name; different types never share one."""
    short = re.sub(r"[^A-Za-z0-9_]", "", name) or "type"
    while short.lower() in taken:
        short += "_"
    taken.add(short.lower())
    return short


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
