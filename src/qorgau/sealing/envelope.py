"""The envelope: a narrative and an identity, sealed apart, and the commitment P to the plain text.

Whatever the sender chose (who may read it, whether a name is given, which service is asked), the
bytes sent are equally many: five keys each, in random order, over padded contents.
"""

import base64
import binascii
import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.sealing.age_files import random_recipient, seal_to, sealed_size, unseal
from qorgau.sealing.canonical_json import read_group
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.manifest import Manifest
from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.padding import (
    IDENTITY_BYTES,
    MOST_STEPS,
    NARRATIVE_STEP,
    READERS,
    padded_to_step,
    without_padding,
)
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.sealed_files import SealedFile

NONCE_BYTES = 32
_PLAIN_TAG = b"qorgau/plain/v1\0"
_HEX = re.compile(r"[0-9a-f]{64}")
NARRATIVE_SIZES = tuple(
    sealed_size(steps * NARRATIVE_STEP, readers=READERS) for steps in range(1, MOST_STEPS + 1)
)
IDENTITY_SIZE = sealed_size(IDENTITY_BYTES, readers=READERS)
_NAMES = ("to", "box_ed", "narrative", "identity", "P", "files")


class MalformedEnvelope(SealingRefusal):
    """What was posted is not an envelope."""


class TooManyReaders(SealingRefusal):
    """More readers were chosen than an envelope has room for."""


class PlainTextDiffers(SealingRefusal):
    """The narrative opened is not the one its sender committed to."""


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """What leaves the sender's device: the receiving body, the mailbox and ciphertexts.

    box_ed: 64 hex digits; P: 32 bytes; files: for each attachment the hashes of its pieces.
    """

    to: str
    box_ed: str
    narrative: bytes
    identity: bytes
    P: bytes
    files: tuple[tuple[str, ...], ...] = ()

    def as_json(self) -> str:
        """The body of the POST."""
        return json.dumps(
            {
                "to": self.to,
                "box_ed": self.box_ed,
                "narrative": base64.b64encode(self.narrative).decode(),
                "identity": base64.b64encode(self.identity).decode(),
                "P": self.P.hex(),
                "files": [list(chunks) for chunks in self.files],
            },
            separators=(",", ":"),
        )


def entry_facts(envelope: Envelope) -> dict[str, Any]:
    """What the entry of an envelope holds as `sealed`: hashes only."""
    return {
        "narrative": hashlib.sha256(envelope.narrative).hexdigest(),
        "identity": hashlib.sha256(envelope.identity).hexdigest(),
        "plain": envelope.P.hex(),
        "files": [{"chunks": list(chunks)} for chunks in envelope.files],
    }


def seal(
    narrative: Narrative,
    identity: Identity | None,
    *,
    to: Manifest,
    npm: Manifest,
    mailbox: Mailbox,
    chosen: Sequence[Manifest] = (),
    told: Sequence[Manifest] = (),
    files: Sequence[SealedFile] = (),
) -> Envelope:
    """Seal a narrative for a body and an identity for the NPM.

    chosen: at most two further readers of the narrative; told: at most three who may read the
    identity besides the NPM; identity None: anonymous, in as many bytes as a named one.
    """
    plain, nonce = narrative.canonical(), os.urandom(NONCE_BYTES)
    named = (identity or Identity()).canonical(box_ed=mailbox.box_ed)
    readers = [to.x25519, npm.x25519, to.recovery, *(each.x25519 for each in chosen)]
    identity_readers = [npm.x25519, npm.recovery, *(each.x25519 for each in told)]
    return Envelope(
        to=to.body,
        box_ed=mailbox.box_ed,
        narrative=seal_to(padded_to_step(nonce + plain), five_readers(readers)),
        identity=seal_to(padded_to_step(named, step=IDENTITY_BYTES, most=1), five_readers(identity_readers)),
        P=plain_commitment(plain, nonce=nonce),
        files=tuple(each.chunks for each in files),
    )


def five_readers(readers: Sequence[str]) -> list[str]:
    """These keys, each once, filled up to five with keys that nobody holds."""
    distinct = list(dict.fromkeys(readers))
    if len(distinct) > READERS:
        raise TooManyReaders(
            f"{len(distinct)} readers are chosen; there is room for {READERS}, the body's and the NPM's "
            "keys among them. Choose fewer; a message can go to others later."
        )
    return [*distinct, *(random_recipient() for _ in range(READERS - len(distinct)))]


def plain_commitment(plain: bytes, *, nonce: bytes) -> bytes:
    """P = SHA-256(tag || nonce || N): it binds the sender to the text and tells nothing of it."""
    return hashlib.sha256(_PLAIN_TAG + nonce + plain).digest()


def open_narrative(ciphertext: bytes, identity: str) -> tuple[Narrative, bytes]:
    """The narrative and its nonce, for whoever holds one of the keys (`AGE-SECRET-KEY-1...`)."""
    plain, nonce = plain_narrative(ciphertext, identity)
    return Narrative.read(plain), nonce


def plain_narrative(ciphertext: bytes, identity: str) -> tuple[bytes, bytes]:
    """N as bytes, and the nonce before it."""
    content = without_padding(unseal(ciphertext, identity))
    if len(content) <= NONCE_BYTES:
        raise MalformedEnvelope("The narrative is shorter than its nonce. Ask for the original envelope.")
    return content[NONCE_BYTES:], content[:NONCE_BYTES]


def check_P(narrative: Narrative, nonce: bytes, P: bytes) -> None:  # noqa: N802, N803 - P is its name
    """Raise unless P commits to exactly this narrative."""
    if plain_commitment(narrative.canonical(), nonce=nonce) != P:
        raise PlainTextDiffers(
            "The narrative does not give the commitment P of its entry: entry and ciphertext do not "
            "belong together. Keep both and tell the NPM."
        )


def open_identity(ciphertext: bytes, key: str, *, box_ed: str) -> Identity:
    """Who wrote, for whoever holds one of the identity's keys; empty when anonymous."""
    return Identity.read(without_padding(unseal(ciphertext, key), step=IDENTITY_BYTES), box_ed=box_ed)


def read_envelope(text: str | bytes) -> Envelope:
    """Read the body of a POST strictly; that its ciphertexts open is for the readers to see."""
    data = text.encode() if isinstance(text, str) else text
    group = read_group(data, what="The envelope")
    if set(group) != set(_NAMES):
        raise MalformedEnvelope(f"An envelope has exactly the names {', '.join(_NAMES)}.")
    if not all(isinstance(group[name], str) for name in _NAMES[:5]):
        raise MalformedEnvelope("The fields of an envelope are text. Seal it again with the page.")
    if not _HEX.fullmatch(group["box_ed"]) or not _HEX.fullmatch(group["P"]):
        raise MalformedEnvelope("box_ed and P of an envelope have 64 hexadecimal digits each.")
    return Envelope(
        to=group["to"],
        box_ed=group["box_ed"],
        narrative=_narrative_sized(ciphertext_from(group["narrative"])),
        identity=_identity_sized(ciphertext_from(group["identity"])),
        P=bytes.fromhex(group["P"]),
        files=_chunk_lists(group["files"]),
    )


def ciphertext_from(text: str) -> bytes:
    """Ciphertext from base64 in its one spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedEnvelope(f"A ciphertext is not base64: {error}. Send it again.") from error
    if base64.b64encode(data).decode() != text or not data.startswith(b"age-encryption.org/v1\n"):
        raise MalformedEnvelope("A ciphertext is not an age file in base64. Seal it again with the page.")
    return data


def _narrative_sized(ciphertext: bytes) -> bytes:
    # A size that no page gives would mark its sender among the others.
    if len(ciphertext) not in NARRATIVE_SIZES:
        raise MalformedEnvelope(f"A narrative of {len(ciphertext)} bytes was not sealed by this protocol.")
    return ciphertext


def _identity_sized(ciphertext: bytes) -> bytes:
    if len(ciphertext) != IDENTITY_SIZE:
        raise MalformedEnvelope(f"An identity of {len(ciphertext)} bytes was not sealed by this protocol.")
    return ciphertext


def _chunk_lists(files: object) -> tuple[tuple[str, ...], ...]:
    if not isinstance(files, list):
        raise MalformedEnvelope("files is a list, empty where nothing is attached.")
    return tuple(_chunk_list(chunks) for chunks in files)


def _chunk_list(chunks: object) -> tuple[str, ...]:
    if isinstance(chunks, list) and chunks and all(isinstance(c, str) and _HEX.fullmatch(c) for c in chunks):
        return tuple(chunks)
    raise MalformedEnvelope("files lists, for each attachment, the hashes of its pieces (hexadecimal).")
