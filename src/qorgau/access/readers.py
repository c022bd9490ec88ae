"""Who read which lists, and whether what the record says of it still fits."""

from collections.abc import Iterator

from django.conf import settings

from qorgau.access.entries import LISTS_READ
from qorgau.access.models import LookedAt
from qorgau.access.reading_chain import BEGINNING, chained
from qorgau.ledger.entry import Entry
from qorgau.recording.history import history


def anchors() -> list[Entry]:
    """Every entry of this instance that holds the head of the chain, oldest first."""
    return [each.entry for each in history(LISTS_READ, settings.QORGAU_INSTANCE)]


def last_anchor() -> Entry | None:
    """The newest of them."""
    found = anchors()
    return found[-1] if found else None


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
