"""Ciphertexts by their hash: kept whole or not at all, and given out only if they still are what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from qorgau.mailboxes.coarse_time import hour_of
from qorgau.mailboxes.models import CiphertextBlob
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.writer_turn import RECORD


class Kind(StrEnum):
    """What a ciphertext is to the one who can open it."""

    NARRATIVE = "narrative"  # what happened
    IDENTITY = "identity"  # who complains, sealed apart
    MESSAGE = "message"  # one message of a mailbox
    CHUNK = "chunk"  # 256 KiB of a file


class CiphertextAltered(RecordingRefusal):
    """The bytes under a hash are no longer those that were hashed."""


def hash_of(content: bytes) -> str:
    """The name under which these bytes are kept."""
    return hashlib.sha256(content).hexdigest()


def keep(contents: Iterable[tuple[Kind, bytes]], *, now: int) -> None:
    """Keep these bytes; what is kept already stays. Within the caller's transaction, if there is one."""
    CiphertextBlob.objects.using(RECORD).bulk_create(
        [
            CiphertextBlob(
                sha256=hash_of(content), kind=kind.value, size=len(content), hour=hour_of(now), bytes=content
            )
            for kind, content in contents
        ],
        ignore_conflicts=True,
    )


def ciphertext(sha256: str) -> bytes | None:
    """The bytes, None where they are not there; altered bytes are refused, never given out."""
    return ciphertexts([sha256]).get(sha256)


def ciphertexts(wanted: Iterable[str]) -> Mapping[str, bytes]:
    """Those of the wanted that are there."""
    rows = CiphertextBlob.objects.filter(sha256__in=list(wanted)).values_list("sha256", "bytes")
    found = {sha256: bytes(content) for sha256, content in rows}
    for sha256, content in found.items():
        if hash_of(content) != sha256:
            raise CiphertextAltered(
                f"The ciphertext {sha256} was altered where it is kept. Fetch it from the mirror of the "
                "preventive mechanism and run `qorgau mailbox verify`."
            )
    return found


def drop(sha256: str) -> None:
    """Let go of bytes that nobody needs any more."""
    CiphertextBlob.objects.using(RECORD).filter(sha256=sha256).delete()
