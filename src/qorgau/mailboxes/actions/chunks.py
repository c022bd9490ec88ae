"""Chunks of files come in by themselves, before or after the envelope that names them."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.db.models import Sum

from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes.ciphertexts import Kind
from qorgau.mailboxes.coarse_time import HOUR, hour_of
from qorgau.mailboxes.models import ChunkRow, CiphertextBlob, EnvelopeRow, MessageRow
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.writer_turn import RECORD

LARGEST_CHUNK = 266_240
"""256 KiB sealed, and what sealing adds."""
MOST_UNNAMED = 4 * 2**30
"""Bytes of chunks that no envelope named yet; beyond it, whoever sends chunks keeps them and tries again."""
COUNTED_EVERY = 60.0
KEPT_UNNAMED = 48
"""Hours for which a chunk waits for the envelope that names it: a page offline may send it late."""


def store_chunk(sha256: str, content: bytes, *, now: int) -> bool:
    """Keep one chunk under its hash; sent again, nothing changes. False if there is no room just now."""
    if len(content) > LARGEST_CHUNK:
        raise MailboxRefusal("too_large", most=LARGEST_CHUNK)
    if ciphertexts.hash_of(content) != sha256:
        raise MailboxRefusal("chunk_differs")
    if not ChunkRow.objects.filter(sha256=sha256).exists() and _UNNAMED.have(len(content)) > MOST_UNNAMED:
        return False
    ciphertexts.keep([(Kind.CHUNK, content)], now=now)
    return True


def clear_unnamed(*, now: int) -> int:
    """Let go of ciphertexts that nothing in the record names and nobody came back for; gives how many."""
    before = hour_of(now) - KEPT_UNNAMED * HOUR
    unnamed = CiphertextBlob.objects.using(RECORD).filter(hour__lt=before)
    for table, fields in _NAMING:
        for field in fields:
            unnamed = unnamed.exclude(sha256__in=table.objects.values(field))
    count, _ = unnamed.delete()
    return count


_NAMING = (
    (ChunkRow, ("sha256",)),
    (EnvelopeRow, ("narrative", "identity")),
    (MessageRow, ("sha256",)),
)


@dataclass
class _Unnamed:
    """How many bytes no envelope named yet, counted anew now and then and not at each piece."""

    size: int = 0
    counted_at: float = -COUNTED_EVERY

    def have(self, more: int) -> int:
        """How many there would be with so many more."""
        if time.monotonic() - self.counted_at > COUNTED_EVERY:
            self.size, self.counted_at = _unnamed_bytes(), time.monotonic()
        self.size += more
        return self.size


_UNNAMED = _Unnamed()


def _unnamed_bytes() -> int:
    unnamed = CiphertextBlob.objects.filter(kind=Kind.CHUNK.value).exclude(
        sha256__in=ChunkRow.objects.values("sha256")
    )
    return int(unnamed.aggregate(total=Sum("size"))["total"] or 0)
