"""A draft: an entry as a slice gives it, before its personal part is encrypted."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qorgau.ledger.entry import Correction, Happened
from qorgau.recording.personal import Personal


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What happened, for the record; field by field as in the ledger's Entry.

    personal: person id -> values in clear (text and whole numbers); recording encrypts them.
    id: give one that stays the same when the same act is sent again; `new_entry_id` draws one.
    instance: only for entries that were first recorded elsewhere.
    """

    id: str
    kind: str
    recorded: int
    for_body: str
    by: str | None = None
    objects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    happened: Sequence[Happened] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    personal: Mapping[str, Personal] = field(default_factory=dict)
    sealed: Mapping[str, Any] = field(default_factory=dict)
    corrects: Correction | None = None
    instance: str | None = None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something to be sent because of an entry, queued in the entry's own transaction."""

    about: str
    kind: str
    body: Mapping[str, Any]


def new_entry_id() -> str:
    """An id that nobody can guess and nobody else draws."""
    return uuid.uuid4().hex
