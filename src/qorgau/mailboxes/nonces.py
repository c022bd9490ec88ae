"""The server's nonces: marked instead of stored, so that no table tells when somebody came."""

from __future__ import annotations

import secrets

from qorgau.mailboxes.instance_keys import is_mark, mark_of
from qorgau.mailboxes.refusal import MailboxRefusal

_STEP = 60
_GOOD_FOR = 3
"""Steps: a nonce is good in its own and the two that follow, so for two to three minutes."""


def new_nonce(*, now: int) -> str:
    """A nonce to be signed: 8 random bytes, the step of time, and our mark over both."""
    drawn = f"{secrets.token_hex(8)}{now // _STEP:08x}"
    return drawn + mark_of("nonce", drawn)


def require_fresh(nonce: str, *, now: int) -> None:
    """Raise unless this instance gave the nonce, not long ago."""
    drawn, mark = nonce[:24], nonce[24:]
    ours = is_mark(mark, "nonce", drawn)
    if not ours or not 0 <= now // _STEP - int(drawn[16:], 16) < _GOOD_FOR:
        raise MailboxRefusal("stale_nonce")
