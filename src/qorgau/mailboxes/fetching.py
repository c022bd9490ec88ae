"""What a mailbox is told: the same work, the same bytes, whether it exists or was never heard of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qorgau.mailboxes import ciphertexts, queries
from qorgau.mailboxes.actions.messaging import delete_messages
from qorgau.mailboxes.models import EnvelopeRow, MessageRow, ReceiptRow
from qorgau.mailboxes.nonces import require_fresh
from qorgau.mailboxes.queries import FROM_MAILBOX, TO_MAILBOX
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.log_keys import log_keys
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
    rows = queries.box_messages(request.box_ed, direction=TO_MAILBOX, after=request.after)
    some = rows[:_MOST_MESSAGES]
    held = ciphertexts.ciphertexts(row.sha256 for row in some)
    return Answer(
        status=_status(request, some),
        # A ciphertext that is gone leaves an empty place, which the client sees as a break of the chain.
        messages=[held[row.sha256] for row in some if row.sha256 in held],
        more=len(rows) > len(some),
    )


def _status(request: Request, some: Sequence[MessageRow]) -> dict[str, Any]:
    complaints = queries.envelopes_of_box(request.box_ed)[:_MOST_COMPLAINTS]
    # Asked for a mailbox that holds nothing as well: the same questions take the same time.
    asked = [row.complaint_id for row in complaints] or [request.box_ed[:32]]
    said = {each: queries.status_words(each).as_json() for each in asked}
    return {
        "known": len(complaints),
        "complaints": [{**_lodged(row), **said[row.complaint_id]} for row in complaints],
        "numbers": [row.seq for row in some],
        "sent": _sent(request.box_ed),
    }


def _lodged(row: EnvelopeRow) -> dict[str, Any]:
    """What the holder of the code alone cannot remember: by what to fetch the receipt, and where the chain begins."""
    receipt = ReceiptRow.objects.filter(entry_id=row.entry_id).first()
    return {
        "complaint": row.complaint_id,
        "commitment": receipt.commitment if receipt else "",
        "narrative": row.narrative,
        "hour": row.hour,
    }


def _sent(box_ed: str) -> dict[str, Any]:
    """The number and hash of the last message from the mailbox, so that the next one continues the chain."""
    last = queries.box_messages(box_ed, direction=FROM_MAILBOX)
    return {"number": last[-1].seq, "hash": last[-1].sha256} if last else {"number": 0, "hash": ""}
