"""An envelope comes in: registered at once, once, by nobody, in this hour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qorgau.mailboxes.actions.recorded import Lodged, entry_of, lodged_before, record_sealed
from qorgau.mailboxes.ciphertexts import Kind
from qorgau.mailboxes.coarse_time import hour_of
from qorgau.mailboxes.entries import BOX, COMPLAINT, NOBODY, WAY, complaint_id_of, envelope_kind
from qorgau.mailboxes.models import ManifestRow
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.places import country
from qorgau.recording.drafts import Draft
from qorgau.sealing.envelope import Envelope, entry_facts


def lodge(envelope: Envelope, *, now: int) -> Lodged:
    """Register a sealed envelope; sent again, it gives the same answer and there is still one entry.

    now: seconds (UTC), of which the hour is kept. Raises MailboxRefusal where the envelope is for a body
    that is not known here, or another one stands under the same mailbox and commitment.
    """
    sealed = entry_facts(envelope)
    complaint_id = complaint_id_of(envelope.box_ed, str(sealed["plain"]))
    if (before := _before(complaint_id, sealed)) is not None:
        return before
    draft = _draft(envelope, sealed, complaint_id, now=now)
    contents = [(Kind.NARRATIVE, envelope.narrative), (Kind.IDENTITY, envelope.identity)]
    # Where the same envelope comes twice at once, and the hour changes between, the first one counts.
    lodged = record_sealed(draft, contents, complaint_id=complaint_id, now=now)
    lodged = lodged or _before(complaint_id, sealed)
    assert lodged is not None
    return lodged


def entry_id_of(complaint_id: str) -> str:
    """The id of the entry by which a complaint was lodged in a mailbox."""
    return f"lodged-{complaint_id}"


def _before(complaint_id: str, sealed: Mapping[str, Any]) -> Lodged | None:
    lodged = lodged_before(entry_id_of(complaint_id), complaint_id=complaint_id)
    if lodged is not None and entry_of(lodged).sealed != sealed:
        raise MailboxRefusal("differs")
    return lodged


def _draft(envelope: Envelope, sealed: Mapping[str, Any], complaint_id: str, *, now: int) -> Draft:
    return Draft(
        id=entry_id_of(complaint_id),
        kind=_kind(envelope.to),
        recorded=hour_of(now),
        by=NOBODY,
        for_body=envelope.to,
        objects={COMPLAINT: [complaint_id], BOX: [envelope.box_ed]},
        facts={"way": WAY},
        sealed=sealed,
    )


def require_known_body(to: str) -> None:
    """Raise unless a body of this name is known to the law or has published keys here."""
    if to not in country.bodies().bodies and not ManifestRow.objects.filter(body=to).exists():
        raise MailboxRefusal("unknown_body")


def _kind(to: str) -> str:
    require_known_body(to)
    known = country.bodies().bodies.get(to)
    return envelope_kind(frozenset(each.what for each in known.competences) if known else frozenset())
