"""Ciphertexts by their hash: kept whole or not at all, and given out only if they still are what they were."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping
from enum import StrEnum

from qorgau.lawbook import Language
from qorgau.mailboxes.coarse_time import hour_of
from qorgau.mailboxes.models import CiphertextBlob
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.writer_turn import RECORD
from qorgau.wording import say

# Said without the time: it may be that of somebody who reads their answers.
_log = logging.getLogger("qorgau.mailboxes.quiet")


class Kind(StrEnum):
    """What a ciphertext is to the one who can open it."""

    NARRATIVE = "narrative"  # what happened
    IDENTITY = "identity"  # who complains, sealed apart
    MESSAGE = "message"  # one message of a mailbox
    CHUNK = "chunk"  # 256 KiB of a file


class CiphertextAltered(RecordingRefusal):
    """The bytes under a hash are no longer those that were hashed; `said` tells what to do in a language."""

    def __init__(self, sha256: str) -> None:
        """Keep which one; the text of the error itself is English."""
        self.sha256 = sha256
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """What it means, and whom to tell."""
        return say("mailboxes.altered", language, sha256=self.sha256)


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
    """Those of the wanted that are there; where one of them was altered, none is given out."""
    found = _held(wanted)
    for sha256, content in found.items():
        if hash_of(content) != sha256:
            _log.error("the ciphertext %s was altered where it is kept", sha256)
            raise CiphertextAltered(sha256)
    return found


def unaltered(wanted: Iterable[str]) -> Mapping[str, bytes]:
    """Those of the wanted that are there and are what they were: an altered one is as good as gone."""
    found = _held(wanted)
    whole = {sha256: content for sha256, content in found.items() if hash_of(content) == sha256}
    for sha256 in sorted(found.keys() - whole.keys()):
        _log.error("the ciphertext %s was altered where it is kept", sha256)
    return whole


def _held(wanted: Iterable[str]) -> dict[str, bytes]:
    rows = CiphertextBlob.objects.filter(sha256__in=list(wanted)).values_list("sha256", "bytes")
    return {sha256: bytes(content) for sha256, content in rows}


def drop(sha256: str) -> None:
    """Let go of bytes that nobody needs any more."""
    CiphertextBlob.objects.using(RECORD).filter(sha256=sha256).delete()
