"""What keeps a person's data: an open custody, and the period of retention, if anybody has set one."""

from __future__ import annotations

from django.conf import settings

from qorgau.clock import civil
from qorgau.custody.facts.law import zone
from qorgau.custody.models import CustodyRow
from qorgau.recording.holds import Hold, HoldKind, register_hold

RETENTION = "custody_retention"
OPEN = "custody_open"


def register() -> None:
    """Tell the record what keeps the data of somebody who was held."""
    register_hold(Hold(name=OPEN, kind=HoldKind.HOLD, why=why_open))
    register_hold(Hold(name=RETENTION, kind=HoldKind.RETENTION, why=why_retained))


def why_open(person_id: str, as_of: int) -> str | None:
    """A custody that has not ended keeps everything about the person."""
    rows = CustodyRow.objects.filter(entered_for=person_id, ended_at__isnull=True)
    if not rows.exists():
        return None
    return "The person is still held, by the register, or nobody wrote that custody ended."


def why_retained(person_id: str, as_of: int) -> str | None:
    """The period after the last custody; without a figure in law or in the settings nothing is erased."""
    ended = list(CustodyRow.objects.filter(entered_for=person_id).values_list("ended_at", "zone"))
    if not ended:
        return None
    years = retention_years()
    if years is None:
        return (
            "The law in this instance's packs names no period after which a custody record is erased, and "
            "QORGAU_RETENTION_YEARS is not set, so it is kept. Set it on a lawyer's advice."
        )
    last = max(_after(as_of if at is None else at, years, name) for at, name in ended)
    return f"Custody records are kept for {years} years after custody ended." if as_of <= last else None


def retention_years() -> int | None:
    """The years that this instance keeps custody records after their end; None where nobody has set them."""
    years = getattr(settings, "QORGAU_RETENTION_YEARS", None)
    return None if years is None else int(years)


def _after(instant: int, years: int, name: str) -> int:
    return zone(name).deadline(instant, years, civil.YEARS, whole_days=True)
