"""The sealed identity of a complainant is released to a body: an entry, so that nobody learns it in silence."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.mailboxes import queries
from qorgau.mailboxes.coarse_time import hour_of, received_at
from qorgau.mailboxes.entries import COMPLAINT, IDENTITY_RELEASED
from qorgau.mailboxes.grounds import Released
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record


def release_identity(
    actor: Actor, complaint_id: str, *, to_body: str, ground: Released, now: int, act: str | None = None
) -> None:
    """Record that the holder of the identity's key (the NPM) lets a body know who complained, and why.

    Opening and sealing anew happen on the holder's own machine; the server sees ciphertext only.
    act: the id of this act, the same when it is sent again.
    """
    require(actor, "complaints.identity", at=queries.whereabouts(complaint_id))
    row = queries.envelope(complaint_id)
    if row is None:
        raise MailboxRefusal("no_mailbox")
    draft = Draft(
        id=f"released-{act or new_entry_id()}",
        kind=IDENTITY_RELEASED,
        recorded=hour_of(now),
        by=actor.account,
        for_body=actor.body,
        objects={COMPLAINT: [complaint_id]},
        facts={"released_to": to_body, "ground": ground.value},
        sealed={"identity": row.identity},
    )
    record([draft], received=received_at(now))
