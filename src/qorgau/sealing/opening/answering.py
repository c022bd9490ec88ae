"""A body's answer to a mailbox, sealed on the body's own machine: the server stores what it cannot read."""

from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.sealing.envelope import open_narrative
from qorgau.sealing.manifest import Manifest, check_manifest
from qorgau.sealing.messages import BOX, Message, message_hash, seal_from_body
from qorgau.sealing.opening.case_file import CaseFile
from qorgau.sealing.opening.keys import OpenedKeys
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal


class CannotAnswer(SealingRefusal):
    """Something is missing that an answer needs."""


def sealed_answer(case: CaseFile, keys: OpenedKeys, *, text: str, pins: Pins, mechanism: str) -> bytes:
    """The answer as an age file for the mailbox, readable again by the body and by the mechanism (NPM)."""
    if not keys.signing:
        raise CannotAnswer(
            "The key file holds no signing key. Use the body's own file, made by `qorgau keys`."
        )
    signing = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(keys.signing))
    own, npm = _vouched(case, keys.owner, pins), _vouched(case, mechanism, pins)
    if own.ed25519 != signing.public_key().public_bytes_raw().hex():
        raise CannotAnswer(
            f"These are not the newest keys of {keys.owner}: the mailbox would refuse the answer. Use the "
            f"file of epoch {own.epoch}."
        )
    narrative, _nonce = open_narrative(case.envelope.narrative, keys.identity)
    earlier = [each for each, sender in zip(case.messages, case.senders, strict=True) if sender == keys.owner]
    message = Message(
        sender=keys.owner,
        to=BOX,
        box=case.envelope.box_ed,
        seq=len(earlier) + 1,
        prev=message_hash(_last(case, earlier)),
        text=text,
    )
    return seal_from_body(message, signing=signing, box_x=narrative.box_x, own=own, npm=npm)


def _last(case: CaseFile, earlier: Sequence[bytes]) -> bytes:
    return earlier[-1] if earlier else case.envelope.narrative


def _vouched(case: CaseFile, body: str, pins: Pins) -> Manifest:
    last: Manifest | None = None
    chain = [signed for signed in case.manifests if signed.manifest.body == body]
    for signed in sorted(chain, key=lambda each: each.manifest.epoch):
        last = check_manifest(signed, previous=last, pins=pins)
    if last is None:
        raise CannotAnswer(
            f"The downloaded file shows no keys of {body or 'this body'}. Take the zip file of "
            "`qorgau mailbox export`, which holds the keys of all bodies."
        )
    return last
