"""Sealed messages, both ways: stored by their hash, entered to the hour, never read here."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.mailboxes import ciphertexts, queries
from qorgau.mailboxes.actions.recorded import Lodged, lodged_before, record_sealed
from qorgau.mailboxes.ciphertexts import Kind
from qorgau.mailboxes.coarse_time import hour_of, received_at
from qorgau.mailboxes.entries import BOX, COMPLAINT, MESSAGE_DELETED, MESSAGE_SENT, NOBODY, WITHDRAWAL_ASKED
from qorgau.mailboxes.models import EnvelopeRow, MessageRow
from qorgau.mailboxes.queries import FROM_MAILBOX, TO_MAILBOX
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.mailboxes.writers import require_writer
from qorgau.recording.drafts import Draft
from qorgau.recording.record import EntryConflict, record


@dataclass(frozen=True, kw_only=True)
class SealedMessage:
    """A message as it is sent: its ciphertext, and for each attachment the hashes of its pieces."""

    ciphertext: bytes
    files: Sequence[Sequence[str]] = ()


def take_message(box_ed: str, message: SealedMessage, *, now: int) -> Lodged | None:
    """Enter what the holder of the code sends; None where nothing was lodged under this mailbox yet.

    That the holder sent it is said inside, by a signature that only its readers see.
    """
    lodged = queries.envelopes_of_box(box_ed)
    if not lodged:
        return None
    return _enter(lodged[0], message, direction=FROM_MAILBOX, by=NOBODY, for_body=lodged[0].to_body, now=now)


def send_message(actor: Actor, complaint_id: str, message: SealedMessage, *, now: int) -> Lodged:
    """Put a body's sealed answer into the mailbox of a complaint; sent again, it is there once.

    Whoever stepped aside from the case, or whose body is tied to the accused, does not speak for it.
    """
    require(actor, "complaints.mailbox", at=queries.whereabouts(complaint_id))
    row = queries.envelope(complaint_id)
    if row is None:
        raise MailboxRefusal("no_mailbox")
    require_writer(actor, complaint_id, now=now)
    return _enter(row, message, direction=TO_MAILBOX, by=actor.account, for_body=actor.body, now=now)


def delete_messages(box_ed: str, *, up_to: int, now: int) -> int:
    """Delete the answers up to this number, as the holder of the code asks; gives how many went."""
    rows = [row for row in queries.box_messages(box_ed, direction=TO_MAILBOX) if row.seq <= up_to]
    drafts = [_deletion(row, now=now) for row in rows]
    record(drafts, received=received_at(now), first=lambda: _drop(rows))
    return len(rows)


def note_withdrawal(actor: Actor, message_id: str, *, now: int) -> str:
    """Record that a message, as opened by the actor, asks to withdraw: nothing ends by it.

    The server cannot know what a message says, so whoever opened it says so. Gives the complaint's id.
    """
    row = MessageRow.objects.filter(message_id=message_id, direction=FROM_MAILBOX).first()
    if row is None:
        raise MailboxRefusal("no_mailbox")
    require(actor, "complaints.mailbox", at=queries.whereabouts(row.complaint_id))
    require_writer(actor, row.complaint_id, now=now)
    draft = Draft(
        id=f"withdrawal-{row.sha256[:40]}",
        kind=WITHDRAWAL_ASKED,
        recorded=hour_of(now),
        by=actor.account,
        for_body=actor.body,
        objects={COMPLAINT: [row.complaint_id], BOX: [row.box_ed]},
        sealed={"message": row.sha256},
    )
    # Somebody else who opened the message may have said so already.
    with suppress(EntryConflict):
        record([draft], received=received_at(now))
    return row.complaint_id


def _enter(
    row: EnvelopeRow, message: SealedMessage, *, direction: str, by: str, for_body: str, now: int
) -> Lodged:
    sha256 = ciphertexts.hash_of(message.ciphertext)
    entry_id = _entry_id(row.box_ed, direction, sha256)
    if (before := lodged_before(entry_id, complaint_id=row.complaint_id)) is not None:
        return before
    draft = Draft(
        id=entry_id,
        kind=MESSAGE_SENT,
        recorded=hour_of(now),
        by=by,
        for_body=for_body,
        objects={COMPLAINT: [row.complaint_id], BOX: [row.box_ed]},
        facts={"direction": direction, "number": _next_number(row.box_ed, direction)},
        sealed={"message": sha256, "files": [{"chunks": list(chunks)} for chunks in message.files]},
    )
    contents = [(Kind.MESSAGE, message.ciphertext)]
    # Where it comes twice at once, the first one counts.
    lodged = record_sealed(draft, contents, complaint_id=row.complaint_id, now=now)
    lodged = lodged or lodged_before(entry_id, complaint_id=row.complaint_id)
    assert lodged is not None
    return lodged


def _entry_id(box_ed: str, direction: str, sha256: str) -> str:
    named = hashlib.sha256(f"qorgau/message/v1\n{box_ed}\n{direction}\n{sha256}".encode()).hexdigest()
    return f"message-{named[:32]}"


def _next_number(box_ed: str, direction: str) -> int:
    last = MessageRow.objects.filter(box_ed=box_ed, direction=direction).order_by("-seq").first()
    return last.seq + 1 if last else 1


def _deletion(row: MessageRow, *, now: int) -> Draft:
    return Draft(
        id=f"deleted-{row.message_id}",
        kind=MESSAGE_DELETED,
        recorded=hour_of(now),
        by=NOBODY,
        for_body=row.body,
        objects={COMPLAINT: [row.complaint_id], BOX: [row.box_ed]},
        facts={"message": row.message_id},
    )


def _drop(rows: Sequence[MessageRow]) -> None:
    for row in rows:
        ciphertexts.drop(row.sha256)
