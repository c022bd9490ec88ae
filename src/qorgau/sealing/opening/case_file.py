"""The file that a body downloads (`qorgau mailbox export`): envelope, entry, messages, pieces of files.

It comes from a server that may be hostile, so nothing in it is believed before it is checked.
"""

import base64
import binascii
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qorgau.sealing.canonical_json import read_group
from qorgau.sealing.envelope import Envelope, read_envelope
from qorgau.sealing.manifest import SignedManifest
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.sealed_files import CHUNK_BYTES

LARGEST_PART = 16 * 1024 * 1024
_HEX = re.compile(r"[0-9a-f]{64}")
_ENVELOPE, _CASE, _CHUNKS = "envelope.json", "case.json", "chunks/"


class CaseFileRefused(SealingRefusal):
    """The downloaded file is not a case of this software, or a part of it is missing."""


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """One downloaded case, still sealed.

    entry: canonical bytes, none when only the envelope was given; messages: ciphertexts in order;
    senders: from whom the server says each is; message_files: for each file sent with a message the hashes of its pieces; manifests: as the
    server shows them, not checked.
    """

    path: Path
    envelope: Envelope
    entry: bytes | None = None
    messages: Sequence[bytes] = ()
    senders: Sequence[str] = ()
    message_files: Sequence[Sequence[str]] = ()
    manifests: Sequence[SignedManifest] = field(default_factory=tuple)

    def pieces(self, chunks: Sequence[str]) -> Iterator[bytes]:
        """The stored pieces with these hashes, one at a time; a missing one ends the row."""
        if not zipfile.is_zipfile(self.path):
            return
        with zipfile.ZipFile(self.path) as archive:
            held = set(archive.namelist())
            for each in chunks:
                if f"{_CHUNKS}{each}" not in held:
                    return
                yield _part(archive, f"{_CHUNKS}{each}", most=2 * CHUNK_BYTES)


def read_case(path: Path) -> CaseFile:
    """Read a downloaded case: the zip file of the export, or a bare `envelope.json`."""
    if not zipfile.is_zipfile(path):
        if path.stat().st_size > LARGEST_PART:
            raise CaseFileRefused(f"{path.name} is too large for an envelope. Download the case again.")
        return CaseFile(path=path, envelope=read_envelope(path.read_bytes()))
    with zipfile.ZipFile(path) as archive:
        envelope = read_envelope(_part(archive, _ENVELOPE))
        group = read_group(_part(archive, _CASE), what="case.json")
    try:
        return CaseFile(
            path=path,
            envelope=envelope,
            entry=str(group["entry"]).encode(),
            messages=tuple(_message(each) for each in group["messages"]),
            senders=tuple(str(each["from"]) for each in group["messages"]),
            message_files=tuple(_chunk_list(files) for each in group["messages"] for files in each["files"]),
            manifests=tuple(SignedManifest.from_group(each) for each in group["manifests"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise CaseFileRefused(f"case.json lacks {error}. Download the case again.") from error


def _part(archive: zipfile.ZipFile, name: str, *, most: int = LARGEST_PART) -> bytes:
    try:
        # Asked of the stream and not of the directory, which could understate a bomb.
        with archive.open(name) as part:
            data = part.read(most + 1)
    except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CaseFileRefused(f"The case lacks {name} ({error}). Download it again.") from error
    if len(data) > most:
        raise CaseFileRefused(f"{name} in the case is larger than anything this software stores.")
    return data


def _message(group: Mapping[str, Any]) -> bytes:
    try:
        return base64.b64decode(group["message"], validate=True)
    except binascii.Error as error:
        raise CaseFileRefused("A message in the case is not base64. Download the case again.") from error


def _chunk_list(chunks: object) -> tuple[str, ...]:
    if not isinstance(chunks, list) or not all(
        isinstance(each, str) and _HEX.fullmatch(each) for each in chunks
    ):
        raise CaseFileRefused("case.json names the pieces of a file in another form. Download it again.")
    return tuple(chunks)
