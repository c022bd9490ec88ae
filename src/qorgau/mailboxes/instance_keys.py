"""What this instance alone can compute: the marks on nonces and puzzles, so that none has to be stored."""

from __future__ import annotations

import hashlib
import hmac

from qorgau.recording.secret_files import random_text
from qorgau.recording.secret_folder import secret_folder

MARK = 40
"""Hexadecimal digits of a mark: 160 bits."""


def mark_of(use: str, text: str) -> str:
    """What only this instance can give to this text for this use."""
    key = random_text(secret_folder() / "mailbox.key").encode()
    return hmac.digest(key, f"qorgau/mailbox/{use}\0{text}".encode(), hashlib.sha256).hex()[:MARK]


def is_mark(mark: str, use: str, text: str) -> bool:
    """Whether the mark is this instance's; takes the same time for every wrong one."""
    return hmac.compare_digest(mark.encode(), mark_of(use, text).encode())
