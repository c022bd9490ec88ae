"""What a mailbox is told: the same work, the same bytes, whether it exists or was never heard of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qorgau.mailboxes import ciphertexts, queries
from qorgau.mailboxes.actions.messaging import delete_messages
from qorgau.mailboxes.models import MessageRow
from qorgau.mailboxes.nonces import require_fresh
from qorgau.mailboxes.queries import TO_MAILBOX
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
        "complaints": [{"complaint": row.complaint_id, **said[row.complaint_id]} for row in complaints],
        "numbers": [row.seq for row in some],
    }
