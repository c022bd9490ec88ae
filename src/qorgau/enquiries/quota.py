"""Who asks often waits longer; nobody is refused."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from qorgau.enquiries.desk_keys import quota_key
from qorgau.enquiries.models import AskedToday

DAY, HOUR = 86_400, 3600
FREE_OF_DOCUMENT = 3
FREE_OF_ADDRESS = 20
"""A village or a hostel may stand behind one address; one document is one person."""
LONGEST = DAY


def deferred_by(*, document: str, address: str, now: int) -> int:
    """Count one more enquiry; gives after how many seconds it reaches the desk: an hour for each one too many."""
    day = now // DAY
    over = max(
        _counted(quota_key("document", _plain(document), day), day) - FREE_OF_DOCUMENT,
        _counted(quota_key("address", address, day), day) - FREE_OF_ADDRESS if address else 0,
    )
    return min(LONGEST, max(0, over) * HOUR)


def forget_old_counts(*, now: int) -> None:
    """Clear away the counts of days that are over."""
    AskedToday.objects.filter(day__lt=now // DAY - 1).delete()


def _counted(key: str, day: int) -> int:
    with transaction.atomic():
        AskedToday.objects.get_or_create(key=key, defaults={"day": day})
        AskedToday.objects.filter(key=key).update(count=F("count") + 1)
        return AskedToday.objects.get(key=key).count


def _plain(document: str) -> str:
    return "".join(sign for sign in document.upper() if sign.isalnum())
