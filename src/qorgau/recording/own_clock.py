"""What this instance's own record says about its clock: times it has written that are still to come."""

from django.db.models import Max

from qorgau.recording.desk_clock import OtherClock, Witness
from qorgau.recording.models import Batch, Pending


def own_testimony(*, now: int) -> list[OtherClock]:
    """When this instance last received something, by its own clock then; nothing before its first entry.

    Quick enough for every sign-in: it asks what waits and the last batch, never all entries.
    """
    waiting = Pending.objects.aggregate(last=Max("received"))["last"]
    batch = Batch.objects.order_by("-size").first()
    times = [time for time in (waiting, batch.made_at if batch else None) if time is not None]
    if not times:
        return []
    return [OtherClock(witness=Witness.LAST_RECEIVED, says=max(times), desk=now)]
