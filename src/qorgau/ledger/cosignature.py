"""Cosignatures (C2SP cosignature/v1): a witness says that a checkpoint extends all it saw before."""

from collections.abc import Iterable
from dataclasses import dataclass

from qorgau.ledger.keys import KeyUse, MalformedKey, SigningKey, VerifierKey
from qorgau.ledger.note import Note, Signature, SignatureFails

_TIME_BYTES = 8


@dataclass(frozen=True, kw_only=True)
class Cosignature:
    """Which witness cosigned, and when by its own clock (seconds since 1970, UTC)."""

    witness: VerifierKey
    at: int


def cosign(checkpoint: Note, *, key: SigningKey, at: int) -> Signature:
    """Cosign the text of a checkpoint. Only a witness that has checked it may call this."""
    if key.use is not KeyUse.COSIGNATURE:
        raise MalformedKey(f"{key.name} is not a witness's key. Make one with `witness init`.")
    raw = at.to_bytes(_TIME_BYTES, "big") + key.sign(_message(checkpoint.text, at))
    return Signature(name=key.name, key_id=key.verifier.key_id, raw=raw)


def checked_cosignatures(checkpoint: Note, witnesses: Iterable[VerifierKey]) -> tuple[Cosignature, ...]:
    """The cosignatures by these witnesses, each once; a forged one is refused, not skipped."""
    found = (_latest(checkpoint, witness) for witness in witnesses)
    return tuple(each for each in found if each is not None)


def _latest(checkpoint: Note, witness: VerifierKey) -> Cosignature | None:
    times = [
        _checked_time(checkpoint, signature, witness)
        for signature in checkpoint.signatures
        if signature.claims(witness)
    ]
    return Cosignature(witness=witness, at=max(times)) if times else None


def _checked_time(checkpoint: Note, signature: Signature, witness: VerifierKey) -> int:
    at = int.from_bytes(signature.raw[:_TIME_BYTES], "big")
    if not witness.holds(_message(checkpoint.text, at), signature.raw[_TIME_BYTES:]):
        raise SignatureFails(
            f"The cosignature by {witness.name} does not fit this checkpoint: it was forged, or "
            "the checkpoint was changed. Do not rely on it; tell the witness."
        )
    return at


def _message(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{text}".encode()
