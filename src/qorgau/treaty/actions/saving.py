"""A draft is saved as its next version; what somebody else wrote meanwhile is never overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection

from django.db import transaction

from qorgau.access.actor import Actor
from qorgau.recording.writer_turn import RECORD
from qorgau.treaty.models.drafts import DraftPartRow, DraftRow, DraftVersionRow
from qorgau.treaty.queries.draft_rows import own_draft, part_key, writing_of
from qorgau.treaty.queries.editions import composed
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.parts import taken_apart

_TRIES = 4
COVER = "cover"


class DraftMoved(TreatyRefusal):
    """Somebody else saved the same part meanwhile; `version` is the one to look at."""

    def __init__(self, version: int) -> None:
        """Name the version that stands now."""
        self.version = version
        super().__init__("draft_moved", version=version)


def save(
    actor: Actor,
    draft_id: str,
    change: Callable[[Writing], Writing],
    *,
    what: str,
    touched: Collection[str],
    base: int,
    now: int,
) -> int:
    """Save a change made by somebody who looked at version `base`; gives the number of the version that stands then.

    What others changed meanwhile stays, as long as it is another part; raises DraftMoved where it is the same.
    """
    for _ in range(_TRIES):
        row = own_draft(actor, draft_id)
        latest = _unmoved(row, touched, base=base)
        changed = change(latest)
        if changed == latest:
            return row.version
        if _next_version(row, changed, actor, what=what, touched=touched, now=now):
            return row.version + 1
    raise DraftMoved(own_draft(actor, draft_id).version)


def store_first(row: DraftRow, writing: Writing, *, actor: Actor, now: int, what: str = "begun") -> None:
    """Keep a new draft with its first version."""
    row.words = _words(writing, version=1, now=now)
    with transaction.atomic(using=RECORD):
        row.save(force_insert=True)
        _keep(row, writing, number=1, actor=actor, what=what, touched=(), now=now, words=row.words)


def _unmoved(row: DraftRow, touched: Collection[str], *, base: int) -> Writing:
    """The last version, refused where it was issued, or where a part that is to change reads otherwise than in `base`."""
    if row.frozen:
        raise TreatyRefusal("draft_issued")
    latest = writing_of(row)
    if base != row.version:
        seen = writing_of(row, base)
        if any(_part(seen, part) != _part(latest, part) for part in touched):
            raise DraftMoved(row.version)
    return latest


def _part(writing: Writing, part: str) -> object:
    return writing.cover if part == COVER else writing.block(part)


def _next_version(
    row: DraftRow, writing: Writing, actor: Actor, *, what: str, touched: Collection[str], now: int
) -> bool:
    """Store the version unless another came first; only one of two writers finds the number that both read."""
    number = row.version + 1
    words = _words(writing, version=number, now=now)
    with transaction.atomic(using=RECORD):
        mine = DraftRow.objects.filter(draft_id=row.draft_id, version=row.version, frozen=False)
        if not mine.update(version=number, saved_at=now, words=words):
            return False
        _keep(row, writing, number=number, actor=actor, what=what, touched=touched, now=now, words=words)
    return True


def _words(writing: Writing, *, version: int, now: int) -> int:
    return composed(writing, version=version, at=now).count.counted


def _keep(
    row: DraftRow,
    writing: Writing,
    *,
    number: int,
    actor: Actor,
    what: str,
    touched: Collection[str],
    now: int,
    words: int,
) -> None:
    parts = taken_apart(writing)
    DraftPartRow.objects.bulk_create(
        (
            DraftPartRow(
                row_id=part_key(row.draft_id, name), draft_id=row.draft_id, sha256=name, content=content
            )
            for name, content in parts.contents.items()
        ),
        ignore_conflicts=True,
    )
    DraftVersionRow.objects.create(
        row_id=part_key(row.draft_id, str(number)),
        draft_id=row.draft_id,
        number=number,
        account=actor.account,
        saved_at=now,
        what=what,
        blocks="\n".join(touched),
        words=words,
        parts=json.dumps(parts.names),
    )
