"""The chain over lists read: each row's hash covers the one before, so that none can go or change unseen."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from qorgau.access.models import LookedAt

BEGINNING = "0" * 64
"""What the first row is chained to."""


def filter_hash(filters: Mapping[str, Any]) -> str:
    """A filter as a hash: the log of readers holds no names that somebody searched for."""
    plain = json.dumps(filters, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()


def chained(previous: str, rows: Iterable[tuple[int, LookedAt]]) -> str:
    """The head after these numbered rows."""
    head = previous
    for number, row in rows:
        plain = [number, row.id, row.account, row.act, row.filter_hash, row.rows, row.at]
        text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
        head = hashlib.sha256(f"{head}\n{text}".encode()).hexdigest()
    return head
