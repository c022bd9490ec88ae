"""What an import does to the record: all of it in one append, and the same again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from django.db import transaction

from qorgau.recording.drafts import Draft
from qorgau.recording.keystore.router import KEYS
from qorgau.recording.keystore.secrets import needed_secrets
from qorgau.recording.models import StoredEntry
from qorgau.recording.record import Acknowledgement, record
from qorgau.recording.salts import PERSON

_IDS_AT_ONCE = 500
_Each = TypeVar("_Each")


def record_at_once(drafts: Sequence[Draft], *, now: int) -> Mapping[str, Acknowledgement]:
    """Store everything or nothing; gives the acknowledgements by entry, the old ones of what was held already."""
    if len(held([draft.id for draft in drafts])) == len({draft.id for draft in drafts}):
        # Nothing will be stored, so nothing must be stored at once.
        parts = list(_parts(drafts))
    else:
        parts = [drafts]
        with transaction.atomic(using=KEYS):  # made one by one, each key would wait for the disk by itself
            needed_secrets(sorted({person for draft in drafts for person in draft.objects.get(PERSON, ())}))
    answers = (answer for part in parts for answer in record(part, received=now))
    return {answer.entry_id: answer for answer in answers}


def held(ids: Sequence[str]) -> frozenset[str]:
    """Which of these entries the record holds."""
    found: set[str] = set()
    for some in _parts(ids):
        found.update(StoredEntry.objects.filter(id__in=some).values_list("id", flat=True))
    return frozenset(found)


def first_recorded(entry_id: str, *, now: int) -> int:
    """When this entry was first recorded: now, unless it came in before."""
    body = StoredEntry.objects.filter(id=entry_id).values_list("body", flat=True).first()
    return now if body is None else int(json.loads(bytes(body))["recorded"])


def _parts(of: Sequence[_Each]) -> Iterator[Sequence[_Each]]:
    return (of[at : at + _IDS_AT_ONCE] for at in range(0, len(of), _IDS_AT_ONCE))
