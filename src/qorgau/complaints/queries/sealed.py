"""What came sealed: which complaints wait for the opener, and the envelope of one as it was posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.complaints.models import ComplaintRow
from qorgau.complaints.queries.reach import seen_whereabouts, within_reach
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes import queries as mailboxes
from qorgau.sealing.envelope import Envelope

ACT = "complaints.read_sealed"
PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A page of sealed complaints, the oldest first."""

    rows: Sequence[ComplaintRow]
    total: int
    page: int
    pages: int


def sealed(actor: Actor, *, unread: bool, page: int = 1, size: int = PAGE) -> Sealed:
    """The sealed complaints that the actor may open; unread: only those whose content nobody stated yet."""
    rows = within_reach(ComplaintRow.objects.filter(is_sealed=True), actor, ACT)
    rows = rows.filter(read_at__isnull=True) if unread else rows
    total = rows.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    shown = rows.order_by("lodged_at", "complaint_id")[(page - 1) * size : page * size]
    return Sealed(rows=list(shown), total=total, page=page, pages=pages)


def opened_envelope(actor: Actor, complaint_id: str) -> Envelope | None:
    """The envelope for whoever may open it; raises NoSuchComplaint where the actor may not."""
    seen_whereabouts(actor, complaint_id, act=ACT)
    return kept_envelope(complaint_id)


def kept_envelope(complaint_id: str) -> Envelope | None:
    """The envelope as it was posted; None where it came on paper, or its ciphertext is not kept here."""
    row, entry = mailboxes.envelope(complaint_id), mailboxes.lodged_entry(complaint_id)
    kept = ciphertexts.ciphertexts([row.narrative, row.identity]) if row else {}
    if row is None or entry is None or len(kept) < len({row.narrative, row.identity}):
        return None
    files = entry.entry.sealed.get("files", ())
    return Envelope(
        to=row.to_body,
        box_ed=row.box_ed,
        narrative=kept[row.narrative],
        identity=kept[row.identity],
        P=bytes.fromhex(row.plain),
        files=tuple(tuple(each["chunks"]) for each in files),
    )
