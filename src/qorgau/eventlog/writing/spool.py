"""What does not fit into memory on the way to a file: kept in a scratch database and removed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path

from qorgau.eventlog.writing.events import Export, Value
from qorgau.eventlog.writing.whole import scratch

_TABLES = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
PRAGMA cache_size=-16000;
CREATE TABLE thing (role TEXT, id TEXT, attributes TEXT, related TEXT, PRIMARY KEY (role, id)) WITHOUT ROWID;
CREATE TABLE piece (of TEXT, place INTEGER PRIMARY KEY, text TEXT);
"""
_KEPT = 1_000


class Spool:
    """Objects to look up, and pieces of text to be taken out again by what they belong to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with the empty tables of a scratch database."""
        self._connection = connection
        self._connection.executescript(_TABLES)
        self.attributes = lru_cache(maxsize=_KEPT)(self._attributes)

    def keep_things(self, export: Export) -> None:
        """Keep every object that is described; a second description of one is added to the first."""
        for thing in export.things:
            known = dict(self._attributes(thing.role, thing.id))
            related = [*self._related(thing.role, thing.id), *map(list, thing.related)]
            self._connection.execute(
                "INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?)",
                (thing.role, thing.id, json.dumps({**known, **thing.attributes}), json.dumps(related)),
            )
            self._name([(role, other) for _, role, other in thing.related])

    def keep_named(self, export: Export) -> None:
        """Keep every object that an event names, described or not."""
        for event in export.events:
            self._name([(role, each) for role, ids in event.objects.items() for each in ids])

    def _name(self, things: Iterable[tuple[str, str]]) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO thing VALUES (?, ?, '{}', '[]')", things)

    def things(self) -> Iterator[tuple[str, str, Mapping[str, Value], list[tuple[str, str, str]]]]:
        """Every object once, by role and id: its attributes and whom it belongs to."""
        rows = self._connection.execute("SELECT role, id, attributes, related FROM thing ORDER BY role, id")
        for role, each, attributes, related in rows:
            yield role, each, json.loads(attributes), [tuple(link) for link in json.loads(related)]

    def count(self) -> int:
        """How many objects there are."""
        return int(self._connection.execute("SELECT count(*) FROM thing").fetchone()[0])

    def keep_piece(self, *, of: str, text: str) -> None:
        """Keep a piece of text, to come out among the others of the same owner; "" owns nothing."""
        self._connection.execute("INSERT INTO piece (of, text) VALUES (?, ?)", (of, text))

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The owned pieces owner by owner, in the order in which owners and pieces first came."""
        self._connection.execute("CREATE TABLE first (of TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID")
        self._connection.execute("INSERT INTO first SELECT of, min(place) FROM piece GROUP BY of")
        yield from self._connection.execute(
            "SELECT piece.of, text FROM piece JOIN first ON first.of = piece.of"
            " WHERE piece.of <> '' ORDER BY first.place, piece.place"
        )

    def loose_pieces(self) -> Iterator[str]:
        """The pieces that belong to nobody."""
        for (text,) in self._connection.execute("SELECT text FROM piece WHERE of = '' ORDER BY place"):
            yield text

    def _attributes(self, role: str, each: str) -> Mapping[str, Value]:
        row = self._connection.execute(
            "SELECT attributes FROM thing WHERE role = ? AND id = ?", (role, each)
        ).fetchone()
        found: dict[str, Value] = json.loads(row[0]) if row else {}
        return found

    def _related(self, role: str, each: str) -> list[list[str]]:
        row = self._connection.execute(
            "SELECT related FROM thing WHERE role = ? AND id = ?", (role, each)
        ).fetchone()
        found: list[list[str]] = json.loads(row[0]) if row else []
        return found


@contextmanager
def spool_beside(path: Path) -> Iterator[Spool]:
    """A spool in the folder of `path`, gone when the block ends."""
    with scratch(path) as file, closing(sqlite3.connect(file, isolation_level=None)) as connection:
        # Large sorts go to files as well, in the same folder's file system where possible.
        connection.execute("PRAGMA temp_store=FILE")
        spool = Spool(connection)
        connection.execute("BEGIN")
        yield spool
