"""Contents by their hash: kept once, and given out only if they still are what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.writer_turn import RECORD
from qorgau.treaty.models import ContentBlob

PLAIN = "text/plain; charset=utf-8"


class ContentAltered(RecordingRefusal):
    """The bytes under a hash are no longer those that were hashed."""


def hash_of(data: bytes) -> str:
    """The name under which these bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def keep_content(data: bytes, media_type: str, *, now: int) -> str:
    """Keep these bytes and give their name; what is kept already stays. Within the caller's transaction, if any."""
    name = hash_of(data)
    blob = ContentBlob(sha256=name, media_type=media_type, size=len(data), kept_at=now, bytes=data)
    ContentBlob.objects.using(RECORD).bulk_create([blob], ignore_conflicts=True)
    return name


def content(sha256: str) -> bytes | None:
    """The bytes of that name, None where they are not there; altered bytes are refused, never given out."""
    row = ContentBlob.objects.filter(sha256=sha256).values_list("bytes", flat=True).first()
    if row is None:
        return None
    return _unaltered(sha256, bytes(row))


def _unaltered(sha256: str, data: bytes) -> bytes:
    if hash_of(data) != sha256:
        raise ContentAltered(
            f"The content {sha256} was altered where it is kept. Restore it from a backup, or take in the file "
            "again: the same file gets the same name."
        )
    return data


def text_content(sha256: str) -> str | None:
    """The same as text."""
    data = content(sha256) if sha256 else None
    return None if data is None else data.decode()


def text_contents(names: Iterable[str]) -> Mapping[str, str]:
    """The texts of these names that are there, asked of the store at once."""
    rows = ContentBlob.objects.filter(sha256__in=set(names) - {""}).values_list("sha256", "bytes")
    return {name: _unaltered(name, bytes(data)).decode() for name, data in rows}
