"""Messages between a mailbox and a body: signed, numbered and chained, in the size of a narrative.

A server that drops, repeats, reorders or swaps a message (a reply, a withdrawal) is noticed: each
names the hash of the ciphertext before it by the same sender, the first one that of the narrative.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.sealing.age_files import seal_to, unseal
from qorgau.sealing.canonical_json import NotReadable, canonical_json, read_canonical, typed_text
from qorgau.sealing.envelope import five_readers
from qorgau.sealing.mailbox import Mailbox, WrongSignature, require_signed
from qorgau.sealing.manifest import Manifest
from qorgau.sealing.padding import padded_to_step, without_padding
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.sealed_files import FileInside

BOX = "box"
"""How the holder of the code is named as sender and receiver: no other name exists."""
_TAG = b"qorgau/msg/v1\0"
_HEX = re.compile(r"[0-9a-f]{64}")
_NAMES = ("from", "to", "box", "seq", "prev", "about", "text", "files")


class MessageRefused(SealingRefusal):
    """A message is forged, for somebody else, or out of its place."""


class MessageGap(MessageRefused):
    """A message is missing, repeated or out of order."""


class About(StrEnum):
    """What a message is about."""

    MESSAGE = "message"
    """A question, an answer or news."""
    EVIDENCE = "evidence"
    """More evidence, with or without files."""
    REPRISAL = "reprisal"
    """Pressure or revenge because of the complaint."""
    TRANSFER = "transfer"
    """The person asks to be moved to a place outside the accused body."""
    WITHDRAWAL = "withdrawal"
    """The person asks to withdraw: recorded, never obeyed; the NPM seeks a private contact."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message. prev: the hash (hex) of its sender's previous ciphertext in this mailbox."""

    sender: str
    to: str
    box: str
    seq: int
    prev: str
    text: str
    about: About = About.MESSAGE
    files: Sequence[FileInside] = ()

    def as_group(self) -> dict[str, Any]:
        """The fields that are signed, by their names."""
        return {
            "from": self.sender,
            "to": self.to,
            "box": self.box,
            "seq": self.seq,
            "prev": self.prev,
            "about": self.about.value,
            "text": typed_text(self.text),
            "files": [each.as_group() for each in self.files],
        }

    @property
    def signed_bytes(self) -> bytes:
        """What the sender signs."""
        return _TAG + canonical_json(self.as_group())


def message_hash(ciphertext: bytes) -> str:
    """What the next message of the same sender names as `prev`."""
    return hashlib.sha256(ciphertext).hexdigest()


def seal_from_box(message: Message, *, mailbox: Mailbox, to: Manifest, npm: Manifest) -> bytes:
    """Seal what the holder of the code says, for the body and the NPM."""
    return _sealed(message, mailbox.signing, [to.x25519, npm.x25519, to.recovery])


def seal_from_body(
    message: Message, *, signing: Ed25519PrivateKey, box_x: str, own: Manifest, npm: Manifest
) -> bytes:
    """Seal a body's answer for the mailbox; the body itself and the NPM can read it again."""
    return _sealed(message, signing, [box_x, own.x25519, npm.x25519, own.recovery])


def open_message(ciphertext: bytes, identity: str, *, keys: Mapping[str, Sequence[str]]) -> Message:
    """Open a message and require that its sender signed it.

    keys: sender -> public signing keys (hex): a body's by its manifests; the holder of the code
    signs with the mailbox itself, so the sender `box` needs none.
    """
    group = read_canonical(without_padding(unseal(ciphertext, identity)), what="The message")
    message, signature = _message_from(group), str(group["signature"])
    known = [message.box] if message.sender == BOX else list(keys.get(message.sender, ()))
    for key in known:
        try:
            require_signed(message.signed_bytes, signature=signature, by=key)
        except WrongSignature:
            continue
        return message
    raise MessageRefused(
        f"The message that says it is from {message.sender} is not signed by any key of theirs: it may be "
        "forged. Do not act on it; tell the NPM."
    )


def require_chain(
    received: Sequence[tuple[bytes, Message]], *, sender: str, box: str, narrative: str
) -> None:
    """Raise MessageGap unless these are all messages of one sender in one mailbox, in order.

    received: each ciphertext with its opened message; narrative: the hash (hex) of the narrative.
    """
    expected = narrative
    for number, (ciphertext, message) in enumerate(received, start=1):
        if (message.sender, message.box) != (sender, box):
            raise MessageRefused(f"Message {number} is not from {sender} in this mailbox. Set it aside.")
        if message.seq != number or message.prev != expected:
            raise MessageGap(
                f"Message {message.seq} from {sender} stands where message {number} must stand, or another "
                "came before it: one was held back, repeated or moved. Ask the sender by another way, and "
                "tell the NPM."
            )
        expected = message_hash(ciphertext)


def _sealed(message: Message, signing: Ed25519PrivateKey, readers: Sequence[str]) -> bytes:
    signature = signing.sign(message.signed_bytes).hex()
    content = canonical_json({**message.as_group(), "signature": signature})
    return seal_to(padded_to_step(content), five_readers(readers))


def _message_from(group: Mapping[str, Any]) -> Message:
    if set(group) != {*_NAMES, "signature"} or group["about"] not in tuple(About):
        raise NotReadable("A message is in a form this software does not know. Update it and open it again.")
    texts = [group[name] for name in ("from", "to", "box", "prev", "text", "signature")]
    if not all(isinstance(each, str) for each in texts) or not _HEX.fullmatch(group["box"]):
        raise NotReadable("A message has a field of the wrong form. Ask its sender to send it again.")
    return Message(
        sender=group["from"],
        to=group["to"],
        box=group["box"],
        seq=group["seq"],
        prev=group["prev"],
        about=About(group["about"]),
        text=group["text"],
        files=tuple(FileInside.from_group(each) for each in group["files"]),
    )
