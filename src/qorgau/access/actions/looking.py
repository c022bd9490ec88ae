"""Note that a list was read, and put the hash of what was noted into the record every hour."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.entries import LISTS_READ, LISTS_READ_ANCHORED
from qorgau.access.models import LookedAt
from qorgau.access.readers import last_anchor
from qorgau.access.reading_chain import BEGINNING, chained, filter_hash
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record

PERIOD = 3600


def note_list(actor: Actor, act: str, *, filters: Mapping[str, Any], rows: int, now: int) -> None:
    """Note that the actor was shown a list: by which filter (as a hash only) and how many rows."""
    LookedAt.objects.create(
        id=new_entry_id(),
        account=actor.account,
        act=act,
        filter_hash=filter_hash(filters),
        rows=rows,
        at=now,
    )


def note_refreshed(actor: Actor, act: str, *, filters: Mapping[str, Any], rows: int, now: int) -> None:
    """Note a list that a page fetches again by itself: once an hour, and always where the page was never opened."""
    noted = LookedAt.objects.filter(
        account=actor.account, act=act, filter_hash=filter_hash(filters), at__gt=now - PERIOD
    )
    if not noted.exists():
        note_list(actor, act, filters=filters, rows=rows, now=now)


def anchor_lists_due(*, as_of: int) -> int:
    """Anchor what was read once the oldest of it has waited an hour; gives how many lists were anchored."""
    oldest = LookedAt.objects.filter(number__isnull=True).order_by("at").first()
    return 0 if oldest is None or as_of - oldest.at < PERIOD else anchor_lists(as_of=as_of)


def anchor_lists(*, as_of: int) -> int:
    """Chain the lists read up to now and record the chain's head; gives how many they were."""
    last = last_anchor()
    number = 0 if last is None else int(last.facts["last"])
    head = BEGINNING if last is None else str(last.facts["head"])
    rows = list(LookedAt.objects.filter(number__isnull=True, at__lte=as_of).order_by("at", "id"))
    if not rows:
        return 0
    numbered = list(enumerate(rows, start=number + 1))
    draft = Draft(
        id=new_entry_id(),
        kind=LISTS_READ_ANCHORED,
        recorded=as_of,
        for_body=settings.QORGAU_INSTANCE,
        objects={LISTS_READ: [settings.QORGAU_INSTANCE]},
        facts={
            "first": number + 1,
            "last": number + len(rows),
            "previous": head,
            "head": chained(head, numbered),
        },
    )
    record([draft], received=as_of, first=lambda: _number(numbered))
    return len(rows)


def _number(numbered: list[tuple[int, LookedAt]]) -> None:
    # Numbers are unique: of two who anchor at once, the second one's whole transaction fails.
    for number, row in numbered:
        row.number = number
    LookedAt.objects.bulk_update([row for _, row in numbered], ["number"], batch_size=400)
