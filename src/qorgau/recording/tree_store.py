"""The tree, loaded from its tiles and kept in memory; only what is new is read again."""

from dataclasses import dataclass, field
from threading import RLock

from django.db import connections

from qorgau.ledger.batch import MULTIPLE
from qorgau.ledger.tree import HASH_BYTES, Tree
from qorgau.recording.writer_turn import RECORD


@dataclass
class _Kept:
    """The tree of one database, and the lock that lets one thread at a time extend it."""

    tree: Tree = field(default_factory=Tree)
    lock: RLock = field(default_factory=RLock)


_KEPT: dict[str, _Kept] = {}


def stored_tree() -> Tree:
    """The tree of all stored tiles. Shared within the process: read it, never extend it."""
    kept = _KEPT.setdefault(_database(), _Kept())
    with kept.lock:
        kept.tree.extend(_hashes_from(kept.tree.size // MULTIPLE))
        return kept.tree


def forget_tree() -> None:
    """Drop the tree in memory, so that the next reader loads it anew: after a restore or for an audit."""
    _KEPT.pop(_database(), None)


def hashes_of(tile: bytes) -> list[bytes]:
    """The hashes that stand in a tile, one after the other."""
    return [tile[start : start + HASH_BYTES] for start in range(0, len(tile), HASH_BYTES)]


def _hashes_from(number: int) -> list[bytes]:
    with connections[RECORD].cursor() as cursor:
        cursor.execute("SELECT hashes FROM recording_tile WHERE number >= %s ORDER BY number", [number])
        return [leaf for (tile,) in cursor.fetchall() for leaf in hashes_of(bytes(tile))]


def _database() -> str:
    settings = connections[RECORD].settings_dict
    return f"{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
