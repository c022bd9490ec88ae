"""Who read which lists, and whether what the record says of it still fits."""

from collections.abc import Iterator

from django.conf import settings

from qorgau.access.entries import LISTS_READ
from qorgau.access.models import LookedAt
from qorgau.access.reading_chain import BEGINNING, chained
from qorgau.ledger.entry import Entry
from qorgau.ledger.entry_reading import read_entry
from qorgau.recording.history import history
from qorgau.recording.models import EntryObject, StoredEntry


def anchors() -> list[Entry]:
    """Every entry of this instance that holds the head of the chain, oldest first."""
    return [each.entry for each in history(LISTS_READ, settings.QORGAU_INSTANCE)]


def last_anchor() -> Entry | None:
    """The newest of them."""
    own = EntryObject.objects.filter(role=LISTS_READ, object_id=settings.QORGAU_INSTANCE)
    newest = StoredEntry.objects.filter(id__in=own.values("entry_id")).order_by("-received", "-place", "-id")
    found = newest.values_list("body", flat=True).first()
    return None if found is None else read_entry(bytes(found))


def altered_lists() -> Iterator[str]:
    """A sentence for each stretch of the log of readers that is not as it was when it was anchored."""
    expected, head = 1, BEGINNING
    for anchor in anchors():
        first, last = int(anchor.facts["first"]), int(anchor.facts["last"])
        if first != expected or anchor.facts["previous"] != head:
            yield f"Entry {anchor.id} does not follow the one before it: an anchor is missing from the record."
        rows = list(LookedAt.objects.filter(number__gte=first, number__lte=last).order_by("number"))
        if len(rows) != last - first + 1:
            yield f"Lists {first} to {last}: {last - first + 1} were anchored, {len(rows)} are there."
        elif (
            chained(str(anchor.facts["previous"]), [(row.number or 0, row) for row in rows])
            != anchor.facts["head"]
        ):
            yield f"Lists {first} to {last}: at least one was changed after it was anchored."
        expected, head = last + 1, str(anchor.facts["head"])
