"""What a mailbox is told: the same work, the same bytes, whether it exists or was never heard of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qorgau.mailboxes import ciphertexts, queries
from qorgau.mailboxes.actions.messaging import delete_messages
from qorgau.mailboxes.models import EnvelopeRow, MessageRow
from qorgau.mailboxes.nonces import require_fresh
from qorgau.mailboxes.queries import FROM_MAILBOX, TO_MAILBOX
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import StoredEntry
from qorgau.sealing.answers import Answer, pack_answer
from qorgau.sealing.mailbox import WrongSignature
from qorgau.sealing.requests import Act, Request, require_request

_MOST_MESSAGES = 3
"""More never fit into an answer."""
_MOST_COMPLAINTS = 8


def answer_request(request: Request, *, now: int) -> bytes:
    """The answer to a signed request: 16,384 bytes, after deleting what it asks to delete."""
    require_fresh(request.nonce, now=now)
    try:
        require_request(request, origin=log_keys().origin)
    except WrongSignature as refusal:
        raise MailboxRefusal("wrong_signature") from refusal
    if request.act is Act.DELETE:
        delete_messages(request.box_ed, up_to=request.after, now=now)
    return pack_answer(_answer(request))


def _answer(request: Request) -> Answer:
    own = queries.envelopes_of_box(request.box_ed)[:_MOST_COMPLAINTS]
    # For a mailbox that nobody knows the same is looked up of another one and thrown away: so neither the
    # bytes nor the time of an answer tell whether a code was ever used.
    looked_up = own or queries.envelopes_near(request.box_ed[:32])
    status = {row.complaint_id: queries.status_words(row.complaint_id).as_json() for row in looked_up}
    box_ed = own[0].box_ed if own else next((row.box_ed for row in looked_up), request.box_ed)
    rows = queries.box_messages(box_ed, direction=TO_MAILBOX, after=request.after)
    held = ciphertexts.unaltered(row.sha256 for row in rows[:_MOST_MESSAGES])
    chain = {"lodged": [_lodged(row) for row in looked_up], "sent": _sent(box_ed)}
    return _told(own, status, rows, held, chain) if own else Answer(status={"known": 0})


def _told(
    own: Sequence[EnvelopeRow],
    status: Mapping[str, Mapping[str, str | int]],
    rows: Sequence[MessageRow],
    held: Mapping[str, bytes],
    chain: Mapping[str, Any],
) -> Answer:
    some = [row for row in rows[:_MOST_MESSAGES] if row.sha256 in held]
    return Answer(
        status={
            "known": len(own),
            "complaints": [{"complaint": row.complaint_id, **status[row.complaint_id]} for row in own],
            "numbers": [row.seq for row in some],
            **chain,
        },
        # A ciphertext that is gone or was altered leaves a gap in the chain, which the client sees.
        messages=[held[row.sha256] for row in some],
        more=len(rows) > _MOST_MESSAGES,
    )


def _lodged(row: EnvelopeRow) -> dict[str, Any]:
    """What the holder of the code alone cannot remember: by what to fetch the receipt, and where the chain begins."""
    stored = StoredEntry.objects.filter(id=row.entry_id).values_list("commitment", flat=True).first()
    commitment = bytes(stored).hex() if stored else ""
    return {"complaint": row.complaint_id, "commitment": commitment, "narrative": row.narrative}


def _sent(box_ed: str) -> dict[str, Any]:
    """Number and hash of the mailbox's own last message, so that the next one continues the chain."""
    rows = queries.box_messages(box_ed, direction=FROM_MAILBOX)
    return {"number": rows[-1].seq, "hash": rows[-1].sha256} if rows else {"number": 0, "hash": ""}
